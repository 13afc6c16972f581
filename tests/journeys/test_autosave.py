"""Typing that survives: the server dies in mid-sentence and comes back, a colleague saves first, nothing is lost."""

import os
import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import arrive, check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

WARD = """
from tests.rooms.cycles import make
made = make.opened()
print(made.ward.persons["plain"].key)
"""
KEPT = """
from kiemdiem.reviews.models import SelfReview
print([[p.sections.get(f"item.rm1_{box}", "") for box in (1, 2)] for p in SelfReview.objects.all()])
"""
PATIENCE = 60_000
FIRST, SECOND = "#id_s-item-rm1_1", "#id_s-item-rm1_2"


@pytest.fixture(scope="module")
def season(tmp_path_factory, origin):
    """A running site with an open season, and the address of a member's self-review in it."""
    site = origin.copied_to(tmp_path_factory.mktemp("autosave") / "home")
    site.person = site.python(WARD).split()[-1]
    yield site.start()
    site.stop()


@pytest.fixture
def clerk(season: Site, open_page) -> Callable[..., Page]:
    """Opens the self-review as the office does, as often as asked."""
    cookie = season.session_of("vanphong")
    address = f"{season.address}/dot/mua-1/ban-kiem-diem/{season.person}/"
    return lambda **how: open_page(address, cookie=cookie, **how)


def said(page: Page, words: str) -> None:
    """Waits until the page says so beside the boxes."""
    expect(page.locator("[data-autosave-note]")).to_contain_text(words, timeout=PATIENCE)


def killed(site: Site) -> None:
    """Kills the server and its workers where they stand."""
    os.killpg(site.server.pid, signal.SIGKILL)
    site.server.wait(timeout=60)


def test_what_was_typed_while_the_server_was_dead_is_offered_back_and_saved(season, clerk, picture):
    page = clerk(screen="phone")
    page.fill(FIRST, "Luôn trung thành")
    said(page, "Đã tự lưu lúc")
    killed(season)
    page.fill(SECOND, "Gương mẫu, vận động gia đình")
    said(page, "Chưa lưu được")
    said(page, "văn bản vẫn còn trên máy này")
    picture(page, "autosave-offline-phone")
    check_page(page)
    page.goto("about:blank")
    season.again()
    page.go_back()
    page.reload()
    offer = page.locator("[data-autosave-local]")
    expect(offer).to_be_visible()
    picture(page, "autosave-offered-phone")
    check_page(page)
    offer.get_by_role("button", name="Dùng lại văn bản này").click()
    said(page, "Đã tự lưu lúc")
    assert "'Luôn trung thành', 'Gương mẫu, vận động gia đình'" in season.python(KEPT)
    page.reload()
    expect(offer).to_be_hidden()
    assert page.input_value(SECOND) == "Gương mẫu, vận động gia đình"


def test_an_open_page_saves_by_itself_once_the_server_is_back(season, clerk):
    page = clerk()
    killed(season)
    page.fill(SECOND, "Viết khi mất mạng")
    said(page, "Chưa lưu được")
    season.again()
    said(page, "Đã tự lưu lúc")
    assert "'Viết khi mất mạng'" in season.python(KEPT)


CHOICES = [("Giữ văn bản của tôi", "Lời của tôi"), ("Lấy văn bản đang lưu", "Lời người kia")]


@pytest.mark.parametrize(("button", "left"), CHOICES)
def test_when_a_colleague_saved_first_both_texts_are_shown_and_the_writer_chooses(season, clerk, picture, button, left):
    mine, other = clerk(), clerk()
    other.fill(FIRST, "Lời người kia")
    said(other, "Đã tự lưu lúc")
    mine.fill(FIRST, "Lời của tôi")
    expect(mine.locator("[data-autosave-stale]")).to_be_visible(timeout=PATIENCE)
    expect(mine.locator("[data-autosave-shown]")).to_contain_text("Lời người kia")
    assert mine.input_value(FIRST) == "Lời của tôi"
    picture(mine, f"autosave-stale-{left[-2:]}")
    check_page(mine)
    mine.get_by_role("button", name=button).click()
    said(mine, "Đã tự lưu lúc")
    assert (mine.input_value(FIRST), f"'{left}'" in season.python(KEPT)) == (left, True)


def test_handing_in_right_after_typing_goes_on_the_version_just_saved(season, clerk):
    page = clerk()
    page.fill(FIRST, "Câu cuối trước khi nộp")
    arrive(page.get_by_role("button", name="Lưu và xem lại"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem lại và nộp bản kiểm điểm")
    assert "'Câu cuối trước khi nộp'" in season.python(KEPT)


def test_without_javascript_a_button_saves_and_stays(season, clerk):
    page = clerk(javascript=False)
    page.fill(SECOND, "Không có script")
    arrive(page.get_by_role("button", name="Lưu tạm"))
    assert page.input_value(SECOND) == "Không có script"
    assert "Lưu lần cuối lúc" in page.inner_text("[data-autosave-note]")

"""The components and the screens made of them: read by everybody, on a phone and at a desk."""

import pytest
from playwright.sync_api import expect

from tests.journeys.checks import MEMBER_PAGE_BYTES, Weight, arrive, check_page
from tests.journeys.crawl import walk
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

PAGES = ["components", "form", "refused", "tasks", "board", "result", "meeting", "tally", "desk", "answers", "done"]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory, origin):
    """The gallery's own site."""
    site = origin.copied_to(tmp_path_factory.mktemp("gallery") / "home")
    site.settings = "tests.journeys.gallery.settings"
    yield site.start()
    site.stop()


@pytest.mark.parametrize("screen", ["phone", "desk"])
@pytest.mark.parametrize("name", PAGES)
def test_every_screen_can_be_read_and_used(gallery: Site, open_page, picture, name, screen):
    page = open_page(f"{gallery.address}/gallery/{name}/", screen=screen)
    picture(page, f"{name}-{screen}")
    check_page(page)


def test_a_members_page_is_light(gallery: Site, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    weight = Weight(page)
    page.goto(f"{gallery.address}/gallery/result/", wait_until="networkidle")
    carried = weight.bytes()
    context.close()
    assert 30_000 < carried <= MEMBER_PAGE_BYTES


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_faults_are_gathered_led_to_and_lose_nothing(gallery: Site, open_page, picture, screen):
    page = open_page(f"{gallery.address}/gallery/form/", screen=screen)
    page.get_by_label("Địa điểm").fill("Nhà văn hóa")
    page.get_by_label("Ngày họp").fill("31/11/2017")
    answer = arrive(page.get_by_role("button", name="Mở cuộc họp"))
    assert answer.status == 422
    expect(page.locator(".kd-errors")).to_be_focused()
    assert page.get_by_label("Địa điểm").input_value() == "Nhà văn hóa"
    assert page.get_by_label("Ngày họp").input_value() == "31/11/2017"
    picture(page, f"faults-{screen}")
    check_page(page)
    page.get_by_role("link", name="“Ngày họp” phải là ngày có thật").click()
    expect(page.locator("#id_held_on")).to_be_focused()


def test_a_refusal_says_why_and_what_to_do(gallery: Site, open_page, picture):
    page = open_page(f"{gallery.address}/gallery/form/", screen="phone")
    page.get_by_label("Địa điểm").fill("Nhà văn hóa")
    page.get_by_label("Ngày họp").fill("01/12/2017")
    page.get_by_label("Giờ bắt đầu").fill("19h30")
    page.get_by_label("Số đảng viên có mặt").fill("26")
    page.get_by_label("Người chủ trì").select_option("2")
    page.get_by_label("Họp kiểm điểm", exact=True).check()
    page.get_by_label("Tôi đã đối chiếu với bản giấy có chữ ký").check()
    arrive(page.get_by_role("button", name="Mở cuộc họp"))
    said = page.get_by_role("alert").inner_text().split("\n")
    assert [line for line in said if line] == [
        "Chưa làm được việc này",
        "Chưa thể mở cuộc họp.",
        "Lý do: Báo cáo mới gửi trước 2 ngày, phải gửi trước ít nhất 3 ngày. (mục IV, điểm 1)",
        "Cần làm: Dời cuộc họp sang ngày 05/12/2017 hoặc muộn hơn.",
    ]
    picture(page, "refusal-phone")
    check_page(page)


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_text_grows_to_18_pixels_and_back(gallery: Site, open_page, javascript):
    page = open_page(f"{gallery.address}/gallery/tasks/", screen="phone", javascript=javascript)
    arrive(page.get_by_role("button", name="Chữ to"))
    assert page.url == f"{gallery.address}/gallery/tasks/"
    assert page.locator("html").get_attribute("class") == "kd-large"
    arrive(page.get_by_role("button", name="Chữ thường"))
    assert page.locator("html").get_attribute("class") is None


@pytest.mark.parametrize("name", PAGES)
def test_large_text_still_fits_a_phone(gallery: Site, open_page, picture, name):
    page = open_page(f"{gallery.address}/gallery/{name}/", screen="phone")
    arrive(page.get_by_role("button", name="Chữ to"))
    page.goto(f"{gallery.address}/gallery/{name}/")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "18px"
    picture(page, f"{name}-large")
    check_page(page)


def test_a_count_is_keyed_by_keyboard_alone(gallery: Site, open_page, picture):
    page = open_page(f"{gallery.address}/gallery/tally/")
    page.locator("#l0-0").focus()
    for figure in ["4", "17", "4", "0", "1", "0"] * 30:
        page.keyboard.type(figure)
        page.keyboard.press("Enter")
    assert page.locator("[data-complete]").inner_text() == "30"
    assert page.evaluate("document.activeElement.textContent") == "Lưu tạm và cộng"
    picture(page, "tally-keyed-desk", whole=False)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert [page.locator("#l29-1").input_value(), page.locator("[data-complete]").inner_text()] == ["17", "30"]


def test_a_count_adds_up_on_the_server_without_script(gallery: Site, open_page, picture):
    page = open_page(f"{gallery.address}/gallery/tally/", screen="phone", javascript=False)
    for place, figure in enumerate(["4", "17", "4", "0", "0", "0"]):
        page.locator(f"#l0-{place}").fill(figure)
    arrive(page.get_by_role("button", name="Lưu tạm và cộng"))
    assert page.locator("#dong-1-loi").inner_text() == "Cộng được 25, phải là 26."
    assert page.locator("#l0-1").input_value() == "17"
    picture(page, "tally-fault-phone", whole=False)


def test_no_link_of_the_gallery_leads_nowhere(gallery: Site, open_page):
    page = open_page(f"{gallery.address}/gallery/tasks/")
    met = set(walk(page, gallery, start="/gallery/tasks/", urlconf="tests.journeys.gallery.urls"))
    assert {name.rpartition(".")[2] for name in met} >= {"tasks", "board", "meeting", "result", "answers", "form"}


def test_an_account_can_be_signed_in_without_typing(gallery: Site, open_page):
    gallery.python(
        "from django.utils.timezone import now\n"
        "from kiemdiem.accounts.models import Account\n"
        "Account.objects.create(username='anh', display_name='Nguyễn Thị Ánh', created_at=now())"
    )
    page = open_page(f"{gallery.address}/gallery/tasks/", screen="phone", cookie=gallery.session_of("anh"))
    assert page.locator(".kd-who").inner_text() == "Nguyễn Thị Ánh"
    check_page(page)

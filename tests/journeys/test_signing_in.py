"""Signing in and out, on a phone, with and without script."""

import pytest

from tests.journeys.checks import MEMBER_PAGE_BYTES, Weight, arrive, check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

PASSWORD = "hoa-dao-tren-song-2017"
OPENED = (
    "from django.utils.timezone import now\n"
    "from kiemdiem.accounts.models import Account\n"
    "account = Account(username='anh', display_name='Nguyễn Thị Ánh', created_at=now(), must_change_password={first})\n"
    f"account.set_password({PASSWORD!r})\n"
    "account.save()"
)


def served(site: Site, *, first: bool = False) -> str:
    """The address of a site with one account."""
    site.python(OPENED.format(first=first))
    return site.start().address


def sign_in(page, password: str) -> None:
    """Fills the form and sends it."""
    page.get_by_label("Tên đăng nhập").fill("anh")
    page.get_by_label("Mật khẩu").fill(password)
    arrive(page.get_by_role("button", name="Đăng nhập"))


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_nobody_is_led_to_signing_in_and_back(site, open_page, picture, screen):
    address = served(site)
    page = open_page(f"{address}/doi-mat-khau/", screen=screen)
    picture(page, f"sign-in-{screen}", whole=False)
    check_page(page)
    sign_in(page, PASSWORD)
    assert page.url == f"{address}/doi-mat-khau/"
    check_page(page)
    arrive(page.get_by_role("button", name="Đăng xuất"))
    assert page.url == f"{address}/dang-nhap/"


def test_a_wrong_password_loses_nothing_but_itself(site, open_page, picture):
    page = open_page(f"{served(site)}/dang-nhap/", screen="phone")
    sign_in(page, "sai")
    picture(page, "sign-in-wrong", whole=False)
    check_page(page)
    assert [page.get_by_label("Tên đăng nhập").input_value(), page.get_by_label("Mật khẩu").input_value()] == [
        "anh",
        "",
    ]


def test_a_one_time_password_leads_to_an_own_one_without_script(site, open_page, picture):
    address = served(site, first=True)
    page = open_page(f"{address}/to-chuc/", screen="phone", javascript=False)
    sign_in(page, PASSWORD)
    assert page.url == f"{address}/doi-mat-khau/"
    picture(page, "first-password", whole=False)
    page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    page.get_by_label("Mật khẩu mới", exact=True).fill("may-trang-qua-nui-2017")
    page.get_by_label("Nhập lại mật khẩu mới").fill("may-trang-qua-nui-2017")
    arrive(page.get_by_role("button", name="Đổi mật khẩu"))
    assert page.get_by_role("heading", level=1).inner_text() == "Đã đổi mật khẩu"


def test_signing_in_is_light(site, browser):
    address = served(site)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    weight = Weight(page)
    page.goto(f"{address}/dang-nhap/", wait_until="networkidle")
    carried = weight.bytes()
    context.close()
    assert 30_000 < carried <= MEMBER_PAGE_BYTES

"""A committee's own rulebook on screen: copied, its days looked at, a value changed, frozen, offered to a season."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import arrive, check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

WARD = """
from tests.rooms.org import make
print(make.ward().officer.username)
"""
PERCENT = "Số đảng viên hoàn thành xuất sắc nhiệm vụ không vượt quá"


def test_an_officer_makes_next_years_rules_without_a_file(site: Site, open_page, picture):
    officer = site.python(WARD).split()[-1]
    site.start()
    page = open_page(f"{site.address}/quy-tac-rieng/", screen="phone", cookie=site.session_of(officer))

    def seen(name: str) -> None:
        picture(page, f"own-{name}-phone")
        check_page(page)

    seen("books")
    arrive(page.get_by_role("link", name="năm 2017").first)
    page.fill("#id_title", "Kiểm điểm, đánh giá, phân loại năm 2018")
    seen("copy")
    arrive(page.get_by_role("button", name="Lập bản sao"))
    expect(page.get_by_text("Còn 52 ngày")).to_be_visible()
    seen("copied")
    look_at_days(page)
    seen("days")
    arrive(page.get_by_role("button", name="Ghi đã kiểm tra"))
    change_percent(page, seen)
    arrive(page.get_by_role("link", name="Chốt bản 1"))
    page.fill("#id_reason", "Kế hoạch năm 2018")
    seen("freeze")
    arrive(page.get_by_role("button", name="Chốt bản 1"))
    expect(page.get_by_text("Dấu kiểm (SHA-256)")).to_be_visible()
    seen("version")
    page.goto(f"{site.address}/dot/moi/")
    expect(page.get_by_text("Kiểm điểm, đánh giá, phân loại năm 2018 (hx17_2018)")).to_be_attached()


def look_at_days(page: Page) -> None:
    """Every moved day looked at and left as it is."""
    arrive(page.get_by_role("link", name="Kiểm tra"))
    for box in page.get_by_role("checkbox").all():
        box.check()


def change_percent(page: Page, seen) -> None:
    """The share of the best lowered, looked over, kept, and seen among the changes."""
    arrive(page.get_by_role("link", name="Sửa nội dung"))
    arrive(page.get_by_role("link", name="Tỷ lệ tối đa"))
    seen("entries")
    arrive(page.get_by_role("link", name=PERCENT))
    page.get_by_label("Tỷ lệ tối đa (%)").fill("10")
    seen("entry")
    arrive(page.get_by_role("button", name="Tiếp tục"))
    expect(page.get_by_text("15 → 10")).to_be_visible()
    seen("looked-over")
    arrive(page.get_by_role("button", name="Lưu thay đổi"))
    arrive(page.get_by_role("link", name="hx17_2018"))
    expect(page.get_by_text(PERCENT).first).to_be_visible()

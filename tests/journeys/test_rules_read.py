"""Those who answer for rules read them clause by clause, set two books side by side, and try one on a closed season."""

import pytest
from playwright.sync_api import expect

from tests.journeys.checks import arrive, check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

WARD = """
from tests.rooms.grading import make
scene = make.on_pages(make.judged())
make.closed(scene)
print(scene.season.key)
"""
ACT = "III. Đánh giá\n1.3. Phân loại\na) Nguyên văn của điều về mức xuất sắc\nb) Điều khác\n"
FILE = {"name": "van-ban.txt", "mimeType": "text/plain", "buffer": ACT.encode()}


def test_rules_are_read_compared_and_tried_on_a_phone(site: Site, open_page, picture):
    season = site.python(WARD).split()[-1]
    site.start()
    page = open_page(f"{site.address}/quy-tac/hx17/", screen="phone", cookie=site.session_of("canbo"))
    read(page, picture)
    page.goto(f"{site.address}/quy-tac/")
    arrive(page.get_by_role("link", name="So sánh hai bộ quy tắc"))
    compare(page, picture, season)
    page.goto(f"{site.address}/dot/{season}/ket-qua/")
    arrive(page.get_by_role("link", name="Thử bộ quy tắc khác"))
    tried(page, picture)


def read(page, picture) -> None:
    """The act is attached, a clause looked for without marks and read beside it."""
    arrive(page.get_by_role("link", name="Đính kèm văn bản gốc"))
    page.set_input_files("#id_act", FILE)
    arrive(page.get_by_role("button", name="Đính kèm"))
    seen(page, picture, "rules-contents")
    page.get_by_label("Tìm trong bộ quy tắc").fill("tren 2/3 so dang vien")
    arrive(page.get_by_role("button", name="Tìm"))
    seen(page, picture, "rules-find")
    arrive(page.get_by_role("link", name="Trên 2/3 số đảng viên chính thức bỏ phiếu tán thành"))
    expect(page.get_by_text("Nguyên văn của điều về mức xuất sắc")).to_be_visible()
    expect(page.get_by_text("phải trên 2/3", exact=False).first).to_be_visible()
    seen(page, picture, "rules-chapter")


def compare(page, picture, season: str) -> None:
    """The book of the season beside a shipped one, only what was dropped."""
    page.get_by_label("Bộ trước").select_option("hx17")
    page.get_by_label("Bộ sau").select_option(f"dot@{season}")
    arrive(page.get_by_role("button", name="So sánh"))
    arrive(page.get_by_role("navigation", name="Loại khác nhau").get_by_role("link", name="Bỏ"))
    expect(page.get_by_role("link", name="Tải bản Word")).to_be_visible()
    seen(page, picture, "rules-compared")


def tried(page, picture) -> None:
    """The closed season under the shipped book."""
    page.get_by_label("Bộ quy tắc để thử").select_option("hx17")
    arrive(page.get_by_role("button", name="Thử", exact=True))
    expect(page.get_by_text("kết quả của đảng viên sẽ khác")).to_be_visible()
    seen(page, picture, "rules-tried")


def seen(page, picture, name: str) -> None:
    """The page keeps what every page must, and has its picture taken where pictures are wanted."""
    picture(page, name)
    check_page(page)

"""Results on screen: a decision looked over and confirmed, the capped shares, a decision from above with its scan."""

import pytest
from playwright.sync_api import expect

from tests.journeys.checks import arrive, check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

WARD = """
from tests.rooms.grading import make
scene = make.on_pages(make.at_the_line())
make.above(scene)
print(scene.season.key, scene.cell.key, make.member(scene, "plain").key)
"""
SCAN = {"name": "quyet-dinh.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_a_list_is_decided_and_one_result_changed_from_above(site: Site, open_page, picture, screen):
    season, cell, subject = site.python(WARD).split()[-3:]
    site.start()
    home = f"{site.address}/dot/{season}"
    page = open_page(f"{home}/ty-le/", screen=screen, cookie=site.session_of("vanphong"))
    page.get_by_text("Chi bộ Tổ dân phố 1: bằng nhau ở ngưỡng (2)").click()
    expect(page.get_by_text("Lê Thị Bình")).to_be_visible()
    seen(page, picture, f"quotas-{screen}")

    page.goto(f"{home}/ket-qua/{cell}/quyet-dinh/")
    page.fill("#id_decided_on", "04/12/2017")
    page.fill("#id_document", "11-QĐ/ĐU")
    page.get_by_label("Đỗ Thị Én – mức").select_option(label="Hoàn thành tốt nhiệm vụ")
    arrive(page.get_by_role("button", name="Tiếp tục"))
    expect(page.get_by_role("heading", name="Kiểm tra lại trước khi ghi")).to_be_visible()
    seen(page, picture, f"decide-look-{screen}")
    arrive(page.get_by_role("button", name="Sửa lại"))
    assert page.input_value("#id_document") == "11-QĐ/ĐU"
    arrive(page.get_by_role("button", name="Tiếp tục"))
    arrive(page.get_by_role("button", name="Ghi quyết định"))
    expect(page.get_by_role("heading", name="Đã ghi quyết định")).to_be_visible()
    seen(page, picture, f"decide-done-{screen}")

    page.goto(f"{home}/ket-qua-cua/{subject}/cap-tren/")
    fill_above(page)
    arrive(page.get_by_role("button", name="Tiếp tục"))
    expect(page.get_by_role("heading", name="Kiểm tra lại trước khi ghi")).to_be_visible()
    seen(page, picture, f"above-look-{screen}")
    arrive(page.get_by_role("button", name="Ghi quyết định"))
    arrive(page.get_by_role("link", name="Về trang kết quả"))
    expect(page.get_by_role("link", name="Bản quét văn bản 88-QĐ/TU")).to_be_visible()
    seen(page, picture, f"above-done-{screen}")


def fill_above(page) -> None:
    """What the document of the committee above says."""
    page.get_by_label("Cấp trên đã quyết định").select_option(label="Ban Thường vụ Thị ủy")
    page.fill("#id_decided_on", "04/12/2017")
    page.fill("#id_document", "88-QĐ/TU")
    page.get_by_label("Hoàn thành nhiệm vụ", exact=True).check()
    page.set_input_files("#id_scan", SCAN)


def seen(page, picture, name: str) -> None:
    """The page keeps what every page must, and has its picture taken where pictures are wanted."""
    picture(page, name)
    check_page(page)

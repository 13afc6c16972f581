"""Score slips on screen: one by one, and a server killed between two of them loses none."""

import os
import signal

import pytest
from playwright.sync_api import expect

from tests.journeys.checks import arrive, check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

MEETING = """
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings
scene = make.scene(as_of=meetings.DAY)
meeting = meetings.reviewed(scene)
round_ = make.counting(scene, make.prepared(scene, meeting, "cell_score", entry="sheet"))
print(round_.key)
"""
PARTS = (38, 18, 14, 14, "9,5")


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_slips_keyed_one_by_one_outlive_the_server(site: Site, open_page, picture, screen):
    key = site.python(MEETING).split()[-1]
    site.start()
    page = open_page(f"{site.address}/vong/{key}/phieu-diem/", screen=screen, cookie=site.session_of("vanphong"))
    check_page(page)
    page.fill("#id_returned", "6")
    arrive(page.get_by_role("button", name="Bắt đầu nhập"))
    for _ in range(2):
        for number, points in enumerate(PARTS, start=1):
            page.fill(f"#d_{number}", str(points))
        arrive(page.get_by_role("button", name="Lưu phiếu này"))
    picture(page, f"score-pile-{screen}")
    check_page(page)
    os.killpg(site.server.pid, signal.SIGKILL)
    site.server.wait(timeout=60)
    site.again()
    page.reload()
    expect(page.get_by_role("heading", name="Đã nhập 2/6 phiếu")).to_be_visible()
    assert page.get_by_text("38 – 18 – 14 – 14 – 9,5").count() == 2

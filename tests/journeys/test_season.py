"""A season in its midst on screen: every page an account is led to, on a phone and at a desk."""

import pytest

from tests.journeys.checks import check_page
from tests.journeys.crawl import walk
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

SEASON = """
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import commands as org_commands
from tests.rooms.ballots import make as ballots
from tests.rooms.grading import make as grading
from tests.rooms.org import make as org
scene = grading.judged(closed=False)
grading.decided(scene, "plain", "TOT", reason="Ban Chấp hành thống nhất")
grading.returned(scene, "deputy")
meeting = Meeting.objects.get(unit=scene.cell)
ballots.counting(scene, ballots.prepared(scene, meeting, number=2))
own = org.account("dangvien")
org.give(own, "member", scene.cell, by=scene.ward.administrator, at=scene.at())
org_commands.tie_account(scene.person("plain"), own, by=scene.ward.officer, at=scene.at())
grading.on_pages(scene)
"""
# The small rulebook of the scene asks nobody for a self-review and grades no party body: their pages say so.
NOT_ASKED = ("ban-kiem-diem", "dang-bo")
COUNTED = {
    "ballots:ballots",
    "ballots:round",
    "ballots:result",
    "meetings:meeting",
    "meetings:line",
    "meetings:minutes",
}
GRADED = {"grading:results", "grading:unit_results", "grading:result"}
KEYED = {"papers:counter", "papers:papers", "papers:report_up", "desk:board", "desk:home"}
ACCOUNTS = {
    "canbo": COUNTED | GRADED | KEYED | {"cycles:season", "grading:quotas", "grading:decide", "reviews:preparations"},
    "vanphong": COUNTED | GRADED | KEYED,
    "bithu1": {"desk:home", "meetings:meeting"},
    "kiemtra": {"desk:home", "desk:board"},
    "dangvien": {"desk:home"},
}


@pytest.fixture(scope="module")
def season(tmp_path_factory, origin):
    """A running site with a ward whose cell votes a second time, with results in force, decided and sent back."""
    site = origin.copied_to(tmp_path_factory.mktemp("season") / "home")
    site.python(SEASON)
    yield site.start()
    site.stop()


@pytest.mark.parametrize(
    ("account", "screen"),
    [
        *((account, screen) for account in ("canbo", "bithu1") for screen in ("phone", "desk")),
        ("vanphong", "phone"),
        ("kiemtra", "desk"),
        ("dangvien", "phone"),
    ],
)
def test_every_page_can_be_read_and_used(season: Site, open_page, picture, *, account, screen):
    page = open_page(f"{season.address}/", screen=screen, cookie=season.session_of(account))
    met, found = set(), {}
    for kind in walk(page, season, each=1, besides=NOT_ASKED):
        met.add(kind)
        name = kind.replace(":", "-").strip("/").replace("/", "-")
        picture(page, f"{name}-{account}-{screen}")
        try:
            check_page(page)
        except AssertionError as fault:
            found[kind] = str(fault)
    assert (found, ACCOUNTS[account] - met) == ({}, set())

"""A season in its midst on screen: every page an account is led to, on a phone and at a desk."""

import pytest

from tests.journeys.checks import check_page
from tests.journeys.crawl import walk
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

SEASON = """
from kiemdiem.cycles.models import Plan
from tests.rooms.ballots import make as ballots
from tests.rooms.meetings import make as meetings
scene = ballots.scene()
Plan.objects.create(season=scene.season)
meeting = meetings.reviewed(scene)
ballots.tellers(scene, meeting)
ballots.counting(scene, ballots.prepared(scene, meeting))
meetings.planned(scene, scene.ward.cells[1])
"""


@pytest.fixture(scope="module")
def season(tmp_path_factory, origin):
    """A running site with a ward whose cell is counting a round."""
    site = origin.copied_to(tmp_path_factory.mktemp("season") / "home")
    site.python(SEASON)
    yield site.start()
    site.stop()


@pytest.mark.parametrize("screen", ["phone", "desk"])
@pytest.mark.parametrize("account", ["canbo", "bithu1", "kiemtra"])
def test_every_page_can_be_read_and_used(season: Site, open_page, picture, screen, account):
    page = open_page(f"{season.address}/", screen=screen, cookie=season.session_of(account))
    found = {}
    for kind in walk(page, season, each=1):
        name = kind.replace(":", "-").strip("/").replace("/", "-")
        picture(page, f"{name}-{account}-{screen}")
        try:
            check_page(page)
        except AssertionError as fault:
            found[kind] = str(fault)
    assert found == {}

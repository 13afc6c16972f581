"""The register of a ward on screen: every page of units, people and rights, on a phone and at a desk."""

import pytest

from tests.journeys.checks import check_page
from tests.journeys.crawl import walk
from tests.journeys.site import Site

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def ward(tmp_path_factory, origin):
    """A running site with a small ward."""
    site = origin.copied_to(tmp_path_factory.mktemp("ward") / "home")
    site.python("from tests.rooms.org import make; make.ward()")
    yield site.start()
    site.stop()


@pytest.mark.parametrize("screen", ["phone", "desk"])
@pytest.mark.parametrize(
    ("account", "sees"),
    [
        ("canbo", {"org:units", "org:unit", "org:person", "org:person_act", "org:correct_fact"}),
        ("quantri", {"org:units", "org:unit", "org:rights", "org:revoke_grant"}),
        ("bithu1", {"org:units", "org:unit", "org:person"}),
    ],
)
def test_every_page_of_the_register_can_be_used(ward: Site, open_page, picture, *, screen, account, sees):
    page = open_page(f"{ward.address}/to-chuc/", screen=screen, cookie=ward.session_of(account))
    met = []
    for kind in walk(page, ward, start="/to-chuc/", within=("/to-chuc/", "/nguoi/"), each=1):
        name = kind.replace(":", "-").strip("/").replace("/", "-")
        picture(page, f"{name}-{account}-{screen}")
        check_page(page)
        met.append(kind)
    assert sees <= set(met)

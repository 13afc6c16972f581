"""The components and the screens made of them: read by everybody, on a phone and at a desk."""

import pytest

from tests.journeys.checks import check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

PAGES = ["components", "form", "refused", "tasks", "board", "result", "meeting", "tally", "answers", "done"]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory, origin):
    """The gallery's own site."""
    site = origin.copied_to(tmp_path_factory.mktemp("gallery") / "home")
    site.settings = "tests.journeys.gallery.settings"
    yield site.start()
    site.stop()


@pytest.mark.parametrize("screen", ["phone", "desk"])
@pytest.mark.parametrize("name", PAGES)
def test_every_screen_can_be_read_and_used(gallery: Site, open_page, pictures, name, screen):
    page = open_page(f"{gallery.address}/gallery/{name}/", screen=screen)
    page.screenshot(path=pictures / f"{name}-{screen}.png", full_page=True)
    check_page(page)

"""Pages the office comes to only now and then, on a phone: nothing axe finds, nothing too wide, nothing too small."""

import pytest

from tests.journeys.checks import check_page
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

# The sitting that classifies the ward is open and has scored it; the seasons' other pages stand beside.
WARD = """
from tests.rooms.grading import ward
scene = ward.scene()
ward.scored(scene, ward.deciding(scene), [ward.GOOD] * 5)
print(scene.person("plain").key)
"""
PAGES = (
    "dot/mua-1/dang-bo/",
    "dot/mua-1/dang-bo/du-kien/",
    "dot/mua-1/dang-bo/tu-phan-loai/",
    "dot/mua-1/chuan-bi/",
    "dot/mua-1/chuan-bi/cb1/",
    "dot/mua-1/quay-nhan-ho-so/cb1/",
    "dot/mua-1/thay-doi/",
    "dot/mua-1/thay-doi/?kind=died&person_key={person}&happened_on=20/11/2017",
    "dot/mua-1/ty-le/",
    "dot/mua-1/bieu-duong/de-nghi/",
    "to-chuc/cb1/chia-tach/",
    "to-chuc/cb1/sap-nhap/",
)
UNFOLD = "() => document.querySelectorAll('details').forEach(e => { e.open = true })"


def test_every_page_can_be_used_by_thumb(site: Site, open_page, picture):
    person = site.python(WARD).split()[-1]
    site.start()
    page = open_page(f"{site.address}/", screen="phone", cookie=site.session_of("canbo"))
    found = {}
    for number, address in enumerate(PAGES):
        assert page.goto(f"{site.address}/{address.format(person=person)}").status == 200, address
        page.evaluate(UNFOLD)
        picture(page, f"thumb-{number:02d}")
        try:
            check_page(page)
        except AssertionError as fault:
            found[address] = str(fault)
    assert found == {}

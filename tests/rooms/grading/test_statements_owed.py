"""A result the rules can say nothing about leads to the statements people still owe, and back."""

from datetime import datetime

import pytest
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading import commands
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as asked
from tests.rooms.cycles import make as seasons
from tests.rooms.grading import make
from tests.rooms.org import make as org

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 5, 14, 0, tzinfo=org.ZONE)


@pytest.fixture
def made():
    """The ward under the plan's own rules: one member reviewed, of whose work nobody has said anything."""
    made = seasons.opened()
    make.reviewed_on_paper(made, ("plain",), on=AT.date(), at=AT)
    commands.judge_cell(made.season, made.ward.cells[0], why="Họp", judged_on=AT.date(), by=made.ward.clerk, at=AT)
    Season.objects.filter(pk=made.season.pk).update(is_rehearsal=True, as_of=AT.date())
    return made


def subject(made):
    return cycles.subject_of(made.season, made.ward.persons["plain"])


def offered(made, account):
    """Whether the result leads on to the statements."""
    page = make.signed_in(account).get(reverse("grading:result", args=[made.season.key, subject(made).key]))
    way = reverse("reviews:statements", args=[made.season.key, subject(made).unit.key])
    return (page.status_code, way in [url for _, url in page.context["ways"]])


def test_the_office_is_led_to_the_statements_and_the_inspector_is_not(made):
    assert [offered(made, account) for account in (made.ward.clerk, made.ward.inspector)] == [(200, True), (200, False)]


def test_once_everything_is_stated_the_way_is_gone(made):
    for each in asked.attestations_asked(made.season, subject(made)):
        level = each.levels[0][0] if each.levels else ""
        said = reviews.Statement(each.key, holds=True, stated_by="Chi ủy", stated_on=AT.date(), level=level)
        reviews.attest(made.season, subject(made), statement=said, by=made.ward.clerk, at=AT)

    assert offered(made, made.ward.clerk) == (200, False)

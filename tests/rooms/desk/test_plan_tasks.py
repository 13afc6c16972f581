"""Where the steps of the plan lead from the list of tasks: a report to its writing first, then to its ticking."""

from datetime import date

import pytest

from kiemdiem.cycles import queries as cycles_queries
from kiemdiem.desk import queries
from kiemdiem.reviews import commands
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import account, give
from tests.rooms.reviews import make

pytestmark = pytest.mark.django_db
REPORT = "collective_report"


@pytest.fixture
def made():
    return cycles.opened()


def step_of(made):
    return cycles_queries.step_of(made.season, REPORT, unit=made.ward.peoples_committee)


def place(made, who):
    """Where the task of the People's Committee's report leads the account."""
    wanted = step_of(made)
    title = f"{wanted.title} – {wanted.unit_name}"
    found = queries.todos_of(made.season, who, on=date(2017, 11, 25))
    return [(todo.page, todo.about) for todo in found if todo.title == title]


def report_page(made):
    return [("reviews:report", (made.season.key, made.ward.peoples_committee.key, REPORT))]


def step_page(made):
    return [("cycles:step", (made.season.key, str(step_of(made).pk)))]


def test_a_reports_step_leads_to_the_report_until_its_last_section_is_written(made):
    clerk, unit = made.ward.clerk, made.ward.peoples_committee
    assert place(made, clerk) == report_page(made)
    kept = make.report(made, unit)
    first, text = next(iter(kept.sections.items()))
    for words, expected in (("", report_page(made)), (text, step_page(made))):
        commands.write_report(made.season, unit, kind=REPORT, sections={first: words}, by=clerk, at=make.AT)
        assert place(made, clerk) == expected


def test_who_may_tick_but_not_read_reports_is_led_to_the_step(made):
    stand_in = account("thaythe")
    acts = ("cycles.finish_step", "cycles.see_season")
    give(stand_in, "clerk", made.ward.body, by=made.ward.administrator, at=made.at)
    stand_in.grants.update(acts=list(acts))
    assert place(made, stand_in) == step_page(made)


def test_the_written_report_shows_the_way_to_its_tick(made, client):
    made.season.__class__.objects.filter(pk=made.season.pk).update(is_rehearsal=True, as_of=make.DAY)
    client.force_login(made.ward.clerk)
    url = f"/dot/{made.season.key}/bao-cao/{made.ward.peoples_committee.key}/{REPORT}/"
    words = "Ghi bước kế hoạch này đã thực hiện"
    assert client.get(url).content.decode().count(words) == 0
    make.report(made, made.ward.peoples_committee)
    assert client.get(url).content.decode().count(words) == 1

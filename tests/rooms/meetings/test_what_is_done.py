"""What a unit has behind it by the plan, and whose members a review before a cell calls."""

from datetime import timedelta

import pytest

from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries as seasons
from kiemdiem.cycles.models import Place, SeasonSubject
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.queries.called import called_to, cell_called
from kiemdiem.meetings.queries.facts import done_in
from tests.rooms.cycles import make

pytestmark = pytest.mark.django_db
A_WEEK = timedelta(days=7)


@pytest.fixture
def made():
    return make.opened(make.passed(make.drafted()))


def test_what_a_unit_owes_itself_is_not_done_by_another(made):
    first, second = made.ward.cells
    step = seasons.step_of(made.season, "briefing", unit=first)
    cycles.finish_step(
        step, done_on=step.from_on, paper="Biên bản", version=step.version, by=made.ward.officer, at=made.at + A_WEEK
    )

    told = {unit.key: "briefing" in done_in(made.season, unit) for unit in (first, second, made.ward.body)}
    assert told == {first.key: True, second.key: False, made.ward.body.key: True}


def test_a_body_reviewed_before_a_cell_meets_before_its_members(made):
    body, cell = made.ward.executive_committee, made.ward.cells[0]
    meeting = Meeting(season=made.season, unit=body, kind="review")
    subject = SeasonSubject.objects.get(season=made.season, kind="collective", unit=body)
    assert cell_called(meeting) is None

    Place.objects.filter(subject=subject).update(before=cell)
    own = Meeting(season=made.season, unit=cell, kind="review")
    day = make.CELL_DAYS[0]
    assert cell_called(meeting) == cell
    assert called_to(meeting, on=day) == called_to(own, on=day) != []

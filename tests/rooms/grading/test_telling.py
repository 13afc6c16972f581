"""A leader's result is told to his cell, on time and provably: the season's rules are asked when it is given."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.notices import commands
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
ON, LATE = date(2017, 12, 4), date(2017, 12, 5)


@pytest.fixture
def made():
    return make.opened()


def owed(made, to):
    leader = SeasonSubject.objects.filter(season=made.season, kind="leader", person=made.ward.persons["chair"]).first()
    wording = commands.Wording(kind="leader_result", about=f"subject:{leader.key}", title="Kết quả kiểm điểm")
    at = datetime(2017, 12, 1, 9, 0, tzinfo=ZONE)
    return commands.owe_notice(
        wording, to=to, under=made.ward.body, due_on=ON, season=made.season.key, by=made.ward.clerk, at=at
    )


def give(made, notice, on):
    at = datetime(on.year, on.month, on.day, 9, 0, tzinfo=ZONE)
    return commands.give_notice(notice, given_on=on, proof="signed_list", by=made.ward.clerk, at=at)


@pytest.mark.clause("HX17-IV.5-2")
def test_a_leaders_result_goes_to_a_cell_and_nowhere_else(made):
    with pytest.raises(Refused) as refusal:
        give(made, owed(made, made.ward.executive_committee), LATE)
    answer = refusal.value.answer

    assert (answer.gates, [each.gates for each in answer.also]) == (
        ("give_notice.leader_result",),
        [("give_notice.due",)],
    )
    assert give(made, owed(made, made.ward.cells[0]), ON).given_on == ON


def test_a_notice_without_a_rule_is_given_freely(made):
    wording = commands.Wording(kind="result", about="subject:x", title="Kết quả")
    at = datetime(2017, 12, 1, 9, 0, tzinfo=ZONE)
    notice = commands.owe_notice(
        wording, to=made.ward.executive_committee, under=made.ward.body, due_on=ON, season=made.season.key,
        by=made.ward.clerk, at=at,
    )  # fmt: skip

    assert give(made, notice, LATE).given_on == LATE

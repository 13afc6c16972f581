"""Results sent on by a step of the plan: by whom, to whom, and after what."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 4, 9, 0, tzinfo=ZONE)
ON = date(2017, 12, 4)


@pytest.fixture
def made():
    return make.opened()


def said_no(made, step, **more):
    sent = queries.Sent(**more)
    with pytest.raises(Refused) as refusal:
        commands.finish_step(step, done_on=ON, sent=sent, by=made.ward.clerk, at=AT)
    answer = refusal.value.answer
    return {gate for each in (answer, *answer.also) if not each.allowed for gate in each.gates}


@pytest.mark.clause("HX17-IV.5-1")
def test_a_collective_sends_its_results_to_the_standing_committee_only(made):
    step = queries.step_of(made.season, "leader_results", unit=made.ward.peoples_committee)

    assert said_no(made, step, to=made.ward.executive_committee) == {"send_results.leader_address"}
    assert commands.finish_step(step, done_on=ON, by=made.ward.clerk, at=AT).allowed


@pytest.mark.clause("HX17-IV.12-1")
def test_the_report_goes_up_from_the_body_the_plan_names_and_after_its_decision(made):
    step = queries.step_up(made.season)
    committee = made.ward.executive_committee

    wrong = said_no(made, step, sender=committee, to=committee)
    assert wrong == {"send_results.up_sender", "send_results.up_address", "send_results.up_after"}

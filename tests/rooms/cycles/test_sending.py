"""Results sent on by a step of the plan: by whom, to whom, and after what."""

from datetime import date, datetime, timedelta

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 4, 9, 0, tzinfo=ZONE)
ON = date(2017, 12, 4)
DAY = timedelta(days=1)


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


def test_a_past_day_alone_does_not_get_results_past_the_order(made):
    step, by = queries.step_up(made.season), made.ward.clerk
    with pytest.raises(Refused, match="ngày 04/12/2017 đã qua"):
        commands.finish_step(step, done_on=ON, by=by, at=AT + DAY)
    answer = commands.finish_step(step, done_on=ON, paper="Công văn 12-CV/ĐU", by=by, at=AT + DAY)
    kept = queries.step_up(made.season)
    assert (answer.out_of_order, answer.rows) == (True, ("HX17-IV.12-1", "HX17-IV.11-1"))
    assert (kept.done_on, kept.done_paper) == (ON, "Công văn 12-CV/ĐU")
    assert kept.done_mark == answer.warning
    assert answer.warning.count("Sai trình tự (IV.11, IV.12)") == 1


def test_a_sending_in_its_turn_told_by_its_paper_gets_no_mark(made):
    step = queries.step_of(made.season, "leader_results", unit=made.ward.peoples_committee)
    commands.finish_step(step, done_on=ON, paper="Báo cáo số 05-BC/UBND", by=made.ward.clerk, at=AT + DAY)
    kept = queries.step_of(made.season, "leader_results", unit=made.ward.peoples_committee)
    assert (kept.done_on, kept.done_mark) == (ON, "")


@pytest.mark.clause("HX17-IV.12-1")
def test_the_report_goes_up_from_the_body_the_plan_names_and_after_its_decision(made):
    step = queries.step_up(made.season)
    committee = made.ward.executive_committee

    wrong = said_no(made, step, sender=committee, to=committee)
    assert wrong == {"send_results.up_sender", "send_results.up_address", "send_results.up_after"}

"""Design promise: what already happened is recorded and marked; what would be untrue is refused all the same."""

import pytest

from tests.clauses.hx17.season import gate

UNTRUE = {
    "open_season.readings": (),
    "move_meeting.reason": ("HX17-IV.7-1",),
    "send_report.sections": ("HX17-II.3.1.a-1",),
    "submit_self_review.once": ("HX17-II.3.2.a-1",),
    "conclude_line.collective_conclusion": ("HX17-II.3.1.c-4",),
    "conclude_line.conclusion": ("HX17-II.3.2.c-10",),
    "close_meeting.minutes": ("HX17-IV.5-5", "HX17-IV.8-11"),
    "close_meeting.rounds": ("HX17-III.1.4-8",),
    "issue_slips.present": ("HX17-III.1.4-1",),
    "issue_slips.round1_options": ("HX17-III.1.4-4",),
    "issue_slips.round2_options": ("HX17-III.1.4-6",),
    "open_round.limit": ("HX17-III.1.4-3",),
    "lock_count.balance": ("HX17-III.1.4-5",),
    "lock_count.agree": ("HX17-III.1.4-5",),
    "lock_count.marks": ("HX17-III.1.4-4",),
    "announce_round.locked": ("HX17-III.1.4-5", "HX17-III.1.4-8"),
    "repeat_vote.once": ("HX17-III.1.3.b-2", "HX17-III.1.3.c-2"),
    "repeat_vote.reason": ("HX17-III.1.3.b-2",),
    "key_score_slip.parts": ("HX17-III.2.3.a-1",),
    "record_decision.body": ("HX17-III.2.3.b-1",),
    "record_decision.party_body": ("HX17-IV.11-1",),
    "record_decision.reason": ("HX17-III.2.3.b-1",),
    "record_decision.not_alone": ("HX17-III.2.3.b-1",),
    "close_season.register": ("HX17-III.1.1-1", "HX17-III.1.4-11"),
}


@pytest.mark.parametrize("key", [pytest.param(key, marks=pytest.mark.clause(*rows)) for key, rows in UNTRUE.items()])
def test_a_record_without_these_would_be_untrue(hx17, key):
    assert gate(hx17, key).recording == "refuse"


def test_everything_else_that_happened_can_be_entered_and_is_marked(hx17):
    marked = {each.key for each in hx17.process.gates if each.recording == "mark"}
    assert marked == {each.key for each in hx17.process.gates} - set(UNTRUE)

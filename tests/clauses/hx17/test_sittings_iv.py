"""HX17 III.2.3.b, IV — the meetings beside the reviews: who holds them, when, and their business."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiemdiem.core.process.facts import AdvanceStep, CloseMeeting, Named
from kiemdiem.core.process.method import as_named
from tests.clauses.hx17.season import OTHER, decision, item, opening, refusals, scheduled, warnings
from tests.clauses.hx17.test_bodies_and_decisions import PROPOSED

ROWS = {
    "plan_conference": ("HX17-IV.1-1", "executive_committee", "plan_conference"),
    "proposal": ("HX17-IV.10-1", "standing_committee", "standing_proposal"),
    "decision": ("HX17-IV.11-1", "executive_committee", "executive_decision"),
}
KINDS = [
    pytest.param(kind, body, plan_item, marks=pytest.mark.clause(row)) for kind, (row, body, plan_item) in ROWS.items()
]
DAYS = ("HX17-IV.1-1", "HX17-IV.10-1", "HX17-IV.11-1")
ORDER = ("HX17-IV.10-1", "HX17-III.2.3.b-1", "HX17-III.2.3.b-2", "HX17-III.2.3.b-3")


def sitting(book, kind):
    return next(each for each in book.process.sittings if each.kind == kind)


@pytest.mark.parametrize(("kind", "body", "plan_item"), KINDS)
def test_who_holds_the_sitting_and_which_step_of_the_plan_it_is(hx17, kind, body, plan_item):
    found = sitting(hx17, kind)
    assert (found.held_by, found.plan_item) == ((body,), plan_item)


@pytest.mark.parametrize(("kind", "body", "plan_item"), KINDS)
@pytest.mark.parametrize(("off", "stopped"), [(0, False), (-1, True), (1, True)])
def test_the_sitting_is_on_the_day_of_the_plan(hx17, kind, body, plan_item, off, stopped):
    day = item(hx17, plan_item).from_on
    facts = scheduled(
        unit="u", unit_kind=body, kind=kind, meeting_on=day + timedelta(days=off), window_from_on=day,
        window_until_on=day, next_step="", next_step_on=None,
    )  # fmt: skip
    assert refusals(hx17, facts) == ([DAYS] if stopped else [])


@pytest.mark.clause("HX17-IV.1-2")
def test_the_bodies_and_the_secretaries_of_the_cells_are_called_to_the_conference(hx17):
    assert sitting(hx17, "plan_conference").groups == (
        "executive_members", "council_chairs", "peoples_committee_members", "front_members", "farmers_executive",
        "women_executive", "veterans_executive", "youth_union_executive", "cell_secretaries",
    )  # fmt: skip


BUSINESS = {
    "HX17-IV.1-1": {"plan_conference": ("conference.brief", "conference.pass")},
    "HX17-IV.9-1": {"proposal": ("proposal.check",)},
    "HX17-IV.10-1": {"proposal": ("proposal.check", "proposal.grades", "proposal.party_body")},
    "HX17-IV.11-1": {"decision": ("decision.appraise", "decision.classify")},
    "HX17-III.2.3.b-1": {"decision": ("decision.appraise", "decision.recognise")},
    "HX17-III.2.3.b-2": {"decision": ("decision.report",)},
    "HX17-III.2.3.b-3": {"decision": ("decision.score",)},
    "HX17-III.2.3.b-4": {"decision": ("decision.commend",)},
}


@pytest.mark.parametrize(
    ("row", "owed"), [pytest.param(row, owed, marks=pytest.mark.clause(row)) for row, owed in BUSINESS.items()]
)
def test_the_business_each_row_puts_on_a_sitting(hx17, row, owed):
    found = {each.kind: tuple(step.key for step in each.steps if row in step.rows) for each in hx17.process.sittings}
    assert {kind: steps for kind, steps in found.items() if steps} == owed


def held(kind, body, **change):
    made = opening(body, kind=kind, done=("aggregation", "standing_proposal"))
    return replace(made, **change)


@pytest.mark.clause("HX17-IV.9-1")
def test_the_standing_committee_checks_what_the_office_aggregated(hx17):
    assert refusals(hx17, held("proposal", "standing_committee")) == []
    assert refusals(hx17, held("proposal", "standing_committee", done=())) == [("HX17-IV.9-1",)]


@pytest.mark.clause("HX17-IV.10-1")
def test_the_executive_committee_appraises_after_the_standing_committee(hx17):
    assert refusals(hx17, held("decision", "executive_committee")) == []
    assert refusals(hx17, held("decision", "executive_committee", done=("aggregation",))) == [("HX17-IV.10-1",)]


@pytest.mark.clause("HX17-IV.11-1")
def test_the_decision_is_the_executive_committees_conference(hx17):
    assert refusals(hx17, held("decision", "executive_committee", groups=())) == [("HX17-IV.11-1",)]


def point(book, kind, key, *, done):
    owed = as_named(sitting(book, kind).steps)
    return AdvanceStep(
        step=key, owed_steps=owed, done_steps=done, unit_kind="executive_committee", chair=OTHER.key, about="",
        other_chairs=3, others_before=(),
    )  # fmt: skip


@pytest.mark.clause(*ORDER)
@pytest.mark.parametrize("kind", ["plan_conference", "proposal", "decision"])
def test_the_business_is_taken_in_its_order(hx17, kind):
    keys = [step.key for step in sitting(hx17, kind).steps]
    for place, key in enumerate(keys[1:], start=1):
        assert refusals(hx17, point(hx17, kind, key, done=tuple(keys[:place]))) == []
        assert refusals(hx17, point(hx17, kind, key, done=tuple(keys[: place - 1]))) == [ORDER]


@pytest.mark.clause("HX17-IV.10-1", "HX17-IV.11-1")
def test_business_left_over_is_told_at_the_closing(hx17):
    closing = CloseMeeting(minutes="Biên bản", minutes_words=2)
    left = replace(closing, open_points=(Named(key="decision.score", name="Chấm điểm Đảng bộ"),))
    assert (warnings(hx17, closing), warnings(hx17, left)) == ([], [("HX17-IV.10-1", "HX17-IV.11-1")])


@pytest.mark.clause("HX17-IV.10-1")
def test_the_grade_of_the_party_body_is_proposed_at_the_sitting(hx17):
    away = replace(PROPOSED, done=("executive_review",))
    assert (refusals(hx17, PROPOSED), refusals(hx17, away)) == ([], [("HX17-IV.10-1",)])


@pytest.mark.clause("HX17-IV.11-1")
def test_the_party_body_is_classified_at_the_sitting(hx17):
    assert refusals(hx17, decision(subject_kind="party_body", done=("scored",))) == [("HX17-IV.11-1",)]


@pytest.mark.clause("HX17-III.2.3.b-3")
def test_the_party_body_is_scored_before_it_is_classified(hx17):
    assert sitting(hx17, "decision").scores == ("party_body",)
    assert refusals(hx17, decision(subject_kind="party_body", done=("sat.decision",))) == [("HX17-III.2.3.b-3",)]


@pytest.mark.clause("HX17-III.2.3.b-1")
@pytest.mark.parametrize("kind", ["member", "cell"])
def test_a_recognition_outside_a_sitting_is_told(hx17, kind):
    facts = decision(subject_kind=kind, done=())
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [("HX17-III.2.3.b-1",)])


@pytest.mark.clause("HX17-II.3.1.a-2", "HX17-IV.6-1")
def test_the_rules_of_a_review_are_not_asked_of_other_sittings(hx17):
    """No report has to be out three days ahead of them, and their day is not that of the review."""
    day = item(hx17, "executive_decision").from_on
    facts = scheduled(
        unit="u", unit_kind="executive_committee", kind="decision", meeting_on=day, window_from_on=day,
        window_until_on=day, next_step="", next_step_on=None, sent_on=day,
    )  # fmt: skip
    assert (refusals(hx17, facts), day) == ([], date(2017, 12, 13))

"""I.2, I.4, II.1, II.2, III, V.3: the steps of a review, the committee's meeting on grades, and who votes where."""

import pytest

from kiemdiem.core.process.method import steps_of

EVERY_COLLECTIVE = ("collective.report", "collective.explanation", "collective.conclude")
ASKED_ABOUT = ("collective.report", "collective.opinions", "collective.explanation", "collective.conclude")
ELSEWHERE = ("individual.present", "individual.explanation", "individual.conclude")
IN_CELL = ("individual.report", "individual.comments", "individual.explanation", "individual.conclude")
COLLECTIVE = ("B.I.4.1.1.a-1", "B.I.4.1.2-3", "B.I.4.2.1-3")
STEPS = [
    ("collective", "executive_committee", ASKED_ABOUT, (*COLLECTIVE, "B.I.4.1.1.a-2", "B.I.4.1.1.a-6")),
    ("collective", "cell_committee", ASKED_ABOUT, (*COLLECTIVE, "B.I.4.1.1.a-2", "B.I.4.1.1.a-6")),
    ("collective", "union_executive", EVERY_COLLECTIVE, COLLECTIVE),
    ("collective", "youth_union_executive", EVERY_COLLECTIVE, COLLECTIVE),
    ("individual", "executive_committee", ELSEWHERE, ("B.I.2.1.2-2", "B.I.4.1.2-3", "B.I.4.2.1-4")),
    ("individual", "cell_committee", ELSEWHERE, ("B.I.2.1.2-2", "B.I.4.1.2-3", "B.I.4.2.1-4")),
    ("individual", "cell", IN_CELL, ("B.II.2.4.B1-2", "B.I.4.1.1.b-4", "B.I.4.1.1.b-5", "B.I.4.1.2-3", "B.I.4.2.1-4")),
]


@pytest.mark.parametrize(
    ("method", "unit_kind", "owed"),
    [pytest.param(*each[:3], marks=pytest.mark.clause(*(f"DN18-{row}" for row in each[3]))) for each in STEPS],
)
def test_the_steps_of_a_review_in_their_order(dn18, method, unit_kind, owed):
    assert tuple(step.key for step in steps_of(dn18.process, method, unit_kind=unit_kind)) == owed


@pytest.mark.clause("DN18-B.II.2.4.B1-2", "DN18-B.I.4.1.1.a-1", "DN18-B.I.2.1.2-2")
def test_the_minutes_keep_the_report_as_presented(dn18):
    steps = [step for each in dn18.process.methods for step in each.steps]
    assert [step.key for step in steps if step.entry == "presented"] == [
        "collective.report", "individual.report", "individual.present",
    ]  # fmt: skip


@pytest.mark.clause("DN18-B.I.4.2.1-5")
@pytest.mark.parametrize("method", ["collective", "individual"])
def test_the_guidance_adds_its_own_steps_before_the_conclusion(filled, method):
    *_, added, last = steps_of(filled.process, method, unit_kind="cell")
    assert (added.key, added.title, last.key) == (
        f"{method}.method_1", "Các bước tiến hành (minh họa)", f"{method}.conclude",
    )  # fmt: skip


@pytest.mark.clause("DN18-B.V.3-2")
def test_the_committee_grades_at_a_meeting_of_its_own_day(dn18):
    (found,) = dn18.process.sittings
    assert (found.kind, found.held_by, found.plan_item) == ("decision", ("executive_committee",), "committee_meeting")
    assert (found.groups, found.scores) == (("executive_members",), ("party_body",))


BUSINESS = {
    "DN18-B.II.1.2-2": "grading.members",
    "DN18-B.II.1.6.B3-3": "grading.organisations",
    "DN18-B.II.1.6.B1-3": "grading.party_body",
    "DN18-B.II.1.4-4": "grading.votes",
}


@pytest.mark.parametrize(
    ("row", "step"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in BUSINESS.items()]
)
def test_the_business_each_row_puts_on_that_meeting(dn18, row, step):
    (found,) = dn18.process.sittings
    assert [each.key for each in found.steps if row in each.rows] == [step]


HELD = [
    ("member_grade", (), False, "B.II.2.4.B2-5"),
    ("member_decision", (), True, "B.II.2.4.B3-2"),
    ("cell_self", ("cell_committee",), False, "B.II.1.6.B1-3"),
    ("cell_decision", (), True, "B.II.1.6.B3-3"),
    ("party_body_self", (), True, "B.II.1.6.B1-3"),
    ("party_body_by_cells", ("cell",), False, "B.III-3"),
    ("collective_decision", (), True, "B.II.3.4.B3-2"),
    ("leader_grade", (), False, "B.II.1.4-5"),
]


@pytest.mark.parametrize(
    ("ballot", "held_by", "at_sitting"),
    [pytest.param(*each[:3], marks=pytest.mark.clause(f"DN18-{each[3]}")) for each in HELD],
)
def test_where_a_ballot_is_held(dn18, ballot, held_by, at_sitting):
    (sitting,) = dn18.process.sittings
    assert (dn18.ballots.ballot(ballot).held_by, ballot in sitting.ballots) == (held_by, at_sitting)


@pytest.mark.clause("DN18-B.II.3.4.B3-2", "DN18-B.II.3.3.a-1")
def test_the_committee_votes_on_every_collective_but_itself(dn18):
    kinds = dn18.ballots.ballot("collective_decision").unit_kinds
    reviewed = {kind for one in dn18.subjects.reviewed for kind in one.unit_kinds}
    assert set(kinds) == reviewed - {"executive_committee"}


@pytest.mark.clause("DN18-B.III-2")
def test_a_cells_committee_scores_the_cell_at_its_own_review(filled):
    held = {slip.subject: slip.held_by for slip in filled.ballots.score_slips}
    assert held == {"cell": ("cell_committee",), "party_body": ()}

"""I.2, I.4, II.1, II.2, III, V.3: the steps of a review, the committee's meeting on grades, and who votes where."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import ConcludeLine, Named, Paper, SubmitDossier
from kiemdiem.core.process.method import steps_of
from tests.clauses.dn18.test_reviews_i import called
from tests.clauses.hx17.season import opening, refusals

COMMITTEE = "executive_committee"

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


REVIEWED = ("reviewed.cell", "reviewed.cell_committee", "reviewed.executive_committee")


def grading(**change):
    """The committee's meeting on grades about to be opened, everything reviewed before."""
    made = opening(COMMITTEE, kind="decision", done=REVIEWED, groups=called("executive_members"))
    return replace(made, **change)


@pytest.mark.clause("DN18-B.II-1")
@pytest.mark.parametrize("missing", REVIEWED)
def test_grades_are_given_once_the_reviews_are_over(dn18, missing):
    assert refusals(dn18, grading()) == []
    short = grading(done=tuple(each for each in REVIEWED if each != missing))
    assert refusals(dn18, short) == [("DN18-B.II-1",)]


@pytest.mark.clause("DN18-B.V.3-2")
def test_the_meeting_on_grades_is_the_committees(dn18):
    assert refusals(dn18, grading(groups=())) == [("DN18-B.V.3-2",)]


OWED = (Named(key="individual.report", name="Báo cáo"), Named(key="individual.conclude", name="Kết luận"))
TOLD = ConcludeLine(
    subject="m", owed_steps=OWED, done_steps=("individual.report",), cell_kind="agency", residence_comment=True
)


@pytest.mark.clause("DN18-B.I.4.1.1.b-5")
def test_nobody_is_concluded_on_without_the_comment_of_where_he_lives(dn18):
    assert refusals(dn18, TOLD) == []
    assert refusals(dn18, replace(TOLD, residence_comment=False)) == [("DN18-B.I.4.1.1.b-5",)]
    assert refusals(dn18, replace(TOLD, residence_comment=False, cell_kind="", is_leader=True)) == []


@pytest.mark.clause("DN18-B.II.2.4.B1-2")
def test_nobody_is_concluded_on_before_he_reported_to_the_cell(dn18):
    assert refusals(dn18, replace(TOLD, done_steps=())) == [("DN18-B.II.2.4.B1-2",)]
    assert refusals(dn18, replace(TOLD, done_steps=(), is_collective=True)) == []


PAPERS = (Paper(item="cell_review.report", name="Báo cáo kiểm điểm tập thể"),)
FILES = SubmitDossier(
    dossier="cell_review", from_kind="cell_committee", to_kind=COMMITTEE, done_on=date(2018, 12, 28), owed=PAPERS,
    received=PAPERS,
)  # fmt: skip


@pytest.mark.clause("DN18-B.IV-1")
@pytest.mark.parametrize("dossier", ["cell_review", "cell_summary"])
@pytest.mark.parametrize("wrong", [{"received": ()}, {"to_kind": "superior"}])
def test_a_cell_sends_whole_dossiers_to_the_committee(dn18, dossier, wrong):
    files = replace(FILES, dossier=dossier)
    assert refusals(dn18, files) == []
    assert refusals(dn18, replace(files, **wrong)) == [("DN18-B.IV-1",)]

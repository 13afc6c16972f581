"""What the plan takes from a guidance: nothing is graded until it is filled in, and then by what was filled in."""

import pytest

from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf
from tests.clauses.dn18.grading import DONE, GOOD, NOT, decided, grade, verdict, votes

FRAMED = ("member", "cell", "collective", "party_body")
FRAMES = {"member": "member_frame", "collective": "collective_frame"}


@pytest.mark.clause("DN18-B.II.1.3-1", "DN18-B.II.2.2-1", "DN18-B.II.3.2-1")
@pytest.mark.parametrize("kind", FRAMED)
def test_without_the_frame_nobody_gets_a_grade(dn18, kind):
    assert grade(dn18, kind) == "cannot_say"
    assert dn18.standards.of(kind).standards == ()


@pytest.mark.clause("DN18-B.II.1.4-6")
def test_leaders_get_no_grade_by_votes_alone(dn18, filled):
    assert (grade(dn18, "leader"), grade(filled, "leader")) == ("cannot_say", "HTXSNV")


@pytest.mark.clause("DN18-B.II.2.1-3")
def test_without_the_frame_the_exempt_are_not_graded_all_the_same(dn18):
    assert grade(dn18, "member", exempt_work=True, exempt_activity=True) == "not_graded"


@pytest.mark.clause("DN18-B.II.1.3-1", "DN18-B.II.2.2-1", "DN18-B.II.3.2-1")
@pytest.mark.parametrize("kind", FRAMED)
@pytest.mark.parametrize(
    ("levels", "given"),
    [
        (("excellent", "good", "good"), "HTXSNV"),
        (("good", "good", "good"), "HTTNV"),
        (("excellent", "average", "good"), "HTTNV"),
        (("average", "average", "average"), "HTNV"),
    ],
)
def test_a_grade_asks_the_levels_filled_in(filled, kind, levels, given):
    facts = {f"criterion_{number}": level for number, level in enumerate(levels, start=1)}
    assert grade(filled, kind, **facts) == given


@pytest.mark.clause("DN18-B.II.1.3-1", "DN18-B.II.2.2-1", "DN18-B.II.3.2-1")
@pytest.mark.parametrize("kind", FRAMED)
def test_a_grade_asks_the_further_conditions_filled_in(filled, kind):
    assert grade(filled, kind, further_excellent_1=False) == "HTTNV"
    gaps = shelf.sample_gaps("dn18")
    frame = FRAMES.get(kind, "organisation_frame")
    book = loader.effective(filled, gaps={**gaps, frame: {**gaps[frame], "further_good": ["x"], "further_done": ["y"]}})
    assert grade(book, kind, further_good_1=False, **votes(GOOD)) == "HTNV"
    assert grade(book, kind, further_done_1=False, **votes(DONE)) == "no_grade"


@pytest.mark.clause("DN18-B.II.1.3-1", "DN18-B.II.2.2-1", "DN18-B.II.3.2-1")
@pytest.mark.parametrize("kind", FRAMED)
@pytest.mark.parametrize(
    ("changes", "outcome"),
    [({}, "no_grade"), ({"criterion_2": "poor"}, "KHTNV"), ({"fault_1": True}, "KHTNV")],
)
def test_the_lowest_grade_asks_a_ground_filled_in_and_the_votes(filled, kind, changes, outcome):
    assert grade(filled, kind, **votes(NOT), **changes) == outcome


@pytest.mark.clause("DN18-B.II.1.3-1", "DN18-B.II.2.2-1", "DN18-B.II.3.2-1")
@pytest.mark.parametrize("kind", FRAMED)
def test_a_level_nobody_gave_leaves_the_grade_open(filled, kind):
    found = verdict(filled, kind, criterion_2=None)
    assert (found.outcome, found.finding(f"{kind}.excellent.criterion_2").missing) == ("cannot_say", ("criterion_2",))


@pytest.mark.clause("DN18-B.I.3-1")
def test_the_contents_of_a_review_are_those_filled_in(dn18, filled):
    counts = {key: (len(dn18.criteria.items(key)), len(filled.criteria.items(key))) for key in ("collective", "member")}
    assert counts == {"collective": (5, 7), "member": (5, 7)}
    assert filled.criteria.items("leader")[-1].code == "LD1"


@pytest.mark.clause("DN18-B.II.2.4.B2-3")
def test_the_agencys_grades_are_those_of_the_government(dn18, filled):
    assert [scale.key for scale in dn18.subjects.scales] == ["grade", "criterion_level", "collective_level"]
    assert filled.subjects.scale("civil_grade").codes == ("MAU_A", "MAU_B", "MAU_C")


@pytest.mark.parametrize("gap", shelf.rulebook("dn18").gaps.gaps, ids=lambda gap: gap.key)
def test_every_gap_has_a_fictional_filling(gap):
    assert set(shelf.sample_gaps("dn18")[gap.key]) >= set(gap.fills["required"])


@pytest.mark.clause("DN18-B.II.2.4.B3-2")
def test_a_committees_vote_stands_above_that_of_the_cell(filled):
    assert grade(filled, "member", **votes(GOOD), **decided(DONE)) == "HTNV"

"""III.2.3.b: the ward itself is graded on a scale that the plan takes from elsewhere and the operator fills in."""

import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law import loader
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.rulebooks import shelf
from tests.clauses.hx17.grading import DATABASE, points

WARD = {"subject": "ward", "points": points(8999)}


@pytest.fixture
def filled(hx17):
    """The rulebook with the fictional filling of its gap."""
    return loader.effective(hx17, gaps=shelf.sample_gaps("hx17"))


def judged(book, **changes):
    """What the judge says of the ward."""
    return judge(book, "party_body", rows=[{**WARD, **changes}], cursor=DATABASE.cursor(), dialect="sqlite")[0]


@pytest.mark.clause("HX17-III.2.3.b-3")
def test_nothing_can_be_said_of_the_ward_until_the_scale_is_filled_in(hx17):
    assert judged(hx17).outcome == "cannot_say"
    assert hx17.ballots.score_slip("party_body") is None
    assert [gap.key for gap in hx17.gaps.gaps] == ["party_body_scale"]


@pytest.mark.clause("HX17-III.2.3.b-3")
@pytest.mark.parametrize(("mean", "level"), [(8500, 0), (8499, 1), (6499, 2), (4499, 3)])
def test_the_ward_is_graded_by_the_marks_filled_in(filled, mean, level):
    codes = filled.subjects.scale("party_body_grade").codes
    assert judged(filled, points=points(mean)).grade == codes[level]


@pytest.mark.clause("HX17-III.2.3.b-3")
@pytest.mark.reading("dangbo_contents", "same_headings")
@pytest.mark.reading("form03_dual", "two_variants")
def test_the_slip_of_the_ward_has_the_five_headings_of_the_cells(filled):
    ward, cell = filled.ballots.score_slip("party_body"), filled.ballots.score_slip("cell")
    assert [part.most for part in ward.parts] == [30, 25, 20, 15, 10]
    assert (ward.form, len(ward.parts), len(cell.parts)) == (cell.form, 5, 5)


@pytest.mark.clause("HX17-0-2")
@pytest.mark.parametrize("bands", [[85, 65, 45], [85, 65, 65, 0], [101, 65, 45, 0], [85, 65, 45, 10]])
def test_marks_that_do_not_fit_the_levels_are_refused(hx17, bands):
    gaps = shelf.sample_gaps("hx17")
    gaps["party_body_scale"]["bands"] = bands
    with pytest.raises(RulebookProblems) as found:
        loader.effective(hx17, gaps=gaps)
    assert [problem.entry for problem in found.value.problems] == ["party_body.ladder"]


@pytest.mark.reading("typing_slips", "as_intended")
def test_slips_of_the_pen_keep_the_printed_words_beside_those_read(hx17):
    question = next(one for one in hx17.interpretations.interpretations if one.key == "typing_slips")
    assert {slip.printed: slip.read for slip in question.slips}["TT-TTCB"] == "TT-TTCP"

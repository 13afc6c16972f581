"""II.3.2.c, III.1.4 and III.2.3.a: rounds, boxes, voters and score slips as the rulebook has them."""

import pytest

from tests.clauses.hx17.grading import LEADER, grade, verdict


def round_of(book, number):
    """A round of the ballot on members."""
    return book.ballots.ballot("member_grade").rounds[number - 1]


@pytest.mark.clause("HX17-III.1.4-1")
def test_members_are_graded_by_secret_ballot(hx17):
    assert hx17.ballots.ballot("member_grade").secret is True


@pytest.mark.clause("HX17-III.1.4-2")
def test_the_slip_is_form_07(hx17):
    assert hx17.ballots.ballot("member_grade").form == "07-KĐ.ĐV"


@pytest.mark.clause("HX17-III.1.4-3")
def test_there_are_two_rounds(hx17):
    assert [one.number for one in hx17.ballots.ballot("member_grade").rounds] == [1, 2]


@pytest.mark.clause("HX17-III.1.4-4")
def test_round_one_has_three_boxes_and_a_mark_for_excellent_is_invalid(hx17):
    first = round_of(hx17, 1)
    votes = {option.grade: option.votes for option in first.options}
    assert votes == {"HTTNV": "votes_good", "HTNV": "votes_done", "KHTNV": "votes_not"}
    assert (first.invalid_marks, first.needed) == (("HTXSNV",), "1/2")


@pytest.mark.clause("HX17-III.1.4-5")
def test_round_two_waits_for_the_announced_count_of_round_one(hx17):
    assert round_of(hx17, 2).after == "member_grade.round1"


@pytest.mark.clause("HX17-III.1.4-6")
def test_round_two_chooses_excellent_among_those_voted_good(hx17):
    second = round_of(hx17, 2)
    assert {option.grade: option.votes for option in second.options} == {"HTXSNV": "votes_excellent"}
    assert (second.candidates.round, second.candidates.grade) == ("member_grade.round1", "HTTNV")
    assert second.needed == "2/3"
    assert verdict(hx17, "member", votes_good=5, votes_done=15).voted_grade == "HTNV"


@pytest.mark.clause("HX17-III.1.4-12")
def test_probationary_members_do_not_vote(hx17):
    ballot = hx17.ballots.ballot("member_grade")
    assert ballot.voters == ("official",)
    assert "probationary" in ballot.non_voters


@pytest.mark.clause("HX17-II.3.2.c-11")
def test_leaders_are_voted_on_with_form_04(hx17):
    ballot = hx17.ballots.ballot("leader_assessment")
    assert (ballot.subject, ballot.form) == ("leader", "04-ĐG.CBLĐQL")
    assert tuple(option.grade for option in ballot.rounds[0].options) == hx17.subjects.scale("cadre_grade").codes
    assert ballot.rounds[0].needed == "1/2"


@pytest.mark.clause("HX17-II.3.2.c-11")
@pytest.mark.parametrize(
    ("votes", "given"),
    [("votes_excellent", "HTXSNV"), ("votes_good", "HTTNV"), ("votes_done", "HTNV"), ("votes_limited", "HTNV_LIMITED")],
)
def test_more_than_half_of_those_convened_decide_on_a_leader(hx17, votes, given):
    nobody = {name: 0 for name in LEADER if name.startswith("votes_")}
    assert grade(hx17, "leader", **{**nobody, votes: 8}) == given
    assert grade(hx17, "leader", **{**nobody, votes: 7}) == "no_grade"


@pytest.mark.clause("HX17-II.3.2.c-11")
def test_a_leader_is_voted_on_after_the_review(hx17):
    assert verdict(hx17, "leader", review_done=False).flags == ("waiting",)
    assert grade(hx17, "leader", votes_good=0, votes_done=0, votes_not=8) == "KHTNV"


@pytest.mark.clause("HX17-III.2.3.a-1")
def test_a_cell_is_scored_on_five_contents_up_to_a_hundred(hx17):
    slip = hx17.ballots.score_slip("cell")
    assert (slip.total, len(slip.parts), slip.form) == (100, 5, "03-KĐ.ĐV")


@pytest.mark.parametrize(
    ("item", "most"),
    [
        pytest.param("S1", 40, marks=pytest.mark.clause("HX17-III.2.3.a-2")),
        pytest.param("S2", 20, marks=pytest.mark.clause("HX17-III.2.3.a-3")),
        pytest.param("S3", 15, marks=pytest.mark.clause("HX17-III.2.3.a-4")),
        pytest.param("S4", 15, marks=pytest.mark.clause("HX17-III.2.3.a-5")),
        pytest.param("S5", 10, marks=pytest.mark.clause("HX17-III.2.3.a-6")),
    ],
)
def test_the_most_points_of_a_content(hx17, item, most):
    parts = {part.item: part.most for part in hx17.ballots.score_slip("cell").parts}
    points = {one.code: one.points for one in hx17.criteria.items("cell")}
    assert (parts[item], points[item]) == (most, most)


@pytest.mark.clause("HX17-III.2.3.a-7")
@pytest.mark.reading("score_aggregation", "mean")
def test_slips_make_a_mean_that_is_not_rounded(hx17):
    assert hx17.ballots.score_slip("cell").combine == "mean"
    assert grade(hx17, "cell", points={"sum": 2 * 9000 + 8999, "slips": 3}) == "HTTNV"
    assert (
        "89,99 điểm" in verdict(hx17, "cell", points={"sum": 26999, "slips": 3}).finding("cell.clean.points").sentence
    )

"""Each reading that decides what votes make of a member or a leader."""

import pytest

from tests.clauses.hx17.grading import LEADER, VOTED_DONE, VOTED_GOOD, VOTED_NOT, grade, verdict

NOBODY = {name: 0 for name in LEADER if name.startswith("votes_")}


@pytest.mark.reading("hx_denominator", "enrolled")
def test_votes_are_measured_by_those_enrolled(hx17):
    assert grade(hx17, "member", enrolled_1=30, votes_good=15, votes_excellent=0) == "no_grade"
    assert grade(hx17, "member", enrolled_2=30, votes_excellent=20) == "HTTNV"


@pytest.mark.reading("hx_denominator", "present")
def test_votes_are_measured_by_those_present(under):
    book = under(hx_denominator="present")
    assert grade(book, "member", enrolled_1=30, votes_good=15, votes_excellent=0) == "HTTNV"
    assert grade(book, "member", enrolled_2=30, present_2=20, votes_excellent=14) == "HTXSNV"
    assert {one.denominator for one in book.ballots.ballot("member_grade").rounds} == {"present"}


@pytest.mark.reading("no_majority_rule", "repeat_once")
def test_without_a_majority_there_is_no_grade(hx17):
    found = verdict(hx17, "member", votes_good=10, votes_done=9, votes_not=1, votes_excellent=0)
    assert (found.outcome, found.flags) == ("no_grade", ("no_majority",))
    assert hx17.ballots.ballot("member_grade").no_majority == "repeat"


@pytest.mark.reading("no_majority_rule", "cumulative")
def test_votes_for_better_grades_count_for_lower_ones(under):
    book = under(no_majority_rule="cumulative")
    assert grade(book, "member", votes_good=8, votes_done=3, votes_not=0, votes_excellent=0) == "HTNV"
    assert grade(book, "member", votes_good=8, votes_done=2, votes_not=0, votes_excellent=0) == "no_grade"


@pytest.mark.reading("no_majority_rule", "plurality")
def test_the_grade_with_most_votes_wins(under):
    book = under(no_majority_rule="plurality")
    assert grade(book, "member", votes_good=8, votes_done=7, votes_not=5, votes_excellent=0) == "HTTNV"
    assert grade(book, "member", votes_good=8, votes_done=8, votes_not=4, votes_excellent=0) == "no_grade"
    assert grade(book, "member", votes_good=4, votes_done=9, votes_not=7, votes_excellent=0) == "HTNV"
    disciplined = {"serving_discipline": True, "votes_good": 4, "votes_done": 7, "votes_not": 9}
    assert grade(book, "member", **disciplined, votes_excellent=0) == "KHTNV"


@pytest.mark.reading("vote_vs_standard", "ceiling")
def test_a_vote_above_the_standard_falls_to_what_the_conditions_allow(hx17):
    found = verdict(hx17, "member", is_ccvc=True, ccvc_grade="HTNV", **VOTED_GOOD)
    assert (found.voted_grade, found.ceiling, found.grade) == ("HTTNV", "HTNV", "HTNV")
    assert found.flags == ("vote_above_standard",)


@pytest.mark.reading("vote_vs_standard", "vote_prevails")
def test_the_vote_may_prevail(under):
    found = verdict(under(vote_vs_standard="vote_prevails"), "member", is_ccvc=True, ccvc_grade="HTNV", **VOTED_GOOD)
    assert (found.grade, found.flags) == ("HTTNV", ("vote_above_standard",))


@pytest.mark.reading("vote_vs_standard", "vote_again")
def test_the_vote_may_have_to_be_repeated(under):
    found = verdict(under(vote_vs_standard="vote_again"), "member", is_ccvc=True, ccvc_grade="HTNV", **VOTED_GOOD)
    assert (found.outcome, found.flags) == ("no_grade", ("vote_above_standard", "vote_again"))


@pytest.mark.reading("khtnv_logic", "ground_and_vote")
def test_a_ground_without_votes_is_pointed_out(hx17):
    found = verdict(hx17, "member", serving_discipline=True, **VOTED_GOOD)
    assert (found.grade, found.flags) == ("HTTNV", ("ground_without_vote",))


@pytest.mark.reading("khtnv_logic", "discipline_alone")
def test_a_discipline_alone_may_suffice(under):
    book = under(khtnv_logic="discipline_alone")
    assert grade(book, "member", serving_discipline=True, **VOTED_GOOD) == "KHTNV"
    assert grade(book, "member", fault_refusal=True, **VOTED_GOOD) == "HTTNV"


@pytest.mark.reading("lowest_without_ground", "no_grade")
def test_the_lowest_grade_without_a_ground_is_referred(hx17):
    found = verdict(hx17, "member", **VOTED_NOT)
    assert (found.outcome, found.flags) == ("no_grade", ("lowest_without_ground",))


@pytest.mark.reading("lowest_without_ground", "vote_suffices")
def test_the_vote_alone_may_give_the_lowest_grade(under):
    assert grade(under(lowest_without_ground="vote_suffices"), "member", **VOTED_NOT) == "KHTNV"


@pytest.mark.reading("non_ccvc_extra", "none")
def test_who_is_no_civil_servant_needs_no_award(hx17):
    assert grade(hx17, "member", is_ccvc=False) == "HTXSNV"


@pytest.mark.reading("non_ccvc_extra", "award_required")
def test_who_is_no_civil_servant_may_need_an_award(under):
    book = under(non_ccvc_extra="award_required")
    assert grade(book, "member", is_ccvc=False) == "HTTNV"
    assert grade(book, "member", is_ccvc=False, merit_certificate=True) == "HTXSNV"


@pytest.mark.reading("ccvc_consistency", "satisfies")
def test_the_civil_servant_grade_may_be_better_than_the_members(hx17):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade="HTXSNV", **VOTED_GOOD) == "HTTNV"


@pytest.mark.reading("ccvc_consistency", "identical")
def test_the_civil_servant_grade_may_have_to_be_the_same(under):
    book = under(ccvc_consistency="identical")
    assert grade(book, "member", is_ccvc=True, ccvc_grade="HTXSNV") == "HTXSNV"
    assert grade(book, "member", is_ccvc=True, ccvc_grade="HTXSNV", **VOTED_GOOD) == "no_grade"
    assert grade(book, "member", is_ccvc=True, ccvc_grade="HTTNV", merit_certificate=True) == "HTTNV"
    assert grade(book, "member", is_ccvc=True, ccvc_grade="HTNV_LIMITED", **VOTED_DONE) == "HTNV"


@pytest.mark.parametrize(
    ("reading", "votes"),
    [
        pytest.param("enrolled", 8, marks=pytest.mark.reading("vote_denominator", "enrolled")),
        pytest.param("present", 7, marks=pytest.mark.reading("vote_denominator", "present")),
        pytest.param("returned", 6, marks=pytest.mark.reading("vote_denominator", "returned")),
        pytest.param("valid", 6, marks=pytest.mark.reading("vote_denominator", "valid")),
    ],
)
def test_a_vote_on_a_leader_is_measured_by_the_number_chosen(under, reading, votes):
    book = under(vote_denominator=reading)
    figures = {"enrolled": 15, "present": 12, "returned": 11, "valid": 10}
    assert grade(book, "leader", **figures, **{**NOBODY, "votes_good": votes}) == "HTTNV"
    assert grade(book, "leader", **figures, **{**NOBODY, "votes_good": votes - 1}) == "no_grade"


@pytest.mark.reading("decision_threshold", "half_convened")
def test_half_of_those_convened_decide_on_a_leader(hx17):
    assert grade(hx17, "leader", enrolled=15, **{**NOBODY, "votes_good": 8}) == "HTTNV"


@pytest.mark.reading("decision_threshold", "half_present")
def test_half_of_those_present_may_decide_on_a_leader(under):
    book = under(decision_threshold="half_present")
    assert grade(book, "leader", present=12, **{**NOBODY, "votes_good": 7}) == "HTTNV"
    assert grade(book, "leader", present=12, **{**NOBODY, "votes_good": 6}) == "no_grade"


@pytest.mark.reading("decision_threshold", "plurality")
def test_most_votes_may_decide_on_a_leader(under):
    book = under(decision_threshold="plurality")
    assert grade(book, "leader", **{**NOBODY, "votes_good": 4, "votes_done": 3}) == "HTTNV"
    assert grade(book, "leader", **{**NOBODY, "votes_good": 4, "votes_done": 4}) == "no_grade"


@pytest.mark.reading("decision_threshold", "two_thirds_top")
def test_two_thirds_may_be_needed_for_an_excellent_leader(under):
    book = under(decision_threshold="two_thirds_top")
    assert grade(book, "leader", enrolled=12, **{**NOBODY, "votes_excellent": 9}) == "HTXSNV"
    assert grade(book, "leader", enrolled=12, **{**NOBODY, "votes_excellent": 8}) == "no_grade"
    assert grade(book, "leader", enrolled=12, **{**NOBODY, "votes_good": 7}) == "HTTNV"
    needed = {option.grade: option.needed for option in book.ballots.ballot("leader_assessment").rounds[0].options}
    assert (needed["HTXSNV"], needed["HTTNV"]) == ("2/3", None)

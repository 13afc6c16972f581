"""II.1.5 and II.2.5: who votes on which grade, how many votes give it, under each reading."""

import pytest

from tests.clauses.dl19.grading import grade, verdict
from tests.clauses.dl19.test_letter_readings_of_standards import readings

FOUR = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
KINDS = pytest.mark.parametrize("kind", ["member", "cell", "party_body"])


def options(book, key):
    """The boxes of the only round of a ballot."""
    (one,) = book.ballots.ballot(key).rounds
    return tuple(option.grade for option in one.options)


def split(excellent=0, good=0, done=0, failed=0, **changes):
    """A count of votes, everybody present unless said otherwise."""
    cast = excellent + good + done + failed
    counted = {"votes_excellent": excellent, "votes_good": good, "votes_done": done, "votes_not": failed}
    return {"enrolled": 21, "present": cast, "returned": cast, "valid": cast, **counted, **changes}


@pytest.mark.clause("DL19-II.2.5.B2-3")
def test_members_propose_one_of_four_grades(dl19):
    ballot = dl19.ballots.ballot("member_proposal")
    assert (ballot.subject, ballot.secret, ballot.voters) == ("member", True, ("official",))
    assert options(dl19, "member_proposal") == FOUR


@pytest.mark.clause("DL19-II.1.5.B1-3")
def test_organisations_vote_on_their_own_grade(dl19):
    found = {key: dl19.ballots.ballot(key).subject for key in ("cell_self_grade", "party_body_self_grade")}
    assert found == {"cell_self_grade": "cell", "party_body_self_grade": "party_body"}
    assert [options(dl19, key) for key in found] == [FOUR, FOUR]


@KINDS
@pytest.mark.clause("DL19-II.2.5.B2-3")
@pytest.mark.clause("DL19-II.1.5.B1-3")
def test_more_than_half_of_those_convened_give_a_grade(dl19, kind):
    assert grade(dl19, kind, **split(excellent=11)) == "HTXSNV"
    assert grade(dl19, kind, **split(good=11, excellent=9)) == "HTTNV"
    assert grade(dl19, kind, **split(done=11, excellent=9)) == "HTNV"
    assert verdict(dl19, kind, **split(failed=11)).flags == ("lowest_without_ground",)
    assert {one.rounds[0].needed for one in dl19.ballots.ballots} == {"1/2"}
    for wanted in ("excellent", "good", "done", "failed"):
        found = verdict(dl19, kind, **split(**{wanted: 10}))
        assert (found.outcome, found.flags) == ("no_grade", ("no_majority",))


@KINDS
@readings("vote_denominator", enrolled="no_grade", present="HTTNV", returned="HTTNV", valid="HTTNV")
def test_of_what_the_votes_are_a_share(under, kind, reading, given):
    book = under(vote_denominator=reading)
    assert grade(book, kind, **split(good=10, present=19, returned=19, valid=19)) == given
    assert book.ballots.ballot("member_proposal").rounds[0].denominator == reading


@readings("vote_denominator", present="no_grade", returned="no_grade", valid="HTTNV")
def test_invalid_slips_count_unless_only_valid_ones_do(under, reading, given):
    book = under(vote_denominator=reading)
    assert grade(book, "member", **split(good=9, present=18, returned=18, valid=17)) == given


@readings("vote_denominator", present="no_grade", returned="HTTNV")
def test_slips_not_returned(under, reading, given):
    assert grade(under(vote_denominator=reading), "member", **split(good=9, present=18, returned=17, valid=17)) == given


@KINDS
@readings(
    "decision_threshold", half_convened="no_grade", half_present="HTXSNV", plurality="HTXSNV", two_thirds_top="no_grade"
)
def test_how_many_votes_give_a_grade(under, kind, reading, given):
    assert grade(under(decision_threshold=reading), kind, **split(excellent=10, good=9)) == given


@KINDS
@readings(
    "decision_threshold",
    half_convened="no_grade",
    half_present="no_grade",
    plurality="HTXSNV",
    two_thirds_top="no_grade",
)
def test_the_most_votes_without_half(under, kind, reading, given):
    found = split(excellent=7, good=6, done=6)
    assert grade(under(decision_threshold=reading), kind, **found) == given


@KINDS
@readings("decision_threshold", half_convened="HTXSNV", two_thirds_top="no_grade")
def test_two_thirds_for_the_best(under, kind, reading, given):
    book = under(decision_threshold=reading)
    assert grade(book, kind, **split(excellent=14, good=7)) == given
    assert grade(book, kind, **split(excellent=15, good=6)) == "HTXSNV"
    assert grade(book, kind, **split(good=11, excellent=10)) == "HTTNV"


@KINDS
@readings("no_majority_rule", repeat_once="no_grade", cumulative="HTTNV", plurality="HTXSNV")
def test_no_grade_has_enough_votes(under, kind, reading, given):
    book = under(no_majority_rule=reading)
    assert grade(book, kind, **split(excellent=8, good=7, done=6)) == given
    assert grade(book, kind, **split(excellent=11, good=5)) == "HTXSNV"


@KINDS
@readings("no_majority_rule", repeat_once="no_grade", cumulative="HTNV", plurality="HTNV")
def test_votes_for_better_grades_may_be_added(under, kind, reading, given):
    assert grade(under(no_majority_rule=reading), kind, **split(excellent=3, good=4, done=7, failed=6)) == given


@KINDS
@readings("vote_vs_standard", ceiling="HTNV", vote_prevails="HTXSNV", vote_again="no_grade")
def test_a_vote_above_the_standard(under, kind, reading, given):
    found = verdict(under(vote_vs_standard=reading), kind, level_b1="TRUNG_BINH", level_b2="TRUNG_BINH")
    assert (found.grade or found.outcome) == given
    assert found.flags == ("vote_above_standard", "vote_again")[: 2 if reading == "vote_again" else 1]


@readings("ballot_secrecy", secret=True, open=False)
def test_whether_the_votes_are_secret(under, reading, given):
    book = under(ballot_secrecy=reading)
    assert {ballot.secret for ballot in book.ballots.ballots} == {given}


@readings("probationary_vote", no_vote=("official",), votes=("official", "probationary"))
def test_whether_probationary_members_vote(under, reading, given):
    book = under(probationary_vote=reading)
    assert {ballot.voters for ballot in book.ballots.ballots} == {given}
    assert all(("probationary" in ballot.non_voters) is (reading == "no_vote") for ballot in book.ballots.ballots)


@readings("self_vote", votes="votes", left_out="left_out")
def test_the_line_of_the_voter_himself(under, reading, given):
    assert {ballot.own_line for ballot in under(self_vote=reading).ballots.ballots} == {given}

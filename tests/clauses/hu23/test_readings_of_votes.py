"""The plan states no vote: with one filled in, each reading of the general questions on the same facts."""

from dataclasses import replace

import pytest

from kiemdiem.core.judge.rows import FactsRefused
from kiemdiem.core.process.facts import IssueSlips, Named, RepeatVote, SlipLine, Voter
from tests.clauses.hu23.grading import KINDS, grade, votes
from tests.clauses.hx17.season import refusals

ROW = "HU23-II.2-1"
MANY = {
    "vote_denominator": {"enrolled": "no_grade", "present": "MAU_A", "returned": "MAU_A", "valid": "MAU_A"},
    "decision_threshold": {
        "half_convened": "no_grade",
        "half_present": "MAU_A",
        "plurality": "MAU_A",
        "two_thirds_top": "no_grade",
    },
    "no_majority_rule": {"repeat_once": "no_grade", "cumulative": "MAU_B", "plurality": "MAU_A"},
}
FEW = {"enrolled": 21, "present": 19, "returned": 18, "valid": 17}


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("question", "reading", "given"),
    [
        pytest.param(question, reading, given, marks=pytest.mark.reading(question, reading))
        for question, readings in MANY.items()
        for reading, given in readings.items()
    ],
)
def test_ten_votes_of_twenty_one_convened_and_nineteen_present(under, kind, question, reading, given):
    assert grade(under(**{question: reading}), kind, **votes((10, 7, 0, 0), **FEW)) == given


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("reading", "top", "given"),
    [
        ("half_convened", 11, "MAU_A"),
        ("half_convened", 10, "no_grade"),
        ("two_thirds_top", 14, "no_grade"),
        ("two_thirds_top", 15, "MAU_A"),
    ],
)
def test_a_share_of_those_convened_is_exceeded(under, kind, reading, top, given):
    assert grade(under(decision_threshold=reading), kind, **votes((top, 0, 0, 0))) == given


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("counts", "given"),
    [((0, 11, 0, 0), "MAU_B"), ((0, 10, 0, 0), "no_grade"), ((0, 0, 11, 0), "MAU_C"), ((0, 0, 10, 0), "no_grade")],
)
def test_lower_grades_ask_more_than_half_too(filled, kind, counts, given):
    assert grade(filled, kind, **votes(counts)) == given
    lowest = votes((0, 0, 0, counts[1] + counts[2]))
    assert grade(filled, kind, **lowest, fault_1=True) == ("MAU_D" if given != "no_grade" else "no_grade")


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
def test_votes_for_a_better_grade_count_for_the_next_where_they_are_cumulated(under, kind):
    book = under(no_majority_rule="cumulative")
    assert grade(book, kind, **votes((6, 5, 0, 0))) == "MAU_B"
    assert grade(book, kind, **votes((4, 4, 3, 0))) == "MAU_C"
    assert grade(book, kind, **votes((4, 4, 2, 0))) == "no_grade"


SLIPS = IssueSlips(
    ballot="member_grade",
    number=1,
    place="chi_bo_thon",
    place_kind="cell",
    roll_taken=True,
    voters=(Voter(person="v", name="An", standing="official"),),
    lines=(),
    options=("MAU_A", "MAU_B", "MAU_C", "MAU_D"),
    enrolled=10,
)


@pytest.mark.clause(ROW)
@pytest.mark.reading("ballot_secrecy", "secret")
@pytest.mark.reading("ballot_secrecy", "open")
@pytest.mark.parametrize(("reading", "given"), [("secret", [(ROW,)]), ("open", [])])
def test_an_open_vote(under, reading, given):
    book = under(ballot_secrecy=reading)
    assert refusals(book, replace(SLIPS, secret=False)) == given
    assert {ballot.secret for ballot in book.ballots.ballots} == {reading == "secret"}


@pytest.mark.clause(ROW)
@pytest.mark.reading("probationary_vote", "no_vote")
@pytest.mark.reading("probationary_vote", "votes")
@pytest.mark.parametrize(
    ("reading", "given", "voters"), [("no_vote", [(ROW,)], ("official",)), ("votes", [], ("official", "probationary"))]
)
def test_a_probationary_member_with_a_slip(under, reading, given, voters):
    book = under(probationary_vote=reading)
    assert refusals(book, replace(SLIPS, voters=(Voter(person="v", name="An", standing="probationary"),))) == given
    assert refusals(book, replace(SLIPS, voters=(Voter(person="v", name="An", standing="guest"),))) == [(ROW,)]
    assert book.ballots.ballot("member_grade").voters == voters


@pytest.mark.clause(ROW)
def test_only_those_reviewed_stand_on_a_slip(filled):
    waiting = SlipLine(subject="p", name="Bình", review_done=False)
    assert refusals(filled, SLIPS) == []
    assert refusals(filled, replace(SLIPS, lines=(waiting,))) == [(ROW,)]


@pytest.mark.clause(ROW)
@pytest.mark.reading("self_vote", "votes")
@pytest.mark.reading("self_vote", "left_out")
@pytest.mark.parametrize("reading", ["votes", "left_out"])
def test_the_line_of_the_voter_himself(under, reading):
    assert {ballot.own_line for ballot in under(self_vote=reading).ballots.ballots} == {reading}


@pytest.mark.clause(ROW)
@pytest.mark.parametrize(
    ("reading", "repeats", "refused"), [("repeat_once", 0, 0), ("repeat_once", 1, 1), ("plurality", 0, 1)]
)
def test_a_line_without_a_majority_is_voted_on_again_once(under, reading, repeats, refused):
    line = (Named(key="p", name="An"),)
    asked = RepeatVote(reason="Không đủ phiếu", repeats=repeats, undecided=line, chosen=line)
    assert refusals(under(no_majority_rule=reading), asked, recording=True) == [(ROW,)] * refused


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
def test_a_ballot_offers_the_four_grades_filled_in(filled, kind):
    ballot = filled.ballots.ballot(f"{kind}_grade")
    (one,) = ballot.rounds
    assert [(option.grade, option.votes) for option in one.options] == [
        ("MAU_A", "votes_top"),
        ("MAU_B", "votes_second"),
        ("MAU_C", "votes_third"),
        ("MAU_D", "votes_lowest"),
    ]
    assert (ballot.form, one.needed, one.denominator) == ("Mẫu phiếu minh họa", "1/2", "enrolled")


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "figures", [{"valid": 17}, {"returned": 17}, {"present": 18}, {"enrolled": 19}], ids=lambda one: next(iter(one))
)
def test_more_votes_than_voters_are_refused(filled, kind, figures):
    with pytest.raises(FactsRefused) as found:
        grade(filled, kind, **votes((18, 0, 0, 0), **figures))
    assert len(found.value.faults) == 1

"""4.B2-4.B4: ballots on collectives, leaders and members: forms, voters, and how many votes a grade needs."""

from dataclasses import replace

import pytest

from kiemdiem.core.judge.rows import FactsRefused
from kiemdiem.core.process.facts import IssueSlips, SlipLine, Voter
from tests.clauses.bd20.grading import EXCELLENT, GRADES, LOWEST, grade, verdict, votes
from tests.clauses.hx17.season import refusals

BALLOTS = {"collective": "collective_grade", "leader": "leader_grade", "member": "member_grade"}
KINDS = tuple(BALLOTS)
EVERY = pytest.mark.parametrize("kind", KINDS)
ONE = pytest.mark.parametrize("kind", ["member"])
ROWS = {
    "BD20-4.B2-5": ["collective_grade", "leader_grade"],
    "BD20-4.B3-4": ["collective_grade", "member_grade"],
    "BD20-4.B4-13": ["collective_grade", "leader_grade"],
}


@pytest.mark.parametrize(
    ("row", "given"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in ROWS.items()]
)
def test_a_row_has_its_ballots_on_the_grades(bd20, filled, row, given):
    assert [one.key for one in bd20.ballots.ballots if row in one.rows] == given
    for one in filled.ballots.ballots:
        assert [option.grade for option in one.rounds[0].options] == list(GRADES)
        assert (one.rounds[0].needed, one.rounds[0].denominator) == ("1/2", "enrolled")
        assert [option.rows for option in one.rounds[0].options] == [one.rows] * 4
    for one in bd20.ballots.ballots:
        assert [option.grade for option in one.rounds[0].options] == list(GRADES[:3])


@pytest.mark.clause("BD20-4.B2-5", "BD20-4.B3-4", "BD20-4.B4-13")
@pytest.mark.reading("ballot_forms", "individual_02b")
@pytest.mark.reading("ballot_forms", "literal")
@pytest.mark.parametrize(("reading", "code"), [("individual_02b", "02B"), ("literal", "02")])
def test_the_forms_of_the_slips(under, reading, code):
    forms = [one.form.partition("-")[0] for one in under(ballot_forms=reading).ballots.ballots]
    assert forms == ["01B", code, "3"]


@EVERY
@pytest.mark.clause("BD20-4.B2-5", "BD20-4.B3-4", "BD20-4.B4-13")
@pytest.mark.reading("decision_threshold", "half_convened")
def test_more_than_half_of_those_convened_give_a_grade(filled, kind):
    for place, code in enumerate(GRADES):
        for enough, said in ((11, code), (10, "no_grade")):
            counts = [0, 0, 0, 0]
            counts[place] = enough
            assert grade(filled, kind, **votes(counts), ground_1=code == LOWEST) == said, (code, enough)


@ONE
@pytest.mark.reading("decision_threshold", "half_present")
@pytest.mark.reading("decision_threshold", "plurality")
@pytest.mark.reading("decision_threshold", "two_thirds_top")
@pytest.mark.parametrize(
    ("reading", "counts", "given"),
    [
        ("half_present", (11, 7, 0, 0), "HTXSNV"),
        ("half_present", (9, 9, 0, 0), "no_grade"),
        ("plurality", (5, 6, 4, 3), "HTTNV"),
        ("plurality", (6, 6, 4, 2), "no_grade"),
        ("plurality", (4, 4, 7, 3), "HTNV"),
        ("plurality", (4, 4, 4, 5), LOWEST),
        ("two_thirds_top", (15, 3, 0, 0), "HTXSNV"),
        ("two_thirds_top", (14, 4, 0, 0), "no_grade"),
        ("two_thirds_top", (7, 11, 0, 0), "HTTNV"),
    ],
)
def test_a_vote_may_be_decided_otherwise(under, kind, reading, counts, given):
    book = under(decision_threshold=reading)
    assert grade(book, kind, **votes(counts), ground_1=given == LOWEST) == given


@ONE
@pytest.mark.reading("decision_threshold", "half_present")
@pytest.mark.parametrize(("reading", "given"), [("half_convened", "no_grade"), ("half_present", "HTTNV")])
def test_half_of_those_present_is_less_than_half_of_those_convened(under, kind, reading, given):
    few = votes((0, 9, 0, 0), enrolled=21, present=16, returned=16, valid=16)
    assert grade(under(decision_threshold=reading), kind, **few) == given


@ONE
@pytest.mark.reading("vote_denominator", "enrolled")
@pytest.mark.reading("vote_denominator", "present")
@pytest.mark.reading("vote_denominator", "returned")
@pytest.mark.reading("vote_denominator", "valid")
@pytest.mark.parametrize(("reading", "least"), [("enrolled", 13), ("present", 11), ("returned", 10), ("valid", 8)])
def test_votes_are_measured_by_the_number_the_reading_names(under, kind, reading, least):
    book = under(vote_denominator=reading)
    ballot = {"enrolled": 25, "present": 21, "returned": 19, "valid": 15}
    enough, short = (votes((0, count, 0, 0), **ballot) for count in (least, least - 1))
    assert (grade(book, kind, **enough), grade(book, kind, **short)) == ("HTTNV", "no_grade")
    assert book.ballots.ballot(BALLOTS[kind]).rounds[0].denominator == reading


@ONE
@pytest.mark.reading("no_majority_rule", "repeat_once")
@pytest.mark.reading("no_majority_rule", "cumulative")
@pytest.mark.reading("no_majority_rule", "plurality")
@pytest.mark.parametrize(
    ("reading", "counts", "given"),
    [
        ("repeat_once", (6, 7, 5, 0), "no_grade"),
        ("cumulative", (6, 7, 5, 0), "HTTNV"),
        ("cumulative", (4, 4, 6, 4), "HTNV"),
        ("plurality", (6, 7, 5, 0), "HTTNV"),
        ("plurality", (7, 7, 4, 0), "no_grade"),
    ],
)
def test_what_happens_when_no_grade_has_enough_votes(under, kind, reading, counts, given):
    book = under(no_majority_rule=reading)
    assert grade(book, kind, **votes(counts)) == given
    assert {one.no_majority for one in book.ballots.ballots} == {reading.removesuffix("_once")}


@EVERY
@pytest.mark.clause("BD20-4.B2-5", "BD20-4.B3-4")
def test_a_vote_above_the_conditions_leaves_what_they_allow(filled, kind):
    found = verdict(filled, kind, asks_excellent_2=False)
    assert (found.grade, found.voted_grade, found.flags) == ("HTTNV", "HTXSNV", ("vote_above_standard",))


@EVERY
@pytest.mark.clause("BD20-4.B2-5", "BD20-4.B3-4")
@pytest.mark.parametrize(
    "figures", [{"valid": 20}, {"returned": 21, "present": 20}, {"present": 22}, {"votes_good": 1}], ids=str
)
def test_figures_that_cannot_be_are_refused(filled, kind, figures):
    assert grade(filled, kind) == "HTXSNV"
    with pytest.raises(FactsRefused) as refused:
        verdict(filled, kind, **{**votes(EXCELLENT), **figures})
    assert len(refused.value.faults) == 1


@pytest.mark.clause("BD20-4.B3-4")
@pytest.mark.reading("probationary_vote", "no_vote")
@pytest.mark.reading("probationary_vote", "votes")
@pytest.mark.parametrize(("reading", "voters"), [("no_vote", ("official",)), ("votes", ("official", "probationary"))])
def test_official_members_vote_and_probationary_ones_as_read(under, reading, voters):
    book = under(probationary_vote=reading)
    ballot = book.ballots.ballot("member_grade")
    assert (ballot.voters, "probationary" in ballot.non_voters) == (voters, reading == "no_vote")
    assert len(refusals(book, slips("member_grade", "probationary"))) == (reading == "no_vote")


def slips(ballot, standing="official", place_kind="cell", **change):
    """One slip of a ballot for a person of the standing."""
    line = SlipLine(subject="s", name="Người được xếp loại", **change)
    return IssueSlips(
        ballot=ballot,
        number=1,
        place="u",
        place_kind=place_kind,
        roll_taken=True,
        voters=(Voter(person="v", name="An", standing=standing),),
        lines=(line,),
        options=GRADES,
        enrolled=10,
    )


@pytest.mark.clause("BD20-4.B3-4")
def test_a_probationary_member_gets_no_slip(bd20):
    assert refusals(bd20, slips("member_grade", "probationary")) == [("BD20-4.B3-4",)]
    assert refusals(bd20, slips("member_grade")) == []


@pytest.mark.clause("BD20-5.4-1")
@pytest.mark.parametrize("ballot", BALLOTS.values())
def test_only_the_reviewed_stand_on_a_slip(bd20, ballot):
    assert refusals(bd20, slips(ballot, review_done=False)) == [("BD20-5.4-1",)]


@pytest.mark.clause("BD20-4.B4-3")
def test_a_guest_never_votes(bd20):
    assert refusals(bd20, slips("leader_grade", "guest", "executive_committee"), recording=True) == [("BD20-4.B4-3",)]
    assert [one.key for one in bd20.ballots.ballots if "guest" not in one.non_voters] == []


@pytest.mark.clause("BD20-4.B4-2")
@pytest.mark.reading("vice_chairs_vote", "members_only")
@pytest.mark.reading("vice_chairs_vote", "all_listed")
@pytest.mark.parametrize(("reading", "given"), [("members_only", [("BD20-4.B4-2",)]), ("all_listed", [])])
def test_vice_chairs_outside_the_committee_attend_or_vote(under, reading, given):
    book = under(vice_chairs_vote=reading)
    assert refusals(book, slips("leader_grade", "attendee", "executive_committee")) == given
    for key in ("collective_grade", "leader_grade"):
        ballot = book.ballots.ballot(key)
        assert ("vice_chair" in ballot.voters, "vice_chair" in ballot.non_voters) == (not given, bool(given))


@pytest.mark.reading("cell_votes_collective", "all_members")
@pytest.mark.reading("cell_votes_collective", "unit_members")
@pytest.mark.parametrize(
    ("reading", "voters"), [("all_members", ("body_member", "official")), ("unit_members", ("body_member",))]
)
def test_who_of_the_cell_votes_on_the_collective(under, reading, voters):
    assert under(cell_votes_collective=reading).ballots.ballot("collective_grade").voters == voters


@pytest.mark.clause("BD20-4.B2-5")
@pytest.mark.reading("step2_ballot_scope", "both")
@pytest.mark.reading("step2_ballot_scope", "collective_only")
@pytest.mark.parametrize(("reading", "given"), [("both", []), ("collective_only", [("BD20-4.B2-5",)])])
def test_step_two_votes_on_persons_or_only_on_the_collective(under, reading, given):
    book = under(step2_ballot_scope=reading)
    line = {"posts": ("peoples_committee.chair",), "leads": ("u",)}
    assert refusals(book, slips("leader_grade", place_kind="peoples_committee", **line)) == given
    assert refusals(book, slips("collective_grade", place_kind="peoples_committee")) == []
    (place,) = [one for one in book.process.places if one.key == "place.leaders"]
    assert place.ballot == (reading == "both")
    assert {one.votes_in for one in book.body.leader_posts} == {
        "executive_committee",
        "collective_led" if reading == "both" else "nowhere",
    }


@pytest.mark.clause("BD20-4.B2-5", "BD20-4.B3-4", "BD20-4.B4-13")
@pytest.mark.reading("ballot_secrecy", "secret")
@pytest.mark.reading("ballot_secrecy", "open")
@pytest.mark.parametrize(("reading", "refused"), [("secret", 1), ("open", 0)])
def test_votes_are_secret_unless_read_otherwise(under, reading, refused):
    book = under(ballot_secrecy=reading)
    asked = replace(slips("member_grade"), secret=False)
    assert len(refusals(book, asked)) == refused
    assert {one.secret for one in book.ballots.ballots} == {reading == "secret"}


@pytest.mark.reading("self_vote", "votes")
@pytest.mark.reading("self_vote", "left_out")
@pytest.mark.parametrize("reading", ["votes", "left_out"])
def test_ones_own_line_is_voted_on_or_left_out(under, reading):
    assert {one.own_line for one in under(self_vote=reading).ballots.ballots} == {reading}


SCORED = [("collective", ("body_member",)), ("leader", ("body_member",)), ("member", ("official",))]


@pytest.mark.clause("BD20-4.B2-6")
@pytest.mark.reading("points", "operator_sheet")
@pytest.mark.reading("points", "hundred")
@pytest.mark.parametrize(("reading", "total"), [("operator_sheet", 90), ("hundred", 100)])
@pytest.mark.parametrize(("kind", "voters"), SCORED)
def test_points_are_totalled_on_the_sheet_filled_in_or_of_a_hundred(under, reading, total, kind, voters):
    (slip,) = [one for one in under(points=reading).ballots.score_slips if one.subject == kind]
    assert (slip.total, slip.parts[0].most, slip.voters, slip.combine) == (total, total, voters, "mean")


@pytest.mark.clause("BD20-4.B2-6")
@pytest.mark.parametrize("kind", KINDS)
def test_without_a_sheet_nobody_gives_points(bd20, filled, kind):
    assert bd20.ballots.score_slips == ()
    keys = [[fact.key for fact in book.subjects.subject(kind).facts] for book in (bd20, filled)]
    assert ["points" in each for each in keys] == [False, True]

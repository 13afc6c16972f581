"""I.2.2, II.1.4, II.1.6, II.2.4, II.3.4, III: secret ballots, who votes, and how many votes a grade needs."""

import pytest

from tests.clauses.dn18.grading import DONE, EXCELLENT, GOOD, GRADES, NOT, decided, grade, verdict, votes

NOBODY = dict.fromkeys(decided(EXCELLENT))
KINDS = ("member", "leader", "cell", "collective", "party_body")
BALLOTS = {
    "DN18-B.II.2.4.B2-5": [("member_grade", "member")],
    "DN18-B.II.2.4.B3-2": [("member_decision", "member")],
    "DN18-B.II.1.6.B1-3": [("cell_self", "cell"), ("party_body_self", "party_body")],
    "DN18-B.II.1.4-4": [("cell_decision", "cell")],
    "DN18-B.II.1.6.B3-3": [("cell_decision", "cell")],
    "DN18-B.II.3.4.B3-2": [("collective_decision", "collective")],
    "DN18-B.II.1.4-5": [("leader_grade", "leader")],
    "DN18-B.III-3": [("party_body_by_cells", "party_body")],
}


@pytest.mark.parametrize(
    ("row", "given"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in BALLOTS.items()]
)
def test_a_row_has_its_secret_ballot_on_four_grades(dn18, row, given):
    found = [one for one in dn18.ballots.ballots if row in one.rows]
    assert [(one.key, one.subject) for one in found] == given
    for one in found:
        assert (one.secret, [option.grade for option in one.rounds[0].options]) == (True, list(GRADES))
        assert (one.rounds[0].needed, one.rounds[0].denominator) == ("1/2", "enrolled")


@pytest.mark.clause("DN18-B.II.2.4.B2-5")
def test_members_vote_on_form_5a(dn18):
    assert dn18.ballots.ballot("member_grade").form == "5.a-ĐUK"


def cast(kind, counts, prefix, **ballot):
    """The votes in the ballot of a prefix; before the committee votes there are none of its own."""
    return {**votes(counts, prefix, **ballot), **(NOBODY if kind in ("member", "cell") and not prefix else {})}


PLACES = [
    pytest.param(kind, prefix, marks=pytest.mark.clause(row))
    for kind, prefix, row in [
        ("member", "", "DN18-B.II.2.4.B2-5"),
        ("member", "decided_", "DN18-B.II.2.4.B3-2"),
        ("cell", "", "DN18-B.II.1.6.B1-3"),
        ("cell", "decided_", "DN18-B.II.1.4-4"),
        ("cell", "decided_", "DN18-B.II.1.6.B3-3"),
        ("party_body", "", "DN18-B.II.1.6.B1-3"),
        ("collective", "", "DN18-B.II.3.4.B3-2"),
        ("leader", "", "DN18-B.II.1.4-5"),
    ]
]


@pytest.mark.parametrize(("kind", "prefix"), PLACES)
@pytest.mark.reading("decision_threshold", "half_convened")
def test_more_than_half_of_those_convened_give_a_grade(filled, kind, prefix):
    for place, code in enumerate(GRADES):
        for enough, said in ((11, code), (10, "no_grade")):
            counts = [0, 0, 0, 0]
            counts[place] = enough
            ground = {"fault_1": True} if code == "KHTNV" and kind != "leader" else {}
            facts = {**cast(kind, counts, prefix), **ground}
            assert grade(filled, kind, **facts) == said, (code, enough)


@pytest.mark.reading("decision_threshold", "half_present")
@pytest.mark.reading("decision_threshold", "plurality")
@pytest.mark.reading("decision_threshold", "two_thirds_top")
@pytest.mark.parametrize(("kind", "prefix"), [each.values for each in PLACES])
@pytest.mark.parametrize(
    ("reading", "counts", "given"),
    [
        ("half_present", (11, 7, 0, 0), "HTXSNV"),
        ("half_present", (9, 9, 0, 0), "no_grade"),
        ("plurality", (5, 6, 4, 3), "HTTNV"),
        ("plurality", (6, 6, 4, 2), "no_grade"),
        ("two_thirds_top", (15, 3, 0, 0), "HTXSNV"),
        ("two_thirds_top", (14, 4, 0, 0), "no_grade"),
        ("two_thirds_top", (7, 11, 0, 0), "HTTNV"),
    ],
)
def test_a_vote_may_be_decided_otherwise(under, kind, prefix, reading, counts, given):
    assert grade(under(decision_threshold=reading), kind, **cast(kind, counts, prefix)) == given


@pytest.mark.reading("decision_threshold", "half_present")
@pytest.mark.parametrize(("reading", "given"), [("half_convened", "no_grade"), ("half_present", "HTTNV")])
def test_half_of_those_present_is_less_than_half_of_those_convened(under, reading, given):
    few = votes((0, 9, 0, 0), enrolled=21, present=16, returned=16, valid=16)
    assert grade(under(decision_threshold=reading), "leader", **few) == given


@pytest.mark.reading("vote_denominator", "enrolled")
@pytest.mark.reading("vote_denominator", "present")
@pytest.mark.reading("vote_denominator", "returned")
@pytest.mark.reading("vote_denominator", "valid")
@pytest.mark.parametrize(("reading", "least"), [("enrolled", 13), ("present", 11), ("returned", 10), ("valid", 8)])
def test_votes_are_measured_by_the_number_the_reading_names(under, reading, least):
    book = under(vote_denominator=reading)
    ballot = {"enrolled": 25, "present": 21, "returned": 19, "valid": 15}
    enough, short = (votes((0, count, 0, 0), **ballot) for count in (least, least - 1))
    assert (grade(book, "leader", **enough), grade(book, "leader", **short)) == ("HTTNV", "no_grade")
    assert book.ballots.ballot("leader_grade").rounds[0].denominator == reading


@pytest.mark.reading("no_majority_rule", "repeat_once")
@pytest.mark.reading("no_majority_rule", "cumulative")
@pytest.mark.reading("no_majority_rule", "plurality")
@pytest.mark.parametrize(("kind", "prefix"), [each.values for each in PLACES])
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
def test_what_happens_when_no_grade_has_enough_votes(under, kind, prefix, reading, counts, given):
    book = under(no_majority_rule=reading)
    assert grade(book, kind, **cast(kind, counts, prefix)) == given
    assert {one.no_majority for one in book.ballots.ballots} == {reading.removesuffix("_once")}


@pytest.mark.clause("DN18-B.I.2.2-5")
@pytest.mark.reading("probationary_vote", "no_vote")
@pytest.mark.reading("probationary_vote", "votes")
@pytest.mark.parametrize(("reading", "voters"), [("no_vote", ("official",)), ("votes", ("official", "probationary"))])
def test_those_who_take_part_vote_and_probationary_members_as_read(under, reading, voters):
    ballot = under(probationary_vote=reading).ballots.ballot("member_grade")
    assert ballot.voters == voters
    assert ("probationary" in ballot.non_voters) == (reading == "no_vote")


@pytest.mark.reading("exempt_volunteer", "speaks_only")
@pytest.mark.reading("exempt_volunteer", "as_member")
@pytest.mark.parametrize(("reading", "voters"), [("speaks_only", ("official",)), ("as_member", ("official", "exempt"))])
def test_an_exempt_member_who_comes_speaks_or_votes(under, reading, voters):
    ballot = under(exempt_volunteer=reading).ballots.ballot("member_grade")
    assert (ballot.voters, "exempt" in ballot.non_voters) == (voters, reading == "speaks_only")


@pytest.mark.clause("DN18-B.I.2.2-6")
def test_guests_never_vote(dn18):
    assert [one.key for one in dn18.ballots.ballots if "guest" not in one.non_voters] == []


@pytest.mark.clause("DN18-B.I.2.2-6")
@pytest.mark.reading("directing_guest_votes", "guest")
@pytest.mark.reading("directing_guest_votes", "participant")
@pytest.mark.parametrize(("reading", "has_vote"), [("guest", False), ("participant", True)])
def test_whoever_directs_from_above_is_a_guest_or_takes_part(under, reading, has_vote):
    ballot = under(directing_guest_votes=reading).ballots.ballot("leader_grade")
    assert ("directing_guest" in ballot.voters, "directing_guest" in ballot.non_voters) == (has_vote, not has_vote)


@pytest.mark.reading("self_vote", "votes")
@pytest.mark.reading("self_vote", "left_out")
@pytest.mark.parametrize("reading", ["votes", "left_out"])
def test_ones_own_line_is_voted_on_or_left_out(under, reading):
    assert {one.own_line for one in under(self_vote=reading).ballots.ballots} == {reading}


@pytest.mark.reading("vote_vs_standard", "ceiling")
@pytest.mark.reading("vote_vs_standard", "vote_prevails")
@pytest.mark.reading("vote_vs_standard", "vote_again")
@pytest.mark.parametrize("kind", ["member", "cell", "collective", "party_body"])
@pytest.mark.parametrize(
    ("reading", "given"), [("ceiling", "HTTNV"), ("vote_prevails", "HTXSNV"), ("vote_again", "no_grade")]
)
def test_a_vote_above_the_standard(under, kind, reading, given):
    found = verdict(under(vote_vs_standard=reading), kind, criterion_1="good")
    assert (found.grade or found.outcome, found.voted_grade) == (given, "HTXSNV")


@pytest.mark.clause("DN18-B.II.2.4.B3-2", "DN18-B.II.1.4-4")
@pytest.mark.parametrize("kind", ["member", "cell"])
def test_the_committee_decides_and_until_then_the_vote_below_proposes(filled, kind):
    assert grade(filled, kind, **votes(GOOD)) == "HTTNV"
    assert grade(filled, kind, **votes(GOOD), **decided(EXCELLENT)) == "HTXSNV"
    assert grade(filled, kind, **votes(EXCELLENT), **decided(DONE)) == "HTNV"


@pytest.mark.reading("member_grade_decider", "committee_decides")
@pytest.mark.reading("member_grade_decider", "cell_decides")
@pytest.mark.parametrize(("reading", "given"), [("committee_decides", "HTNV"), ("cell_decides", "HTTNV")])
def test_the_committee_or_the_cell_decides_on_members(under, reading, given):
    assert grade(under(member_grade_decider=reading), "member", **votes(GOOD), **decided(DONE)) == given


@pytest.mark.clause("DN18-B.III-3")
@pytest.mark.parametrize("counts", [EXCELLENT, NOT])
def test_what_the_cells_say_of_the_party_body_does_not_grade_it(filled, counts):
    assert grade(filled, "party_body", **votes(GOOD), **votes(counts, "below_")) == "HTTNV"


def slips(book, kind):
    """The score slip of a subject with its total, if there is one."""
    return [(one.total, one.voters) for one in book.ballots.score_slips if one.subject == kind]


@pytest.mark.clause("DN18-B.III-2")
@pytest.mark.reading("score_scale", "operator_sheet")
@pytest.mark.reading("score_scale", "hundred")
@pytest.mark.reading("score_scale", "off")
@pytest.mark.parametrize(("reading", "totals"), [("operator_sheet", [90]), ("hundred", [100]), ("off", [])])
@pytest.mark.parametrize(
    ("kind", "voters"), [("cell", ("cell_committee_member",)), ("party_body", ("executive_committee_member",))]
)
def test_committees_score_themselves_on_the_sheet_of_the_reading(under, reading, totals, kind, voters):
    book = under(score_scale=reading)
    assert slips(book, kind) == [(total, voters) for total in totals]
    claimed = [fact.key for fact in book.subjects.subject(kind).facts if fact.key in ("self_points", "claimed_grade")]
    assert claimed == (["self_points", "claimed_grade"] if totals else [])


@pytest.mark.clause("DN18-B.III-2")
def test_without_the_sheet_nobody_scores(dn18):
    assert dn18.ballots.score_slips == ()

"""A whole small season by a rulebook whose standards stand in another act: everybody is decided on, nobody graded."""

import pytest
from django.db import transaction

from kiemdiem.ballots.models import Round
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.desk.play import leavings, season, taking
from kiemdiem.grading.models import Decision, Proposal, Verdict
from kiemdiem.meetings import queries as meetings
from tests.rooms.papers import season as make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker):
    """The season of a department with few members a cell, to its end; all of it undone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        stage = make.small_stage("dn18", few=5)
        season.run(stage)
        yield stage
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def left(played):
    """What the play leaves, by kind of subject."""
    return leavings.verdicts_of(played.season)


def test_the_season_ends_closed(played):
    assert Season.objects.get(pk=played.season.pk).state == "closed"


@pytest.mark.parametrize(
    ("kind", "count"), [("member", 19), ("leader", 3), ("cell", 4), ("collective", 7), ("party_body", 1)]
)
def test_every_subject_is_decided_with_a_reason_and_none_is_graded(left, kind, count):
    decided = [one for one in left[kind].values() if one["verdict"]["outcome"] == "cannot_say"]
    assert len(decided) == count
    assert [one["verdict"]["grade"] for one in decided] == [None] * count
    assert [one["decision"]["departs"] for one in decided] == [True] * count


def test_whoever_is_exempt_is_the_only_one_left_out(played, left):
    without = {key for of_kind in left.values() for key, one in of_kind.items() if one["decision"] is None}
    exempt = [played.people[one.number] for one in played.cast if one.case == "exempt"]
    assert without == {f"member:{person.key}" for person in exempt}


def test_no_more_cells_are_excellent_than_the_share_allows(left):
    assert sum(one["decision"]["grade"] == "HTXSNV" for one in left["cell"].values()) <= 1


def test_the_block_decides_on_the_committee_and_the_party_body(played):
    above = Decision.objects.filter(season=played.season, from_above=True).values_list("subject__key", flat=True)
    assert set(above) == {"collective:dang_uy", "party_body:dang_bo"}


def test_the_committee_of_a_cell_proposes_for_its_own_members_only(played):
    found = Proposal.objects.filter(season=played.season, subject__kind="member", is_current=True)
    pairs = set(found.values_list("body__key", "subject__unit__key"))
    assert pairs == {(f"chi_uy_{n}", f"chi_bo_{n}") for n in range(1, 5)}


def test_only_those_the_committee_votes_on_are_graded_as_leaders(played):
    leaders = SeasonSubject.objects.filter(season=played.season, kind="leader")
    voted = leaders.filter(is_graded=True)
    assert {leader.unit.key for leader in voted} == {"dang_uy"}
    assert (voted.count(), leaders.filter(is_graded=False).exists()) == (3, True)


@pytest.mark.parametrize(
    ("ballot", "bodies"),
    [
        ("member_grade", {"chi_bo_1", "chi_bo_2", "chi_bo_3", "chi_bo_4"}),
        ("cell_self", {"chi_uy_1", "chi_uy_2", "chi_uy_3", "chi_uy_4"}),
        ("party_body_by_cells", {"chi_bo_1", "chi_bo_2", "chi_bo_3", "chi_bo_4"}),
        ("leader_grade", {"dang_uy"}),
        ("member_decision", {"dang_uy"}),
        ("cell_decision", {"dang_uy"}),
        ("collective_decision", {"dang_uy"}),
        ("party_body_self", {"dang_uy"}),
    ],
)
def test_a_ballot_is_held_where_the_rulebook_says(played, ballot, bodies):
    held = Round.objects.filter(season=played.season, ballot_key=ballot)
    assert set(held.values_list("meeting__unit__key", flat=True)) == bodies


def test_a_committee_grades_its_own_cell_and_not_itself(played):
    own = Round.objects.filter(season=played.season, ballot_key="cell_self")
    pairs = set(own.values_list("meeting__unit__key", "lines__subject__key"))
    assert pairs == {(f"chi_uy_{n}", f"cell:chi_bo_{n}") for n in range(1, 5)}
    others = Round.objects.filter(season=played.season, ballot_key="collective_decision")
    assert "collective:dang_uy" not in set(others.values_list("lines__subject__key", flat=True))


def test_a_review_calls_its_own_committee_only(played):
    reviews = meetings.meetings_of(played.season).filter(kind="review", unit__key__startswith="chi_uy_")
    assert [len(meetings.roll_of(each)) for each in reviews] == [3, 3, 3, 3]
    cells = meetings.meetings_of(played.season).filter(kind="review", unit__key="chi_bo_1")
    committee = played.units["chi_uy_1"].seats.get(post="secretary").person
    assert {each.chair for each in cells} == {committee}


def test_what_every_cell_counted_of_the_party_body_is_added_up(played, left):
    rounds = Round.objects.filter(season=played.season, ballot_key="party_body_by_cells", state="locked")
    facts = left["party_body"]["party_body:dang_bo"]["facts"]
    assert rounds.count() >= 4
    assert facts["below_valid"] == sum(round_.valid for round_ in rounds.filter(repeats=None))


def test_everything_reviewed_is_known_to_be(played, left):
    assert {one["facts"]["review_done"] for kind in ("cell", "party_body") for one in left[kind].values()} == {True}


def test_the_gaps_stayed_open(played):
    assert [gap.key for gap in played.book.gaps.gaps if played.book.filled.get(gap.key) is not None] == []
    assert Verdict.objects.filter(season=played.season, outcome="graded").count() == 0


def test_the_committee_above_takes_what_was_proposed(played):
    settled = taking.settled_by(played, "superior")
    assert settled == {"party_body": frozenset(), "collective": frozenset({"executive_committee"})}

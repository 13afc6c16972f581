"""Which record fills which fact: every fact of the standards can be had in a season, and how ratings count."""

import pytest

from kiemdiem.core.rating import level_in_force
from tests.clauses.dl19.grading import ORGANISATION_LEVELS, grade
from tests.clauses.dl19.test_letter_readings_of_standards import readings

VOTED = ("enrolled", "present", "returned", "valid", "votes_excellent", "votes_good", "votes_done", "votes_not")
SHEETS = {"agency_leadership": "TOT", "union_executive": "TOT", "youth_union_executive": "XUAT_SAC"}


def record(book, subject, fact):
    """The record that fills one fact."""
    (found,) = [one.record for one in book.sources.facts if (one.subject, one.fact) == (subject, fact)]
    return found


@pytest.mark.parametrize(("granularity", "exempt"), [("bullet", "exempt_out"), ("sub_item", "new_out")])
def test_every_fact_has_its_record(under, granularity, exempt):
    book = under(
        criterion_granularity=granularity,
        exempt_members=exempt,
        percent_base="enrolled",
        discipline_in_year="in_force",
        basic_adverb="basically_reached",
        leader_grading="operator_added",
    )
    for subject in book.subjects.subjects:
        filled = [one.fact for one in book.sources.facts if one.subject == subject.key]
        assert filled == [fact.key for fact in subject.facts if fact.key not in VOTED]


@pytest.mark.clause("DL19-II.1.5.B2-2")
@readings("assessor_weight", advisory="HTXSNV", weighted="HTTNV")
@pytest.mark.parametrize("kind", ["cell", "party_body"])
def test_whether_the_ratings_of_the_parties_count(under, reading, given, kind):
    book = under(assessor_weight=reading)
    scale = book.subjects.scale("criterion_level")
    levels = {
        fact: level_in_force(scale, "XUAT_SAC", others=SHEETS, weights=record(book, kind, fact).weights)
        for fact in ORGANISATION_LEVELS
    }
    assert grade(book, kind, **levels) == given


@pytest.mark.reading("assessor_weight", "weighted")
def test_a_party_that_has_not_rated_leaves_the_level_open(under):
    book = under(assessor_weight="weighted")
    weights = record(book, "cell", "level_b2").weights
    assert weights == {"own": 1, "agency_leadership": 1, "union_executive": 1, "youth_union_executive": 1}
    scale = book.subjects.scale("criterion_level")
    two = dict.fromkeys(("agency_leadership", "union_executive"), "TOT")
    assert level_in_force(scale, "TOT", others=two, weights=weights) is None


@pytest.mark.clause("DL19-II.2.3.d-5")
@readings("discipline_in_year", in_year="disciplined_in_year", in_force="discipline_in_force")
def test_which_discipline_is_looked_for(under, reading, given):
    found = record(under(discipline_in_year=reading), "member", given)
    assert (found.kind, found.within) == ("penalty", reading.removeprefix("in_"))


@pytest.mark.clause("DL19-II.1.3.a-5")
@pytest.mark.clause("DL19-II.1.3.b-4")
@pytest.mark.clause("DL19-II.1.3.d-3")
@readings("same_level_orgs", mapped=("government", "mass"))
def test_which_bodies_stand_beside_an_organisation(under, reading, given):
    book = under(same_level_orgs=reading)
    for kind in ("cell", "party_body"):
        good, done = record(book, kind, "linked_good"), record(book, kind, "linked_done")
        assert (good.links, good.of, good.grade) == (given, "at_least", "HTTNV")
        assert (done.links, done.of, done.grade) == (given, "at_least", "HTNV")
        failed = record(book, kind, "mass_failed")
        assert (failed.links, failed.of, failed.grade) == (("mass",), "at_most", "KHTNV")

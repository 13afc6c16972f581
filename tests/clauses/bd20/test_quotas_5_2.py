"""5.2, 5.13: how many may be excellent, by kind of subject and deciding authority; a broken share is reported."""

import pytest

from kiemdiem.core.judge.places import places
from tests.clauses.bd20.grading import GOOD, group_of, votes

KINDS = ("cell", "party_body", "collective", "leader", "member")
VOTED = ("collective", "leader", "member")
EVERY = pytest.mark.parametrize("kind", KINDS)
GOOD_ONLY = {"asks_excellent_1": False}


def allowed(book, kind, reached):
    """How many of a group may be excellent when so many reached good."""
    (quota,) = book.quotas.of(kind)
    return places(quota, reached=reached, graded=reached, size=reached)


@EVERY
@pytest.mark.clause("BD20-5.2-1")
@pytest.mark.parametrize(("reached", "most"), [(5, 1), (9, 1), (10, 2), (14, 2), (15, 3), (100, 20)])
def test_at_most_a_fifth_of_the_good_is_excellent(bd20, kind, reached, most):
    assert allowed(bd20, kind, reached) == most


@EVERY
@pytest.mark.clause("BD20-5.13-1")
@pytest.mark.parametrize(("reached", "most"), [(0, 0), (1, 1), (4, 1)])
def test_fewer_than_five_may_choose_one(bd20, kind, reached, most):
    assert allowed(bd20, kind, reached) == most


@EVERY
@pytest.mark.clause("BD20-5.2-1")
@pytest.mark.reading("quota_scope", "deciding_authority")
def test_the_share_is_taken_by_deciding_authority(filled, kind):
    mine = [{"authority": "committee"}, *[{"authority": "committee", **GOOD_ONLY}] * 4]
    others = [{"authority": "district"}, *[{"authority": "district", **GOOD_ONLY}] * 3]
    found = group_of(filled, kind, [*mine, *others])
    assert [one.grade for one in found if one.reached == "HTXSNV"] == ["HTXSNV", "HTXSNV"]
    assert (found[0].quotas[0].group, found[0].quotas[0].places, found[5].quotas[0].places) == ("committee", 1, 1)


@EVERY
@pytest.mark.clause("BD20-5.13-1")
def test_the_one_chosen_of_few_meets_the_standard(filled, kind):
    assert [one.grade for one in group_of(filled, kind, [GOOD_ONLY] * 3)] == ["HTTNV"] * 3
    assert [one.grade for one in group_of(filled, kind, [{}, GOOD_ONLY, GOOD_ONLY])] == ["HTXSNV", "HTTNV", "HTTNV"]


@EVERY
@pytest.mark.clause("BD20-5.2-2")
def test_a_broken_share_is_reported_and_falls_to_good(filled, kind):
    found = group_of(filled, kind, [{}, {}, {}, GOOD_ONLY])
    assert [one.reached for one in found] == ["HTXSNV"] * 3 + ["HTTNV"]
    assert [(one.grade, one.flags[-1:]) for one in found[:3]] == [("HTTNV", ("quota_tie",))] * 3
    assert (found[0].quotas[0].candidates, found[0].quotas[0].places) == (3, 1)


@pytest.mark.clause("BD20-5.2-2")
@pytest.mark.reading("regrade_over_quota", "rank")
@pytest.mark.reading("regrade_over_quota", "repeat_ballot")
@pytest.mark.parametrize("kind", VOTED)
@pytest.mark.parametrize(
    ("reading", "states", "todo"),
    [("rank", ["kept", "over"], "committee"), ("repeat_ballot", ["tie", "tie"], "repeat")],
)
def test_beyond_the_share_votes_order_or_the_ballot_is_repeated(under, kind, reading, states, todo):
    book = under(regrade_over_quota=reading)
    found = group_of(book, kind, [votes((17, 1, 0, 0)), votes((16, 2, 0, 0)), GOOD_ONLY])
    assert [one.quotas[0].state for one in found[:2]] == states
    assert book.quotas.of(kind)[0].ties == todo


@EVERY
@pytest.mark.reading("regrade_over_quota", "rank")
@pytest.mark.reading("regrade_over_quota", "repeat_ballot")
@pytest.mark.parametrize(("reading", "ties"), [("rank", "committee"), ("repeat_ballot", "repeat")])
def test_who_settles_a_tie(under, kind, reading, ties):
    assert under(regrade_over_quota=reading).quotas.of(kind)[0].ties == ties


@EVERY
@pytest.mark.reading("quota_base", "before_lift")
@pytest.mark.reading("quota_base", "after_lift")
@pytest.mark.parametrize(("reading", "most"), [("before_lift", 2), ("after_lift", 1)])
def test_the_base_counts_those_lifted_or_leaves_them_out(under, kind, reading, most):
    assert allowed(under(quota_base=reading), kind, 10) == most


@EVERY
@pytest.mark.reading("quota_rounding", "down")
@pytest.mark.reading("quota_rounding", "up")
@pytest.mark.reading("quota_rounding", "nearest")
@pytest.mark.parametrize(("reading", "most"), [("down", [1, 1, 1]), ("up", [1, 2, 2]), ("nearest", [1, 1, 2])])
def test_a_fraction_is_rounded_as_the_reading_says(under, kind, reading, most):
    assert [allowed(under(quota_rounding=reading), kind, reached) for reached in (5, 7, 8)] == most


@EVERY
@pytest.mark.reading("under_5_base", "before_lift")
@pytest.mark.reading("under_5_base", "after_lift")
@pytest.mark.parametrize(("reading", "most"), [("before_lift", [1, 0, 1]), ("after_lift", [1, 1, 1])])
def test_fewer_than_five_are_counted_before_or_after_the_lift(under, kind, reading, most):
    book = under(under_5_base=reading, quota_base="after_lift")
    assert [allowed(book, kind, reached) for reached in (4, 5, 6)] == most


@pytest.mark.clause("BD20-5.2-1")
def test_votes_for_a_lower_grade_do_not_make_a_candidate(filled):
    found = group_of(filled, "member", [votes(GOOD), votes(GOOD), {}])
    assert [one.grade for one in found] == ["HTTNV", "HTTNV", "HTXSNV"]

"""II.1.3.a and II.2.3.a: how many may be excellent, under each reading of the share."""

import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.judge.places import places
from tests.clauses.dl19.grading import DATABASE, MEMBER, VOTED_GOOD, group_of

BOTH = pytest.mark.parametrize("kind", ["member", "cell"])


def allowed(book, kind, reached):
    """How many of a group may be excellent when so many reached good."""
    (quota,) = book.quotas.of(kind)
    return places(quota, reached=reached, graded=reached)


@pytest.mark.clause("DL19-II.2.3.a-4")
def test_a_fifth_of_the_good_members_of_the_grassroots_organisation(dl19):
    assert [allowed(dl19, "member", reached) for reached in (4, 5, 9, 10)] == [0, 1, 1, 2]
    kept = group_of(dl19, "member", good=8, excellent=2)
    assert [one.grade for one in kept] == ["HTTNV"] * 8 + ["HTXSNV"] * 2
    over = group_of(dl19, "member", good=7, excellent=2)
    assert [one.grade for one in over[7:]] == ["HTTNV"] * 2
    assert [one.quotas[0].state for one in over[7:]] == ["tie"] * 2


@pytest.mark.clause("DL19-II.1.3.a-6")
def test_a_fifth_of_the_good_cells_of_the_party_body(dl19):
    assert [allowed(dl19, "cell", reached) for reached in (4, 5, 9, 10)] == [0, 1, 1, 2]
    assert [one.grade for one in group_of(dl19, "cell", good=4, excellent=1)] == ["HTTNV"] * 4 + ["HTXSNV"]
    (best,) = group_of(dl19, "cell", good=3, excellent=1)[3:]
    assert (best.grade, best.flags) == ("HTTNV", ("quota_over", "quota_no_place"))


@BOTH
@pytest.mark.reading("quota_base", "before_lift")
@pytest.mark.reading("quota_base", "after_lift")
@pytest.mark.parametrize(("reading", "places_of_ten"), [("before_lift", 2), ("after_lift", 1)])
def test_the_base_of_the_share(under, kind, reading, places_of_ten):
    assert allowed(under(quota_base=reading), kind, 10) == places_of_ten


@BOTH
@pytest.mark.reading("quota_rounding", "down")
@pytest.mark.reading("quota_rounding", "up")
@pytest.mark.reading("quota_rounding", "nearest")
@pytest.mark.parametrize(("reading", "given"), [("down", [1, 1, 1]), ("up", [1, 2, 2]), ("nearest", [1, 1, 2])])
def test_the_rounding_of_the_share(under, kind, reading, given):
    assert [allowed(under(quota_rounding=reading), kind, reached) for reached in (5, 7, 8)] == given


@pytest.mark.reading("quota_scope", "party_body")
@pytest.mark.reading("quota_scope", "cell")
@pytest.mark.parametrize(("scope", "given"), [("party_body", "HTXSNV"), ("cell", "HTTNV")])
def test_the_share_is_taken_of_the_organisation_or_of_the_cell(under, scope, given):
    people = [{**MEMBER, **VOTED_GOOD, "subject": f"m{n}", "cell": f"c{n}"} for n in range(4)]
    rows = [*people, {**MEMBER, "subject": "best", "cell": "c0"}]
    found = judge(under(quota_scope=scope), "member", rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")
    assert found[4].grade == given

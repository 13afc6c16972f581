"""II.1.4: how many cells may be excellent."""

import pytest

from kiemdiem.core.judge.places import places
from tests.clauses.dn18.grading import cells_of


def allowed(book, reached, cells):
    """How many of so many cells may be excellent, when so many reached good."""
    (quota,) = book.quotas.of("cell")
    return places(quota, reached=reached, graded=cells, size=cells)


@pytest.mark.clause("DN18-B.II.1.4-1")
@pytest.mark.parametrize(("reached", "most"), [(4, 0), (5, 1), (9, 1), (10, 2), (14, 2), (15, 3)])
def test_at_most_a_fifth_of_the_good_cells_is_excellent(dn18, reached, most):
    assert allowed(dn18, reached, cells=20) == most


@pytest.mark.clause("DN18-B.II.1.4-1")
@pytest.mark.reading("quota_scope", "party_body")
def test_the_share_is_taken_of_all_cells_of_the_party_body(filled):
    found = cells_of(filled, excellent=2, good=8)
    assert [one.grade for one in found[:2]] == ["HTXSNV"] * 2
    assert (found[0].quotas[0].group, found[0].quotas[0].places) == ("one", 2)


@pytest.mark.clause("DN18-B.II.1.4-1")
def test_too_many_excellent_cells_are_left_to_the_committee(filled):
    found = cells_of(filled, excellent=3, good=8)
    assert [one.quotas[0].state for one in found[:3]] == ["tie"] * 3
    assert [one.grade for one in found[:3]] == ["HTTNV"] * 3
    assert "cấp ủy lựa chọn" in found[0].quotas[0].sentence


@pytest.mark.clause("DN18-B.II.1.4-2")
@pytest.mark.parametrize(("reached", "cells", "most"), [(4, 9, 1), (1, 4, 1), (0, 4, 0), (4, 10, 0), (9, 9, 1)])
def test_up_to_nine_cells_have_one_place_whatever_the_share(dn18, reached, cells, most):
    assert allowed(dn18, reached, cells) == most


@pytest.mark.clause("DN18-B.II.1.4-2")
@pytest.mark.parametrize(("excellent", "done", "given"), [(1, 8, "HTXSNV"), (1, 9, "HTTNV"), (2, 7, "HTTNV")])
def test_the_number_of_cells_is_that_of_the_party_body(filled, excellent, done, given):
    assert cells_of(filled, excellent=excellent, done=done)[0].grade == given


@pytest.mark.reading("small_unit_9", "one_replaces")
def test_one_place_replaces_the_share_of_few_cells(under):
    assert [allowed(under(quota_rounding="up"), reached, cells=9) for reached in (0, 1, 4, 9)] == [0, 1, 1, 1]
    assert cells_of(under(), excellent=1, good=3)[0].grade == "HTXSNV"


@pytest.mark.reading("small_unit_9", "both_apply")
def test_both_limits_may_hold_for_few_cells(under):
    book = under(small_unit_9="both_apply")
    assert [allowed(book, reached, cells=9) for reached in (4, 5, 9)] == [0, 1, 1]
    assert allowed(under(small_unit_9="both_apply", quota_rounding="up"), 9, cells=9) == 1
    assert cells_of(book, excellent=1, good=3)[0].grade == "HTTNV"


@pytest.mark.reading("quota_base", "before_lift")
@pytest.mark.reading("quota_base", "after_lift")
@pytest.mark.parametrize(("reading", "most"), [("before_lift", 2), ("after_lift", 1)])
def test_the_base_counts_those_lifted_or_leaves_them_out(under, reading, most):
    assert allowed(under(quota_base=reading), 10, cells=10) == most


@pytest.mark.reading("quota_rounding", "down")
@pytest.mark.reading("quota_rounding", "up")
@pytest.mark.reading("quota_rounding", "nearest")
@pytest.mark.parametrize(("reading", "most"), [("down", [0, 1, 1, 2]), ("up", [1, 1, 2, 3]), ("nearest", [0, 1, 2, 2])])
def test_a_fraction_of_a_cell_is_rounded_as_the_reading_says(under, reading, most):
    book = under(quota_rounding=reading)
    assert [allowed(book, reached, cells=20) for reached in (2, 5, 8, 11)] == most

"""III.1.4 and III.2.3.b: how many may have the best grade, and how many cells may be commended."""

import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.judge.places import places
from tests.clauses.hx17.grading import CELL, DATABASE, MEMBER, VOTED_GOOD, cell_of


def states(verdicts):
    """How the quota stands for each of those it concerns."""
    return [found.quotas[0].state for found in verdicts if found.quotas[0].state != "not_concerned"]


@pytest.mark.clause("HX17-III.1.4-7")
@pytest.mark.parametrize(("reached", "allowed"), [(6, 0), (7, 1), (13, 1), (14, 2), (19, 2), (20, 3), (40, 6)])
def test_fifteen_percent_is_rounded_down(hx17, reached, allowed):
    (quota,) = hx17.quotas.of("member")
    assert places(quota, reached=reached, graded=reached + 5) == allowed


@pytest.mark.clause("HX17-III.1.4-7")
def test_whoever_is_beyond_the_quota_stays_good_and_is_pointed_out(hx17):
    found = cell_of(hx17, good=11, excellent=(20, 19, 18))
    assert [(one.grade, one.flags) for one in found[11:]] == [
        ("HTXSNV", ()),
        ("HTXSNV", ()),
        ("HTTNV", ("quota_over",)),
    ]
    assert [one.reached for one in found[11:]] == ["HTXSNV"] * 3


@pytest.mark.clause("HX17-III.1.4-7")
def test_a_tie_at_the_line_is_left_to_people(hx17):
    found = cell_of(hx17, good=11, excellent=(20, 18, 18))
    assert states(found) == ["kept", "tie", "tie"]
    assert found[12].flags == ("quota_tie",)
    assert "bỏ phiếu lại giữa những người bằng nhau" in found[12].quotas[0].sentence


@pytest.mark.clause("HX17-III.1.4-7")
def test_both_ways_to_count_the_base_are_shown(hx17):
    found = cell_of(hx17, good=5, excellent=(20, 19))
    figures = {one.base: (one.count, one.places) for one in found[0].quotas[0].bases}
    assert figures == {"reached_good": (7, 1), "stayed_good": (7, 0), "all_graded": (7, 1)}


@pytest.mark.clause("HX17-III.1.4-7")
def test_the_quota_is_taken_in_each_cell(hx17):
    people = [{**VOTED_GOOD, "cell": cell} for cell in ("a", "b") for _ in range(6)] + [{"cell": "a"}]
    facts = [{**MEMBER, **each, "subject": f"m{n}"} for n, each in enumerate(people)]
    found = judge(hx17, "member", rows=facts, cursor=DATABASE.cursor(), dialect="sqlite")
    assert (found[0].quotas[0].places, found[6].quotas[0].places) == (1, 0)
    assert found[12].grade == "HTXSNV"


@pytest.mark.clause("HX17-III.1.4-7")
def test_a_result_still_open_makes_the_quota_provisional(hx17):
    rows = [{**MEMBER, "subject": f"m{n}"} for n in range(7)]
    rows[0] |= {"task_result": None}
    found = judge(hx17, "member", rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")
    assert found[1].quotas[0].pending == 1
    assert "quota_provisional" in found[1].flags


@pytest.mark.clause("HX17-III.2.3.b-4")
@pytest.mark.parametrize(("clean", "allowed"), [(4, 0), (5, 1), (24, 4), (25, 5)])
def test_a_fifth_of_the_clean_cells_is_rounded_down(hx17, clean, allowed):
    (quota,) = hx17.quotas.of("cell")
    assert places(quota, reached=clean, graded=clean + 3) == allowed


def awarded(book, clean, chosen):
    """The verdicts of so many clean and strong cells, the first of them chosen for commendation."""
    rows = [{**CELL, "subject": f"c{n}", "chosen_for_award": n < chosen} for n in range(clean)]
    return judge(book, "cell", rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")


@pytest.mark.clause("HX17-III.2.3.b-4")
@pytest.mark.parametrize(("clean", "chosen", "state"), [(5, 1, "kept"), (4, 1, "over"), (9, 1, "kept"), (9, 2, "tie")])
def test_at_most_a_fifth_of_the_clean_cells_is_commended(hx17, clean, chosen, state):
    found = awarded(hx17, clean, chosen)
    assert found[0].quotas[0].state == state
    assert found[0].grade == "TSVM"
    assert found[-1].quotas[0].state == "not_concerned"

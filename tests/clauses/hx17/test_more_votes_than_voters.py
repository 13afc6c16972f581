"""Figures that cannot be: more votes than slips, more slips than people, more people than were convened."""

import pytest

from kiemdiem.core.judge.rows import FactsRefused, check_rows
from tests.clauses.hx17.grading import CELL, KINDS, LEADER


def refused(book, kind, **changes):
    """The columns refused in one row."""
    try:
        check_rows(book, kind, rows=[{**KINDS[kind], **changes}])
    except FactsRefused as found:
        return [fault.column for fault in found.faults]
    return []


@pytest.mark.clause("HX17-III.1.4-4")
@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"votes_good": 15, "votes_done": 5}, []),
        ({"votes_good": 15, "votes_done": 6}, ["votes_good"]),
        ({"present_1": 19}, ["valid_1"]),
        ({"enrolled_1": 19}, ["present_1"]),
        ({"votes_good": 21}, ["votes_good"]),
    ],
)
def test_the_figures_of_round_one_add_up(hx17, changes, columns):
    assert refused(hx17, "member", **changes) == columns


@pytest.mark.clause("HX17-III.1.4-6")
@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"votes_excellent": 20}, []),
        ({"votes_excellent": 21}, ["votes_excellent"]),
        ({"present_2": 19}, ["valid_2"]),
        ({"enrolled_2": 19}, ["present_2"]),
    ],
)
def test_the_figures_of_round_two_add_up(hx17, changes, columns):
    assert refused(hx17, "member", **changes) == columns


@pytest.mark.clause("HX17-II.3.2.c-11")
@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({}, []),
        ({"votes_good": 9}, ["votes_excellent"]),
        ({"returned": 9}, ["valid"]),
        ({"present": 10}, ["returned"]),
        ({"enrolled": 11}, ["present"]),
    ],
)
def test_the_figures_on_a_leader_add_up(hx17, changes, columns):
    assert sum(LEADER[name] for name in LEADER if name.startswith("votes_")) == LEADER["valid"]
    assert refused(hx17, "leader", **changes) == columns


@pytest.mark.clause("HX17-III.2.3.a-13")
def test_no_more_organisations_are_at_their_highest_than_at_their_second_level(hx17):
    assert refused(hx17, "cell", linked_second=CELL["linked_highest"] - 1) == ["linked_highest"]


@pytest.mark.clause("HX17-III.2.3.a-17")
def test_no_more_organisations_are_at_a_level_than_there_are(hx17):
    assert refused(hx17, "cell", linked_total=CELL["linked_second"] - 1) == ["linked_second"]

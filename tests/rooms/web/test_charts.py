"""Bars are as long as their numbers, and never reach a line that the number does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemdiem.web import charts
from kiemdiem.web.shapes import Bar, BoardRow, Quota


def widths(drawn):
    return [row.width for row in drawn]


def test_the_longest_bar_fills_the_width():
    assert widths(charts.side_by_side([Bar("a", 5), Bar("b", 20), Bar("c", 0)])) == ["25.0%", "100.0%", "0.0%"]


def test_a_wider_scale_shortens_every_bar():
    assert widths(charts.side_by_side([Bar("a", 5), Bar("b", 20)], most=40)) == ["12.5%", "50.0%"]


def test_nothing_to_draw_is_no_fault():
    assert (widths(charts.side_by_side([Bar("a", 0)])), charts.end_to_end([])) == (["0.0%"], [])


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=8).filter(sum))
def test_parts_lie_end_to_end_and_fill_the_bar(values):
    drawn = charts.end_to_end([Bar(str(value), value) for value in values])
    ends = [float(row.x[:-1]) + float(row.width[:-1]) for row in drawn]
    starts = [float(row.x[:-1]) for row in drawn]
    assert [round(end, 1) for end in ends] == [*starts[1:], 100.0]


@pytest.mark.parametrize(
    ("taken", "limit", "beyond"), [(4, 4, "0.0%"), (3, 4, "0.0%"), (5, 4, "16.0%"), (1, 0, "80.0%")]
)
def test_only_what_exceeds_the_limit_is_drawn_beyond_it(taken, limit, beyond):
    assert charts.against_limit(Quota("x", taken, limit)).beyond == beyond


def test_an_empty_quota_can_be_drawn():
    assert charts.against_limit(Quota("x", 0, 0)) == charts.DrawnQuota("0.0%", "0.0%", "0.0%", "0.0%")


def test_marks_stand_side_by_side_with_a_gap():
    assert charts.in_marks(["done", "waiting"]) == [("done", "0.0%", "45.0%"), ("waiting", "50.0%", "45.0%")]


def test_a_row_of_the_board_counts_only_what_applies():
    row = BoardRow("x", (("A", "done"), ("B", "skipped"), ("C", "current"), ("D", "waiting")), "doing")
    assert (row.done, row.total, row.now) == (1, 3, "C")

"""Score slips: maxima, empty parts, totals that do not add up."""

import pytest

from kiemdiem.core.process import score
from kiemdiem.core.process.facts import ScalePart
from kiemdiem.core.process.score import Scored

SCALE = (ScalePart(key="s1", name="Nội dung 1", most=40), ScalePart(key="s2", name="Nội dung 2", most=20))


def test_a_slip_within_its_maxima_counts():
    assert score.score(SCALE, {"s1": 4000, "s2": 1950}, written_total=5950) == Scored(5950, True)


@pytest.mark.parametrize(
    ("points", "wrong"),
    [(4001, "Nội dung 1: 40,01 điểm, tối đa 40"), (-1, "Nội dung 1: điểm âm"), (None, "Nội dung 1: chưa cho điểm")],
)
def test_a_part_beyond_its_bounds_or_empty_voids_the_slip(points, wrong):
    found = score.score(SCALE, {"s1": points, "s2": 0})
    assert (found.valid, found.wrong) == (False, (wrong,))


def test_an_empty_part_is_no_points_under_the_other_reading():
    assert score.score(SCALE, {"s1": None, "s2": 1500}, empty_part="zero") == Scored(1500, True)


def test_the_parts_beat_a_written_total():
    found = score.score(SCALE, {"s1": 3550, "s2": 1500}, written_total=5000)
    assert found == Scored(5050, True, (), ("Tổng ghi trên phiếu 50 khác tổng các nội dung 50,5",))


def test_a_part_the_scale_does_not_have_is_wrong():
    found = score.score(SCALE, {"s1": 0, "s2": 0, "s3": 100})
    assert (found.valid, found.wrong) == (False, ("Không có nội dung “s3” trong thang điểm",))


@pytest.mark.parametrize(("points", "shown"), [(0, "0"), (9000, "90"), (8950, "89,5"), (8999, "89,99"), (5, "0,05")])
def test_points_are_printed_with_a_decimal_comma(points, shown):
    assert score.shown(points) == shown

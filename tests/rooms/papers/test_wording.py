"""How days, shares and points read on paper."""

from datetime import date

import pytest

from kiemdiem.core import counting
from kiemdiem.core.law.sections.blocks import FieldSpec
from kiemdiem.papers.wording import long_date, percent, worded


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2018, 2, 3), "ngày 03 tháng 02 năm 2018"),
        (date(2018, 3, 10), "ngày 10 tháng 3 năm 2018"),
        (date(2017, 12, 1), "ngày 01 tháng 12 năm 2017"),
    ],
)
def test_long_dates_have_noughts_where_the_layout_wants_them(day, said):
    assert long_date(day) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(2, 3, "66,66%"), (1, 3, "33,33%"), (3, 3, "100,00%"), (0, 7, "0,00%"), (0, 0, "–"), (1999, 2000, "99,95%")],
)
def test_percentages_are_cut_never_rounded_up(part, whole, said):
    assert percent(part, whole) == said


@pytest.mark.parametrize(("hundredths", "said"), [(9000, "90,00"), (9250, "92,50"), (8999, "89,99"), (9005, "90,05")])
def test_a_mean_reads_the_same_on_paper_and_on_the_screen(hundredths, said):
    mean = FieldSpec(name="mean", shape="points", label="Điểm bình quân")
    assert (worded(mean, hundredths), counting.Mean(total=hundredths * 3, slips=3).text()) == (said, said)

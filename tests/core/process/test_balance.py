"""Figures of a counted round that fit, and each way in which they do not."""

from dataclasses import replace

import pytest

from kiemdiem.core.process import balance
from kiemdiem.core.process.facts import Count, Named, Tally

SUBJECTS = (Named(key="a", name="An"), Named(key="b", name="Bình"))
LINES = (Tally(subject="a", votes={"G": 6, "D": 1}, blank=1), Tally(subject="b", votes={"G": 7}, line_invalid=1))
COUNT = Count(present=10, issued=10, returned=9, valid=8, invalid=1, lines=LINES)


def test_figures_that_fit():
    assert (balance.figures_wrong(COUNT), balance.lines_wrong(COUNT, SUBJECTS)) == ((), ())


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"issued": 11}, "Phát ra 11 phiếu cho 10 người có mặt được bỏ phiếu"),
        ({"returned": 11, "invalid": 3}, "Thu về 11 phiếu, nhiều hơn số phát ra 10"),
        ({"invalid": 2}, "Phiếu hợp lệ 8 + không hợp lệ 2 = 10, khác số phiếu thu về 9"),
        ({"valid": 10, "invalid": -1}, "Số phiếu không hợp lệ là số âm (-1)"),
    ],
)
def test_figures_that_do_not_fit(change, wrong):
    assert balance.figures_wrong(replace(COUNT, **change)) == (wrong,)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (
            Tally(subject="b", votes={"G": 7}),
            "Dòng của Bình: Cộng dòng được 7, phải bằng 8 phiếu hợp lệ (còn thiếu 1)",
        ),
        (Tally(subject="b", votes={"G": 9, "D": -1}), "Dòng của Bình: Số phiếu không được nhỏ hơn 0"),
    ],
)
def test_a_line_that_does_not_add_up(line, wrong):
    assert balance.lines_wrong(replace(COUNT, lines=(LINES[0], line)), SUBJECTS) == (wrong,)


def test_lines_missing_twice_or_unknown():
    unknown = replace(LINES[0], subject="c")
    found = balance.lines_wrong(replace(COUNT, lines=(LINES[0], LINES[0], unknown)), SUBJECTS)
    assert found == ("Thiếu dòng của Bình", "Dòng c không có trên phiếu", "Dòng của An nhập hai lần")


def test_equal_counts_have_no_differences():
    other = replace(COUNT, lines=(Tally(subject="a", votes={"G": 6, "D": 1, "K": 0}, blank=1), LINES[1]))
    assert balance.differences(COUNT, other) == ()


def test_differences_name_the_figure_and_the_line():
    other = replace(COUNT, returned=10, invalid=2, lines=(LINES[0], replace(LINES[1], votes={"G": 6, "D": 1})))
    assert balance.differences(COUNT, other) == ("số phiếu thu về: 9 và 10", "số phiếu không hợp lệ: 1 và 2", "dòng b")


def test_a_line_only_one_of_them_counted_differs():
    assert balance.differences(COUNT, replace(COUNT, lines=LINES[:1])) == ("dòng b",)
    assert balance.differences(replace(COUNT, lines=LINES[:1]), COUNT) == ("dòng b",)

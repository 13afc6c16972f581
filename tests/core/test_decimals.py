"""Numbers with two decimals: cut, never rounded up."""

import pytest

from kiemdiem.core import decimals


@pytest.mark.parametrize(("hundredths", "text"), [(0, "0,00"), (7, "0,07"), (9333, "93,33"), (10000, "100,00")])
def test_hundredths_are_printed_with_a_comma(hundredths, text):
    assert decimals.decimal(hundredths) == text


@pytest.mark.parametrize(("total", "slips", "text"), [(28000, 3, "93,33"), (26999, 3, "89,99"), (0, 0, "")])
def test_a_mean_is_cut(total, slips, text):
    assert decimals.mean(total, slips=slips) == text


@pytest.mark.parametrize(("part", "whole", "text"), [(2, 3, "66,66"), (3, 3, "100,00"), (1, 0, "")])
def test_a_percentage_is_cut(part, whole, text):
    assert decimals.percent(part, whole=whole) == text

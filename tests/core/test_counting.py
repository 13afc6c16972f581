"""Tally sheets and score piles: what balances, what differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemdiem.core.counting import Marks, Mean, ScoredSlip, Sheet, differences, faults_of, slip_differences

COUNTS = st.integers(min_value=0, max_value=60)


@st.composite
def sheets(draw, options=4):
    """A sheet that balances: any marks, the valid slips shared out among them on every line."""
    valid, invalid = draw(COUNTS), draw(COUNTS)
    lines = {}
    for position in range(1, draw(st.integers(min_value=1, max_value=6)) + 1):
        cuts = sorted(draw(st.lists(st.integers(0, valid), min_size=options + 1, max_size=options + 1)))
        parts = [b - a for a, b in zip([0, *cuts], [*cuts, valid], strict=True)]
        lines[position] = Marks(tuple(parts[:options]), blank=parts[options], spoiled=parts[options + 1])
    return Sheet(valid + invalid, valid, invalid, lines)


@given(sheets())
def test_a_sheet_that_shares_out_the_valid_slips_has_no_fault(sheet):
    assert faults_of(sheet, positions=sorted(sheet.lines), options=4) == ()


@given(sheets(), st.data())
def test_one_mark_more_on_one_line_is_named_at_that_line(sheet, data):
    position = data.draw(st.sampled_from(sorted(sheet.lines)))
    marks = sheet.lines[position]
    lines = {**sheet.lines, position: Marks(marks.votes, marks.blank + 1, marks.spoiled)}

    found = faults_of(Sheet(sheet.returned, sheet.valid, sheet.invalid, lines), positions=sorted(lines), options=4)

    assert [fault.position for fault in found] == [position]


@given(sheets(), sheets())
def test_two_sheets_agree_exactly_when_every_figure_does(one, other):
    names = ["a", "b", "c", "d"]
    blank = Marks((0, 0, 0, 0))
    positions = {*one.lines, *other.lines}
    same = (one.returned, one.valid, one.invalid) == (other.returned, other.valid, other.invalid) and all(
        one.lines.get(position, blank) == other.lines.get(position, blank) for position in positions
    )
    assert (differences(one, other, names=names) == ()) is same


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8), st.randoms())
def test_two_piles_agree_in_whatever_order_they_lie(pile, chance):
    slips = [ScoredSlip(parts) for parts in pile]
    other = list(slips)
    chance.shuffle(other)

    assert slip_differences(slips, other) == ()
    assert slip_differences(slips, [*other, ScoredSlip((9, 9))]) == ((ScoredSlip((9, 9)), 0, 1),)


@pytest.mark.parametrize(
    ("total", "slips", "text"), [(28000, 3, "93,33"), (26999, 3, "89,99"), (9000, 1, "90,00"), (0, 0, "")]
)
def test_a_mean_is_cut_and_never_rounded_up(total, slips, text):
    assert Mean(total, slips).text() == text

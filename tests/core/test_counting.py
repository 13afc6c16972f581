"""Tally sheets and score piles: what balances, what differs, what is needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemdiem.core.counting import Marks, Mean, ScoredSlip, Sheet, differences, faults_of, slip_differences
from kiemdiem.core.majority import needed, winner

HALF = dict.fromkeys(("best", "good", "last"), "1/2")
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


@given(st.integers(0, 500), st.sampled_from(["1/2", "2/3", "80%"]))
def test_the_votes_needed_are_the_fewest_that_exceed_the_share(base, fraction):
    least = needed(base, fraction=fraction)
    share = {"1/2": (1, 2), "2/3": (2, 3), "80%": (80, 100)}[fraction]
    assert least * share[1] > base * share[0] >= (least - 1) * share[1]


@given(st.lists(st.integers(0, 20), min_size=3, max_size=3), st.integers(0, 2), st.integers(1, 60))
def test_a_vote_more_for_a_grade_never_takes_it_away(votes, place, base):
    before = dict(zip(("best", "good", "last"), votes, strict=True))
    grade = list(before)[place]
    after = {**before, grade: before[grade] + 1}
    if winner(before, base=base, fractions=HALF) == grade:
        others = [g for g in after if g != grade and 2 * after[g] > base]
        assert others or winner(after, base=base, fractions=HALF) == grade


@pytest.mark.parametrize(
    ("rule", "votes", "won"),
    [
        ("repeat", (10, 0, 0), None),
        ("repeat", (11, 0, 0), "best"),
        ("repeat", (8, 7, 5), None),
        ("cumulative", (8, 7, 5), "good"),
        ("cumulative", (5, 5, 11), "last"),
        ("cumulative", (3, 3, 4), None),
        ("plurality", (8, 7, 5), "best"),
        ("plurality", (8, 8, 4), None),
    ],
)
def test_what_a_vote_without_a_majority_gives_under_each_reading(rule, votes, won):
    counted = dict(zip(("best", "good", "last"), votes, strict=True))
    assert winner(counted, base=20, fractions=HALF, rule=rule) == won


@pytest.mark.parametrize(("best", "won"), [(13, None), (14, "best")])
def test_a_grade_may_need_more_than_the_others(best, won):
    votes = {"best": best, "good": 20 - best, "last": 0}
    assert winner(votes, base=20, fractions={**HALF, "best": "2/3"}) == won


@pytest.mark.parametrize(
    ("total", "slips", "text"), [(28000, 3, "93,33"), (26999, 3, "89,99"), (9000, 1, "90,00"), (0, 0, "")]
)
def test_a_mean_is_cut_and_never_rounded_up(total, slips, text):
    assert Mean(total, slips).text() == text

"""The arithmetic of a counted vote against a slow reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemdiem.core.majority import Need, exceeds, needed, needs, winner

HALF = dict.fromkeys(("best", "good", "last"), "1/2")


@pytest.mark.parametrize(
    ("fraction", "voters", "least"),
    [
        *(("1/2", voters, least) for voters, least in [(0, 1), (1, 1), (2, 2), (3, 2), (4, 3), (20, 11), (21, 11)]),
        *(("2/3", voters, least) for voters, least in [(1, 1), (2, 2), (3, 3), (4, 3), (20, 14), (21, 15), (22, 15)]),
    ],
)
def test_the_votes_needed_for_more_than_a_fraction(fraction, voters, least):
    assert needed(voters, fraction=fraction) == least


@given(st.integers(0, 500), st.sampled_from(["1/2", "2/3", "80%"]))
def test_the_votes_needed_are_the_fewest_that_exceed_the_share(base, fraction):
    least = needed(base, fraction=fraction)
    share = {"1/2": (1, 2), "2/3": (2, 3), "80%": (80, 100)}[fraction]
    assert least * share[1] > base * share[0] >= (least - 1) * share[1]


@given(st.integers(0, 500), st.integers(0, 5), st.integers(1, 6))
def test_the_votes_needed_are_the_first_number_that_is_more(base, part, of):
    fraction = f"{part}/{of}"
    enough = [votes for votes in range(base * 6 + 2) if exceeds(votes, base=base, fraction=fraction)]
    assert needed(base, fraction=fraction) == enough[0]


@pytest.mark.parametrize(("fraction", "base"), [("1/0", 3), ("-1/2", 3), ("1/2", -1)])
def test_what_is_no_part_of_a_number_is_refused(fraction, base):
    with pytest.raises(ValueError, match=r"không phải phân số|a part of a counted number"):
        needed(base, fraction=fraction)


def test_grades_out_of_reach_of_those_present_are_named():
    asked = {"best": "2/3", "good": "1/2"}
    assert needs(asked, base=20, present=13) == (Need("best", 14, False), Need("good", 11, True))


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

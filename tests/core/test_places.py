"""The places of a percentage against a slow reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemdiem.core.places import measure


def places(percent, *, good, rounding="down", least=0, after_lift=False):
    """The places for so many good ones."""
    return measure(percent, rounding=rounding, after_lift=after_lift).places(good, least=least)


@pytest.mark.parametrize(("good", "most"), [(0, 0), (6, 0), (7, 1), (13, 1), (14, 2), (100, 15)])
def test_fifteen_percent_rounds_down(good, most):
    assert places(15, good=good) == most


@pytest.mark.parametrize(("after_lift", "most"), [(False, 2), (True, 1)])
def test_the_base_before_and_after_the_lift(after_lift, most):
    assert places(20, good=10, after_lift=after_lift) == most


@given(st.integers(0, 400), st.sampled_from([15, 20, 25]))
def test_places_after_the_lift_are_the_most_that_keep_the_share(good, percent):
    fitting = [top for top in range(good + 1) if 100 * top <= percent * (good - top)]
    assert places(percent, good=good, after_lift=True) == fitting[-1]


@given(st.integers(0, 400), st.integers(0, 100))
def test_places_before_the_lift_are_the_most_within_the_share(good, percent):
    fitting = [top for top in range(good + 1) if 100 * top <= percent * good]
    assert places(percent, good=good) == fitting[-1]


@given(st.integers(0, 400), st.integers(0, 100))
def test_places_after_the_lift_rounded_up_are_the_most_within_the_rounded_share(good, percent):
    fitting = [top for top in range(good + 1) if top <= -(-percent * (good - top) // 100)]
    assert places(percent, good=good, rounding="up", after_lift=True) == fitting[-1]


@pytest.mark.parametrize(("rounding", "most"), [("down", 0), ("up", 1), ("nearest", 1)])
def test_rounding_of_a_fraction_of_a_person(rounding, most):
    assert places(15, good=6, rounding=rounding) == most


@pytest.mark.parametrize(("good", "most"), [(0, 0), (1, 1), (6, 1), (14, 2)])
def test_a_small_group_gets_its_one_place(good, most):
    assert places(15, good=good, least=1) == most


@pytest.mark.parametrize(("percent", "good"), [(15, -1), (101, 3), (-1, 3)])
def test_what_is_no_share_is_refused(percent, good):
    with pytest.raises(ValueError, match="a share of a counted number"):
        places(percent, good=good)


@pytest.mark.parametrize(("least", "most"), [(0, [0] * 7 + [1] * 7 + [2]), (1, [0] + [1] * 13 + [2])])
def test_the_card_of_places_has_an_entry_for_every_number_of_good(least, most):
    assert [places(15, good=good, least=least) for good in range(15)] == most

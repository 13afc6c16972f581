"""The arithmetic of a ballot against a slow reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemdiem.core.process import votes
from kiemdiem.core.process.votes import CardLine, Fraction, Need

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)


@pytest.mark.parametrize(("voters", "needed"), [(0, 1), (1, 1), (2, 2), (20, 11), (21, 11)])
def test_more_than_half(voters, needed):
    assert votes.votes_needed(HALF, voters) == needed


@pytest.mark.parametrize(("voters", "needed"), [(1, 1), (3, 3), (20, 14), (21, 15), (22, 15)])
def test_more_than_two_thirds(voters, needed):
    assert votes.votes_needed(TWO_THIRDS, voters) == needed


@given(st.integers(0, 500), st.integers(0, 5), st.integers(1, 6))
def test_votes_needed_is_the_first_number_that_is_more(voters, part, of):
    fraction = Fraction(part, of)
    enough = [yes for yes in range(voters * 6 + 2) if votes.is_more_than(yes, voters, fraction=fraction)]
    assert votes.votes_needed(fraction, voters) == enough[0]


@pytest.mark.parametrize(("part", "of", "voters"), [(1, 0, 3), (-1, 2, 3), (1, 2, -1)])
def test_what_is_no_part_of_a_number_is_refused(part, of, voters):
    with pytest.raises(ValueError, match="a part of a counted number"):
        votes.votes_needed(Fraction(part, of), voters)


def test_grades_out_of_reach_of_those_present_are_named():
    asked = (("top", TWO_THIRDS), ("good", HALF))
    assert votes.needs(asked, denominator=20, present=13) == (Need("top", 14, False), Need("good", 11, True))


@pytest.mark.parametrize(("good", "places"), [(0, 0), (6, 0), (7, 1), (13, 1), (14, 2), (100, 15)])
def test_fifteen_percent_rounds_down(good, places):
    assert votes.places(15, good=good) == places


@pytest.mark.parametrize(("base", "places"), [("before_lift", 2), ("after_lift", 1)])
def test_the_base_before_and_after_the_lift(base, places):
    assert votes.places(20, good=10, base=base) == places


@given(st.integers(0, 400), st.sampled_from([15, 20, 25]))
def test_places_after_the_lift_are_the_most_that_keep_the_share(good, percent):
    fitting = [top for top in range(good + 1) if 100 * top <= percent * (good - top)]
    assert votes.places(percent, good=good, base="after_lift") == fitting[-1]


@given(st.integers(0, 400), st.integers(0, 100))
def test_places_before_the_lift_are_the_most_within_the_share(good, percent):
    fitting = [top for top in range(good + 1) if 100 * top <= percent * good]
    assert votes.places(percent, good=good) == fitting[-1]


@pytest.mark.parametrize(("rounding", "places"), [("down", 0), ("up", 1), ("nearest", 1)])
def test_rounding_of_a_fraction_of_a_person(rounding, places):
    assert votes.places(15, good=6, rounding=rounding) == places


@pytest.mark.parametrize(("good", "places"), [(0, 0), (1, 1), (6, 1), (14, 2)])
def test_a_small_group_gets_its_one_place(good, places):
    assert votes.places(15, good=good, least=1) == places


@pytest.mark.parametrize(("percent", "good"), [(15, -1), (101, 3), (-1, 3)])
def test_what_is_no_share_is_refused(percent, good):
    with pytest.raises(ValueError, match="a share of a counted number"):
        votes.places(percent, good=good)


def test_the_chairs_card_has_a_line_for_every_number_of_voters():
    assert votes.card((HALF, TWO_THIRDS), up_to=4) == (
        CardLine(1, (1, 1)),
        CardLine(2, (2, 2)),
        CardLine(3, (2, 3)),
        CardLine(4, (3, 3)),
    )


def test_the_card_of_places_has_an_entry_for_every_number_of_good():
    assert votes.places_card(15, up_to=14) == (0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2)
    assert votes.places_card(15, up_to=2, least=1) == (0, 1, 1)

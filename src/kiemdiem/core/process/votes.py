"""The arithmetic of a ballot: votes needed, grades still in reach, places of a quota, the card for the chair.

Whole numbers only; "more than" is strict.
"""

from dataclasses import dataclass
from typing import Literal

Rounding = Literal["down", "up", "nearest"]
Base = Literal["before_lift", "after_lift"]


@dataclass(frozen=True)
class Fraction:
    """A part of a whole, as two whole numbers."""

    part: int
    of: int


@dataclass(frozen=True)
class Need:
    """What one grade needs: how many votes of the denominator, and whether that many can still be cast."""

    grade: str
    votes: int
    in_reach: bool


@dataclass(frozen=True)
class CardLine:
    """One line of the chair's card: votes needed for each fraction, and places at the top for a number of good."""

    voters: int
    needed: tuple[int, ...]


def votes_needed(more_than: Fraction, denominator: int) -> int:
    """The least number of votes that is more than the fraction of the denominator.

    Raises: ValueError for a denominator below 0 or a fraction that is none.
    """
    if denominator < 0 or more_than.of <= 0 or more_than.part < 0:
        raise ValueError("a part of a counted number is asked for")
    return more_than.part * denominator // more_than.of + 1


def is_more_than(votes: int, denominator: int, *, fraction: Fraction) -> bool:
    """Whether the votes are strictly more than the fraction of the denominator."""
    return fraction.of * votes > fraction.part * denominator


def needs(thresholds: tuple[tuple[str, Fraction], ...], *, denominator: int, present: int) -> tuple[Need, ...]:
    """For each grade, in the order given, the votes needed and whether those present can still reach them."""
    counted = ((grade, votes_needed(fraction, denominator)) for grade, fraction in thresholds)
    return tuple(Need(grade, votes, votes <= present) for grade, votes in counted)


def places(percent: int, *, good: int, rounding: Rounding = "down", least: int = 0, base: Base = "before_lift") -> int:
    """How many may have the top grade when `good` people reached the good grade.

    Rounding: down, unless a reading says otherwise. `least` is the number a small group gets all the same, never more
    than are good. With base `after_lift` the percentage is taken of those who stay at the good grade.
    Raises: ValueError for a negative count, or a percentage outside 0–100.
    """
    if good < 0 or not 0 <= percent <= 100:
        raise ValueError("a share of a counted number is asked for")
    whole = 100 if base == "before_lift" else 100 + percent
    shift = {"down": 0, "up": whole - 1, "nearest": whole // 2}[rounding]
    return min(good, max(least, (percent * good + shift) // whole))


def card(fractions: tuple[Fraction, ...], *, up_to: int) -> tuple[CardLine, ...]:
    """The votes needed for each fraction, for every number of voters from 1."""
    return tuple(
        CardLine(voters, tuple(votes_needed(fraction, voters) for fraction in fractions))
        for voters in range(1, up_to + 1)
    )


def places_card(percent: int, *, up_to: int, rounding: Rounding = "down", least: int = 0) -> tuple[int, ...]:
    """How many may be lifted to the top for every number of people at the good grade, from 0."""
    return tuple(places(percent, good=good, rounding=rounding, least=least) for good in range(up_to + 1))

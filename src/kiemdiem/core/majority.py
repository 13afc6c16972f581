"""What a counted vote amounts to: how many votes are needed, what can still be reached, which grade won."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kiemdiem.core.law.kinds.condition import parts_of

NoMajority = Literal["repeat", "cumulative", "plurality"]


@dataclass(frozen=True)
class Need:
    """What one grade needs: how many votes, and whether that many can still be cast."""

    grade: str
    votes: int
    in_reach: bool


def needed(base: int, *, fraction: str) -> int:
    """The fewest votes that are more than the fraction of the base.

    Raises: ValueError for a base below 0 or a fraction that is none.
    """
    if base < 0:
        raise ValueError("a part of a counted number is asked for")
    numerator, denominator = parts_of(fraction)
    return base * numerator // denominator + 1


def exceeds(votes: int, *, base: int, fraction: str) -> bool:
    """Whether the votes are more than the fraction of the base, in whole numbers."""
    numerator, denominator = parts_of(fraction)
    return votes * denominator > base * numerator


def needs(fractions: Mapping[str, str], *, base: int, present: int) -> tuple[Need, ...]:
    """For each grade, in the order given, the votes needed and whether those present can still give them."""
    counted = ((grade, needed(base, fraction=fraction)) for grade, fraction in fractions.items())
    return tuple(Need(grade, votes, votes <= present) for grade, votes in counted)


def winner(
    votes: Mapping[str, int], *, base: int, fractions: Mapping[str, str], rule: NoMajority = "repeat"
) -> str | None:
    """The grade the vote gives, or none when no grade has enough.

    Shape: `votes` and `fractions` by grade, the best grade first; under `cumulative` votes for better grades count for
    lower ones.
    """
    enough = [grade for grade, count in votes.items() if exceeds(count, base=base, fraction=fractions[grade])]
    if len(enough) == 1:
        return enough[0]
    if rule == "cumulative":
        return _cumulative(votes, base=base, fractions=fractions)
    if rule == "plurality":
        return _most(votes)
    return None


def _cumulative(votes: Mapping[str, int], *, base: int, fractions: Mapping[str, str]) -> str | None:
    total = 0
    for grade, count in votes.items():
        total += count
        if exceeds(total, base=base, fraction=fractions[grade]):
            return grade
    return None


def _most(votes: Mapping[str, int]) -> str | None:
    """The one grade with the most votes; a tie gives none."""
    top = max(votes.values(), default=0)
    leading = [grade for grade, count in votes.items() if count == top]
    return leading[0] if top > 0 and len(leading) == 1 else None

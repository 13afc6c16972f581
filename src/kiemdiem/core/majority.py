"""What a counted vote amounts to: how many votes are needed, what can still be reached, which grade won."""

from collections.abc import Mapping
from typing import Literal

from kiemdiem.core.law.kinds.condition import parts_of

NoMajority = Literal["repeat", "cumulative", "plurality"]


def needed(base: int, *, fraction: str) -> int:
    """The fewest votes that are more than the fraction of the base."""
    numerator, denominator = parts_of(fraction)
    return base * numerator // denominator + 1


def exceeds(votes: int, *, base: int, fraction: str) -> bool:
    """Whether the votes are more than the fraction of the base, in whole numbers."""
    numerator, denominator = parts_of(fraction)
    return votes * denominator > base * numerator


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

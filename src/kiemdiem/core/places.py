"""How many places a percentage of a group gives. Whole numbers only."""

from dataclasses import dataclass
from typing import Literal

Rounding = Literal["down", "up", "nearest"]


@dataclass(frozen=True)
class Measure:
    """`k` places are within the share when `k * each <= percent * count + spare`.

    After the lift the lifted themselves leave the base, so that each of them also costs its share of it.
    """

    each: int
    percent: int
    spare: int

    def places(self, count: int, *, least: int = 0) -> int:
        """The most places within the share; a small group gets `least` all the same, never more than it counts.

        Raises: ValueError for a negative count.
        """
        if count < 0:
            raise ValueError("a share of a counted number is asked for")
        return max((self.percent * count + self.spare) // self.each, min(least, count))


def measure(percent: int, *, rounding: Rounding = "down", after_lift: bool = False) -> Measure:
    """The measure of a percentage, of those counted before the lift or of those left after it.

    Rounding: down, unless a reading says otherwise.
    Raises: ValueError for a percentage outside 0–100.
    """
    if not 0 <= percent <= 100:
        raise ValueError("a share of a counted number is asked for")
    spare = {"down": 0, "up": 99, "nearest": 50}[rounding]
    return Measure(100 + percent if after_lift else 100, percent, spare)

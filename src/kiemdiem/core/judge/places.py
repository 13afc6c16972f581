"""How many places a quota gives in a group. Whole numbers only."""

from dataclasses import dataclass

from kiemdiem.core.judge.verdict import BaseFigures
from kiemdiem.core.law.sections.quotas import Base, Quota

BASES: tuple[Base, ...] = ("reached_good", "stayed_good", "all_graded")


@dataclass(frozen=True)
class Measure:
    """`k` places are within the quota when `k * each <= percent * count + spare`.

    After the lift the lifted themselves leave the base, so that each of them also costs its share of it.
    """

    each: int
    percent: int
    spare: int

    def places(self, count: int) -> int:
        """The most places within the quota."""
        return (self.percent * count + self.spare) // self.each


def measure(quota: Quota, base: Base) -> Measure:
    """The measure of a quota on a base."""
    spare = {"down": 0, "up": 99, "nearest": 50}[quota.rounding]
    return Measure(100 + quota.percent if base == "stayed_good" else 100, quota.percent, spare)


def places(quota: Quota, *, reached: int, graded: int, base: Base | None = None) -> int:
    """How many may have the grade, of a group in which `reached` have at least the base grade and `graded` any."""
    chosen = base or quota.base
    count = graded if chosen == "all_graded" else reached
    most = measure(quota, chosen).places(count)
    small = quota.small_group
    if small and (small.below is None or count < small.below):
        most = max(most, min(small.at_least, count))
    return most


def figures(quota: Quota, *, reached: int, graded: int) -> tuple[BaseFigures, ...]:
    """The places on every base, so that each way to count can be shown."""
    found = []
    for base in BASES:
        most = places(quota, reached=reached, graded=graded, base=base)
        counts = {"reached_good": reached, "stayed_good": reached - min(most, reached), "all_graded": graded}
        found.append(BaseFigures(base, counts[base], most))
    return tuple(found)

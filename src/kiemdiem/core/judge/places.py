"""How many places a quota gives in a group, on each of its bases."""

from kiemdiem.core import places as shares
from kiemdiem.core.judge.verdict import BaseFigures
from kiemdiem.core.law.sections.quotas import Base, Quota

BASES: tuple[Base, ...] = ("reached_good", "stayed_good", "all_graded")


def measure(quota: Quota, base: Base) -> shares.Measure:
    """The measure of a quota on a base."""
    return shares.measure(quota.percent, rounding=quota.rounding, after_lift=base == "stayed_good")


def places(quota: Quota, *, reached: int, graded: int, base: Base | None = None) -> int:
    """How many may have the grade, of a group in which `reached` have at least the base grade and `graded` any."""
    chosen = base or quota.base
    count = graded if chosen == "all_graded" else reached
    small = quota.small_group
    least = small.at_least if small and (small.below is None or count < small.below) else 0
    return measure(quota, chosen).places(count, least=least)


def figures(quota: Quota, *, reached: int, graded: int) -> tuple[BaseFigures, ...]:
    """The places on every base, so that each way to count can be shown."""
    found = []
    for base in BASES:
        most = places(quota, reached=reached, graded=graded, base=base)
        counts = {"reached_good": reached, "stayed_good": reached - min(most, reached), "all_graded": graded}
        found.append(BaseFigures(base, counts[base], most))
    return tuple(found)

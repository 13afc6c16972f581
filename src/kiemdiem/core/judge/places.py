"""How many places a quota gives in a group, on each of its bases."""

from kiemdiem.core import places as shares
from kiemdiem.core.judge.verdict import BaseFigures
from kiemdiem.core.law.sections.quotas import Base, Quota, SmallGroup

BASES: tuple[Base, ...] = ("reached_good", "stayed_good", "all_graded")


def measure(quota: Quota, base: Base) -> shares.Measure:
    """The measure of a quota on a base."""
    return shares.measure(quota.percent, rounding=quota.rounding, after_lift=base == "stayed_good")


def places(quota: Quota, *, reached: int, graded: int, base: Base | None = None, size: int | None = None) -> int:
    """How many may have the grade, of a group in which `reached` have at least the base grade and `graded` any.

    `size`: how many the group has, where not all of them are graded.
    """
    chosen = base or quota.base
    count = graded if chosen == "all_graded" else reached
    small = quota.small_group
    if small is None or not _is_small(small, count=count, size=graded if size is None else size):
        return measure(quota, chosen).places(count)
    share = measure(quota, chosen).places(count)
    own = min(small.at_least, count)
    return {"least": max(share, own), "instead": own, "most": min(share, own)}[small.beside_share]


def _is_small(small: SmallGroup, *, count: int, size: int) -> bool:
    """Whether the group is below the number."""
    return small.below is None or (count if small.of == "base" else size) < small.below


def figures(quota: Quota, *, reached: int, graded: int, size: int | None = None) -> tuple[BaseFigures, ...]:
    """The places on every base, so that each way to count can be shown."""
    found = []
    for base in BASES:
        most = places(quota, reached=reached, graded=graded, base=base, size=size)
        counts = {"reached_good": reached, "stayed_good": reached - min(most, reached), "all_graded": graded}
        found.append(BaseFigures(base, counts[base], most))
    return tuple(found)

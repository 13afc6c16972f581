"""Lengths of bars: whole tenths of a percent, so that a picture is never nearer to a line than its numbers are."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiemdiem.web.shapes import Bar, Quota


@dataclass(frozen=True)
class Drawn:
    """A bar with its place, both as SVG percentages."""

    bar: Bar
    x: str
    width: str
    shown: str


def share(value: int, whole: int) -> int:
    """Tenths of a percent, cut downwards; nothing of nothing is nothing."""
    return value * 1000 // whole if whole > 0 else 0


def percent(tenths: int) -> str:
    """Tenths of a percent as SVG writes it."""
    return f"{tenths // 10}.{tenths % 10}%"


def side_by_side(bars: Sequence[Bar], *, most: int = 0) -> list[Drawn]:
    """Bars from one edge, the longest filling the width unless `most` is longer."""
    top = max([most, *(bar.value for bar in bars)], default=0)
    return [Drawn(bar, "0%", percent(share(bar.value, top)), bar.shown or str(bar.value)) for bar in bars]


def end_to_end(parts: Sequence[Bar]) -> list[Drawn]:
    """Parts of one bar, in order, filling it."""
    whole = sum(part.value for part in parts)
    drawn, before = [], 0
    for part in parts:
        start, before = share(before, whole), before + part.value
        drawn.append(Drawn(part, percent(start), percent(share(before, whole) - start), part.shown or str(part.value)))
    return drawn


def in_marks(states: Sequence[str]) -> list[tuple[str, str, str]]:
    """One mark for each state, as (state, x, width), side by side with a gap of a tenth."""
    count = max(len(states), 1)
    width = percent(900 // count)
    return [(state, percent(1000 * place // count), width) for place, state in enumerate(states)]


@dataclass(frozen=True)
class DrawnQuota:
    """A quota's bar: what is within, what is beyond, and where the line stands."""

    within: str
    beyond_x: str
    beyond: str
    line: str


def against_limit(quota: Quota) -> DrawnQuota:
    """The bar of a quota; the scale leaves room beyond the line."""
    whole = max(quota.taken, quota.limit, 1) * 5
    inside = min(quota.taken, quota.limit)
    within, all_taken = share(inside * 4, whole), share(quota.taken * 4, whole)
    line = share(quota.limit * 4, whole)
    return DrawnQuota(percent(within), percent(within), percent(all_taken - within), percent(line))

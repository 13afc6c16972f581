"""A score slip: points by part against their maxima, and what an empty part or a wrong total does to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiemdiem.core.process.facts.parts import ScalePart

HUNDRED = 100


@dataclass(frozen=True)
class Scored:
    """A slip as it counts: its points, whether it is valid, what is wrong with it, what was put right.

    Units: hundredths of a point.
    """

    points: int
    valid: bool
    wrong: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def score(
    scale: tuple[ScalePart, ...],
    parts: Mapping[str, int | None],
    *,
    written_total: int | None = None,
    empty_part: str = "invalid",
) -> Scored:
    """The slip as it counts: the parts beat a written total, and an empty part is as the reading says.

    Units: hundredths of a point.
    """
    wrong = [f"Không có nội dung “{key}” trong thang điểm" for key in parts if key not in {part.key for part in scale}]
    wrong += [found for part in scale if (found := part_wrong(part, parts.get(part.key), empty_part=empty_part))]
    points = sum(parts.get(part.key) or 0 for part in scale)
    corrected = []
    if written_total is not None and written_total != points:
        corrected.append(f"Tổng ghi trên phiếu {shown(written_total)} khác tổng các nội dung {shown(points)}")
    return Scored(points, not wrong, tuple(wrong), tuple(corrected))


def part_wrong(part: ScalePart, given: int | None, *, empty_part: str) -> str:
    """What is wrong with the points of one part, or nothing."""
    if given is None:
        return f"{part.name}: chưa cho điểm" if empty_part != "zero" else ""
    if given < 0:
        return f"{part.name}: điểm âm"
    if given > part.most * HUNDRED:
        return f"{part.name}: {shown(given)} điểm, tối đa {part.most}"
    return ""


def shown(points: int) -> str:
    """Points as somebody writes them on a slip, without needless noughts; a mean always has two decimals."""
    whole, rest = divmod(abs(points), HUNDRED)
    sign = "-" if points < 0 else ""
    return f"{sign}{whole}" + (f",{rest:02d}".rstrip("0") if rest else "")

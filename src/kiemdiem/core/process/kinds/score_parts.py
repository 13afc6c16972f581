"""A score slip keeps to its scale."""

from collections.abc import Mapping

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process import score
from kiemdiem.core.process.facts.parts import ScalePart
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no, yes_but


class Params(Frozen):
    """Nothing to set: the scale comes with the slip."""


@facts
class Facts:
    """The scale, the points keyed, the total as written, and what an empty part does.

    Units: hundredths of a point.
    """

    scale: tuple[ScalePart, ...]
    parts: Mapping[str, int | None]
    written_total: int | None
    empty_part: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when a part is empty or over its maximum; a wrong total is put right with a warning."""
    found = score.score(asked.scale, asked.parts, written_total=asked.written_total, empty_part=asked.empty_part)
    if not found.valid:
        return no(
            listed(found.wrong),
            todo="Kiểm tra lại với phiếu giấy; nếu phiếu ghi đúng như vậy thì đếm là phiếu không hợp lệ.",
            wrong=len(found.wrong),
        )
    if found.corrected:
        return yes_but(f"{listed(found.corrected)}; lấy tổng các nội dung.", points=found.points)
    return YES

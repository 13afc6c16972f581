"""A score slip keeps to its scale."""

from collections.abc import Mapping

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Key, Text
from kiemdiem.core.process import score
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no, yes_but


class ScalePart(Frozen):
    """One part of the scale and its maximum in whole points."""

    key: Key
    name: Text
    most: int


class Params(Frozen):
    """The scale and what an empty part does."""

    parts: tuple[ScalePart, ...]
    empty_part: score.EmptyPart = "void_slip"


@facts
class Facts:
    """The points keyed, and the total as written.

    Units: hundredths of a point.
    """

    parts: Mapping[str, int | None]
    written_total: int | None


def scale_of(params: Params) -> tuple[score.Part, ...]:
    """The scale as the arithmetic takes it."""
    return tuple(score.Part(each.key, each.name, each.most) for each in params.parts)


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when a part is empty or over its maximum; a wrong total is put right with a warning."""
    found = score.score(scale_of(params), asked.parts, written_total=asked.written_total, empty_part=params.empty_part)
    if not found.valid:
        return no(
            listed(found.wrong),
            todo="Kiểm tra lại với phiếu giấy; nếu phiếu ghi đúng như vậy thì đếm là phiếu không hợp lệ.",
            wrong=len(found.wrong),
        )
    if found.corrected:
        return yes_but(f"{listed(found.corrected)}; lấy tổng các nội dung.", points=found.points)
    return YES

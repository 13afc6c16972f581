"""Units chosen for commendation are among the best, and within their share."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.places import Rounding, measure
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no, yes_but


class Params(Frozen):
    """The percentage of those with the top grade, its rounding, and what a small number gets all the same."""

    percent: int
    rounding: Rounding = "down"
    least: int = 0


@facts
class Facts:
    """The units with the top grade, and those chosen."""

    top: tuple[Named, ...]
    chosen: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for a unit without the top grade or beyond the share; warned when the share is none."""
    keys = {each.key for each in asked.top}
    wrong = [each for each in asked.chosen if each.key not in keys]
    if wrong:
        return no(f"Không đạt mức cao nhất: {names_of(wrong)}", todo="Chỉ chọn trong các đơn vị đạt mức cao nhất.")
    places = measure(params.percent, rounding=params.rounding).places(len(asked.top), least=params.least)
    numbers = {"top": len(asked.top), "chosen": len(asked.chosen), "places": places, "percent": params.percent}
    if len(asked.chosen) > places:
        return no(
            f"Chọn {len(asked.chosen)} đơn vị; không vượt quá {params.percent}% của {len(asked.top)} đơn vị đạt mức "
            f"cao nhất, tức {places}",
            todo=f"Giảm còn {places} đơn vị.",
            **numbers,
        )
    if places == 0 and asked.top:
        return yes_but(f"{params.percent}% của {len(asked.top)} đơn vị chưa đủ một suất.", **numbers)
    return YES

"""Whoever the rule does not grade is given no grade."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Key
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """The exclusions that leave no room for a grade, by key."""

    holding: tuple[Key, ...]


@facts
class Facts:
    """The grade to be decided (empty: none), and what holds of the verdict."""

    grade: str
    holding: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when a grade is given to somebody an exclusion holds for."""
    if not asked.grade or not set(asked.holding) & set(params.holding):
        return YES
    return no("Thuộc diện không xếp loại", todo="Không ghi mức; ghi lý do không xếp loại.")

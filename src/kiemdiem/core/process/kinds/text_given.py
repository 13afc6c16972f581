"""A field of the minutes is not left empty."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Which field, and its name in print."""

    field: Literal["conclusion", "degree", "effect"]
    name: Text


@facts
class Facts:
    """The conclusion, and the degree and effect of the faults found."""

    conclusion: str
    degree: str
    effect: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while the field is empty."""
    found = {"conclusion": asked.conclusion, "degree": asked.degree, "effect": asked.effect}[params.field]
    if found.strip():
        return YES
    return no(f"Chưa ghi {params.name}", todo=f"Ghi {params.name} vào biên bản; không có thì ghi rõ là không có.")

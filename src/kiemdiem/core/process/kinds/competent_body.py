"""A body appraises, proposes or decides only what is its to settle."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """The kinds of bodies that may, with their name in print."""

    bodies: tuple[str, ...]
    name: Text


@facts
class Facts:
    """The kind of body acting."""

    body_kind: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused to any other body."""
    if asked.body_kind in params.bodies:
        return YES
    return no("Việc này không thuộc thẩm quyền của nơi đang ghi", todo=f"Trình {params.name} xem xét.")

"""The act is about somebody or something that a certain body manages."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """The kind of body that manages them, with its name in print."""

    body: str
    name: Text


@facts
class Facts:
    """The kinds of bodies that manage the subject."""

    managed_by: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for whoever is not managed by it."""
    if params.body in asked.managed_by:
        return YES
    return no(f"Không thuộc diện {params.name} quản lý", todo="Chuyển đến cấp quản lý của người, tập thể này.")

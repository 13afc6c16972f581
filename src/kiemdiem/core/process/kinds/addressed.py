"""A paper goes from the right body to the right one, through the right office."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """To which kind of unit, through which (empty: directly), with their names in print."""

    to_kind: str
    to_name: Text
    via_kind: str = ""
    via_name: str = ""


@facts
class Facts:
    """Where it was sent, and through whom."""

    to_kind: str
    via_kind: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for another address or another way."""
    if asked.to_kind != params.to_kind:
        return no("Gửi không đúng nơi nhận", todo=f"Gửi {params.to_name}.")
    if params.via_kind and asked.via_kind != params.via_kind:
        return no("Gửi không qua đúng đầu mối", todo=f"Gửi {params.to_name} qua {params.via_name}.")
    return YES

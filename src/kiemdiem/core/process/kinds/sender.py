"""A paper comes from the body that owes it."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """The kinds of units that owe it, with their name in print."""

    from_kinds: tuple[str, ...]
    from_name: Text


@facts
class Facts:
    """The kind of unit it comes from."""

    from_kind: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused from another body."""
    if asked.from_kind in params.from_kinds:
        return YES
    return no("Nơi gửi không phải nơi có trách nhiệm báo cáo", todo=f"Nơi báo cáo: {params.from_name}.")

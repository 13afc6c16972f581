"""A proposal that needs a scale from outside waits until the operator has filled it in."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """What has not been filled in."""

    unfilled_gaps: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while something is not filled in, naming each."""
    if not asked.unfilled_gaps:
        return YES
    return no(
        f"Chưa nhập: {names_of(asked.unfilled_gaps)}",
        todo="Nhập nội dung theo văn bản được dẫn chiếu, kèm số và ngày văn bản.",
        open=len(asked.unfilled_gaps),
    )

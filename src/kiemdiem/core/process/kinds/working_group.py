"""A body that was given points to review is attended by a working group."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Who sets the group up, in print."""

    by_name: str


@facts
class Facts:
    """Whether points were given for this review, and who was sent to attend and direct it."""

    suggested: bool
    working_group: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused where points were given and nobody was sent."""
    if not asked.suggested or asked.working_group:
        return YES
    return no(
        "Nơi có gợi ý kiểm điểm chưa có đoàn công tác dự, chỉ đạo",
        todo=f"{params.by_name} lập đoàn công tác, ghi vào gợi ý kiểm điểm.",
    )

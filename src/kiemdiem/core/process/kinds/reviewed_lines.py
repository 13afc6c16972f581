"""Only those whose review is done stand on a slip."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import SlipLine
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The subjects on the slips."""

    lines: tuple[SlipLine, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for subjects whose review is not done, naming each."""
    waiting = [each.name for each in asked.lines if not each.review_done]
    if not waiting:
        return YES
    return no(
        f"Chưa hoàn thành kiểm điểm: {listed(waiting)}",
        todo="Bỏ các dòng này khỏi phiếu và giữ lại để họp bổ sung.",
        waiting=len(waiting),
    )

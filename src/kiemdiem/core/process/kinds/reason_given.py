"""An act that departs from the plan says why."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The reason written down."""

    reason: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused without a reason."""
    if asked.reason.strip():
        return YES
    return no("Chưa ghi lý do", todo="Ghi lý do; lý do được lưu cùng ngày cũ và ngày mới.")

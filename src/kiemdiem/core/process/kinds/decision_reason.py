"""A decision that the rule leaves to the competent body says why."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Nothing to set: `only` of the gate says for whom a reason is asked."""


@facts
class Facts:
    """The reason written down."""

    departs_reason: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused without a reason."""
    if asked.departs_reason.strip():
        return YES
    return no("Chưa ghi lý do của quyết định", todo="Cấp có thẩm quyền xem xét, quyết định và ghi lý do.")

"""A paper went to everybody who is to read it before the meeting."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The people of the meeting, and the keys of those it went to."""

    recipients: tuple[Named, ...]
    delivered: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while somebody has not received it, naming each."""
    missed = [each for each in asked.recipients if each.key not in asked.delivered]
    if not missed:
        return YES
    return no(
        f"Chưa gửi đến {len(missed)}/{len(asked.recipients)} thành viên dự kiểm điểm: {names_of(missed)}",
        todo="Gửi cho những người còn thiếu và ghi ngày gửi, cách gửi.",
        missed=len(missed),
        recipients=len(asked.recipients),
    )

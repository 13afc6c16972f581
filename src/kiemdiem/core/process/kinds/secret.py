"""A vote is by secret ballot where the rule or the reading says so."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but


class Params(Frozen):
    """Whether it must be secret."""

    required: bool = True


@facts
class Facts:
    """Whether the round is secret."""

    secret: bool


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when an open vote stands in for a secret one; an open vote that is allowed is recorded as such."""
    if asked.secret:
        return YES
    if params.required:
        return no("Phải bỏ phiếu kín", todo="Phát phiếu không ghi tên người bỏ phiếu và bỏ phiếu vào hòm phiếu.")
    return yes_but("Biểu quyết công khai; ghi rõ hình thức này trong biên bản.")

"""Whether a further round is marked on fresh slips or on those of the round before."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but


class Params(Frozen):
    """What the reading says."""

    slips: Literal["fresh", "reused"] = "fresh"


@facts
class Facts:
    """Whether the slips of this round are fresh."""

    fresh_slips: bool


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for slips other than the reading's; re-used ones carry a warning for the chair."""
    if params.slips == "fresh":
        if asked.fresh_slips:
            return YES
        return no("Phiếu lần 2 phải là phiếu mới", todo="Phát phiếu mới; niêm phong phiếu lần 1 để có thể đếm lại.")
    if not asked.fresh_slips:
        return yes_but("Phát lại phiếu đã dùng: sau đó không thể đếm lại lần 1. Phát ngẫu nhiên, không theo người.")
    return no("Quy định phát lại phiếu vừa sử dụng", todo="Phát lại phiếu lần 1, trộn đều, không theo người.")

"""The roll is taken anew before slips go out, and two people are there to count them."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """How many tellers there must be."""

    tellers: int = 2


@facts
class Facts:
    """Whether the roll of this round is taken, and how many tellers were elected."""

    roll_taken: bool
    tellers: int


def answer(params: Params, asked: Facts) -> Answer:
    """Refused without the roll or the tellers."""
    if not asked.roll_taken:
        return no("Chưa điểm danh cho lần bỏ phiếu này", todo="Điểm danh lại những người có mặt được bỏ phiếu.")
    if asked.tellers < params.tellers:
        return no(
            f"Mới có {asked.tellers} người kiểm phiếu, cần {params.tellers}",
            todo="Hội nghị bầu đủ người kiểm phiếu.",
            tellers=asked.tellers,
        )
    return YES

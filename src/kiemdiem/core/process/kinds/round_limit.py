"""A ballot has so many rounds and no more."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """How many rounds the ballot has."""

    rounds: int


@facts
class Facts:
    """Which round is about to be opened, from 1."""

    number: int


def answer(params: Params, asked: Facts) -> Answer:
    """Refused beyond the last round."""
    if 1 <= asked.number <= params.rounds:
        return YES
    return no(
        f"Chỉ có {params.rounds} lần bỏ phiếu; đây là lần {asked.number}",
        todo="Không mở thêm lần; cần bỏ phiếu lại thì dùng việc “bỏ phiếu lại” đối với từng dòng.",
        number=asked.number,
        rounds=params.rounds,
    )

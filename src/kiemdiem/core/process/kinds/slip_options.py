"""The grades open to be marked on a slip are those of its round."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """The grades of the round, in the order of the slip."""

    grades: tuple[str, ...]


@facts
class Facts:
    """The grades open on the slip."""

    options: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when another grade is open or one of the round's is not."""
    if set(asked.options) == set(params.grades):
        return YES
    return no(
        f"Phiếu mở các mức: {listed(asked.options)}; lần này chỉ đánh dấu: {listed(params.grades)}",
        todo="In lại phiếu đúng các mức của lần bỏ phiếu.",
    )

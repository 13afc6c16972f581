"""The second round takes only those who reached the good grade in the first."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """Who stands in the second round, and who reached the good grade in the first."""

    candidates: tuple[Named, ...]
    good: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for others, naming each, and when nobody may stand."""
    wrong = [each for each in asked.candidates if each.key not in asked.good]
    if wrong:
        return no(
            f"Không đạt mức được chọn tiếp ở lần 1: {names_of(wrong)}",
            todo="Chỉ đưa vào phiếu lần 2 những người đã đạt ở lần 1.",
            wrong=len(wrong),
        )
    if not asked.candidates:
        return no("Không có ai trong danh sách bỏ phiếu lần 2", todo="Bỏ qua lần 2 và bế mạc.", good=len(asked.good))
    return YES

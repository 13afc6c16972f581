"""The figures of a counted round fit together."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process import balance
from kiemdiem.core.process.facts.parts import Count, Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The subjects on the slip and the counts made."""

    subjects: tuple[Named, ...]
    first: Count
    second: Count | None


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while a figure does not fit, saying which."""
    counts = [("Lần đếm 1", asked.first)] + ([("Lần đếm 2", asked.second)] if asked.second else [])
    wrong = [
        f"{name}: {found}"
        for name, count in counts
        for found in (*balance.figures_wrong(count), *balance.lines_wrong(count, asked.subjects))
    ]
    if not wrong:
        return YES
    return no(
        listed(wrong),
        todo="Đếm lại và sửa số liệu; phiếu thực tế không khớp thì ghi là vòng hủy kèm lý do rồi bỏ phiếu lại.",
        wrong=len(wrong),
    )

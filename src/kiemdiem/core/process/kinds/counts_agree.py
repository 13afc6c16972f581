"""Two people counted the same."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process import balance
from kiemdiem.core.process.facts.parts import Count
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The two counts; the second is None until it is keyed."""

    first: Count
    second: Count | None


def answer(params: Params, asked: Facts) -> Answer:
    """Refused with one count, and while the two differ, saying where."""
    if asked.second is None:
        return no("Mới có một lần đếm", todo="Người kiểm phiếu thứ hai nhập kết quả đếm từ biểu trắng.", counts=1)
    found = balance.differences(asked.first, asked.second)
    if not found:
        return YES
    return no(
        f"Hai lần đếm khác nhau ở: {listed(found)}",
        todo="Đếm lại các chỗ khác nhau và ghi lý do.",
        differences=len(found),
    )

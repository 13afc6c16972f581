"""No more than a number of the same thing for one person."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """How many are allowed."""

    most: int


@facts
class Facts:
    """How many there are already."""

    already: int


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when one more would be too many."""
    if asked.already < params.most:
        return YES
    return no(
        f"Đã có {asked.already} bản kiểm điểm; mỗi cá nhân chỉ làm {params.most:02d} bản",
        todo="Dùng bản đã nộp ở mọi nơi kiểm điểm; cần sửa thì bổ sung vào chính bản đó.",
        already=asked.already,
        most=params.most,
    )

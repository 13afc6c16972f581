"""The meeting leaves minutes."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The text of the minutes, or the name of the paper that holds them."""

    minutes: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused without minutes."""
    if asked.minutes.strip():
        return YES
    return no("Chưa có biên bản hội nghị", todo="Lập biên bản, hoặc ghi nơi lưu biên bản giấy, rồi bế mạc.")

"""Those who took part commented on the one reviewed."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """The least number of comments recorded."""

    least: int


@facts
class Facts:
    """How many comments the minutes hold on this line."""

    contributions: int


def answer(params: Params, asked: Facts) -> Answer:
    """Refused with fewer."""
    if asked.contributions >= params.least:
        return YES
    return no(
        f"Biên bản mới ghi {asked.contributions} ý kiến đóng góp",
        todo="Ghi các ý kiến đóng góp; không có ý kiến thì ghi rõ là hội nghị nhất trí.",
        contributions=asked.contributions,
        least=params.least,
    )

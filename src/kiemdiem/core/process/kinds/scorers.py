"""Who fills a score slip."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """The standings that score."""

    standings: tuple[str, ...]


@facts
class Facts:
    """The standing of the one whose slip it is."""

    scorer_standing: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for another standing."""
    if asked.scorer_standing in params.standings:
        return YES
    return no("Người này không thuộc đối tượng chấm điểm", todo="Chỉ nhận phiếu của đảng viên được chấm điểm.")

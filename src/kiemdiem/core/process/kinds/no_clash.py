"""Two meetings that share people do not fall on one day."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Planned
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set: who shares people with whom comes with the facts."""


@facts
class Facts:
    """The unit, its day, and the other meetings that share people with it."""

    unit: str
    meeting_on: date
    others: tuple[Planned, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when one of the others is on the same day."""
    clashing = [each.name for each in asked.others if each.on == asked.meeting_on and each.unit != asked.unit]
    if not clashing:
        return YES
    return no(
        f"Ngày {calendar.printed(asked.meeting_on)} trùng với cuộc họp của: {listed(clashing)}",
        todo="Chọn ngày khác, hoặc đổi người phụ trách của một trong các cuộc họp.",
        clashes=len(clashing),
        meeting_on=asked.meeting_on.isoformat(),
    )

"""Leaders are reviewed where they lead before their cell reviews them, as far as the calendar allows."""

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import LeaderInCell, Planned
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, yes_but


class Params(Frozen):
    """Whether such a leader's line in the cell will be held."""

    holds_line: bool = False


@facts
class Facts:
    """The meetings, and the leaders with the day their result arrives."""

    meetings: tuple[Planned, ...]
    leaders: tuple[LeaderInCell, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Allowed; warned for each leader whose cell meets before his result arrives, saying what will follow."""
    days = {each.unit: each.on for each in asked.meetings}
    early = [
        each
        for each in asked.leaders
        if each.cell in days and (each.result_on is None or each.result_on > days[each.cell])
    ]
    if not early:
        return YES
    said = listed(f"{each.name} (chi bộ họp {calendar.printed(days[each.cell])})" for each in early)
    follows = "phần của họ ở chi bộ được giữ lại" if params.holds_line else "phần của họ được hoàn thiện khi có kết quả"
    return yes_but(f"Chi bộ họp trước khi có kết quả kiểm điểm lãnh đạo: {said}; {follows}.", leaders=len(early))

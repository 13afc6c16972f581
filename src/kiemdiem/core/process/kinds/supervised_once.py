"""Every unit has exactly one supervisor, who has no two meetings on one day."""

from collections import Counter
from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named, Planned, Supervision
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The units, their supervisors and their meetings."""

    owed_units: tuple[Named, ...]
    supervisors: tuple[Supervision, ...]
    meetings: tuple[Planned, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for a unit without a supervisor or with two, and for a supervisor at two meetings on one day."""
    wrong = [*badly_supervised(asked), *clashes(asked)]
    if not wrong:
        return YES
    return no(
        listed(wrong),
        todo="Phân công lại người phụ trách, hoặc đổi ngày họp.",
        wrong=len(wrong),
        supervisors=len({each.supervisor for each in asked.supervisors}),
    )


def badly_supervised(asked: Facts) -> list[str]:
    """The units without exactly one supervisor, and supervised units the plan does not know."""
    number = Counter(each.unit for each in asked.supervisors)
    names = {each.key: each.name for each in asked.owed_units}
    found = [f"{name}: {number[key]} người phụ trách" for key, name in names.items() if number[key] != 1]
    return found + [f"{key} không có trong kế hoạch" for key in sorted(number.keys() - names.keys())]


def clashes(asked: Facts) -> list[str]:
    """Supervisors with meetings of two of their units on one day."""
    days = {each.unit: each for each in asked.meetings}
    held: dict[tuple[str, date], list[str]] = {}
    names = {each.supervisor: each.name for each in asked.supervisors}
    for each in asked.supervisors:
        if each.unit in days:
            held.setdefault((each.supervisor, days[each.unit].on), []).append(days[each.unit].name)
    return [
        f"{names[supervisor]} dự {' và '.join(units)} cùng ngày {calendar.printed(on)}"
        for (supervisor, on), units in held.items()
        if len(units) > 1
    ]

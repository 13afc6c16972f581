"""Deadlines of the plan that fall on days of rest are shown, or moved where a reading says so."""

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.calendar import RestDay
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Step
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, yes_but


class Params(Frozen):
    """What happens to a deadline on a day of rest."""

    rest_day: RestDay = "stay"


@facts
class Facts:
    """The items of the plan."""

    steps: tuple[Step, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Allowed; warned for each deadline on a day of rest, with the day it is moved to if it is."""
    worked = calendar.WorkCalendar()
    resting = [each for each in asked.steps if each.deadline and not worked.works_on(each.until_on)]
    if not resting:
        return YES
    said = []
    for each in resting:
        moved = calendar.moved_off_rest(each.until_on, params.rest_day, calendar=worked)
        to = "giữ nguyên" if moved == each.until_on else f"chuyển sang {calendar.printed(moved)}"
        said.append(f"{each.title} ({calendar.printed(each.until_on)}, {to})")
    return yes_but(f"Hạn cuối rơi vào ngày nghỉ: {listed(said)}.", resting=len(resting))

"""Every meeting of the plan falls inside its window and off the days kept free."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Planned
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set: window and reserved days come with the plan."""


@facts
class Facts:
    """The meetings, their window with both days included, and meetings that keep their day for themselves."""

    meetings: tuple[Planned, ...]
    window_from_on: date
    window_until_on: date
    reserved: tuple[Planned, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for a meeting outside the window or on a day kept free, naming each."""
    kept = {each.on: each.name for each in asked.reserved}
    outside = [each for each in asked.meetings if not asked.window_from_on <= each.on <= asked.window_until_on]
    taken = [each for each in asked.meetings if each.on in kept]
    if not outside and not taken:
        return YES
    parts = [f"{each.name} ({calendar.printed(each.on)}) ngoài thời gian quy định" for each in outside]
    parts += [f"{each.name} trùng ngày {kept[each.on]} ({calendar.printed(each.on)})" for each in taken]
    return no(listed(parts), todo="Chọn ngày khác cho các cuộc họp này.", outside=len(outside), taken=len(taken))

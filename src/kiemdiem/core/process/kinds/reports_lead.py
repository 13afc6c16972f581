"""The plan leaves the reports of collectives their days of notice before the reviews."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Planned
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, yes_but


class Params(Frozen):
    """How many days of notice, and whether the plan's window goes before them."""

    days: int
    clear: bool = False
    window_prevails: bool = False


@facts
class Facts:
    """The last day for reports, and the reviews they are for."""

    reports_until_on: date | None
    reviews: tuple[Planned, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Allowed; warned for every review whose report must go out before the window's end."""
    if asked.reports_until_on is None or params.window_prevails:
        return YES
    latest = {each: calendar.latest_sending(each.on, days=params.days, clear=params.clear) for each in asked.reviews}
    short = [each for each, last in latest.items() if last < asked.reports_until_on]
    if not short:
        return YES
    ends = calendar.printed(asked.reports_until_on)
    said = listed(
        f"{each.name} họp {calendar.printed(each.on)}, gửi chậm nhất {calendar.printed(latest[each])}" for each in short
    )
    return yes_but(
        f"Thời gian làm báo cáo đến {ends}, nhưng phải gửi trước ít nhất {params.days:02d} ngày: {said}.",
        short=len(short),
        days=params.days,
    )

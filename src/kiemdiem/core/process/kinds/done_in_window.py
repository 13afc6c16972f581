"""Something was done inside its days; too early is refused, too late is for `on_time`."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Nothing to set: the days come with the plan."""


@facts
class Facts:
    """The day it was done and the window, its first and last day included."""

    done_on: date
    window_from_on: date
    window_until_on: date


def answer(params: Params, asked: Facts) -> Answer:
    """Refused outside the window, saying by how many days."""
    if asked.window_from_on <= asked.done_on <= asked.window_until_on:
        return YES
    late = calendar.cal_days(asked.window_until_on, asked.done_on)
    early = calendar.cal_days(asked.done_on, asked.window_from_on)
    side = f"chậm {late} ngày" if late > 0 else f"sớm {early} ngày"
    first, last = calendar.printed(asked.window_from_on), calendar.printed(asked.window_until_on)
    return no(
        f"Ngày {calendar.printed(asked.done_on)} {side} so với thời gian từ {first} đến {last}",
        todo="Kiểm tra lại ngày thực hiện; nếu đúng, ghi rõ lý do trong báo cáo.",
        days_late=max(late, 0),
        days_early=max(early, 0),
    )

"""An act falls inside the days the plan gives it."""

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
    """The day of the meeting and the window, its first and last day included."""

    meeting_on: date
    window_from_on: date
    window_until_on: date


def answer(params: Params, asked: Facts) -> Answer:
    """Refused outside the window."""
    if asked.window_from_on <= asked.meeting_on <= asked.window_until_on:
        return YES
    first, last = calendar.printed(asked.window_from_on), calendar.printed(asked.window_until_on)
    return no(
        f"Ngày {calendar.printed(asked.meeting_on)} nằm ngoài thời gian của kế hoạch (từ {first} đến {last})",
        todo="Chọn ngày trong khoảng này, hoặc điều chỉnh kế hoạch trước.",
        meeting_on=asked.meeting_on.isoformat(),
        from_on=asked.window_from_on.isoformat(),
        until_on=asked.window_until_on.isoformat(),
    )

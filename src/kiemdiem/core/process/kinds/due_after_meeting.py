"""Something is due a number of calendar days after a meeting."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """How many calendar days after the day of the meeting, that day not counted."""

    days: int


@facts
class Facts:
    """The day of the meeting (None: not held) and the day it was done."""

    meeting_on: date | None
    done_on: date


def answer(params: Params, asked: Facts) -> Answer:
    """Refused before the meeting was held, and after the last day."""
    if asked.meeting_on is None:
        return no("Hội nghị chưa được tổ chức", todo="Tổ chức hội nghị trước khi lập và nộp hồ sơ.")
    due_on = calendar.due_after(asked.meeting_on, params.days)
    late = calendar.cal_days(due_on, asked.done_on)
    if late <= 0:
        return YES
    return no(
        f"Nộp ngày {calendar.printed(asked.done_on)}, quá hạn {late} ngày: chậm nhất sau {params.days:02d} ngày kể từ "
        f"ngày họp {calendar.printed(asked.meeting_on)}, tức {calendar.printed(due_on)}",
        todo="Vẫn nhận, ghi là quá hạn và báo cáo lý do.",
        days_late=late,
        days=params.days,
        due_on=due_on.isoformat(),
    )

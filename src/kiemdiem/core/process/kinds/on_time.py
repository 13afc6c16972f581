"""Something due on a day was done by then; where that day is one of rest, a reading may move it."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.calendar import RestDay
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but


class Params(Frozen):
    """What happens to a due day that is one of rest."""

    rest_day: RestDay = "stay"


@facts
class Facts:
    """When it was done, and its last permitted day (None: no day is fixed)."""

    done_on: date
    due_on: date | None


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when late; warned when the last day is one of rest and stays so."""
    if asked.due_on is None:
        return YES
    worked = calendar.WorkCalendar()
    due_on = calendar.moved_off_rest(asked.due_on, params.rest_day, calendar=worked)
    late = calendar.cal_days(due_on, asked.done_on)
    if late > 0:
        return no(
            f"Thực hiện ngày {calendar.printed(asked.done_on)}, quá hạn {late} ngày "
            f"(hạn cuối {calendar.printed(due_on)})",
            todo="Vẫn nhận, ghi là quá hạn và báo cáo lý do.",
            days_late=late,
            due_on=due_on.isoformat(),
        )
    if not worked.works_on(due_on):
        return yes_but(f"Hạn cuối {calendar.printed(due_on)} là ngày nghỉ; hạn không đổi.", due_on=due_on.isoformat())
    return YES

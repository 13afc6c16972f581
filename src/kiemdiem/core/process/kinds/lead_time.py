"""Something must reach people a number of days before the meeting it is for."""

from datetime import date
from typing import Literal

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but


class Params(Frozen):
    """How many days, which days count, and whether the plain or the clear-day count refuses.

    `waiver`: whether too short a notice may be given up with a written reason. `unsent_allowed`: asked before there is
    anything to send, so that only a sending already made is judged.
    """

    days: int
    unit: Literal["calendar", "working"] = "calendar"
    refuses: Literal["plain", "clear"] = "plain"
    saturday_works: bool = False
    waiver: bool = False
    unsent_allowed: bool = False


@facts
class Facts:
    """When it was sent (None: not yet), when the meeting is, and the reason for giving up the notice."""

    sent_on: date | None
    meeting_on: date
    waiver_reason: str


def counts(params: Params, *, sent_on: date, meeting_on: date) -> tuple[int, int]:
    """The plain count and the clear-day count of the days of notice."""
    if params.unit == "calendar":
        return calendar.cal_days(sent_on, meeting_on), calendar.clear_days(sent_on, meeting_on)
    worked = calendar.WorkCalendar(saturday_works=params.saturday_works)
    plain = calendar.work_days(sent_on, meeting_on, calendar=worked)
    return plain, calendar.clear_work_days(sent_on, meeting_on, calendar=worked)


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when the notice is too short; warned when only the clear-day count is."""
    if asked.sent_on is None and params.unsent_allowed:
        return YES
    if asked.sent_on is None:
        return no("Báo cáo chưa được gửi", todo="Gửi báo cáo cho các thành viên dự họp rồi ghi ngày gửi.")
    plain, clear = counts(params, sent_on=asked.sent_on, meeting_on=asked.meeting_on)
    numbers = {"days": params.days, "plain_days": plain, "clear_days": clear}
    word = "ngày làm việc" if params.unit == "working" else "ngày"
    found = f"Gửi ngày {calendar.printed(asked.sent_on)} cho hội nghị ngày {calendar.printed(asked.meeting_on)}"
    if (plain if params.refuses == "plain" else clear) >= params.days:
        if clear >= params.days:
            return YES
        return yes_but(f"{found}: đủ {plain} {word}, nhưng chỉ {clear} {word} trọn nếu không tính ngày họp.", **numbers)
    counted = plain if params.refuses == "plain" else clear
    why = f"{found}, chỉ trước {max(counted, 0)} {word}; phải gửi trước ít nhất {params.days:02d} {word}"
    if params.waiver and asked.waiver_reason.strip():
        return yes_but(f"{why}; bỏ thời hạn gửi trước theo lý do: {asked.waiver_reason.strip()}.", **numbers)
    return no(why, todo=way_out(params, asked), **numbers)


def way_out(params: Params, asked: Facts) -> str:
    """What to do now: send by which day, move the meeting, or give the reason where one is enough."""
    reason = " hoặc ghi lý do bỏ thời hạn gửi trước" if params.waiver else ""
    if params.unit == "working":
        return f"Gửi sớm hơn, lùi ngày họp{reason}."
    last = calendar.latest_sending(asked.meeting_on, days=params.days, clear=params.refuses == "clear")
    return f"Gửi chậm nhất ngày {calendar.printed(last)}, lùi ngày họp{reason}."

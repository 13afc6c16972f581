"""A meeting is registered before an hour of a weekday, in its own week or in the week before."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Annotated, Literal

from pydantic import Field

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but

ZONE = timezone(timedelta(hours=7))  # the country's one zone, without summer time


class Params(Frozen):
    """The weekday (1 Monday to 7 Sunday) and the hour before which it is registered, and of which week."""

    weekday: Annotated[int, Field(ge=1, le=7)]
    hour: Annotated[int, Field(ge=1, le=23)]
    week: Literal["before", "same"] = "before"


@facts
class Facts:
    """When it was registered (None: that is not asked yet), the day of the meeting, the reason for being late."""

    registered_at: datetime | None
    meeting_on: date
    waiver_reason: str


def limit(params: Params, meeting_on: date) -> datetime:
    """The moment before which the meeting must be registered."""
    monday = meeting_on - timedelta(days=meeting_on.weekday() + (7 if params.week == "before" else 0))
    return datetime.combine(monday + timedelta(days=params.weekday - 1), time(params.hour), tzinfo=ZONE)


def answer(params: Params, asked: Facts) -> Answer:
    """Refused at that moment and after it, unless a reason is written down."""
    last = limit(params, asked.meeting_on)
    if asked.registered_at is None or asked.registered_at < last:
        return YES
    said = f"{params.hour} giờ ngày {calendar.printed(last.date())}"
    why = f"Lịch họp ngày {calendar.printed(asked.meeting_on)} phải đăng ký trước {said}"
    if asked.waiver_reason.strip():
        return yes_but(f"{why}; đăng ký muộn theo lý do: {asked.waiver_reason.strip()}.", last=last.isoformat())
    return no(why, todo="Chọn ngày họp của tuần sau, hoặc ghi lý do đăng ký muộn.", last=last.isoformat())

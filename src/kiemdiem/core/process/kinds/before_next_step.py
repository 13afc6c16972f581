"""A meeting leaves room for what follows it: the papers due after it and the next step above."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but


class Params(Frozen):
    """How many calendar days the papers after the meeting may take."""

    days: int


@facts
class Facts:
    """The meeting's day, and the next step above with its day (None: nothing follows)."""

    meeting_on: date
    next_step: str
    next_step_on: date | None


def answer(params: Params, asked: Facts) -> Answer:
    """Refused on or after the next step; warned when only the papers' last day reaches past it."""
    if asked.next_step_on is None:
        return YES
    due_on = calendar.due_after(asked.meeting_on, params.days)
    step = f"{asked.next_step} (ngày {calendar.printed(asked.next_step_on)})"
    numbers = {"due_on": due_on.isoformat(), "next_step_on": asked.next_step_on.isoformat()}
    if asked.meeting_on >= asked.next_step_on:
        return no(
            f"Ngày họp {calendar.printed(asked.meeting_on)} không trước bước tiếp theo: {step}",
            todo="Chọn ngày sớm hơn, hoặc điều chỉnh bước tiếp theo trong kế hoạch.",
            **numbers,
        )
    if due_on > asked.next_step_on:
        return yes_but(f"Hạn nộp hồ sơ {calendar.printed(due_on)} sau bước tiếp theo: {step}.", **numbers)
    return YES

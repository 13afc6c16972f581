"""The meeting's own day in the plan: it follows the meeting, and is done with it. Parts of other acts."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.commands import steps as cycles_commands
from kiemdiem.meetings import queries
from kiemdiem.meetings.models import Meeting


def follow_day(meeting: Meeting, day: date) -> None:
    """Lets the meeting's own day in the plan, and every term counted from it, follow the day it is held."""
    step = cycles.step(meeting.season, meeting.step_key) if meeting.step_key else None
    if step is None or step.from_on != step.last_on or step.from_on == day:
        return
    cycles_commands.move_step(step, from_on=day, last_on=day)


def finish_day(meeting: Meeting, *, by: Account, at: datetime) -> None:
    """Lets the meeting's own day in the plan be done once the meeting is closed; a supplementary one has none."""
    step = cycles.step(meeting.season, meeting.step_key) if meeting.step_key else None
    if step is not None and step.done_on is None:
        day = queries.sitting_on(meeting)
        cycles_commands.finish_step(step, done_on=day, note=meeting.title, by=by, at=at)

"""The facts of planning: the plan itself, opening a season, fixing and moving a meeting."""

from datetime import date, datetime

from kiemdiem.core.process.facts.parts import LeaderInCell, Named, Planned, Step, Supervision
from kiemdiem.core.process.facts.shape import facts


@facts
class PassPlan:
    """A plan about to be passed.

    `owed_units` are the units that must meet exactly once and be supervised exactly once, `reserved` the meetings
    that keep their day free of others, `reports_until_on` the end of the window for collective reports and
    `reviews` the meetings those reports are for.
    """

    year: int
    passed_on: date
    owed_units: tuple[Named, ...]
    meetings: tuple[Planned, ...]
    window_from_on: date
    window_until_on: date
    steps: tuple[Step, ...] = ()
    supervisors: tuple[Supervision, ...] = ()
    reserved: tuple[Planned, ...] = ()
    reviews: tuple[Planned, ...] = ()
    reports_until_on: date | None = None
    leaders: tuple[LeaderInCell, ...] = ()


@facts
class OpenSeason:
    """A season about to be opened: what is done, and what the operator has still to fill or sign."""

    done: tuple[str, ...] = ()
    unsigned_readings: tuple[Named, ...] = ()
    open_gaps: tuple[Named, ...] = ()
    draft_plan: bool = False


@facts
class HoldBriefing:
    """A unit briefing its people on the plan."""

    done_on: date
    window_from_on: date
    window_until_on: date


@facts
class ScheduleMeeting:
    """A meeting given its day; `others` are meetings that share people with it, and who they share.

    `kind` is `review`, or the kind of the sitting; `registered_at` the moment its day was put before the office.
    """

    unit: str
    unit_kind: str
    kind: str = "review"
    meeting_on: date
    window_from_on: date
    window_until_on: date
    sent_on: date | None = None
    waiver_reason: str = ""
    registered_at: datetime | None = None
    others: tuple[Planned, ...] = ()
    next_step: str = ""
    next_step_on: date | None = None


@facts
class MoveMeeting:
    """A meeting moved to another day, or broken off and continued on it."""

    unit: str
    unit_kind: str
    kind: str = "review"
    old_on: date
    meeting_on: date
    window_from_on: date
    window_until_on: date
    reason: str = ""
    sent_on: date | None = None
    waiver_reason: str = ""
    others: tuple[Planned, ...] = ()
    next_step: str = ""
    next_step_on: date | None = None

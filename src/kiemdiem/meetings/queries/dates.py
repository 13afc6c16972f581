"""May a meeting be fixed to a day, or moved to it: the plan's window, notice, clashes and the next step above."""

from datetime import date, datetime, timedelta

from kiemdiem.core.answer import Answer
from kiemdiem.core.process import facts
from kiemdiem.core.process.facts import Planned
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Assignment, PlanStep, Season
from kiemdiem.cycles.queries.steps import WINDOW
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.queries import called, law
from kiemdiem.meetings.queries.facts import report_sent_on
from kiemdiem.meetings.queries.lines import REVIEW
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit


def may_schedule(season: Season, unit: Unit, *, on: date, kind: str = REVIEW, waiver_reason: str = "") -> Answer:
    """Whether the unit may hold its review, or that kind of sitting, on the day."""
    return law.may(season, schedule_facts(season, unit, on=on, kind=kind, waiver_reason=waiver_reason))


def schedule_facts(
    season: Season,
    unit: Unit,
    *,
    on: date,
    kind: str = REVIEW,
    waiver_reason: str = "",
    registered_at: datetime | None = None,
) -> facts.ScheduleMeeting:
    """The facts of fixing a day; without a moment it is asked of the day alone."""
    first, last = window_of(season, unit, on=on, kind=kind)
    step = next_step(season, after=last)
    wanted = Meeting(season=season, unit=unit, kind=kind)
    return facts.ScheduleMeeting(
        unit=unit.key,
        unit_kind=kind_of(season, unit),
        kind=kind,
        meeting_on=on,
        window_from_on=first,
        window_until_on=last,
        sent_on=report_sent_on(wanted, on=on),
        waiver_reason=waiver_reason,
        registered_at=registered_at,
        others=others_sharing(Meeting(season=season, unit=unit, kind=kind), on=on),
        next_step=step.title if step else "",
        next_step_on=step.from_on if step else None,
    )


def may_move(meeting: Meeting, to_on: date, *, reason: str, waiver_reason: str = "") -> Answer:
    """Whether the meeting may be moved to the day: the dry run of moving it."""
    fixed = schedule_facts(meeting.season, meeting.unit, on=to_on, kind=meeting.kind, waiver_reason=waiver_reason)
    return law.may(
        meeting.season,
        facts.MoveMeeting(
            unit=fixed.unit,
            unit_kind=fixed.unit_kind,
            kind=fixed.kind,
            old_on=meeting.held_on or meeting.planned_on or to_on,
            meeting_on=to_on,
            window_from_on=fixed.window_from_on,
            window_until_on=fixed.window_until_on,
            reason=reason,
            sent_on=report_sent_on(meeting, on=to_on),
            waiver_reason=waiver_reason,
            others=fixed.others,
            next_step=fixed.next_step,
            next_step_on=fixed.next_step_on,
        ),
    )


def kind_of(season: Season, unit: Unit) -> str:
    """What kind of unit it is in the season."""
    found = cycles.season_unit(season, unit)
    return found.kind if found else ""


def step_for(season: Season, unit: Unit, *, on: date, kind: str = REVIEW) -> PlanStep | None:
    """The unit's meeting in the plan that this one is: the one whose days hold the day, else the nearest.

    A sitting is the step its rulebook entry names; a review none of those.
    """
    sitting = law.sitting_of(season, kind)
    named = {each.plan_item for each in law.rulebook_of(season).process.sittings}
    steps = [
        step
        for step in cycles.meeting_steps(season, unit=unit)
        if (step.entry_key == sitting.plan_item if sitting else step.entry_key not in named)
    ]
    return min(steps, key=lambda step: (_days_off(step, on), step.position), default=None)


def _days_off(step: PlanStep, on: date) -> int:
    """How far a day lies outside the days of a step."""
    return max((step.from_on - on).days, (on - step.last_on).days, 0)


def window_of(season: Season, unit: Unit, *, on: date, kind: str = REVIEW) -> tuple[date, date]:
    """The days the plan leaves for the unit's review or sitting, both included.

    A day within a window of the whole committee may move inside it. Without any step of the unit, and for a sitting
    held once more, the season is open, up to the end of the first quarter after it.
    """
    own = step_for(season, unit, on=on, kind=kind)
    if own is None or (kind != REVIEW and own.done_on is not None):
        return date(season.year, 1, 1), date(season.year, 12, 31) + timedelta(days=90)
    around = season.steps.filter(
        unit__isnull=True, kind=WINDOW, from_on__lte=own.from_on, last_on__gte=own.last_on
    ).order_by("position")
    inside = [step for step in around if own.entry_key.partition(".")[0] == step.entry_key.partition(".")[0]]
    return (inside[0].from_on, inside[0].last_on) if inside else (own.from_on, own.last_on)


def next_step(season: Season, *, after: date) -> PlanStep | None:
    """The first step of the plan that begins after the day and is not a cell's own."""
    cells = season.units.filter(kind="cell").values("unit_id")
    found = season.steps.filter(from_on__gt=after).exclude(unit__in=cells).exclude(kind=WINDOW)
    return found.order_by("from_on", "position").first()


def others_sharing(meeting: Meeting, *, on: date) -> tuple[Planned, ...]:
    """The other meetings of the day that want the same people: the same supervisor, or the same members."""
    season, unit = meeting.season, meeting.unit
    found = Meeting.objects.filter(season=season, planned_on=on).exclude(unit=unit).select_related("unit")
    found = [each for each in found if each.state in (Meeting.State.PLANNED, Meeting.State.OPEN)]
    if not found:
        return ()
    watching = set(_supervisors(season, unit))
    mine = {each.person.pk for each in called.called_to(meeting, on=on)} | watching
    clashing = []
    for other in found:
        theirs = {each.person.pk for each in called.called_to(other, on=on)} | set(_supervisors(season, other.unit))
        if mine & theirs:
            clashing.append(Planned(unit=other.unit.key, name=org.unit_name(other.unit, on=on), on=on))
    return tuple(clashing)


def _supervisors(season: Season, unit: Unit) -> list[int]:
    found = Assignment.objects.filter(season=season, unit=unit, ended_at__isnull=True)
    return list(found.values_list("supervisor_id", flat=True))

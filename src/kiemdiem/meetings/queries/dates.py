"""May a meeting be fixed to a day, or moved to it: the plan's window, notice, clashes and the next step above."""

from datetime import date, timedelta

from kiemdiem.core.answer import Answer
from kiemdiem.core.process import facts
from kiemdiem.core.process.facts import Planned
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Assignment, PlanStep, Season
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.queries import called, law
from kiemdiem.meetings.queries.facts import report_sent_on
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit


def may_schedule(season: Season, unit: Unit, *, on: date, waiver_reason: str = "") -> Answer:
    """Whether the unit may hold its review on the day."""
    return law.may(season, schedule_facts(season, unit, on=on, waiver_reason=waiver_reason))


def schedule_facts(season: Season, unit: Unit, *, on: date, waiver_reason: str = "") -> facts.ScheduleMeeting:
    """The facts of fixing a day."""
    first, last = window_of(season, unit)
    step = next_step(season, after=last)
    return facts.ScheduleMeeting(
        unit=unit.key,
        unit_kind=kind_of(season, unit),
        meeting_on=on,
        window_from_on=first,
        window_until_on=last,
        sent_on=report_sent_on(season, unit),
        waiver_reason=waiver_reason,
        others=others_sharing(season, unit, on=on),
        next_step=step.title if step else "",
        next_step_on=step.from_on if step else None,
    )


def may_move(meeting: Meeting, to_on: date, *, reason: str, waiver_reason: str = "") -> Answer:
    """Whether the meeting may be moved to the day: the dry run of moving it."""
    fixed = schedule_facts(meeting.season, meeting.unit, on=to_on, waiver_reason=waiver_reason)
    return law.may(
        meeting.season,
        facts.MoveMeeting(
            unit=fixed.unit,
            unit_kind=fixed.unit_kind,
            old_on=meeting.held_on or meeting.planned_on or to_on,
            meeting_on=to_on,
            window_from_on=fixed.window_from_on,
            window_until_on=fixed.window_until_on,
            reason=reason,
            sent_on=report_sent_on(meeting.season, meeting.unit, meeting=meeting),
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


def window_of(season: Season, unit: Unit) -> tuple[date, date]:
    """The days the plan leaves for the unit's review, both included: those its own step lies within.

    Without a step of the unit the whole season is open, up to the end of the first quarter after it.
    """
    own = list(season.steps.filter(unit=unit, follows_key="", kind__in=MEETING_STEPS))
    if not own:
        return date(season.year, 1, 1), date(season.year, 12, 31) + timedelta(days=90)
    first, last = min(step.from_on for step in own), max(step.last_on for step in own)
    around = season.steps.filter(
        unit__isnull=True, kind__in=MEETING_STEPS, from_on__lte=first, last_on__gte=last, follows_key=""
    )
    wide = sorted(around, key=lambda step: step.last_on - step.from_on)
    return (wide[0].from_on, wide[0].last_on) if wide else (first, last)


MEETING_STEPS = ("meeting", "window", "deadline")


def next_step(season: Season, *, after: date) -> PlanStep | None:
    """The first step of the plan that begins after the day and is no unit's own."""
    return season.steps.filter(unit__isnull=True, from_on__gt=after).order_by("from_on", "position").first()


def others_sharing(season: Season, unit: Unit, *, on: date) -> tuple[Planned, ...]:
    """The other meetings of the day that want the same people: the same supervisor, or the same members."""
    found = Meeting.objects.filter(season=season, planned_on=on).exclude(unit=unit).select_related("unit")
    found = [each for each in found if each.state in (Meeting.State.PLANNED, Meeting.State.OPEN)]
    if not found:
        return ()
    watching = set(_supervisors(season, unit))
    mine = {each.person.pk for each in called.called_to(Meeting(season=season, unit=unit), on=on)} | watching
    clashing = []
    for other in found:
        theirs = {each.person.pk for each in called.called_to(other, on=on)} | set(_supervisors(season, other.unit))
        if mine & theirs:
            clashing.append(Planned(unit=other.unit.key, name=org.unit_name(other.unit, on=on), on=on))
    return tuple(clashing)


def _supervisors(season: Season, unit: Unit) -> list[int]:
    found = Assignment.objects.filter(season=season, unit=unit, ended_at__isnull=True)
    return list(found.values_list("supervisor_id", flat=True))

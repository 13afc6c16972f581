"""The business of a sitting that reviews nobody: its points in order, what is left, and which sittings a day had."""

from datetime import date

from django.db.models import Q

from kiemdiem.core.process import facts
from kiemdiem.core.process.facts import Named
from kiemdiem.cycles.models import Season
from kiemdiem.meetings.models import AgendaPoint, Meeting
from kiemdiem.meetings.queries import law, people
from kiemdiem.meetings.queries.lines import REVIEW

SAT = "sat"
BEGUN = (Meeting.State.OPEN, Meeting.State.BROKEN_OFF, Meeting.State.CLOSED)


def points_of(meeting: Meeting) -> list[AgendaPoint]:
    """The points of the sitting's business in their order; nothing for a review."""
    return list(AgendaPoint.objects.filter(meeting=meeting, line__isnull=True).order_by("position"))


def open_points(meeting: Meeting) -> tuple[Named, ...]:
    """The points not done, as the rules name them."""
    return tuple(Named(key=each.step, name=each.title) for each in points_of(meeting) if each.done_at is None)


def point_facts(point: AgendaPoint) -> facts.AdvanceStep:
    """The facts of taking one point of a sitting's business."""
    meeting, points = point.meeting, points_of(point.meeting)
    others = [each for each in people.present_voters(meeting) if each.person_id != meeting.chair_id]
    return facts.AdvanceStep(
        step=point.step,
        owed_steps=tuple(Named(key=each.step, name=each.title) for each in points),
        done_steps=tuple(each.step for each in points if each.done_at is not None),
        unit_kind=law.unit_kind(meeting),
        chair=meeting.chair.key if meeting.chair else "",
        about="",
        other_chairs=len(others),
        others_before=(),
    )


def sat_on(season: Season, on: date) -> tuple[str, ...]:
    """The sittings that sat on the day, as what is done by then: `sat.` and the kind."""
    day = Q(held_on=on) | Q(resumed_on=on)
    found = Meeting.objects.filter(day, season=season, state__in=BEGUN).exclude(kind=REVIEW)
    return tuple(sorted({f"{SAT}.{kind}" for kind in found.values_list("kind", flat=True)}))


def sittings_held(season: Season, *, kind: str) -> list[Meeting]:
    """The sittings of a kind that were opened, the last one last."""
    found = Meeting.objects.filter(season=season, kind=kind, state__in=BEGUN)
    return list(found.select_related("unit", "season").order_by("held_on", "id"))

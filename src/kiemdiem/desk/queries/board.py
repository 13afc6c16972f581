"""How far each cell of a season has come, step by step, and who is late."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season, SeasonSubject, SeasonUnit
from kiemdiem.grading import queries as grading
from kiemdiem.meetings.models import Meeting
from kiemdiem.reviews.models import SelfReview

STEPS = ("Bản tự kiểm điểm", "Cuộc họp", "Kết quả", "Quyết định")


@dataclass(frozen=True)
class Progress:
    """One cell: the state of each step, the day of its meeting, and how many steps of the plan are late."""

    unit: SeasonUnit
    states: tuple[tuple[str, str], ...]
    meeting_on: date | None
    late: int


def board_of(season: Season, units: frozenset[int], *, on: date) -> list[Progress]:
    """The cells among the units, by name."""
    cells = [unit for unit in cycles.cells_of(season) if unit.unit_id in units]
    handed = Counter(
        SeasonSubject.objects.filter(
            season=season,
            kind="member",
            person__in=SelfReview.objects.filter(season=season).exclude(state="draft").values("person"),
        ).values_list("unit_id", flat=True)
    )
    late = Counter(
        PlanStep.objects.filter(season=season, done_on__isnull=True, last_on__lt=on).values_list("unit_id", flat=True)
    )
    days = dict(
        PlanStep.objects.filter(season=season, kind="meeting", unit__isnull=False).values_list("unit_id", "from_on")
    )
    return [
        Progress(unit, states_of(season, unit, handed=handed[unit.unit_id]), days.get(unit.unit_id), late[unit.unit_id])
        for unit in cells
    ]


def states_of(season: Season, unit: SeasonUnit, *, handed: int) -> tuple[tuple[str, str], ...]:
    """The state of each step: done, current, or waiting for the one before."""
    members = list(cycles.members_of(season, unit.unit).filter(ended_on__isnull=True))
    reviewed = sum(member.is_reviewed for member in members)
    results = grading.results_of(member for member in members if member.is_graded)
    meeting = Meeting.objects.filter(season=season, unit=unit.unit).exclude(state="moved").order_by("-pk").first()
    done = (
        handed >= reviewed,
        meeting is not None and meeting.state == Meeting.State.CLOSED,
        bool(results) and not any(grading.is_pending(result) for result in results),
        bool(results) and all(result.decision is not None or not result.grade for result in results),
    )
    current = next((number for number, is_done in enumerate(done) if not is_done), len(done))
    return tuple(
        (title, "done" if is_done else "current" if number == current else "waiting")
        for number, (title, is_done) in enumerate(zip(STEPS, done, strict=True))
    )

"""How far each cell of a season has come, step by step, and who is late."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season, SeasonSubject, SeasonUnit
from kiemdiem.grading import queries as grading
from kiemdiem.meetings.models import Meeting
from kiemdiem.reviews.models import SelfReview

MEETING = "meeting"
STEPS = ("Bản tự kiểm điểm", "Cuộc họp", "Kết quả", "Quyết định")


@dataclass(frozen=True)
class Progress:
    """One cell: the state of each step, the day of its meeting, its next last day, and which steps are late."""

    unit: SeasonUnit
    states: tuple[tuple[str, str], ...]
    meeting_on: date | None
    due_on: date | None
    late: tuple[str, ...]


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
    met = frozenset(
        Meeting.objects.filter(season=season, state=Meeting.State.CLOSED, supplementary_to=None).values_list(
            "unit_id", flat=True
        )
    )
    steps = defaultdict(list)
    for step in cycles.steps_of(season).filter(unit__in=[cell.unit_id for cell in cells]):
        steps[step.unit_id].append(step)
    return [
        progress_of(unit, steps[unit.unit_id], met=unit.unit_id in met, handed=handed[unit.unit_id], on=on)
        for unit in cells
    ]


def progress_of(unit: SeasonUnit, steps: list[PlanStep], *, met: bool, handed: int, on: date) -> Progress:
    """How far one cell has come; a meeting that was held is behind it, whether or not somebody ticked the plan."""
    ahead = [step for step in steps if step.done_on is None and not (met and step.kind == MEETING)]
    return Progress(
        unit,
        states_of(unit.season, unit, handed=handed),
        next((step.from_on for step in steps if step.kind == MEETING), None),
        min((step.last_on for step in ahead), default=None),
        tuple(step.title for step in ahead if step.last_on < on),
    )


def states_of(season: Season, unit: SeasonUnit, *, handed: int) -> tuple[tuple[str, str], ...]:
    """The state of each step: done, current, or waiting for the one before."""
    members = list(cycles.members_of(season, unit.unit).filter(ended_on__isnull=True))
    reviewed = sum(member.is_reviewed for member in members)
    results = grading.results_of(member for member in members if member.is_graded)
    meeting = Meeting.objects.filter(season=season, unit=unit.unit).exclude(state="moved").order_by("-pk").first()
    judged = bool(results) and not any(grading.is_pending(result) for result in results)
    done = (
        handed >= reviewed,
        meeting is not None and meeting.state == Meeting.State.CLOSED,
        judged,
        judged and all(result.decision is not None or not result.grade for result in results),
    )
    current = next((number for number, is_done in enumerate(done) if not is_done), len(done))
    return tuple(
        (title, "done" if is_done else "current" if number == current else "waiting")
        for number, (title, is_done) in enumerate(zip(STEPS, done, strict=True))
    )

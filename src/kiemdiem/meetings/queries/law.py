"""What the season's rulebook says to a meeting: its method's steps, and whether an act may happen."""

from collections.abc import Iterator
from typing import Any

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.proceedings import Gate, MethodStep, Sitting
from kiemdiem.core.process import gates, method
from kiemdiem.core.process.facts import Named
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonUnit
from kiemdiem.meetings.models import AgendaPoint, Meeting, MinutesEntry, ReviewLine
from kiemdiem.meetings.queries.lines import COLLECTIVE, LEADER
from kiemdiem.org.models import Unit

# Of these the meeting is not at fault: they hold the line of the person named, and the meeting goes on.
HOLDING_KINDS = frozenset({"results_known", "civil_grades_known"})


def rulebook_of(season: Season) -> Rulebook:
    """The effective rulebook of the season."""
    return cycles.book_of(season)


def sitting_of(season: Season, kind: str) -> Sitting | None:
    """What the rulebook says of a kind of sitting; nothing for a review."""
    return next((each for each in rulebook_of(season).process.sittings if each.kind == kind), None)


def sittings_by(season: Season, unit: Unit) -> tuple[Sitting, ...]:
    """The kinds of sitting the unit holds besides its review."""
    found = SeasonUnit.objects.filter(season=season, unit=unit).first()
    return tuple(each for each in rulebook_of(season).process.sittings if found and found.kind in each.held_by)


def answers(season: Season, facts: Any, *, recording: bool) -> Iterator[tuple[Gate, Answer]]:
    """Each gate of the act with its answer, in the order of the rulebook."""
    act = gates.ACT_OF[type(facts)]
    for gate in rulebook_of(season).process.gates:
        if gate.act == act and gates.stands(gate, facts):
            yield gate, gates.answer_of(gate, facts, recording=recording)


def may(season: Season, facts: Any, *, recording: bool = False) -> Answer:
    """The one answer to an act; nothing is done."""
    return gates.may(rulebook_of(season), facts, recording=recording)


def unit_kind(meeting: Meeting) -> str:
    """What kind of unit holds the meeting, as the season froze it."""
    found = SeasonUnit.objects.filter(season=meeting.season, unit=meeting.unit).first()
    return found.kind if found else ""


def steps_for(line: ReviewLine) -> tuple[MethodStep, ...]:
    """The steps of the method for this line at this kind of unit, in the order of the rulebook."""
    collective = line.rank == COLLECTIVE
    traits = {"member", *(["leader"] if line.rank == LEADER else [])}
    return method.steps_of(
        rulebook_of(line.meeting.season).process,
        "collective" if collective else "individual",
        unit_kind=unit_kind(line.meeting),
        traits=() if collective else tuple(traits),
    )


def entry_kind(line: ReviewLine, point: AgendaPoint) -> str:
    """As what the minutes keep what is said at this step, as the rulebook has it."""
    return next((step.entry for step in steps_for(line) if step.key == point.step), MinutesEntry.Kind.NOTE)


def owed_steps(line: ReviewLine) -> tuple[Named, ...]:
    """The steps laid down for the line when the meeting opened, as the rules name them."""
    return tuple(Named(key=point.step, name=point.title) for point in line.steps.order_by("position"))


def done_steps(line: ReviewLine) -> tuple[str, ...]:
    """The steps of the line already done."""
    return tuple(line.steps.filter(done_at__isnull=False).order_by("position").values_list("step", flat=True))


def is_recording(meeting: Meeting) -> bool:
    """Whether what is keyed about the meeting already happened on paper."""
    return meeting.from_paper

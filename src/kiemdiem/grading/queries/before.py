"""What came before a grade is proposed or decided: sittings of the day, scoring, decisions on those that go first."""

from collections.abc import Iterator
from datetime import date

from kiemdiem.ballots.models import Line, Round
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.grading.models import Decision
from kiemdiem.meetings import queries as meetings

SCORED = "scored"
COLLECTIVE_DECIDED, BELOW_DECIDED = "collective_decided", "below_decided"


def came_first(subject: SeasonSubject, *, on: date) -> tuple[str, ...]:
    """The sittings of the day, that the subject was scored, and who was decided on, as what is done by then."""
    found = {*meetings.sat_on(subject.season, on), *_decided_first(subject)}
    return tuple(sorted(found | ({SCORED} if scoring_of(subject) is not None else set())))


def _decided_first(subject: SeasonSubject) -> Iterator[str]:
    """That nobody who goes first still waits for a decision: the own collective, the organisations below."""
    graded = SeasonSubject.objects.filter(season=subject.season, is_graded=True, ended_on__isnull=True)
    waiting = graded.exclude(pk__in=Decision.objects.filter(is_current=True).values("subject_id"))
    if not waiting.filter(kind="collective", unit=subject.unit_id).exists():
        yield COLLECTIVE_DECIDED
    below = waiting.filter(kind__in=("cell", "collective")) if subject.kind == "party_body" else waiting.none()
    if not below.exclude(pk=subject.pk).exists():
        yield BELOW_DECIDED


def scoring_of(subject: SeasonSubject) -> Round | None:
    """The last counted round of score slips about the subject."""
    lines = Line.objects.filter(subject=subject, round__is_scored=True, round__state=Round.State.LOCKED)
    line = lines.select_related("round__meeting__unit", "round__season").order_by("round__held_on", "pk").last()
    return line.round if line else None

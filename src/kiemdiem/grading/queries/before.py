"""What came before a grade is proposed or decided: the sittings of the day, and the scoring of the organisation."""

from datetime import date

from kiemdiem.ballots.models import Line, Round
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.meetings import queries as meetings

SCORED = "scored"


def came_first(subject: SeasonSubject, *, on: date) -> tuple[str, ...]:
    """The sittings that sat on the day, and that the subject was scored, as what is done by then."""
    found = meetings.sat_on(subject.season, on)
    return (*found, SCORED) if scoring_of(subject) is not None else found


def scoring_of(subject: SeasonSubject) -> Round | None:
    """The last counted round of score slips about the subject."""
    lines = Line.objects.filter(subject=subject, round__is_scored=True, round__state=Round.State.LOCKED)
    line = lines.select_related("round__meeting__unit", "round__season").order_by("round__held_on", "pk").last()
    return line.round if line else None

"""Who is reviewed but not graded this year: the rulebook's exclusions, asked on the meeting's own day."""

from collections.abc import Sequence
from datetime import date

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.cycles.queries import drawing
from kiemdiem.cycles.queries.exclusions import Reference, exclusion_of
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import queries as org


def graded_among(
    subjects: Sequence[SeasonSubject], *, book: Rulebook, meeting: Meeting, on: date
) -> list[SeasonSubject]:
    """The members of them whom no exclusion keeps from being graded that day, others as the season has them.

    The season asked the same for the day that was planned; a meeting moved may let somebody in or keep him out.
    """
    states = {state.person.pk: state for state in org.member_states(meeting.unit, on=on)}
    issued_on = date.fromisoformat(book.identity.issued_on)
    reference = Reference(meeting_on=on, year=book.identity.year, issued_on=issued_on)
    found = []
    for subject in subjects:
        state = states.get(subject.person_id or 0) if subject.kind == "member" else None
        if state is None:
            keeps_out = not subject.is_graded
        else:
            keeps_out = (
                exclusion_of(book, state, standings=drawing.standings_of(state), reference=reference) is not None
            )
        if not keeps_out:
            found.append(subject)
    return found

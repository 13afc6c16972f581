"""Who is to be reviewed at a meeting and in which order, who was, and who is still held."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Place, Season, SeasonSubject
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org.models import Person, Unit

COLLECTIVE, LEADER, OTHER = 0, 1, 2
REVIEW = "review"
UNFINISHED = (ReviewLine.State.HELD, ReviewLine.State.ABSENT, ReviewLine.State.WAITING)


@dataclass(frozen=True)
class Expected:
    """One subject a meeting is to review, and its place in the order: collective, then leaders, then the rest."""

    subject: SeasonSubject
    rank: int


def expected_lines(meeting: Meeting) -> list[Expected]:
    """Whom the meeting is to review, in the order it must; a supplementary meeting takes those still held or absent.

    A sitting that is no review has nobody to review.
    """
    if meeting.kind != REVIEW:
        return []
    subjects = _held_subjects(meeting) if meeting.supplementary_to_id else _subjects_at(meeting.season, meeting.unit)
    leaders = leaders_of(meeting.season)
    found = [Expected(subject, rank_of(subject, leaders=leaders)) for subject in subjects]
    return sorted(found, key=lambda each: (each.rank, each.subject.sort_key, each.subject.key))


def _subjects_at(season: Season, unit: Unit) -> list[SeasonSubject]:
    return list(cycles.reviewed_at(season, unit))


def _held_subjects(meeting: Meeting) -> list[SeasonSubject]:
    return [line.subject for line in held_lines(meeting.season, unit=meeting.unit, before=meeting)]


def leaders_of(season: Season) -> frozenset[int]:
    """The ids of the persons who are leaders in this season."""
    return frozenset(cycles.leaders_of(season).values_list("person_id", flat=True))


def rank_of(subject: SeasonSubject, *, leaders: Iterable[int]) -> int:
    """The place of a subject in the order of a meeting."""
    if subject.person_id is None:
        return COLLECTIVE
    return LEADER if subject.kind == "leader" or subject.person_id in leaders else OTHER


def held_lines(season: Season, *, unit: Unit | None = None, before: Meeting | None = None) -> list[ReviewLine]:
    """The lines still without a review: the newest of each subject at each unit, where it is held, absent or waiting.

    `before` leaves out the lines of that meeting itself.
    """
    lines = ReviewLine.objects.filter(meeting__season=season, subject__ended_on__isnull=True)
    lines = lines.select_related("subject__person", "meeting__unit").order_by("id")
    if unit is not None:
        lines = lines.filter(meeting__unit=unit)
    if before is not None and before.pk:
        lines = lines.exclude(meeting=before)
    newest = {(line.subject_id, line.meeting.unit_id): line for line in lines}
    started = (Meeting.State.CLOSED, Meeting.State.OPEN, Meeting.State.BROKEN_OFF)
    return [line for line in newest.values() if line.state in UNFINISHED and line.meeting.state in started]


def reviewed(season: Season, subject: SeasonSubject | Person, *, unit: Unit | None = None) -> bool:
    """Whether the review of the subject was concluded: a subject at every place it is reviewed, or at that unit.

    A person counts as reviewed once his review as a member is concluded in his cell.
    """
    if isinstance(subject, Person):
        found = SeasonSubject.objects.filter(
            season=season, kind="member", person=subject, ended_on__isnull=True
        ).first()
        return found is not None and reviewed(season, found, unit=unit)
    done = set(lines_done(season).filter(subject=subject).values_list("meeting__unit_id", flat=True))
    if unit is not None:
        return unit.pk in done
    owed = set(subject.places.filter(ended_on__isnull=True).values_list("unit_id", flat=True))
    return bool(owed) and owed <= done


def lines_done(season: Season) -> QuerySet[ReviewLine]:
    """Every concluded line of the season."""
    return ReviewLine.objects.filter(meeting__season=season, state=ReviewLine.State.DONE)


def subjects_reviewed(season: Season) -> frozenset[int]:
    """The ids of all subjects of the season reviewed at every place they are owed."""
    done: dict[int, set[int]] = {}
    for subject, unit in lines_done(season).values_list("subject_id", "meeting__unit_id"):
        done.setdefault(subject, set()).add(unit)
    owed: dict[int, set[int]] = {}
    places = Place.objects.filter(subject__season=season, ended_on__isnull=True)
    for subject, unit in places.values_list("subject_id", "unit_id"):
        owed.setdefault(subject, set()).add(unit)
    return frozenset(subject for subject, units in owed.items() if units <= done.get(subject, set()))


def prior_lines(line: ReviewLine) -> list[ReviewLine]:
    """Where the person of a line was already reviewed in this season, at other bodies, oldest first."""
    if line.subject.person_id is None:
        return []
    found = lines_done(line.meeting.season).filter(subject__person_id=line.subject.person_id)
    return list(
        found.exclude(meeting__unit_id=line.meeting.unit_id).select_related("meeting").order_by("done_on", "id")
    )


def lines_of(meeting: Meeting) -> list[ReviewLine]:
    """The lines of the meeting in their order."""
    found = ReviewLine.objects.filter(meeting=meeting).order_by("position")
    return list(found.select_related("subject__person", "subject__unit", "chair"))

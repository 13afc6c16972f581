"""Whom a ballot is about at a meeting: by its review, by the sitting that names it, or of the organisation above."""

from django.db.models import QuerySet

from kiemdiem.ballots.models import Line
from kiemdiem.ballots.queries import definition, eligible
from kiemdiem.core.law.sections import ballots as law
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org.models import Unit


def subjects_for(meeting: Meeting, ballot_key: str) -> list[SeasonSubject]:
    """Whom the ballot may be about at this meeting: those reviewed here, voted on here, and graded at all.

    The collective's line, members and leaders are told apart by the subject the ballot names.
    """
    book = meetings.rulebook_of(meeting.season)
    slip = definition.score_slip_of(book, ballot_key)
    if slip is not None:
        units = _organisations(meeting, slip.subject, at=_scored_at(meeting, slip))
        return list(units.exclude(pk__in=_voted_before(meeting, ballot_key)))
    ballot = next(each for each in book.ballots.ballots if each.key == ballot_key)
    sitting = meetings.sitting_of(meeting.season, meeting.kind)
    if sitting is not None:
        return _of_sitting(meeting, ballot) if ballot_key in sitting.ballots else []
    if ballot.held_by:
        units = _organisations(meeting, ballot.subject, at=_led_by(meeting, ballot.held_by))
        found = list(units.exclude(pk__in=_voted_before(meeting, ballot_key, here_only=True)))
        return [each for each in found if not (ballot.by_first and _has_earlier(meeting, each, ballot.held_by))]
    if any(ballot_key in each.ballots for each in book.process.sittings):
        return []
    return _reviewed_here(meeting, ballot.subject)


def _reviewed_here(meeting: Meeting, kind: str) -> list[SeasonSubject]:
    lines = [line for line in meetings.lines_of(meeting) if line.state == ReviewLine.State.DONE]
    found = [line.subject for line in lines if line.subject.kind == kind and line.subject.ended_on is None]
    if kind == "leader":
        voted = {subject.pk for subject in cycles.voted_at(meeting.season, meeting.unit)}
        return [subject for subject in found if subject.pk in voted]
    book, day = meetings.rulebook_of(meeting.season), meetings.sitting_on(meeting)
    return eligible.graded_among(found, book=book, meeting=meeting, on=day)


def _of_sitting(meeting: Meeting, ballot: law.Ballot) -> list[SeasonSubject]:
    """Everybody or every organisation of the season the ballot is about, by name; of people those reviewed by then."""
    season = meeting.season
    found = cycles.subjects_of(season, kind=ballot.subject, on=meetings.sitting_on(meeting)).filter(is_graded=True)
    if ballot.unit_kinds:
        found = found.filter(unit__in=season.units.filter(kind__in=ballot.unit_kinds).values("unit_id"))
    done = set(meetings.lines_done(season).values_list("subject_id", flat=True))
    return [subject for subject in found if subject.pk in done or not subject.is_reviewed]


def _organisations(meeting: Meeting, kind: str, *, at: list[Unit]) -> QuerySet[SeasonSubject]:
    return SeasonSubject.objects.filter(season=meeting.season, kind=kind, unit__in=at, ended_on__isnull=True)


def _scored_at(meeting: Meeting, slip: law.ScoreSlip) -> list[Unit]:
    """The organisations score slips may be about at the meeting: at its review the unit itself, or those it belongs to
    where the rulebook says so; at a sitting that scores them the one of the whole season; else none.
    """
    sitting = meetings.sitting_of(meeting.season, meeting.kind)
    if sitting is not None:
        return [meeting.season.unit] if slip.subject in sitting.scores else []
    return _led_by(meeting, slip.held_by) if slip.held_by else [meeting.unit]


def _led_by(meeting: Meeting, kinds: tuple[str, ...]) -> list[Unit]:
    """The unit of the meeting and those it belongs to, up to the committee; none where it is not of these kinds."""
    unit = cycles.season_unit(meeting.season, meeting.unit)
    if unit is None or unit.kind not in kinds:
        return []
    above = meeting.season.units.filter(unit__key__in=unit.path.split("/"))
    return [each.unit for each in above.select_related("unit")]


def _has_earlier(meeting: Meeting, organisation: SeasonSubject, kinds: tuple[str, ...]) -> bool:
    """Whether the organisation has a unit of a kind that comes before that of the meeting's own unit."""
    own = meetings.unit_kind(meeting)
    whole = cycles.season_unit(meeting.season, organisation.unit)
    if whole is None or own not in kinds:
        return False
    earlier = kinds[: kinds.index(own)]
    return meeting.season.units.filter(kind__in=earlier, path__startswith=f"{whole.path}/").exists()


def _voted_before(meeting: Meeting, key: str, *, here_only: bool = False) -> QuerySet[Line]:
    """The ids of those another meeting of the season voted on or scored: a supplementary one does not do it again.

    `here_only`: another meeting of the same unit.
    """
    found = Line.objects.filter(round__season=meeting.season, round__ballot_key=key, round__state="locked")
    if here_only:
        found = found.filter(round__meeting__unit=meeting.unit)
    return found.exclude(round__meeting=meeting).values_list("subject_id", flat=True)

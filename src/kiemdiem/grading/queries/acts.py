"""Facts made during the season: reviews held, statements attested, rounds counted, slips scored."""

from collections import defaultdict

from kiemdiem.ballots.models import Line, Round, ScoreSlip, Tally
from kiemdiem.core.law.sections import sources
from kiemdiem.grading.queries.asked import Asked
from kiemdiem.meetings.models import ReviewLine
from kiemdiem.reviews.models import Attestation


def reviewed(record: sources.FromReview, asked: Asked) -> dict[int, object]:
    """Whether the review of each subject is concluded before its own body."""
    done = ReviewLine.objects.filter(subject__in=[s.pk for s in asked.subjects], state=ReviewLine.State.DONE)
    concluded = set(done.values_list("subject_id", flat=True))
    return {s.pk: s.pk in concluded for s in asked.subjects}


def attested(record: sources.FromAttestation, asked: Asked) -> dict[int, object]:
    """What was attested about each subject: its level where one was given, else whether it holds."""
    keys = {s.key: s.pk for s in asked.subjects}
    rows = Attestation.objects.filter(
        season=asked.season, entry_key=record.attestation, subject__in=keys, replaced_by__isnull=True
    )
    found: dict[int, object] = {}
    if record.unless_attested is not None:
        found = {s.pk: record.unless_attested for s in asked.subjects}
    for key, level, holds in rows.values_list("subject", "level", "holds"):
        found[keys[key]] = level or holds
    return found


def _locked_lines(asked: Asked, *, ballot: str, number: int) -> dict[int, Line]:
    """The line of each subject in the last locked round of that number, repeats and supplementary rounds last."""
    lines = Line.objects.filter(
        subject__in=[s.pk for s in asked.subjects],
        round__ballot_key=ballot,
        round__number=number,
        round__state=Round.State.LOCKED,
    ).select_related("round")
    return {line.subject_id: line for line in lines.order_by("round__held_on", "round__attempt", "pk")}


def _official_tallies(lines: dict[int, Line]) -> dict[int, Tally]:
    """The tally of the official count of each line, by subject."""
    tallies = Tally.objects.filter(line__in=[line.pk for line in lines.values()], count__part=1).select_related("count")
    attempts = {line.pk: (subject, line.round.official_attempt) for subject, line in lines.items()}
    found = {}
    for tally in tallies:
        subject, attempt = attempts[tally.line_id]
        if tally.count.attempt == attempt:
            found[subject] = tally
    return found


def votes(record: sources.FromVotes, asked: Asked) -> dict[int, object]:
    """The slips for the answer on each subject's line; `not_on_list` for subjects a locked round left out."""
    lines = _locked_lines(asked, ballot=record.ballot, number=record.round)
    found: dict[int, object] = {}
    if record.not_on_list is not None:
        first = _locked_lines(asked, ballot=record.ballot, number=1)
        over = _meetings_past(asked, ballot=record.ballot, number=record.round)
        found = {s: record.not_on_list for s, line in first.items() if line.round.meeting_id in over}
    for subject, tally in _official_tallies(lines).items():
        options = [option["key"] for option in lines[subject].round.options]
        if record.option in options:
            found[subject] = tally.marks[options.index(record.option)]
    return found


def _meetings_past(asked: Asked, *, ballot: str, number: int) -> set[int]:
    """The meetings where that round is locked, or that closed without needing it."""
    rounds = Round.objects.filter(season=asked.season, ballot_key=ballot, number=number)
    locked = set(rounds.filter(state=Round.State.LOCKED).values_list("meeting_id", flat=True))
    earlier = Round.objects.filter(season=asked.season, ballot_key=ballot, meeting__state="closed")
    closed = set(earlier.values_list("meeting_id", flat=True)) - set(
        rounds.exclude(state=Round.State.VOID).values_list("meeting_id", flat=True)
    )
    return locked | closed


def roll(record: sources.FromRoll, asked: Asked) -> dict[int, object]:
    """The head count of the round for each subject: of its own line where the line has one, else of the round."""
    found: dict[int, object] = {}
    for subject, line in _locked_lines(asked, ballot=record.ballot, number=record.round).items():
        found[subject] = line.convened if record.of == "convened" else getattr(line.round, record.of)
    return found


def scores(record: sources.FromScores, asked: Asked) -> dict[int, object]:
    """The sum in hundredths, the number or the median of the valid score slips on each subject."""
    lines = _locked_lines(asked, ballot=record.ballot, number=1)
    slips: dict[int, list[int]] = defaultdict(list)
    for subject, line in lines.items():
        rows = ScoreSlip.objects.filter(
            count__round=line.round_id, count__attempt=line.round.official_attempt, count__part=1, is_valid=True
        )
        slips[subject] = sorted(rows.values_list("total", flat=True))
    pick = {"sum": sum, "slips": len, "median": _median}[record.of]
    return {subject: pick(points) for subject, points in slips.items() if points or record.of == "slips"}


def _median(points: list[int]) -> int:
    """The middle of sorted points; of an even number the lower middle and the upper, cut to whole hundredths."""
    middle = len(points) // 2
    return points[middle] if len(points) % 2 else (points[middle - 1] + points[middle]) // 2

"""Facts made during the season: reviews held, statements attested, rounds counted, slips scored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from kiemdiem.ballots.models import Line, Round, ScoreSlip, Tally
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections import ballots as law
from kiemdiem.core.law.sections import sources
from kiemdiem.core.rating import level_in_force
from kiemdiem.core.scales import Scale
from kiemdiem.cycles.models import Season, SeasonSubject, SeasonUnit
from kiemdiem.grading.models import Commendation
from kiemdiem.grading.queries.asked import Asked
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.meetings.queries import REVIEW
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import Attestation

Values = dict[int, object]
CELL = "cell"
ORGANISATIONS = (CELL, "party_body")


def reviewed(record: sources.FromReview, asked: Asked) -> Values:
    """Whether the review of each subject is concluded before a body; of an organisation, those of its bodies and it."""
    lines = ReviewLine.objects.filter(meeting__season=asked.season, state=ReviewLine.State.DONE)
    concluded = set(lines.values_list("subject_id", flat=True))
    whole = _organisations_reviewed(asked.season, concluded)
    return {s.pk: s.pk in concluded or (s.kind in ORGANISATIONS and s.unit_id in whole) for s in asked.subjects}


def _organisations_reviewed(season: Season, concluded: set[int]) -> set[int]:
    """The units within which every collective is reviewed, of the cells those whose own meeting is closed."""
    bodies = SeasonSubject.objects.filter(season=season, kind="collective", is_reviewed=True, ended_on__isnull=True)
    units = {each.unit_id: each for each in SeasonUnit.objects.filter(season=season)}
    waiting = [units[unit].path for unit in bodies.exclude(pk__in=concluded).values_list("unit_id", flat=True)]
    closed = Meeting.objects.filter(season=season, kind=REVIEW, state=Meeting.State.CLOSED)
    met = set(closed.values_list("unit_id", flat=True))
    return {
        unit
        for unit, each in units.items()
        if (each.kind != CELL or unit in met) and not any(path.startswith(f"{each.path}/") for path in waiting)
    }


def attested(record: sources.FromAttestation, asked: Asked) -> Values:
    """What was attested about each subject: its level where one was given, else whether it holds."""
    keys = {s.key: s.pk for s in asked.subjects}
    rows = Attestation.objects.filter(
        season=asked.season, entry_key=record.attestation, subject__in=keys, replaced_by__isnull=True
    )
    found: Values = {}
    if record.once_reviewed is not None:
        done = reviewed(sources.FromReview(kind="reviewed"), asked)
        found = {subject: record.once_reviewed for subject, is_done in done.items() if is_done}
    for key, level, amount, holds in rows.values_list("subject", "level", "amount", "holds"):
        found[keys[key]] = level or (holds if amount is None else amount)
    return found


def suggested(record: sources.FromSuggestion, asked: Asked) -> Values:
    """Whether points to review were given to each subject."""
    given = reviews.suggested_to(asked.season, asked.subjects)
    return {s.pk: s.pk in given for s in asked.subjects}


def rated(record: sources.FromRating, asked: Asked, *, fact: str, scale: Scale) -> Values:
    """The level in force of one criterion of each subject: its own, or the mean with the parties that count."""
    own = attested(sources.FromAttestation(kind="attested", attestation=record.attestation), asked)
    given = reviews.levels_given(asked.season, asked.ids) if record.weights else {}
    found: Values = {}
    for subject in asked.subjects:
        level = own.get(subject.pk)
        others = given.get((subject.pk, fact), {})
        in_force = level_in_force(
            scale, level if isinstance(level, str) else None, others=others, weights=record.weights
        )
        if in_force is not None:
            found[subject.pk] = in_force
    return found


def commended(record: sources.FromCommendation, asked: Asked) -> Values:
    """Whether each organisation was chosen for commendation; nobody knows before the choice was made."""
    rows = Commendation.objects.filter(season=asked.season, is_current=True)
    chosen = set(rows.values_list("subject_id", flat=True))
    return {s.pk: s.pk in chosen for s in asked.subjects} if chosen else {}


def counted(rulebook: Rulebook, asked: Asked, *, subject: str) -> dict[str, Values]:
    """What the locked rounds on the subjects gave, by the facts the rulebook's ballots name."""
    found: dict[str, Values] = defaultdict(dict)
    for ballot in rulebook.ballots.ballots:
        if ballot.subject == subject:
            first = locked_lines(asked, ballot=ballot.key, number=1)
            for part in ballot.rounds:
                _add_round(found, ballot, part=part, asked=asked, first=first)
    slip = rulebook.ballots.score_slip(subject)
    if slip is not None:
        _add_scores(found, slip, asked=asked)
    return found


def _add_round(
    found: dict[str, Values], ballot: law.Ballot, *, part: law.Round, asked: Asked, first: Mapping[int, Line]
) -> None:
    """Adds the votes and head counts of one round; whoever a held round left out as no candidate has no votes in it."""
    lines = locked_lines(asked, ballot=ballot.key, number=part.number)
    if part.candidates is not None:
        past = _meetings_past(asked, ballot=ballot.key, number=part.number)
        left_out = [s for s, line in first.items() if s not in lines and line.round.meeting_id in past]
        for option in part.options:
            found[option.votes].update(dict.fromkeys(left_out, 0))
    bodies = lines_by_body(asked, ballot=ballot.key, number=part.number) if ballot.held_by else [lines]
    for fact, values in _figures(part, bodies).items():
        found[fact].update(values)


def _figures(part: law.Round, bodies: Iterable[Mapping[int, Line]]) -> dict[str, dict[int, int | None]]:
    """The head counts and votes of each line by the facts they become; what several bodies counted added up."""
    found: dict[str, dict[int, int | None]] = defaultdict(dict)
    for lines in bodies:
        tallies = _official_tallies(lines)
        for subject, line in lines.items():
            printed = [option["key"] for option in line.round.options]
            marks = tallies[subject].marks if subject in tallies else ()
            votes = {each.votes: marks[printed.index(each.grade)] for each in part.options} if marks else {}
            for fact, figure in {**head_counts(part, line), **votes}.items():
                before = found[fact].get(subject, 0)
                found[fact][subject] = None if before is None or figure is None else before + figure
    return found


def head_counts(part: law.Round, line: Line) -> dict[str, int | None]:
    """The head counts of a line's round by the facts they become."""
    figures = {
        part.enrolled: line.convened,
        part.present: line.round.present,
        part.returned: line.round.returned,
        part.valid: line.round.valid,
    }
    return {fact: figure for fact, figure in figures.items() if fact}


def locked_lines(asked: Asked, *, ballot: str, number: int) -> dict[int, Line]:
    """The line of each subject in the last locked round of that number, repeats and supplementary rounds last."""
    return {line.subject_id: line for line in _locked(asked, ballot=ballot, number=number)}


def _locked(asked: Asked, *, ballot: str, number: int) -> QuerySet[Line]:
    lines = Line.objects.filter(
        subject__in=asked.ids,
        round__ballot_key=ballot,
        round__number=number,
        round__state=Round.State.LOCKED,
    )
    return lines.select_related("round").order_by("round__held_on", "round__attempt", "pk")


def lines_by_body(asked: Asked, *, ballot: str, number: int) -> list[dict[int, Line]]:
    """The last locked line of each subject at each body that votes on it, body by body."""
    bodies: dict[int, dict[int, Line]] = defaultdict(dict)
    for line in _locked(asked, ballot=ballot, number=number).select_related("round__meeting"):
        bodies[line.round.meeting.unit_id][line.subject_id] = line
    return list(bodies.values())


def _official_tallies(lines: Mapping[int, Line]) -> dict[int, Tally]:
    """The tally of the official count of each line, by subject."""
    tallies = Tally.objects.filter(line__in=[line.pk for line in lines.values()], count__part=1).select_related("count")
    attempts = {line.pk: (subject, line.round.official_attempt) for subject, line in lines.items()}
    found = {}
    for tally in tallies:
        subject, attempt = attempts[tally.line_id]
        if tally.count.attempt == attempt:
            found[subject] = tally
    return found


def _meetings_past(asked: Asked, *, ballot: str, number: int) -> set[int]:
    """The meetings where that round is locked, or that closed without needing it."""
    rounds = Round.objects.filter(season=asked.season, ballot_key=ballot, number=number)
    locked = _meetings_of(rounds.filter(state=Round.State.LOCKED))
    voting = Round.objects.filter(season=asked.season, ballot_key=ballot, meeting__state=Meeting.State.CLOSED)
    return locked | (_meetings_of(voting) - _meetings_of(rounds.exclude(state=Round.State.VOID)))


def _meetings_of(rounds: Iterable[Round]) -> set[int]:
    return {round_.meeting_id for round_ in rounds}


def _add_scores(found: dict[str, Values], slip: law.ScoreSlip, *, asked: Asked) -> None:
    """Adds the points of the valid slips: their sum in hundredths and their number, combined as the rulebook reads."""
    for subject, line in locked_lines(asked, ballot=slip.key, number=1).items():
        rows = ScoreSlip.objects.filter(
            count__round=line.round_id, count__attempt=line.round.official_attempt, count__part=1, is_valid=True
        )
        points = sorted(rows.values_list("total", flat=True))
        if points:
            found[slip.fact][subject] = combined(points, how=slip.combine)


def combined(points: list[int], *, how: law.Combination) -> tuple[int, int]:
    """The points of a unit as a pair of sum and slips, so that a mean is compared without rounding.

    Units: hundredths of a point. `points` are sorted.
    """
    if how == "median":
        middle = len(points) // 2
        low, high = points[(len(points) - 1) // 2], points[middle]
        return (low + high, 2)
    if how == "sum":
        return (sum(points), 1)
    if how == "mean_to_half":
        return ((2 * sum(points) + 50 * len(points)) // (100 * len(points)) * 50, 1)
    return (sum(points), len(points))

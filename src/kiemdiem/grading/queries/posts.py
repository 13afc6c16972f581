"""Facts about the posts a person holds: since when, the grade of what he heads, and whether places graded him alike."""

import datetime
from collections import defaultdict

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Line, Round
from kiemdiem.core.law.sections import sources
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.grading.queries.asked import Asked
from kiemdiem.grading.queries.results import results_of
from kiemdiem.org import queries as org
from kiemdiem.org.models import OutsideResult, Seat

ORGANISATIONS = ("collective", "cell", "party_body")


def holds_post(record: sources.FromPost, asked: Asked) -> dict[int, object]:
    """Whether each person holds one of the posts on his day."""
    held = _held(record.posts, asked)
    return {s.pk: bool(held[s.pk]) for s in asked.subjects}


def taken(record: sources.FromMonths, asked: Asked) -> dict[int, datetime.date]:
    """The day each person took the post he holds, the latest of several; nobody without one."""
    held = _held(record.posts, asked)
    return {subject: max(seat.from_on for seat in seats) for subject, seats in held.items() if seats}


def led_grade(record: sources.FromLed, asked: Asked) -> dict[int, object]:
    """The lowest grade of the organisations each person heads; missing while one of them has none."""
    held = _held(record.posts, asked)
    units = {seat.unit_id for seats in held.values() for seat in seats}
    grades = _grades_of(units, asked)
    found: dict[int, object] = {}
    for subject, seats in held.items():
        of_led = [grades.get(seat.unit_id, "") for seat in seats]
        if of_led and all(of_led):
            found[subject] = max(of_led, key=_order(asked).index)
    return found


def _order(asked: Asked) -> tuple[str, ...]:
    """The grades of the organisations, best first."""
    subjects = cycles.book_of(asked.season).subjects
    scale = next(one.scale for one in subjects.subjects if one.key in ORGANISATIONS and one.scale)
    return subjects.scale(scale).codes


def _grades_of(units: set[int], asked: Asked) -> dict[int, str]:
    """The grade of each organisation as it stands in the season: decided, proposed or judged; its worst of several."""
    rows = SeasonSubject.objects.filter(
        season=asked.season, unit__in=units, kind__in=ORGANISATIONS, is_graded=True, ended_on__isnull=True
    )
    found: dict[int, list[str]] = defaultdict(list)
    for result in results_of(rows):
        found[result.subject.unit_id].append(result.grade)
    return {
        unit: max(grades, key=_order(asked).index) if all(grades) else "" for unit, grades in found.items() if grades
    }


def _held(posts: tuple[str, ...], asked: Asked) -> dict[int, list[Seat]]:
    """The seats of each person in those posts on his day."""
    found: dict[int, list[Seat]] = {s.pk: [] for s in asked.subjects}
    names = {post.rpartition(".")[2] for post in posts}
    rows = Seat.objects.filter(person__in=asked.persons, post__in=names, superseded_at__isnull=True)
    for seat in rows.select_related("unit").order_by("from_on", "pk"):
        subject = asked.persons[seat.person_id]
        day = asked.days[subject]
        holds = seat.from_on <= day and (seat.until_on is None or day < seat.until_on)
        if holds and f"{org.unit_kind(seat.unit, on=day)}.{seat.post}" in posts:
            found[subject].append(seat)
    return found


def results_differ(record: sources.FromResultsDiffer, asked: Asked) -> dict[int, object]:
    """Whether each person was given different grades at the places where he was voted on this year."""
    grades = _voted(asked)
    outside = OutsideResult.objects.filter(
        person__in=asked.persons, year=asked.season.year, kind__in=record.outside, superseded_at__isnull=True
    )
    for person, grade in outside.values_list("person_id", "grade"):
        grades[person].add(grade)
    return {s.pk: len(grades[s.person_id]) > 1 for s in asked.subjects}


def _voted(asked: Asked) -> dict[int | None, set[str]]:
    """The grades each person won in the last counted round on each of his lines, as a member and as a leader."""
    lines = Line.objects.filter(
        subject__season=asked.season, subject__person__in=asked.persons, round__state=Round.State.LOCKED
    )
    last = {
        line.subject_id: line
        for line in lines.filter(round__is_scored=False)
        .select_related("round", "subject")
        .order_by("round__held_on", "round__number", "round__attempt", "pk")
    }
    persons = {line.pk: line.subject.person_id for line in last.values()}
    found: dict[int | None, set[str]] = defaultdict(set)
    for round_ in {line.round for line in last.values()}:
        for result in ballots.results_of(round_):
            if result.line.pk in persons and result.winner:
                found[persons[result.line.pk]].add(result.winner)
    return found

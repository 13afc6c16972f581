"""Facts about a person that the register holds: standing, months, work, results from outside, awards, discipline."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from kiemdiem.core import calendar
from kiemdiem.core.law.sections import sources
from kiemdiem.grading.queries import bodies, posts
from kiemdiem.grading.queries.asked import Asked
from kiemdiem.org.models import Award, Discipline, ManagedBy, OutsideResult, Person, Standing, Work


def _holds(day: datetime.date, *, from_on: datetime.date, until_on: datetime.date | None) -> bool:
    return from_on <= day and (until_on is None or day < until_on)


def _kinds_in_force(asked: Asked, rows: Iterable[tuple]) -> dict[int, set[str]]:
    """The kinds in force for each subject on its day, from rows of (person, kind, from, until)."""
    found: dict[int, set[str]] = defaultdict(set)
    for person, kind, from_on, until_on in rows:
        subject = asked.persons[person]
        if _holds(asked.days[subject], from_on=from_on, until_on=until_on):
            found[subject].add(kind)
    return found


def standing(record: sources.FromStanding, asked: Asked) -> dict[int, object]:
    """Whether each person has the standing on his day."""
    rows = Standing.objects.filter(person__in=asked.persons, superseded_at__isnull=True)
    kinds = _kinds_in_force(asked, rows.values_list("person_id", "kind", "from_on", "until_on"))
    wanted_all, wanted_any = set(record.all_of), set(record.any_of)
    return {
        s.pk: bool(wanted_all and wanted_all <= kinds[s.pk]) or bool(wanted_any & kinds[s.pk]) for s in asked.subjects
    }


def work(record: sources.FromWork, asked: Asked) -> dict[int, object]:
    """Whether each person works in one of the capacities on his day."""
    rows = Work.objects.filter(person__in=asked.persons, superseded_at__isnull=True)
    kinds = _kinds_in_force(asked, rows.values_list("person_id", "kind", "from_on", "until_on"))
    return {s.pk: bool(set(record.any_of) & kinds[s.pk]) for s in asked.subjects}


def months_since(record: sources.FromMonths, asked: Asked) -> dict[int, object]:
    """Whole months from the day the rulebook names, up to the one the reading names; missing where none is known."""
    year_end = datetime.date(asked.season.year, 12, 31)
    found: dict[int, object] = {}
    for subject, day in _first_days(record, asked).items():
        until = {"meeting": asked.days[subject], "year_end": year_end, "issued": asked.issued_on}[record.until]
        found[subject] = calendar.full_months(day, until, month_end=record.month_end)
    return found


def _first_days(record: sources.FromMonths, asked: Asked) -> dict[int, datetime.date]:
    if record.day == "established":
        return bodies.established(asked)
    if record.day == "post":
        return posts.taken(record, asked)
    field = "admitted_on" if record.day == "admitted" else "official_on"
    days = Person.objects.filter(pk__in=asked.persons).values_list("pk", field)
    return {asked.persons[person]: day for person, day in days if day is not None}


def outside_grade(record: sources.FromOutside, asked: Asked) -> dict[int, object]:
    """The grade another authority gave this year, to the person or the organisation."""
    rows = OutsideResult.objects.filter(year=asked.season.year, kind=record.result, superseded_at__isnull=True)
    found: dict[int, object] = {}
    for person, grade in rows.filter(person__in=asked.persons).values_list("person_id", "grade"):
        found[asked.persons[person]] = grade
    for unit, grade in rows.filter(unit__in=asked.units).values_list("unit_id", "grade"):
        found[asked.units[unit]] = grade
    return found


def outside_known(record: sources.FromOutsideKnown, asked: Asked) -> dict[int, object]:
    """Whether another authority's grade of the year is known, of the person or the organisation."""
    known = outside_grade(sources.FromOutside(kind="outside_grade", result=record.result), asked)
    return {s.pk: s.pk in known for s in asked.subjects}


def award(record: sources.FromAward, asked: Asked) -> dict[int, object]:
    """Whether each person has the award this year, or is proposed for it where that counts."""
    rows = Award.objects.filter(
        person__in=asked.persons, year=asked.season.year, kind=record.award, superseded_at__isnull=True
    )
    if record.levels:
        rows = rows.filter(level__in=record.levels)
    if not record.proposed_counts:
        rows = rows.filter(is_proposed=False)
    having = {asked.persons[p] for p in rows.values_list("person_id", flat=True)}
    return {s.pk: s.pk in having for s in asked.subjects}


def offence_elsewhere(record: sources.FromOffenceElsewhere, asked: Asked) -> dict[int, object]:
    """Whether each person was disciplined this year for an offence in another organisation."""
    first, after = datetime.date(asked.season.year, 1, 1), datetime.date(asked.season.year + 1, 1, 1)
    rows = Discipline.objects.filter(
        person__in=asked.persons, from_on__gte=first, from_on__lt=after, superseded_at__isnull=True
    )
    own = {s.pk: s.unit_id for s in asked.subjects}
    found: dict[int, object] = {s.pk: False for s in asked.subjects}
    for person, place in rows.filter(offence_unit__isnull=False).values_list("person_id", "offence_unit_id"):
        subject = asked.persons[person]
        found[subject] = found[subject] or place != own[subject]
    return found


def serving_discipline(record: sources.FromDiscipline, asked: Asked) -> dict[int, object]:
    """Whether each person is within the term of a discipline on his day."""
    rows = Discipline.objects.filter(person__in=asked.persons, side__in=record.sides, superseded_at__isnull=True)
    found: dict[int, object] = {s.pk: False for s in asked.subjects}
    for person, start in rows.values_list("person_id", "from_on"):
        subject = asked.persons[person]
        if calendar.within_year(start, asked.days[subject], anniversary=record.anniversary_counts):
            found[subject] = True
    return found


def managing_bodies(asked: Asked) -> dict[int, str]:
    """The body that manages each person on his day, by its key; nobody whom none manages."""
    rows = ManagedBy.objects.filter(person__in=asked.persons, superseded_at__isnull=True).order_by("from_on", "pk")
    found: dict[int, str] = {}
    for person, key, from_on, until_on in rows.values_list("person_id", "body__key", "from_on", "until_on"):
        subject = asked.persons[person]
        if _holds(asked.days[subject], from_on=from_on, until_on=until_on):
            found[subject] = key
    return found


def penalty(record: sources.FromPenalty, asked: Asked) -> dict[int, object]:
    """Whether a discipline was imposed on each person in the year, or is in force on his day."""
    rows = Discipline.objects.filter(person__in=asked.persons, side__in=record.sides, superseded_at__isnull=True)
    found: dict[int, object] = {s.pk: False for s in asked.subjects}
    for person, from_on, until_on in rows.values_list("person_id", "from_on", "until_on"):
        subject = asked.persons[person]
        if record.within == "year":
            counts = from_on.year == asked.season.year and from_on <= asked.days[subject]
        else:
            counts = _holds(asked.days[subject], from_on=from_on, until_on=until_on)
        found[subject] = found[subject] or counts
    return found

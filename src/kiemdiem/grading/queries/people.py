"""Facts about a person that the register holds: standing, months, work, results from outside, awards, discipline."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from kiemdiem.core import calendar
from kiemdiem.core.law.sections import sources
from kiemdiem.grading.queries.asked import Asked
from kiemdiem.org.models import Award, Discipline, OutsideResult, Person, Standing, Work


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
    """Whole months in the Party, up to the day the reading names; missing where the register has no such day."""
    field = "admitted_on" if record.day == "admitted" else "official_on"
    days = Person.objects.filter(pk__in=asked.persons).values_list("pk", field)
    year_end = datetime.date(asked.season.year, 12, 31)
    found: dict[int, object] = {}
    for person, day in days:
        subject = asked.persons[person]
        until = {"meeting": asked.days[subject], "year_end": year_end, "issued": asked.issued_on}[record.until]
        if day is not None:
            found[subject] = calendar.full_months(day, until, month_end=record.month_end)
    return found


def outside_grade(record: sources.FromOutside, asked: Asked) -> dict[int, object]:
    """The grade another authority gave this year, to the person or the organisation."""
    rows = OutsideResult.objects.filter(year=asked.season.year, kind=record.result, superseded_at__isnull=True)
    found: dict[int, object] = {}
    for person, grade in rows.filter(person__in=asked.persons).values_list("person_id", "grade"):
        found[asked.persons[person]] = grade
    for unit, grade in rows.filter(unit__in=asked.units).values_list("unit_id", "grade"):
        found[asked.units[unit]] = grade
    return found


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


def serving_discipline(record: sources.FromDiscipline, asked: Asked) -> dict[int, object]:
    """Whether each person is within the term of a discipline on his day."""
    rows = Discipline.objects.filter(person__in=asked.persons, side__in=record.sides, superseded_at__isnull=True)
    found: dict[int, object] = {s.pk: False for s in asked.subjects}
    for person, start in rows.values_list("person_id", "from_on"):
        subject = asked.persons[person]
        if calendar.within_year(start, asked.days[subject], anniversary=record.anniversary_counts):
            found[subject] = True
    return found

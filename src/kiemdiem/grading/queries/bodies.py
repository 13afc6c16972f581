"""Facts about an organisation: the grades of the bodies that belong to it, and discipline within it."""

import datetime
from collections import defaultdict

from django.db.models import Q, QuerySet

from kiemdiem.core.law.sections import sources
from kiemdiem.core.scales import Scale
from kiemdiem.cycles.models import Season
from kiemdiem.grading.queries.asked import Asked
from kiemdiem.org.models import Discipline, Membership, OutsideResult, Seat, UnitLink, UnitPeriod, UnitSuccession


def linked(record: sources.FromLinked, asked: Asked, *, scales: dict[str, Scale]) -> dict[int, object]:
    """How many bodies that belong to each cell fulfil the record; missing while one that counts has no grade yet."""
    found: dict[int, object] = {}
    for unit, subject in asked.units.items():
        bodies = _bodies_of(unit, record=record, day=asked.days[subject], season=asked.season)
        grades = _grades_of(bodies, year=asked.season.year)
        value = _counted(record, bodies=bodies, grades=grades, scales=scales)
        if value is not None:
            found[subject] = value
    return found


def _bodies_of(unit: int, *, record: sources.FromLinked, day: datetime.date, season: Season) -> dict[int, str]:
    """The bodies by their kind of link; `beside` asks for those linked to the organisation of the season itself."""
    rows = UnitLink.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=day),
        cell=season.unit_id if record.beside else unit,
        kind__in=record.links,
        from_on__lte=day,
        superseded_at__isnull=True,
    )
    return dict(rows.values_list("linked_unit_id", "kind"))


def _grades_of(bodies: dict[int, str], *, year: int) -> dict[int, tuple[str, str]]:
    rows = OutsideResult.objects.filter(unit__in=bodies, year=year, superseded_at__isnull=True)
    return {unit: (kind, grade) for unit, kind, grade in rows.values_list("unit_id", "kind", "grade")}


def _counted(
    record: sources.FromLinked,
    *,
    bodies: dict[int, str],
    grades: dict[int, tuple[str, str]],
    scales: dict[str, Scale],
) -> int | None:
    if record.of == "all":
        return len(bodies)
    if record.of == "graded":
        return len(grades)
    if len(grades) < len(bodies):
        return None
    scale = scales[record.scale]
    line = scale.rank(record.grade or "")
    ranks = [scale.rank(grade) for _, grade in grades.values()]
    return sum(1 for rank in ranks if (rank >= line if record.of == "at_least" else rank <= line))


def disciplined_posts(record: sources.FromCommitteeDiscipline, asked: Asked) -> dict[int, object]:
    """How many holders of the posts in each organisation were disciplined in the year."""
    holders: dict[int, set[int]] = defaultdict(set)
    seats = Seat.objects.filter(unit__in=asked.units, superseded_at__isnull=True)
    if record.posts:
        seats = seats.filter(post__in=record.posts)
    for unit, person in seats.values_list("unit_id", "person_id"):
        holders[asked.units[unit]].add(person)
    punished = _disciplined(
        {p for people in holders.values() for p in people},
        year=asked.season.year,
        all_counted=record.self_detected_counts,
    )
    return {s.pk: len(holders[s.pk] & punished) for s in asked.subjects}


def register(record: sources.FromRegister, asked: Asked) -> dict[int, object]:
    """How many members the register of each organisation has on its day."""
    rows = Membership.objects.filter(unit__in=asked.units, kind="official", superseded_at__isnull=True)
    found: dict[int, object] = dict.fromkeys(asked.units.values(), 0)
    counted: dict[int, set[int]] = defaultdict(set)
    for unit, person, from_on, until_on in rows.values_list("unit_id", "person_id", "from_on", "until_on"):
        subject = asked.units[unit]
        if from_on <= asked.days[subject] and (until_on is None or asked.days[subject] < until_on):
            counted[subject].add(person)
    found.update({subject: len(people) for subject, people in counted.items()})
    return found


def established(asked: Asked) -> dict[int, datetime.date]:
    """The first day of each organisation, where the register has one."""
    rows = UnitPeriod.objects.filter(unit__in=asked.units, superseded_at__isnull=True)
    found: dict[int, datetime.date] = {}
    for unit, day in rows.order_by("-from_on").values_list("unit_id", "from_on"):
        found[asked.units[unit]] = day
    return found


def reorganised(record: sources.FromSuccession, asked: Asked) -> dict[int, object]:
    """Whether each organisation came about from others in one of those ways."""
    rows = UnitSuccession.objects.filter(successor__in=asked.units, kind__in=record.ways, superseded_at__isnull=True)
    made = {asked.units[unit] for unit in rows.values_list("successor_id", flat=True)}
    return {s.pk: s.pk in made for s in asked.subjects}


def disciplined_members(record: sources.FromMemberDiscipline, asked: Asked) -> dict[int, object]:
    """How many people disciplined in the year count for each organisation: its members, or those who offended there."""
    members = _members_disciplined(asked)
    if record.counted_at == "membership":
        return {s.pk: len(members[s.pk]) for s in asked.subjects}
    offenders, placed = _offenders(asked)
    if record.counted_at == "offence":
        members = {subject: people - placed for subject, people in members.items()}
    return {s.pk: len(members[s.pk] | offenders[s.pk]) for s in asked.subjects}


def _offenders(asked: Asked) -> tuple[dict[int, set[int]], set[int]]:
    """Those disciplined in the year by the organisation where they offended, and all whose place of offence is known.

    An offence outside the organisations asked about is known too, and so counts for none of them.
    """
    rows = _in_year(Discipline.objects.filter(offence_unit__isnull=False), year=asked.season.year)
    found: dict[int, set[int]] = {s.pk: set() for s in asked.subjects}
    placed: set[int] = set()
    for unit, person in rows.values_list("offence_unit_id", "person_id"):
        placed.add(person)
        if unit in asked.units:
            found[asked.units[unit]].add(person)
    return found, placed


def _members_disciplined(asked: Asked) -> dict[int, set[int]]:
    """The members of each organisation who were disciplined in the year."""
    members: dict[int, set[int]] = defaultdict(set)
    rows = Membership.objects.filter(unit__in=asked.units, kind="official", superseded_at__isnull=True)
    for unit, person, until in rows.values_list("unit_id", "person_id", "until_on"):
        if until is None or until > datetime.date(asked.season.year, 1, 1):
            members[asked.units[unit]].add(person)
    punished = _disciplined(
        {p for people in members.values() for p in people}, year=asked.season.year, all_counted=True
    )
    return {s.pk: members[s.pk] & punished for s in asked.subjects}


def _in_year(rows: QuerySet[Discipline], *, year: int) -> QuerySet[Discipline]:
    first, after = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
    return rows.filter(from_on__gte=first, from_on__lt=after, superseded_at__isnull=True)


def _disciplined(persons: set[int], *, year: int, all_counted: bool) -> set[int]:
    rows = _in_year(Discipline.objects.filter(person__in=persons), year=year)
    if not all_counted:
        rows = rows.filter(self_detected=False)
    return set(rows.values_list("person_id", flat=True))


def units_below(record: sources.FromUnitsBelow, asked: Asked) -> dict[int, object]:
    """How many units of the kind stand directly under each organisation on its day."""
    rows = UnitPeriod.objects.filter(parent__in=asked.units, kind=record.unit_kind, superseded_at__isnull=True)
    found: dict[int, set[int]] = {subject: set() for subject in asked.units.values()}
    for parent, unit, from_on, until_on in rows.values_list("parent_id", "unit_id", "from_on", "until_on"):
        subject = asked.units[parent]
        if from_on <= asked.days[subject] and (until_on is None or asked.days[subject] < until_on):
            found[subject].add(unit)
    return {subject: len(units) for subject, units in found.items()}

"""Facts about where a person was in the year: away on leave, a member of record here, for a time elsewhere, before."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from kiemdiem.core import calendar
from kiemdiem.core.law.sections import sources
from kiemdiem.grading.queries.asked import Asked
from kiemdiem.org.models import Leave, Membership

OFFICIAL = "official"
ONE_DAY = datetime.timedelta(days=1)
Span = tuple[datetime.date, datetime.date]


def leave(record: sources.FromLeave, asked: Asked) -> dict[int, object]:
    """How long each person was away in the year, in the measure the reading names; one not ended runs to his day."""
    year = asked.season.year
    first, after = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
    rows = Leave.objects.filter(person__in=asked.persons, kind__in=record.leaves, superseded_at__isnull=True)
    spans: dict[int, list[Span]] = {s.pk: [] for s in asked.subjects}
    for person, from_on, until_on in rows.values_list("person_id", "from_on", "until_on"):
        subject = asked.persons[person]
        start, end = max(from_on, first), min(until_on or asked.days[subject] + ONE_DAY, after)
        if start < end:
            spans[subject].append((start, end))
    return {subject: length(joined(found), measure=record.measure) for subject, found in spans.items()}


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def length(spans: Iterable[Span], *, measure: str) -> int:
    """How long the half-open spans are together."""
    if measure == "full_months":
        return sum(calendar.full_months(start, end) for start, end in spans)
    if measure == "working_days":
        worked = calendar.WorkCalendar()
        return sum(calendar.work_days(start - ONE_DAY, end - ONE_DAY, calendar=worked) for start, end in spans)
    return sum(calendar.cal_days(start, end) for start, end in spans)


def takes_part(record: sources.FromParticipation, asked: Asked) -> dict[int, object]:
    """Whether each person takes part so on his day, in the subject's organisation or in another."""
    rows = Membership.objects.filter(person__in=asked.persons, kind=record.membership, superseded_at__isnull=True)
    own = {s.pk: s.unit_id for s in asked.subjects}
    found: dict[int, object] = {s.pk: False for s in asked.subjects}
    for person, unit, from_on, until_on in rows.values_list("person_id", "unit_id", "from_on", "until_on"):
        subject = asked.persons[person]
        day = asked.days[subject]
        there = from_on <= day and (until_on is None or day < until_on)
        if there and (unit != own[subject]) == record.elsewhere:
            found[subject] = True
    return found


def former_cell_months(record: sources.FromFormerCell, asked: Asked) -> dict[int, object]:
    """Whole months of each person in the organisation he came from; none where he was always in this one."""
    rows = Membership.objects.filter(person__in=asked.persons, kind=OFFICIAL, superseded_at__isnull=True)
    stays: dict[int, list[tuple[datetime.date, datetime.date, int]]] = defaultdict(list)
    for person, unit, from_on, until_on in rows.values_list("person_id", "unit_id", "from_on", "until_on"):
        if until_on is not None:
            stays[asked.persons[person]].append((from_on, until_on, unit))
    own = {s.pk: s.unit_id for s in asked.subjects}
    first = datetime.date(asked.season.year, 1, 1)
    found: dict[int, object] = dict.fromkeys(own, 0)
    for subject, past in stays.items():
        last = [
            (start, end) for start, end, unit in sorted(past) if unit != own[subject] and end <= asked.days[subject]
        ]
        if last and last[-1][1] >= first:
            start = max(last[-1][0], first) if record.in_year else last[-1][0]
            found[subject] = calendar.full_months(start, last[-1][1], month_end=record.month_end)
    return found

"""Which subjects are asked about, and on which day each of them is judged."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.meetings.queries import REVIEW


@dataclass(frozen=True)
class Asked:
    """The subjects of one stage of one season, by their id, and the reference day of each.

    Shape: `days` has every subject; `issued_on` is the day of the rulebook's act.
    """

    season: Season
    subjects: tuple[SeasonSubject, ...]
    days: Mapping[int, datetime.date]
    issued_on: datetime.date

    @property
    def ids(self) -> list[int]:
        """The subjects' ids."""
        return [s.pk for s in self.subjects]

    @property
    def persons(self) -> dict[int, int]:
        """Subject by the person it is about."""
        return {s.person_id: s.pk for s in self.subjects if s.person_id is not None}

    @property
    def units(self) -> dict[int, int]:
        """Subject by the organisation it is, for subjects that are organisations."""
        return {s.unit_id: s.pk for s in self.subjects if s.person_id is None}


def asked(season: Season, subjects: Iterable[SeasonSubject], *, on: datetime.date, issued_on: datetime.date) -> Asked:
    """The subjects with their reference days: the day of the own review, else of the meeting set for it, else `on`."""
    chosen = tuple(subjects)
    days = dict.fromkeys((s.pk for s in chosen), on)
    days.update(_days_of_meetings(season, chosen))
    days.update(_days_of_reviews(chosen))
    return Asked(season=season, subjects=chosen, days=days, issued_on=issued_on)


def _days_of_meetings(season: Season, subjects: tuple[SeasonSubject, ...]) -> dict[int, datetime.date]:
    by_unit: dict[int, datetime.date] = {}
    reviews = Meeting.objects.filter(season=season, kind=REVIEW, unit__in={s.unit_id for s in subjects})
    meetings = reviews.exclude(state=Meeting.State.MOVED)
    for unit, held, planned in meetings.order_by("pk").values_list("unit_id", "held_on", "planned_on"):
        day = held or planned
        if day is not None:
            by_unit[unit] = day
    return {s.pk: by_unit[s.unit_id] for s in subjects if s.unit_id in by_unit}


def _days_of_reviews(subjects: tuple[SeasonSubject, ...]) -> dict[int, datetime.date]:
    lines: QuerySet[ReviewLine] = ReviewLine.objects.filter(
        subject__in=[s.pk for s in subjects], state=ReviewLine.State.DONE, done_on__isnull=False
    )
    return dict(lines.order_by("done_on", "pk").values_list("subject_id", "done_on"))

"""Days and moments of facts: the day of a moment, and the moment up to which a day's knowledge reaches."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone


def day_of(at: datetime) -> date:
    """The day of the moment in the zone of the installation."""
    return at.astimezone(timezone.get_default_timezone()).date()


def end_of(day: date) -> datetime:
    """The first moment after the day."""
    return datetime.combine(day + timedelta(days=1), time(), timezone.get_default_timezone())


def known(known_by: date | None = None) -> Q:
    """The entries that stood at the end of that day; of those that stand now when no day is given."""
    if known_by is None:
        return Q(superseded_at__isnull=True)
    end = end_of(known_by)
    return Q(known_at__lt=end) & (Q(superseded_at__isnull=True) | Q(superseded_at__gte=end))


def in_force(on: date, *, known_by: date | None = None) -> Q:
    """The entries whose period contains the day, as known at the end of another day (or now)."""
    return known(known_by) & Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))


def overlapping(from_on: date, until_on: date | None) -> Q:
    """The entries standing now whose period shares a day with the given one."""
    meets = Q(until_on__isnull=True) | Q(until_on__gt=from_on)
    return known() & meets & (Q(from_on__lt=until_on) if until_on else Q())

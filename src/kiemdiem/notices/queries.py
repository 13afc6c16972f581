"""Reads of notices: what is still owed, what is late, and what was told to whom."""

from datetime import date

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils.module_loading import import_string

from kiemdiem.core.answer import ALLOWED, Answer
from kiemdiem.notices.models import Notice
from kiemdiem.org.models import Person, Unit


def said_of_giving(notice: Notice, *, given_on: date, proof: str, recording: bool) -> Answer:
    """What the rules of the notice's season say to giving it: as the installation names who knows them."""
    if not settings.NOTICE_RULES:
        return ALLOWED
    found: Answer = import_string(settings.NOTICE_RULES)(notice, given_on=given_on, proof=proof, recording=recording)
    return found


def notices_of(season: str, *, kind: str = "", about: str = "") -> QuerySet[Notice]:
    """The notices of a season that stand, by last day; of one kind and about one thing if named."""
    found = Notice.objects.filter(season=season, withdrawn_at__isnull=True)
    if kind:
        found = found.filter(kind=kind)
    if about:
        found = found.filter(about=about)
    return found.select_related("person", "unit", "under").order_by("due_on", "pk")


def owed_notices(season: str) -> QuerySet[Notice]:
    """The notices nobody has given yet, by last day."""
    return notices_of(season).filter(given_on__isnull=True)


def late_notices(season: str, *, on: date) -> QuerySet[Notice]:
    """The notices not given by their last day, or given after it."""
    given_late = Q(given_on__isnull=False, given_on__gt=F("due_on"))
    return notices_of(season).filter(Q(given_on__isnull=True, due_on__lt=on) | given_late)


def due_notices(season: str, *, on: date) -> QuerySet[Notice]:
    """The notices not given whose last day has not passed."""
    return owed_notices(season).filter(Q(due_on__isnull=True) | Q(due_on__gte=on))


def notices_to(*, person: Person | None = None, unit: Unit | None = None) -> QuerySet[Notice]:
    """Everything one person or one unit was or is to be told, newest first."""
    found = Notice.objects.filter(withdrawn_at__isnull=True)
    found = found.filter(person=person) if person is not None else found.filter(unit=unit)
    return found.order_by("-owed_at", "-pk")


def was_given(season: str, *, kind: str, about: str, by_day: date) -> bool:
    """Whether a notice of that kind about that thing had been given on or before a day."""
    return notices_of(season, kind=kind, about=about).filter(given_on__lte=by_day).exists()

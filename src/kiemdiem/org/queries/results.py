"""What bears on a person's grade on a day: discipline, results of other bodies, awards, work."""

from datetime import date, timedelta
from itertools import chain

from django.db.models import Q, QuerySet

from kiemdiem.org.days import end_of, in_force, known
from kiemdiem.org.models import (
    Award,
    Departure,
    Discipline,
    Leave,
    ManagedBy,
    Membership,
    OutsideResult,
    Person,
    Seat,
    Standing,
    Unit,
    Work,
)
from kiemdiem.org.models.known import Known


def disciplines_of(person: Person, *, known_by: date | None = None) -> QuerySet[Discipline]:
    """Every penalty of a person, whether its term has run out or not, newest first."""
    found = Discipline.objects.filter(known(known_by), person=person)
    return found.select_related("offence_unit").order_by("-from_on")


def disciplines_among(people: list[int], *, known_by: date | None = None) -> QuerySet[Discipline]:
    """Every penalty of the people, newest first."""
    return Discipline.objects.filter(known(known_by), person_id__in=people).order_by("-from_on", "person_id")


def outside_result(
    subject: Person | Unit, *, year: int, kind: str, known_by: date | None = None
) -> OutsideResult | None:
    """The grade another authority gave a person or a body for the year."""
    whose = Q(person=subject) if isinstance(subject, Person) else Q(unit=subject)
    return OutsideResult.objects.filter(known(known_by), whose, year=year, kind=kind).first()


def outside_results(
    *, year: int, people: list[int] | None = None, units: list[int] | None = None
) -> QuerySet[OutsideResult]:
    """The grades of the year given by other authorities to the people and the bodies."""
    whose = Q(person_id__in=people or []) | Q(unit_id__in=units or [])
    return OutsideResult.objects.filter(known(), whose, year=year).order_by("kind", "person_id", "unit_id")


def results_of(unit: Unit) -> QuerySet[OutsideResult]:
    """The grades a body was given, the newest year first."""
    return OutsideResult.objects.filter(known(), unit=unit).order_by("-year", "kind")


def awards_of(person: Person, *, year: int, known_by: date | None = None) -> QuerySet[Award]:
    """The titles and certificates of a person for the year, proposed ones included."""
    return Award.objects.filter(known(known_by), person=person, year=year).order_by("kind", "level", "id")


def works_of(person: Person, *, on: date, known_by: date | None = None) -> QuerySet[Work]:
    """What a person works as on the day."""
    return Work.objects.filter(in_force(on, known_by=known_by), person=person).order_by("kind", "id")


def works_among(people: list[int], *, on: date) -> QuerySet[Work, tuple[int, str]]:
    """What each of the people works as on the day.

    Shape: pairs of the id of a person and a kind of work.
    """
    found = Work.objects.filter(in_force(on), person_id__in=people).order_by("person_id", "kind", "id")
    return found.values_list("person_id", "kind")


def leaves_of(person: Person, *, on: date, known_by: date | None = None) -> QuerySet[Leave]:
    """The leave of a person on the day."""
    return Leave.objects.filter(in_force(on, known_by=known_by), person=person).order_by("from_on", "id")


def standings_of(person: Person, *, on: date, known_by: date | None = None) -> frozenset[str]:
    """The kinds of standing of a person on the day."""
    found = Standing.objects.filter(in_force(on, known_by=known_by), person=person)
    return frozenset(found.values_list("kind", flat=True))


def standings_begun(person: Person, *, on: date) -> dict[str, date]:
    """Since when a person stands as he does on the day, by kind of standing."""
    found = Standing.objects.filter(in_force(on), person=person).order_by("from_on")
    return dict(found.values_list("kind", "from_on"))


def managing_body(person: Person, *, on: date, known_by: date | None = None) -> Unit | None:
    """The body that manages a cadre on the day."""
    found = ManagedBy.objects.filter(in_force(on, known_by=known_by), person=person).select_related("body").first()
    return found.body if found else None


FACTS: tuple[type[Known], ...] = (
    Membership,
    Standing,
    Seat,
    Leave,
    Work,
    ManagedBy,
    Discipline,
    OutsideResult,
    Award,
    Departure,
)


def facts_of(person: Person, *, superseded: bool = False) -> dict[str, list[Known]]:
    """All facts of a person by the name of their table; with `superseded`, those another entry replaced as well."""
    which = Q() if superseded else known()
    return {
        model.__name__.lower(): list(
            model.objects.filter(which, person=person).select_related("known_by").order_by("-known_at", "-id")
        )
        for model in FACTS
    }


def fact_of(person: Person, *, table: str, pk: int) -> Known | None:
    """One fact of a person that still stands, by the name of its table and its number there."""
    models = {model.__name__.lower(): model for model in FACTS}
    if table not in models:
        return None
    return models[table].objects.filter(known(), person=person, pk=pk).first()


def facts_keyed(people: list[int], *, since: date, until: date) -> list[Known]:
    """The facts of the people keyed or replaced from a day (inside) until a day (outside), oldest first."""
    first, last = end_of(since - timedelta(days=1)), end_of(until - timedelta(days=1))
    moved = Q(known_at__gte=first, known_at__lt=last) | Q(superseded_at__gte=first, superseded_at__lt=last)
    found = chain.from_iterable(model.objects.filter(moved, person_id__in=people) for model in FACTS)
    return sorted(found, key=lambda fact: (fact.known_at, type(fact).__name__, fact.pk))

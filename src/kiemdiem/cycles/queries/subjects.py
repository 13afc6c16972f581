"""The subjects of an open season: who is reviewed and graded, where, and who leads."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Assignment, Place, Season, SeasonSubject, SeasonUnit
from kiemdiem.org.models import Person, Unit

CURRENT_PLACES = Prefetch(
    "places", queryset=Place.objects.filter(ended_on__isnull=True).select_related("unit", "before")
)


def subjects_of(
    season: Season, *, kind: str = "", unit: Unit | None = None, on: date | None = None
) -> QuerySet[SeasonSubject]:
    """The subjects of the season by given name or by name; of one kind, of one unit, or standing on a day."""
    found = SeasonSubject.objects.filter(season=season)
    if kind:
        found = found.filter(kind=kind)
    if unit is not None:
        found = found.filter(unit=unit)
    if on is not None:
        begun = Q(added_on__isnull=True) | Q(added_on__lte=on)
        found = found.filter(begun, Q(ended_on__isnull=True) | Q(ended_on__gt=on))
    return found.select_related("person", "unit").prefetch_related(CURRENT_PLACES).order_by("sort_key", "key")


def subject(season: Season, key: str) -> SeasonSubject:
    """The subject of that key.

    Raises: Refused when the season has none.
    """
    found = SeasonSubject.objects.filter(season=season, key=key).select_related("person", "unit").first()
    if found is None:
        raise refuse("Không tìm thấy đối tượng này trong đợt kiểm điểm.", todo="Hãy chọn lại trong danh sách.")
    return found


def subject_of(season: Season, person: Person, *, kind: str = "member") -> SeasonSubject | None:
    """The person as a subject of that kind who has not left, when the season has him."""
    found = SeasonSubject.objects.filter(season=season, person=person, kind=kind, ended_on__isnull=True)
    return found.select_related("person", "unit").first()


def subject_of_unit(season: Season, unit: Unit, *, kind: str) -> SeasonSubject | None:
    """The unit as a subject of that kind."""
    return SeasonSubject.objects.filter(season=season, unit=unit, kind=kind, person__isnull=True).first()


def members_of(season: Season, cell: Unit, *, on: date | None = None) -> QuerySet[SeasonSubject]:
    """The members of a cell in the season, by given name; those who left before the day left out."""
    return subjects_of(season, kind="member", unit=cell, on=on)


def leaders_of(season: Season) -> QuerySet[SeasonSubject]:
    """The leaders of the season, by given name."""
    return subjects_of(season, kind="leader").filter(ended_on__isnull=True)


def reviewed_at(season: Season, unit: Unit) -> QuerySet[SeasonSubject]:
    """Everybody and everything reviewed at the unit's own session: its collective, its leaders, its members."""
    here = Place.objects.filter(unit=unit, ended_on__isnull=True).values("subject_id")
    found = SeasonSubject.objects.filter(season=season, pk__in=here, ended_on__isnull=True, is_reviewed=True)
    return found.select_related("person", "unit").prefetch_related(CURRENT_PLACES).order_by("sort_key", "key")


def voted_at(season: Season, unit: Unit) -> QuerySet[SeasonSubject]:
    """The leaders on whom the ballot is held at the unit's own session."""
    here = Place.objects.filter(unit=unit, ended_on__isnull=True, is_ballot=True).values("subject_id")
    found = SeasonSubject.objects.filter(season=season, pk__in=here, kind="leader", ended_on__isnull=True)
    return found.select_related("person", "unit").order_by("sort_key", "key")


def bodies_voting(season: Season) -> QuerySet[SeasonUnit]:
    """The bodies at whose session leaders are voted on, by name."""
    here = Place.objects.filter(
        subject__season=season, subject__kind="leader", subject__ended_on__isnull=True, ended_on__isnull=True,
        is_ballot=True,
    ).values("unit_id")  # fmt: skip
    return season.units.filter(unit_id__in=here).select_related("unit").order_by("sort_key", "pk")


def places_of(season: Season, person: Person) -> list[Place]:
    """Every place where the person is reviewed, the leading bodies first and his cell last."""
    found = Place.objects.filter(subject__season=season, subject__person=person, ended_on__isnull=True)
    places = found.select_related("unit", "before", "subject").order_by("is_cell", "position", "pk")
    return list(places)


def assignments_of(season: Season) -> QuerySet[Assignment]:
    """Who watches which unit now, in the order of the plan's list."""
    found = Assignment.objects.filter(season=season, ended_at__isnull=True)
    return found.select_related("supervisor", "unit").order_by("line", "pk")


def supervisor_of(season: Season, unit: Unit) -> Person | None:
    """The person who guides and follows the unit."""
    found = assignments_of(season).filter(unit=unit).first()
    return found.supervisor if found else None

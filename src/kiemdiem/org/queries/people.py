"""People on a day: the register, who is official, who sits where, who is who."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.core.names import same_name_key, search_key
from kiemdiem.org import tree
from kiemdiem.org.days import in_force, known
from kiemdiem.org.models import Departure, Leave, Membership, Person, Seat, Standing, Unit


@dataclass(frozen=True)
class MemberState:
    """One member of the register on a day: his cell (and since when), standing and what keeps him away."""

    person: Person
    cell: Unit
    since: date
    standing: str
    exempt_work: bool
    exempt_activity: bool
    suspended: bool
    temporary_cell: Unit | None
    residence: Unit | None
    leave: str

    @property
    def is_official(self) -> bool:
        """An official member of the Party."""
        return self.standing == "official"

    @property
    def is_exempt(self) -> bool:
        """Exempt from both work and activity."""
        return self.exempt_work and self.exempt_activity


def person(key: str) -> Person:
    """The person of that key.

    Raises: Refused when there is none.
    """
    found = Person.objects.filter(key=key).first()
    if found is None:
        raise refuse("Không tìm thấy người này.", todo="Hãy tìm lại theo tên hoặc trong danh sách chi bộ.")
    return found


def register(unit: Unit, *, on: date, known_by: date | None = None) -> QuerySet[Membership]:
    """The official memberships on the day in the unit and all units under it, by the members' given names."""
    units = tree.descendants([unit.pk], on=on, known_by=known_by)
    found = Membership.objects.filter(in_force(on, known_by=known_by), kind="official", unit_id__in=units)
    return found.select_related("person", "unit").order_by("person__sort_key", "person__key")


def members_at(unit: Unit, *, on: date) -> QuerySet[Membership]:
    """Who takes part in the unit itself on the day, of record or for a time, by given name."""
    found = Membership.objects.filter(in_force(on), unit=unit).exclude(kind="residence")
    return found.select_related("person").order_by("person__sort_key", "person__key")


def register_over(unit: Unit, *, from_on: date, until_on: date) -> QuerySet[Membership]:
    """The official memberships that touch the period (last day outside), in all units that stood under the unit."""
    units = tree.answered_for([unit.pk], on=until_on)
    touching = Q(from_on__lt=until_on) & (Q(until_on__isnull=True) | Q(until_on__gt=from_on))
    found = Membership.objects.filter(known(), touching, kind="official", unit_id__in=units)
    return found.select_related("person", "unit").order_by("person__sort_key", "person__key", "from_on")


def member_states(unit: Unit, *, on: date, known_by: date | None = None) -> list[MemberState]:
    """Every member of the register on the day with his standing, by given name."""
    memberships = list(register(unit, on=on, known_by=known_by))
    people = [membership.person_id for membership in memberships]
    then = in_force(on, known_by=known_by) & Q(person_id__in=people)
    standings: dict[int, set[str]] = {}
    for person_id, kind in Standing.objects.filter(then).values_list("person_id", "kind"):
        standings.setdefault(person_id, set()).add(kind)
    places = {
        (place.person_id, place.kind): place.unit
        for place in Membership.objects.filter(then, kind__in=["temporary", "residence"]).select_related("unit")
    }
    leaves = dict(Leave.objects.filter(then).order_by("-from_on").values_list("person_id", "kind"))
    return [
        state_of(membership, standings.get(membership.person_id, set()), places=places, leaves=leaves)
        for membership in memberships
    ]


def state_of(
    membership: Membership,
    standings: set[str],
    *,
    places: dict[tuple[int, str], Unit],
    leaves: dict[int, str],
) -> MemberState:
    """The state of one membership from what was read of its person."""
    who = membership.person_id
    return MemberState(
        person=membership.person,
        cell=membership.unit,
        since=membership.from_on,
        standing="official" if "official" in standings else "probationary" if "probationary" in standings else "",
        exempt_work="exempt_work" in standings,
        exempt_activity="exempt_activity" in standings,
        suspended="suspended" in standings,
        temporary_cell=places.get((who, "temporary")),
        residence=places.get((who, "residence")),
        leave=leaves.get(who, ""),
    )


def officials_of(cell: Unit, *, on: date, known_by: date | None = None, exempt_when: str = "both") -> list[Person]:
    """The official members of the cell on the day who are neither exempt nor suspended, by given name.

    `exempt_when` is the reading in force: "both" exemptions together take a member out, or "either" one.
    """
    states = [state for state in member_states(cell, on=on, known_by=known_by) if state.is_official]
    if exempt_when == "either":
        out = {state.person.pk for state in states if state.exempt_work or state.exempt_activity}
    else:
        out = {state.person.pk for state in states if state.is_exempt}
    return [state.person for state in states if state.person.pk not in out and not state.suspended]


def seats_of(holder: Person | Unit, *, on: date, known_by: date | None = None, post: str = "") -> QuerySet[Seat]:
    """The seats of a person, or in a unit, on the day; or only those of one post."""
    whose = Q(person=holder) if isinstance(holder, Person) else Q(unit=holder)
    found = Seat.objects.filter(in_force(on, known_by=known_by), whose)
    if post:
        found = found.filter(post=post)
    return found.select_related("person", "unit").order_by("unit__key", "post", "person__sort_key")


def seats_under(unit: Unit, *, on: date, known_by: date | None = None) -> QuerySet[Seat]:
    """The seats on the day in the unit and all units under it."""
    units = tree.descendants([unit.pk], on=on, known_by=known_by)
    found = Seat.objects.filter(in_force(on, known_by=known_by), unit_id__in=units)
    return found.select_related("person", "unit").order_by("unit__key", "post", "person__sort_key")


def seats_ended(person: Person, *, by: date) -> QuerySet[Seat]:
    """The seats of a person that had ended by the day, the last first."""
    found = Seat.objects.filter(known(), person=person, until_on__lte=by)
    return found.select_related("person", "unit").order_by("-until_on", "-id")


def cell_of(person: Person, *, on: date, known_by: date | None = None) -> Unit | None:
    """The cell of record of a person on the day."""
    return place_of(person, kind="official", on=on, known_by=known_by)


def left_cell_on(person: Person, *, by: date) -> date | None:
    """The day the last membership of record ended that had ended by the day."""
    found = Membership.objects.filter(known(), person=person, kind="official", until_on__lte=by)
    return found.order_by("-until_on").values_list("until_on", flat=True).first()


def place_of(person: Person, *, kind: str, on: date, known_by: date | None = None) -> Unit | None:
    """The unit of that kind of membership of a person on the day."""
    found = Membership.objects.filter(in_force(on, known_by=known_by), person=person, kind=kind)
    membership = found.select_related("unit").first()
    return membership.unit if membership else None


def departure_of(person: Person, *, on: date, known_by: date | None = None) -> Departure | None:
    """How a person left the register by the day, when he did."""
    return Departure.objects.filter(known(known_by), person=person, left_on__lte=on).order_by("-left_on").first()


def people_named(text: str, *, within: frozenset[int], on: date) -> QuerySet[Person]:
    """The people whose name contains the words, marks aside, who are or were members or hold seats in the units."""
    members = Membership.objects.filter(known(), unit_id__in=within).values("person_id")
    seated = Seat.objects.filter(in_force(on), unit_id__in=within).values("person_id")
    here = Q(pk__in=members) | Q(pk__in=seated)
    return Person.objects.filter(here, search_key__contains=search_key(text)).order_by("sort_key", "key")


def likely_same(
    full_name: str, *, birth_on: date | None = None, id_number: str = "", within: frozenset[int] | None = None
) -> list[Person]:
    """The people who may be this one: same number, or same name whatever its spelling. Somebody must say who is who.

    Shape: the same number first, then the same day of birth, then by key. Never a reason to merge by itself.
    """
    numbered = Q(id_number=id_number) if id_number else Q(pk=None)
    found = Person.objects.filter(numbered | Q(search_key=search_key(full_name)))
    if within is not None:
        found = found.filter(
            numbered | Q(pk__in=Membership.objects.filter(known(), unit_id__in=within).values("person"))
        )
    alike = [
        p for p in found if p.id_number == id_number != "" or same_name_key(p.full_name) == same_name_key(full_name)
    ]
    apart = [p for p in alike if not contradicts(p, birth_on=birth_on, id_number=id_number)]
    return sorted(apart, key=lambda p: (p.id_number != id_number, p.birth_on != birth_on, p.key))


def contradicts(person: Person, *, birth_on: date | None, id_number: str) -> bool:
    """Whether a known number shows that somebody is another person."""
    return bool(id_number and person.id_number and person.id_number != id_number)

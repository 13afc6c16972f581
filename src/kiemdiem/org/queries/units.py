"""Units on a day: their names, their place in the tree, what belongs to a cell."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.core.names import search_key
from kiemdiem.org import access, tree
from kiemdiem.org.days import in_force, known
from kiemdiem.org.homes import homes_of
from kiemdiem.org.models import Person, Unit, UnitLink, UnitPeriod, UnitSuccession

COMMITTEE, CELL, SUPERIOR = "party_body", "cell", "superior"


@dataclass
class Branch:
    """A unit of the tree with what stands under it, by name."""

    period: UnitPeriod
    branches: list["Branch"] = field(default_factory=list)


def unit(key: str) -> Unit:
    """The unit of that key.

    Raises: Refused when there is none.
    """
    found = Unit.objects.filter(key=key).first()
    if found is None:
        raise refuse("Không tìm thấy tổ chức này.", todo="Hãy chọn lại trong cây tổ chức.")
    return found


def unit_period(unit: Unit, *, on: date, known_by: date | None = None) -> UnitPeriod | None:
    """What the unit was on the day, or nothing when it did not stand then."""
    return UnitPeriod.objects.filter(in_force(on, known_by=known_by), unit=unit).first()


def unit_kind(unit: Unit, *, on: date, known_by: date | None = None) -> str:
    """What kind of unit it is on the day, or an empty string when it did not stand then."""
    period = unit_period(unit, on=on, known_by=known_by)
    return period.kind if period else ""


def unit_name(unit: Unit, *, on: date) -> str:
    """What the unit is called on the day, or was last called before, or will first be called."""
    return access.name_of(unit, on=on)


def history_of(unit: Unit) -> QuerySet[UnitPeriod]:
    """The unit's periods standing now, oldest first."""
    return UnitPeriod.objects.filter(known(), unit=unit).order_by("from_on")


def roots(*, on: date) -> QuerySet[UnitPeriod]:
    """The units that stand under no other on the day."""
    return UnitPeriod.objects.filter(in_force(on), parent=None).select_related("unit").order_by("sort_key", "id")


def children(unit: Unit, *, on: date, known_by: date | None = None) -> QuerySet[UnitPeriod]:
    """The units directly under one on the day, by name."""
    found = UnitPeriod.objects.filter(in_force(on, known_by=known_by), parent=unit)
    return found.select_related("unit").order_by("sort_key", "id")


def units_under(unit: Unit, *, on: date, known_by: date | None = None, kind: str = "") -> list[UnitPeriod]:
    """The unit itself and all units under it that stand on the day, or only those of one kind.

    Shape: from the root down, by name within a level.
    """
    found = in_force(on, known_by=known_by)
    ids = tree.descendants([unit.pk], on=on, known_by=known_by)
    periods = list(UnitPeriod.objects.filter(found, unit_id__in=ids).select_related("unit"))
    parents = {period.unit_id: period.parent_id for period in periods}
    periods.sort(key=lambda period: (levels_above(period.unit_id, parents), period.sort_key, period.unit_id))
    return [period for period in periods if not kind or period.kind == kind]


def levels_above(unit_id: int, parents: dict[int, int | None]) -> int:
    """How many of the given units stand above one; `parents` tells under which each stands."""
    level, parent = 0, parents[unit_id]
    while parent in parents:
        level, parent = level + 1, parents[parent]
    return level


def branch(unit: Unit, *, on: date, known_by: date | None = None) -> Branch | None:
    """The unit as the root of its tree on the day, or nothing when it did not stand then."""
    branches = {period.unit_id: Branch(period) for period in units_under(unit, on=on, known_by=known_by)}
    for each in branches.values():
        if each.period.unit_id != unit.pk and each.period.parent_id in branches:
            branches[each.period.parent_id].branches.append(each)
    return branches.get(unit.pk)


def path_to(unit: Unit, *, on: date) -> list[UnitPeriod]:
    """The units above one, from the root down to it."""
    order = {unit_id: place for place, unit_id in enumerate(reversed(tree.ancestors(unit, on=on)))}
    found = UnitPeriod.objects.filter(in_force(on), unit_id__in=list(order)).select_related("unit")
    return sorted(found, key=lambda period: order[period.unit_id])


def bodies_above(unit: Unit, *, on: date) -> list[UnitPeriod]:
    """The bodies above a committee on the day: those over it in the tree, and those entered as superior."""
    over = path_to(unit, on=on)[:-1]
    known_here = {period.unit_id for period in over}
    return [*over, *(p for p in roots(on=on) if p.kind == SUPERIOR and p.unit_id not in known_here)]


def managing_bodies(person: Person, *, on: date) -> list[UnitPeriod]:
    """The bodies that may manage a cadre: of his own committee, of those above it, and those linked to its cells.

    Shape: from the own committee down, then those above with their own leading bodies, then the linked ones.
    """
    found: dict[int, UnitPeriod] = {}
    for home in homes_of(person, on=on):
        path = path_to(home, on=on)
        own = next((period.unit for period in reversed(path) if period.kind == COMMITTEE), home)
        near = units_under(own, on=on)
        above = bodies_above(own, on=on)
        beside = [each for over in above for each in children(over.unit, on=on) if each.kind not in (COMMITTEE, CELL)]
        linked = UnitLink.objects.filter(in_force(on), cell_id__in=[period.unit_id for period in near])
        outside = UnitPeriod.objects.filter(in_force(on), unit_id__in=linked.values("linked_unit_id"))
        for period in (*near, *above, *beside, *outside.select_related("unit").order_by("sort_key", "id")):
            found.setdefault(period.unit_id, period)
    return list(found.values())


def links_of(cell: Unit, *, on: date, known_by: date | None = None) -> QuerySet[UnitLink]:
    """The government, Front and mass bodies that belong to a cell on the day."""
    found = UnitLink.objects.filter(in_force(on, known_by=known_by), cell=cell)
    return found.select_related("linked_unit").order_by("kind", "linked_unit__key")


def successors_of(unit: Unit) -> QuerySet[UnitSuccession]:
    """The units that took the place of one."""
    return UnitSuccession.objects.filter(known(), predecessor=unit).select_related("successor").order_by("happened_on")


def predecessors_of(unit: Unit) -> QuerySet[UnitSuccession]:
    """The units whose place one took."""
    found = UnitSuccession.objects.filter(known(), successor=unit)
    return found.select_related("predecessor").order_by("happened_on")


def standing_among(units: frozenset[int], *, on: date) -> QuerySet[UnitPeriod]:
    """What those of the units are that stand on the day, by name."""
    found = UnitPeriod.objects.filter(in_force(on), unit_id__in=units)
    return found.select_related("unit").order_by("sort_key", "id")


def units_named(text: str, *, on: date, within: frozenset[int]) -> QuerySet[UnitPeriod]:
    """The units on the day whose name contains the words, marks aside, among those given."""
    return standing_among(within, on=on).filter(search_key__contains=search_key(text))

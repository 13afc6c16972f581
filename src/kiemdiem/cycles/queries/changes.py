"""What a change of the register inside an open season touches, and the ways out of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from kiemdiem.cycles.models import Place, RegisterChange, Season, SeasonSubject
from kiemdiem.cycles.queries.subjects import supervisor_of
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Unit

Kind = RegisterChange.Kind
OF_CELLS = frozenset({Kind.CELL_MERGED, Kind.CELL_SPLIT})


@dataclass(frozen=True)
class Change:
    """One change of one person, or of one cell: what, of whom, on which day, to where."""

    kind: str
    happened_on: date
    person: Person | None = None
    unit: Unit | None = None
    to_unit: Unit | None = None

    @property
    def label(self) -> str:
        """What happened, in words."""
        return str(Kind(self.kind).label)


@dataclass(frozen=True)
class Touched:
    """One thing a change touches, and the ways out allowed for it, as pairs of a word and a Vietnamese sentence.

    `is_locked`: it was signed, counted or decided, so that nothing alters it; its ways out say what may be added.
    """

    what: str
    key: str
    title: str
    ways_out: tuple[tuple[str, str], ...]
    is_locked: bool = False


def people_of(season: Season, change: Change) -> list[int] | None:
    """Whom the change is about: one person, or those who went to the new cell; nothing when it is of a whole cell.

    Shape: ids of people.
    """
    if change.person is not None:
        return [change.person.pk]
    if change.kind != Kind.CELL_SPLIT or change.unit is None or change.to_unit is None:
        return None
    went = org.members_at(change.to_unit, on=change.happened_on).values("person_id")
    stood = season.subjects.filter(kind="member", unit=change.unit, ended_on__isnull=True, person_id__in=went)
    return list(stood.values_list("person_id", flat=True))


EffectSource = Callable[[Season, Change], Iterable[Touched]]


def effect_sources() -> tuple[EffectSource, ...]:
    """The questions the rooms above answer about a change, as the installation names them."""
    return tuple(import_string(name) for name in settings.SEASON_EFFECT_SOURCES)


def effects_of(season: Season, change: Change, *, sources: Iterable[EffectSource] | None = None) -> list[Touched]:
    """Everything the change touches: subjects and places of this room, then what each source names."""
    found = list(_of_this_room(season, change))
    for source in effect_sources() if sources is None else sources:
        found += source(season, change)
    return found


STAY, FOLLOW, END, ADD, KEEP = "stay", "follow", "end", "add", "keep"
WORDS = {
    STAY: "Giữ ở chi bộ cũ đến hết đợt này",
    FOLLOW: "Chuyển theo chi bộ mới, kiểm điểm và xếp loại ở đó",
    END: "Đưa ra khỏi danh sách của đợt, ghi ngày và lý do",
    ADD: "Thêm vào danh sách của đợt",
    KEEP: "Giữ nguyên trong danh sách của đợt",
}
WAYS: dict[str, tuple[str, ...]] = {
    Kind.OFFICIAL: (KEEP,),
    Kind.MOVED_IN: (ADD,),
    Kind.MOVED_OUT: (END, KEEP),
    Kind.LOST_POST: (KEEP, END),
    Kind.GAINED_POST: (ADD, KEEP),
    Kind.SUSPENDED: (KEEP,),
    Kind.EXPELLED: (END,),
    Kind.DIED: (END,),
    Kind.EXEMPTED: (END, KEEP),
    Kind.CELL_MERGED: (FOLLOW, STAY),
    Kind.CELL_SPLIT: (FOLLOW, STAY),
}


def ways_of(season: Season, change: Change) -> tuple[tuple[str, str], ...]:
    """The ways out for the subject itself; a move inside the committee may be followed or left to the next season."""
    words = WAYS[change.kind]
    if change.kind == Kind.MOVED_OUT and change.to_unit is not None:
        if season.units.filter(unit=change.to_unit).exists():
            words = (FOLLOW, STAY)
        elif any(unit.unit_id == change.to_unit.pk for unit in org.units_under(season.unit, on=change.happened_on)):
            words = (STAY,)
    return tuple((word, WORDS[word]) for word in words)


def _of_this_room(season: Season, change: Change) -> Iterable[Touched]:
    ways = ways_of(season, change)
    if change.kind in OF_CELLS and change.unit is not None:
        yield from _of_cell(season, change, ways=ways)
        return
    subjects = SeasonSubject.objects.filter(season=season, person=change.person, ended_on__isnull=True)
    for subject in subjects.order_by("kind"):
        if change.kind in (Kind.LOST_POST, Kind.GAINED_POST) and subject.kind != "leader":
            continue
        yield Touched("subject", subject.key, f"{subject.get_kind_display()}: {subject.name}", ways)
        for place in Place.objects.filter(subject=subject, ended_on__isnull=True).select_related("unit"):
            name = org.unit_name(place.unit, on=change.happened_on)
            yield Touched("place", f"{subject.key}@{place.unit.key}", f"Nơi kiểm điểm: {name}", ways)
    if change.kind in (Kind.MOVED_IN, Kind.GAINED_POST) and change.person is not None:
        kind = "member" if change.kind == Kind.MOVED_IN else "leader"
        if not subjects.filter(kind=kind).exists():
            yield Touched("subject", f"{kind}:{change.person.key}", f"Thêm: {change.person.full_name}", ways)


def _of_cell(season: Season, change: Change, *, ways: tuple[tuple[str, str], ...]) -> Iterable[Touched]:
    cell, people = change.unit, people_of(season, change)
    assert cell is not None
    for subject in season.subjects.filter(unit=cell, ended_on__isnull=True, kind__in=["member", "cell"]):
        if people is None or subject.person_id is None or subject.person_id in people:
            yield Touched("subject", subject.key, f"{subject.get_kind_display()}: {subject.name}", ways)
    for step in season.steps.filter(unit=cell, done_on__isnull=True):
        yield Touched("step", step.key, f"Bước kế hoạch: {step.title}", ways)
    watcher = supervisor_of(season, cell)
    if watcher is not None:
        yield Touched("supervisor", watcher.key, f"Người phụ trách: {watcher.full_name}", ways)

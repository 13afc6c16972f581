"""What the register shows that an open season has not taken up: who came, left or moved, whose posts changed."""

from collections.abc import Iterable, Iterator
from datetime import date

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles.models import Place, RegisterChange, Season, SeasonSubject
from kiemdiem.cycles.queries.changes import Change
from kiemdiem.cycles.queries.drawing import bodies_that_place, exempting, leaders_drawn
from kiemdiem.cycles.queries.planning import register_of
from kiemdiem.cycles.queries.seasons import book_of
from kiemdiem.org import queries as org
from kiemdiem.org.models import Seat

Kind = RegisterChange.Kind
SUCCEEDED = {"merged": Kind.CELL_MERGED, "split": Kind.CELL_SPLIT}
GONE = {"died": Kind.DIED, "expelled": Kind.EXPELLED, "struck_off": Kind.EXPELLED, "left": Kind.EXPELLED}


def unseen_changes(season: Season, *, on: date) -> list[Change]:
    """What the register shows on the day that the season has not taken up, by given name."""
    seen = Compared(season, on=on)
    found = list(seen.gone())
    for state in seen.register.states:
        # A divided or merged cell is one change, however many people went with it.
        found += [change for change in seen.of(state) if change not in found]
    return sorted(found, key=lambda change: (change.person.sort_key if change.person else "", change.kind))


class Compared:
    """A season beside the register of a day: both read once, whoever is then asked about."""

    def __init__(self, season: Season, *, on: date):
        self.on, self.since = on, season.register_on or on
        self.book: Rulebook = book_of(season)
        self.bodies = bodies_that_place(self.book)
        self.register = register_of(season, on=on)
        subjects = season.subjects.filter(person__isnull=False).select_related("person", "unit", "season")
        self.members = {each.person_id: each for each in subjects if each.kind == "member"}
        self.leaders = {each.person_id: each for each in subjects if each.kind == "leader" and each.ended_on is None}
        self.leading = {each.person.pk: each for each in leaders_drawn(self.book, self.register) if each.person}
        self.taken = list(season.register_changes.all())
        self.reviewed_at: dict[int, set[int]] = {}
        places = Place.objects.filter(subject__in=self.leaders.values(), ended_on__isnull=True)
        for subject_id, unit_id in places.values_list("subject_id", "unit_id"):
            self.reviewed_at.setdefault(subject_id, set()).add(unit_id)

    def gone(self) -> Iterator[Change]:
        """Those of the season who stand on the register no more; who was kept was asked about once."""
        here = {state.person.pk for state in self.register.states}
        for pk, subject in self.members.items():
            if pk not in here and subject.ended_on is None:
                yield from self._untaken(_left(subject, on=self.on))

    def of(self, state: org.MemberState) -> Iterator[Change]:
        """What the register shows of one member that the season has not taken up."""
        subject = self.members.get(state.person.pk)
        if subject is None or _is_back(subject, on=self.on):
            day = max(state.since, self.since)
            yield Change(Kind.MOVED_IN, day, person=state.person, unit=state.cell)
        elif subject.ended_on is None:
            if subject.unit_id != state.cell.pk:
                yield from self._untaken(_elsewhere(subject, state))
            yield from self._standing(subject, state)
            if subject.is_reviewed:
                yield from self._posts(subject, state)

    def _untaken(self, change: Change) -> Iterator[Change]:
        """The change, unless the season has recorded it, or one like it that happened no earlier."""
        if not any(_is_like(each, change) for each in self.taken):
            yield change

    def _standing(self, subject: SeasonSubject, state: org.MemberState) -> Iterator[Change]:
        """A suspension, an exemption or a recognition begun since the register was taken."""
        who, since = state.person, self.since
        exempt = exempting(self.book, state) if subject.is_reviewed else frozenset()
        begun = org.standings_begun(who, on=self.on) if exempt or state.suspended else {}
        if state.suspended and begun["suspended"] > since:
            yield from self._untaken(Change(Kind.SUSPENDED, begun["suspended"], person=who, unit=state.cell))
        if exempt:
            day = self._no_earlier(subject, [begun[kind] for kind in exempt])
            yield from self._untaken(Change(Kind.EXEMPTED, day, person=who, unit=state.cell))
        if who.official_on is not None and since < who.official_on <= self.on:
            yield from self._untaken(Change(Kind.OFFICIAL, who.official_on, person=who, unit=state.cell))

    def _posts(self, subject: SeasonSubject, state: org.MemberState) -> Iterator[Change]:
        """The posts that make him a leader or take him before a body, and those he no longer holds."""
        who, leader, drawn = state.person, self.leaders.get(state.person.pk), self.leading.get(state.person.pk)
        had = self.reviewed_at.get(leader.pk, set()) if leader else set()
        has = {place.unit.pk for place in drawn.places} if drawn else set()
        if (leader and not drawn) or had - has:
            ended = [seat.until_on for seat in org.seats_ended(who, by=self.on) if seat.until_on and self._places(seat)]
            day = self._no_earlier(subject, ended)
            yield from self._untaken(Change(Kind.LOST_POST, day, person=who, unit=state.cell))
        if (drawn and not leader) or has - had:
            given = [seat.from_on for seat in self.register.seats_of(who) if self._places(seat)]
            day = self._no_earlier(subject, given)
            yield from self._untaken(Change(Kind.GAINED_POST, day, person=who, unit=state.cell))

    def _places(self, seat: Seat) -> bool:
        """Whether a seat of its body says who leads or where he is reviewed; a dissolved body's may have."""
        return self.register.kind_of(seat) in ("", *self.bodies)

    def _no_earlier(self, subject: SeasonSubject, days: Iterable[date]) -> date:
        """The last of the days; not before the season knew the member, for till then its own register says it all."""
        return max(self.since, subject.added_on or self.since, *days)


def _is_back(subject: SeasonSubject, *, on: date) -> bool:
    """Whether somebody who left the season stands on the register again, in a membership begun since."""
    if subject.ended_on is None or subject.person is None:
        return False
    departure = org.departure_of(subject.person, on=on)
    return departure is not None and departure.left_on >= subject.season.register_on


def _left(subject: SeasonSubject, *, on: date) -> Change:
    assert subject.person is not None
    departure = org.departure_of(subject.person, on=on)
    if departure is None:
        day = org.left_cell_on(subject.person, by=on) or on
        return Change(Kind.MOVED_OUT, day, person=subject.person, unit=subject.unit)
    kind = GONE.get(departure.kind, Kind.MOVED_OUT)
    return Change(kind, departure.left_on, person=subject.person, unit=subject.unit)


def _elsewhere(subject: SeasonSubject, state: org.MemberState) -> Change:
    """The change that took a member to another cell than the season has him in."""
    for step in org.predecessors_of(state.cell):
        if step.predecessor_id == subject.unit_id and step.kind in SUCCEEDED:
            return Change(SUCCEEDED[step.kind], step.happened_on, unit=subject.unit, to_unit=state.cell)
    return Change(Kind.MOVED_OUT, state.since, person=state.person, unit=subject.unit, to_unit=state.cell)


def _is_like(taken: RegisterChange, change: Change) -> bool:
    """Whether a recorded change is this one: the same kind, of the same person or cell, to the same place."""
    if taken.kind != change.kind or taken.happened_on < change.happened_on:
        return False
    if change.to_unit is not None and taken.to_unit_id != change.to_unit.pk:
        return False
    if change.person is not None:
        return taken.person_id == change.person.pk
    return change.unit is not None and taken.unit_id == change.unit.pk

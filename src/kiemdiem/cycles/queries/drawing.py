"""Drawing the subjects of a season from the register and the rulebook: who is reviewed, who graded, and where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.proceedings import LeaderPost
from kiemdiem.core.law.sections.proceedings import Place as PlaceRule
from kiemdiem.core.law.sections.subjects import Reviewed
from kiemdiem.cycles.queries.exclusions import Reference, exclusion_of
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Seat, Unit, UnitPeriod
from kiemdiem.org.queries import MemberState

ORGANISATIONS = ("party_body", "cell")


@dataclass(frozen=True)
class PlaceDrawn:
    """One place of review: the session of which unit, before which body, and whether the ballot is held there."""

    unit: Unit
    before: Unit
    entry_key: str
    is_cell: bool
    is_ballot: bool
    rows: tuple[str, ...]


@dataclass(frozen=True)
class SubjectDrawn:
    """One subject as the rulebook and the register make it, not yet kept."""

    kind: str
    key: str
    person: Person | None
    unit: Unit
    name: str
    sort_key: str
    is_reviewed: bool = True
    is_graded: bool = True
    why_not: str = ""
    rows: tuple[str, ...] = ()
    places: tuple[PlaceDrawn, ...] = ()


class Register:
    """The units, members and seats of a committee on one day, read once.

    `meetings`: the day each cell is to meet, by unit, where the plan has set one.
    """

    def __init__(self, root: Unit, *, on: date, meetings: Mapping[int, date] | None = None):
        self.root = root
        self.on = on
        self.meetings = meetings or {}
        self.periods = org.units_under(root, on=on)
        self.states = org.member_states(root, on=on)
        self.seats: dict[int, list[Seat]] = {}
        for seat in org.seats_under(root, on=on):
            self.seats.setdefault(seat.person_id, []).append(seat)
        self._kinds = {period.unit_id: period.kind for period in self.periods}

    def of_kinds(self, kinds: Iterable[str]) -> list[UnitPeriod]:
        """The units of those kinds, from the root down, by name."""
        wanted = frozenset(kinds)
        return [period for period in self.periods if period.kind in wanted]

    def first(self, kind: str) -> Unit | None:
        """The first unit of that kind."""
        found = self.of_kinds([kind])
        return found[0].unit if found else None

    def kind_of(self, seat: Seat) -> str:
        """The kind of the body a seat is in."""
        return self._kinds.get(seat.unit_id, "")

    def seats_of(self, person: Person) -> list[Seat]:
        """The seats of a person."""
        return self.seats.get(person.pk, [])


def drawn(book: Rulebook, register: Register) -> list[SubjectDrawn]:
    """Every subject of the season: collectives, members, leaders, cells and the party body itself."""
    collectives = list(_collectives(book, register))
    before = {place.unit.pk: place.before for subject in collectives for place in subject.places}
    members = [_member(book, register, state) for state in register.states]
    leaders = _leaders(book, register, members=members, before=before)
    return [*collectives, *members, *leaders, *_organisations(book, register)]


def leaders_drawn(book: Rulebook, register: Register) -> list[SubjectDrawn]:
    """Every member who leads by the seats of the register, as the leader the rulebook makes him, exempt or not."""
    before = {place.unit.pk: place.before for subject in _collectives(book, register) for place in subject.places}
    return _leaders(book, register, members=[_as_member(state) for state in register.states], before=before)


def exempting(book: Rulebook, state: MemberState) -> frozenset[str]:
    """The standings of the member for which the rulebook takes him out of review; none when it does not."""
    standings = standings_of(state)
    for entry in _reviewed(book, "member"):
        if _is_excluded(entry, state):
            return standings & frozenset((*entry.except_all_of, *entry.except_any_of))
    return frozenset()


def bodies_that_place(book: Rulebook) -> frozenset[str]:
    """The kinds of body in which a seat may make somebody a leader, or say where he is reviewed."""
    posts = {rule.unit_kind for rule in book.body.leader_posts}
    collectives = {kind for entry in _reviewed(book, "collective") for kind in entry.unit_kinds}
    return frozenset(posts | collectives | {rule.subject for rule in book.process.places})


def _collectives(book: Rulebook, register: Register) -> Iterator[SubjectDrawn]:
    for entry in _reviewed(book, "collective"):
        for period in register.of_kinds(entry.unit_kinds):
            yield SubjectDrawn(
                kind="collective",
                key=f"collective:{period.unit.key}",
                person=None,
                unit=period.unit,
                name=period.name,
                sort_key=period.sort_key,
                is_graded=_is_graded(book, "collective"),
                why_not=""
                if _is_graded(book, "collective")
                else "Tập thể được kiểm điểm, không xếp loại theo bộ quy tắc này.",
                rows=entry.rows,
                places=tuple(_places_of_collective(book, register, period)),
            )


def _places_of_collective(book: Rulebook, register: Register, period: UnitPeriod) -> Iterator[PlaceDrawn]:
    for rule in book.process.places:
        if rule.subject == period.kind:
            before = period.unit if rule.before == period.kind else _beside(register, period, kind=rule.before)
            yield _place(rule, unit=period.unit, before=before)


def _beside(register: Register, period: UnitPeriod, *, kind: str) -> Unit:
    """The body of that kind nearest to a collective: under the same parent, else the first of the committee."""
    found = register.of_kinds([kind])
    near = [other.unit for other in found if other.parent_id == period.parent_id or other.unit_id == period.parent_id]
    return (near or [other.unit for other in found] or [period.unit])[0]


def _as_member(state: MemberState) -> SubjectDrawn:
    """The member before any rule is asked of him."""
    who = state.person
    return SubjectDrawn("member", f"member:{who.key}", who, state.cell, who.full_name, who.sort_key)


def _member(book: Rulebook, register: Register, state: MemberState) -> SubjectDrawn:
    subject = _as_member(state)
    for entry in _reviewed(book, "member"):
        if _is_excluded(entry, state):
            return replace(subject, is_reviewed=False, is_graded=False, why_not=entry.text, rows=entry.rows)
        subject = replace(subject, rows=subject.rows + entry.rows)
    subject = _graded_or_not(book, register, state, subject=subject)
    own = tuple(
        _place(rule, unit=state.cell, before=state.cell)
        for rule in book.process.places
        if rule.subject == "member" and rule.before == "own_cell"
    )
    return replace(subject, places=own)


def _graded_or_not(book: Rulebook, register: Register, state: MemberState, *, subject: SubjectDrawn) -> SubjectDrawn:
    """The member with the exclusion that the register shows, if there is one: reviewed, but not graded."""
    meeting_on = register.meetings.get(state.cell.pk, register.on)
    issued_on = date.fromisoformat(book.identity.issued_on)
    reference = Reference(meeting_on=meeting_on, year=book.identity.year, issued_on=issued_on)
    found = exclusion_of(book, state, standings=standings_of(state), reference=reference)
    if found is None:
        return subject
    return replace(subject, is_graded=False, why_not=found.text, rows=subject.rows + found.rows)


def _is_excluded(entry: Reviewed, state: MemberState) -> bool:
    standings = standings_of(state)
    every, some = frozenset(entry.except_all_of), frozenset(entry.except_any_of)
    return bool(every and every <= standings) or bool(some & standings)


def standings_of(state: MemberState) -> frozenset[str]:
    """The words for how a member stands on the day of the register."""
    holds = {
        "exempt_work": state.exempt_work,
        "exempt_activity": state.exempt_activity,
        "suspended": state.suspended,
        state.standing: bool(state.standing),
    }
    return frozenset(name for name, stands in holds.items() if stands)


def _leaders(
    book: Rulebook, register: Register, *, members: list[SubjectDrawn], before: dict[int, Unit]
) -> list[SubjectDrawn]:
    posts = {(rule.unit_kind, rule.post): rule for rule in book.body.leader_posts}
    found = []
    for member in members:
        assert member.person is not None
        held = [
            posts[key]
            for seat in register.seats_of(member.person)
            if (key := (register.kind_of(seat), seat.post)) in posts
        ]
        if held and member.is_reviewed:
            found.append(_leader(book, register, member=member, held=held, before=before))
    return found


def _leader(
    book: Rulebook,
    register: Register,
    *,
    member: SubjectDrawn,
    held: list[LeaderPost],
    before: dict[int, Unit],
) -> SubjectDrawn:
    assert member.person is not None
    places = _places_of_leader(book, register, person=member.person, held=held, before=before)
    ballot = next((place.unit for place in places if place.is_ballot), None)
    rows = tuple(dict.fromkeys(row for rule in held for row in rule.rows))
    voted_somewhere = not any(each.subject == "leader" for each in book.ballots.ballots) or ballot is not None
    graded = _is_graded(book, "leader") and voted_somewhere
    return replace(
        member,
        kind="leader",
        key=f"leader:{member.person.key}",
        unit=ballot or (places[0].unit if places else member.unit),
        is_graded=graded,
        why_not=""
        if graded
        else "Cán bộ lãnh đạo, quản lý được bỏ phiếu nhận xét, đánh giá; mức xếp loại ghi ở phần đảng viên.",
        rows=rows,
        places=tuple(places),
    )


def traits_of(person: Person, *, register: Register, held: list[LeaderPost]) -> frozenset[str]:
    """What the rules may name a person by: member, leader, the bodies he sits in, his posts, `body.post`, and as one
    of a body's people `body_member`.
    """
    seats = register.seats_of(person)
    kinds = {register.kind_of(seat) for seat in seats}
    posts = {seat.post for seat in seats}
    pairs = {f"{register.kind_of(seat)}.{seat.post}" for seat in seats}
    members = {f"{kind}_member" for kind in kinds}
    return frozenset({"member", *(["leader"] if held else []), *kinds, *members, *posts, *pairs})


def _places_of_leader(
    book: Rulebook, register: Register, *, person: Person, held: list[LeaderPost], before: dict[int, Unit]
) -> list[PlaceDrawn]:
    traits = traits_of(person, register=register, held=held)
    rules = [rule for rule in _rules_on_persons(book) if rule.subject in traits]
    voted_in = _voted_in(register, person=person, held=held)
    found: dict[int, PlaceDrawn] = {}
    for rule in rules:
        for unit in _units_named(rule, book, register, person=person, before=before):
            ballot = rule.ballot and unit.pk == voted_in
            kept = found.get(unit.pk)
            here = _place(rule, unit=unit, before=before.get(unit.pk, unit), ballot=ballot)
            found[unit.pk] = replace(kept, is_ballot=kept.is_ballot or ballot) if kept else here
    return list(found.values())


def _rules_on_persons(book: Rulebook) -> list[PlaceRule]:
    """The rules on where persons are reviewed beside their own cell."""
    bodies = {kind for entry in _reviewed(book, "collective") for kind in entry.unit_kinds}
    return [rule for rule in book.process.places if rule.subject not in bodies and rule.before != "own_cell"]


def _voted_in(register: Register, *, person: Person, held: list[LeaderPost]) -> int | None:
    """The one body in whose session the person is voted on: a named one before the collective he leads."""
    for rule in held:
        named = register.first(rule.votes_in) if rule.votes_in not in ("collective_led", "nowhere") else None
        if named is not None:
            return named.pk
    for rule in held:
        if rule.votes_in == "collective_led":
            seats = register.seats_of(person)
            return next(
                (s.unit_id for s in seats if (register.kind_of(s), s.post) == (rule.unit_kind, rule.post)), None
            )
    return None


def _units_named(
    rule: PlaceRule, book: Rulebook, register: Register, *, person: Person, before: dict[int, Unit]
) -> list[Unit]:
    """The units of a rule's place: the named body, his own of that kind before another, or each collective he sits in.

    A body that has a rule of its own for persons is no collective led by whoever merely sits in it.
    """
    seats = register.seats_of(person)
    if rule.before != "collective_led":
        own = [seat.unit for seat in seats if register.kind_of(seat) == rule.before]
        unit = own[0] if own else register.first(rule.before)
        return [unit] if unit else []
    own_rule = {other.before for other in _rules_on_persons(book)}
    units = {s.unit_id: s.unit for s in seats if s.unit_id in before and register.kind_of(s) not in own_rule}
    return [units[pk] for pk in sorted(units)]


def _organisations(book: Rulebook, register: Register) -> Iterator[SubjectDrawn]:
    graded = {subject.key: subject for subject in book.subjects.subjects}
    for period in register.periods:
        kind = period.kind
        if kind in ORGANISATIONS and kind in graded:
            yield SubjectDrawn(
                kind=kind,
                key=f"{kind}:{period.unit.key}",
                person=None,
                unit=period.unit,
                name=period.name,
                sort_key=period.sort_key,
                is_reviewed=False,
                rows=graded[kind].rows,
            )


def _place(rule: PlaceRule, *, unit: Unit, before: Unit, ballot: bool | None = None) -> PlaceDrawn:
    return PlaceDrawn(
        unit=unit,
        before=before,
        entry_key=rule.key,
        is_cell=rule.before == "own_cell",
        is_ballot=rule.ballot if ballot is None else ballot,
        rows=rule.rows,
    )


def _reviewed(book: Rulebook, subject: str) -> list[Reviewed]:
    return [entry for entry in book.subjects.reviewed if entry.subject == subject]


def _is_graded(book: Rulebook, subject: str) -> bool:
    return any(standards.subject == subject for standards in book.standards.standards)

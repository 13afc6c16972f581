"""What taking a file over would do: the steps in order, what stands in the way, what is asked, what is missing."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.exchange.reading import Contents, Remark
from kiemdiem.org import queries, tree
from kiemdiem.org.days import known
from kiemdiem.org.models import Membership, Person, Seat, Unit

REASON = "Nhập từ tệp Excel"


class Unreached(Exception):  # noqa: N818 - not a fault of its own: the step it waits for has one
    """A step waits for one that could not be done."""


@dataclass
class Hands:
    """Who takes the file over, when, and the units and people the steps have reached so far, by their codes."""

    by: Account
    at: datetime
    units: dict[str, Unit]
    people: dict[str, Person]


@dataclass(frozen=True)
class Step:
    """One act a line leads to: kind is new or changed; before and after are shown to the person."""

    kind: str
    sheet: str
    row: int
    what: str
    before: str
    after: str
    do: Callable[[Hands], Any]


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the person of a line."""

    key: str
    full_name: str
    birth_on: date | None
    place: str


@dataclass(frozen=True)
class Question:
    """Whether the person of a line is one of those already known; the answer is a key or “new”."""

    row: int
    code: str
    full_name: str
    birth_on: date | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Missing:
    """Something the register has and the file has not; nothing is done about it."""

    sheet: str
    what: str


@dataclass
class Draft:
    """All that came out of comparing a file with the register of a committee."""

    body: Unit
    day: date
    contents: Contents
    answers: dict[str, str]
    steps: list[Step] = field(default_factory=list)
    faults: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    same: int = 0
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    scope: frozenset[int] = frozenset()

    @property
    def may_apply(self) -> bool:
        """Whether nothing stands in the way and something is to be done."""
        return bool(self.steps) and not self.faults and not self.questions

    @cached_property
    def states(self) -> dict[int, queries.MemberState]:
        """How each member of the register stands on the day of the import, by the id of the person."""
        return {state.person.pk: state for state in queries.member_states(self.body, on=self.day)}

    @cached_property
    def works(self) -> dict[int, set[str]]:
        """What the people of the committee work as on the day of the import."""
        found: dict[int, set[str]] = {}
        for person, kind in queries.works_among([person.pk for person in self.people.values()], on=self.day):
            found.setdefault(person, set()).add(kind)
        return found

    @cached_property
    def names(self) -> dict[int, str]:
        """What the units that stand are called, by id."""
        return {period.unit_id: period.name for period in queries.units_under(self.body, on=self.day)}

    def name_of(self, unit: Unit) -> str:
        """What the unit is called on the day of the import, or was last called."""
        return self.names.get(unit.pk) or queries.unit_name(unit, on=self.day)

    def home_of(self, person: Person) -> Unit | None:
        """Where somebody lives by the register."""
        state = self.states.get(person.pk)
        return state.residence if state else queries.place_of(person, kind="residence", on=self.day)

    def key_of(self, code: str) -> str:
        """The key a new unit or person of that code gets: that of the committee, a dot, the code."""
        return f"{self.body.key}.{code}"

    def find(self, known_by_key: dict[str, Any], code: str) -> Any:
        """What the code means here: something imported under it before, or something whose key it is."""
        return known_by_key.get(self.key_of(code)) or known_by_key.get(code)

    def reached(self, known_by_key: dict[str, Any], code: str) -> Any:
        """What the code means once the steps before have been done.

        Raises: Unreached when the step that makes it could not be done.
        """
        found = self.find(known_by_key, code)
        if found is None:
            raise Unreached(code)
        return found

    def fault(self, sheet: str, row: int, *, column: str, text: str) -> None:
        """Notes something that stands in the way."""
        self.faults.append(Remark(sheet, row, column, text))

    def fingerprint(self) -> str:
        """A hash of all that would be done, to compare what was shown with what is taken over."""
        told = [[s.kind, s.sheet, s.row, s.what, s.before, s.after] for s in self.steps]
        settled = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(settled.encode()).hexdigest()


def begun(body: Unit, contents: Contents, *, answers: dict[str, str], on: date) -> Draft:
    """A draft that knows the committee's units and people but has compared nothing yet."""
    draft = Draft(body, on, contents, answers, faults=list(contents.faults), notes=list(contents.notes))
    draft.scope = frozenset(tree.answered_for([body.pk], on=on))
    draft.units = {unit.key: unit for unit in Unit.objects.filter(pk__in=draft.scope)}
    members = Membership.objects.filter(known(), unit_id__in=draft.scope).values("person_id")
    seated = Seat.objects.filter(known(), unit_id__in=draft.scope).values("person_id")
    found = Person.objects.filter(pk__in=members.union(seated))
    draft.people = {person.key: person for person in found}
    return draft


def candidate(person: Person, *, on: date) -> Candidate:
    """The person as somebody to choose."""
    cell = queries.cell_of(person, on=on)
    place = queries.unit_name(cell, on=on) if cell else ""
    return Candidate(person.key, person.full_name, person.birth_on, place)

"""Sheets whose every line is one dated fact: which fact of the register a line speaks of, and what it says otherwise.

A line is known again by the fields its sheet names; an empty value says nothing. Nothing is ever taken for another
fact because it looks alike: what differs in those fields is new, and what no line speaks of is reported as missing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiemdiem.exchange.draft import REASON, Draft, Hands, Missing, Step
from kiemdiem.exchange.reading import Line
from kiemdiem.exchange.sheets import CODES, PEOPLE, SHEETS, Row, choices, title
from kiemdiem.org import commands, queries
from kiemdiem.org.models import Person, Unit


@dataclass(frozen=True)
class FactSheet:
    """How one sheet becomes facts.

    `own`: the fields a fact is known again by. `still`: those by which one that has not ended is known again although
    it began another day. `is_repeated`: whether several facts may share their own fields.
    """

    name: str
    own: tuple[str, ...]
    held: Callable[[Draft], Iterable[Any]]
    enter: Callable[[dict[str, Any], Hands], Any]
    end: Callable[[Any, date, Hands], Any] | None = None
    still: tuple[str, ...] = ()
    is_repeated: bool = False

    @property
    def row(self) -> type[Row]:
        """What a line of the sheet holds."""
        return SHEETS[self.name]

    def choices(self, name: str) -> dict[str, str]:
        """The words of a column that has a list, by their keys."""
        return choices(self.row, name)


def compare(draft: Draft, sheet: FactSheet) -> None:
    """Adds to the draft what the sheet leads to."""
    lines = draft.contents.lines.get(sheet.name)
    if not lines:
        return
    facts = list(sheet.held(draft))
    free = {fact.pk: fact for fact in facts}
    told = [(line, said(draft, line)) for line in unrepeated(draft, lines, sheet=sheet) if is_known(draft, line)]
    # Lines that say what stands already take their fact first, so that a second like it is not taken for a change.
    for exact in (True, False):
        for line, values in list(told):
            fact = spoken_of(free.values(), values, sheet=sheet, exact=exact)
            if fact is not None:
                del free[fact.pk]
                told.remove((line, values))
                altering(draft, line, sheet=sheet, fact=fact, values=values)
    for line, values in told:
        draft.steps.append(entering(draft, line, sheet=sheet, values=values))
    for fact in listed(draft, free.values()):
        draft.missing.append(Missing(sheet.name, described(draft, sheet, values_of(fact, sheet))))


def listed(draft: Draft, facts: Iterable[Any]) -> list[Any]:
    """Those of the facts that a whole file names: of the committee's units, members and holders of seats."""
    units = {("Unit", period.unit_id) for period in queries.units_under(draft.body, on=draft.day)}
    members = {("Person", each.person_id) for each in queries.register(draft.body, on=draft.day)}
    seated = {("Person", each.person_id) for each in queries.seats_under(draft.body, on=draft.day)}
    return [fact for fact in facts if whose(fact) in units | members | seated]


def whose(fact: Any) -> tuple[str, int]:
    """The person or unit a fact belongs to."""
    owner = next(found for name in ("person", "cell", "unit") if (found := getattr(fact, name, None)) is not None)
    return type(owner).__name__, owner.pk


def unrepeated(draft: Draft, lines: list[Line], *, sheet: FactSheet) -> list[Line]:
    """The lines that no line above repeats."""
    first: dict[tuple[Any, ...], int] = {}
    kept = []
    names = sheet.row.model_fields if sheet.is_repeated else sheet.own
    for line in lines:
        number = first.setdefault(tuple(getattr(line.row, name) for name in names), line.number)
        if number == line.number:
            kept.append(line)
        else:
            draft.fault(sheet.name, line.number, column=title(sheet.row, sheet.own[0]), text=f"trùng với hàng {number}")
    return kept


def is_known(draft: Draft, line: Line) -> bool:
    """Whether every code of the line is one of the committee or of the file, and the line says whose fact it is."""
    row, before = line.row, len(draft.faults)
    for name, where in CODES.items():
        code = getattr(row, name, "")
        if code and reference(draft, name, code) is None and not is_in_file(draft, where, code):
            what = "người" if where == PEOPLE else "tổ chức"
            text = f"không có {what} nào mang mã “{code}”"
            draft.fault(line.sheet, line.number, column=title(type(row), name), text=text)
    if "unit" in type(row).model_fields and bool(row.unit) == bool(row.person):
        text = "ghi mã tổ chức hoặc mã người, chỉ một trong hai"
        draft.fault(line.sheet, line.number, column=title(type(row), "unit"), text=text)
    return len(draft.faults) == before


def is_in_file(draft: Draft, sheet: str, code: str) -> bool:
    """Whether the file itself brings the person or unit of that code."""
    return any(each.row.code == code for each in draft.contents.lines.get(sheet, []))


def reference(draft: Draft, name: str, code: str) -> Any:
    """The person or unit a code of that column means, when the committee has it."""
    return draft.find(draft.people if CODES[name] == PEOPLE else draft.units, code)


def said(draft: Draft, line: Line) -> dict[str, Any]:
    """What the line says: codes as the people and units they mean, or as codes when the file is yet to bring them."""
    found = {name: getattr(line.row, name) for name in type(line.row).model_fields}
    return {
        name: (reference(draft, name, value) or value) if name in CODES else value
        for name, value in found.items()
        if value not in (None, "")
    }


def values_of(fact: Any, sheet: FactSheet) -> dict[str, Any]:
    """The values of a fact of the register under the names of the columns."""
    return {name: getattr(fact, name) for name in sheet.row.model_fields}


def spoken_of(facts: Iterable[Any], values: dict[str, Any], *, sheet: FactSheet, exact: bool) -> Any | None:
    """The fact a line speaks of; with `exact`, only one of which it says nothing new."""

    def alike(fact: Any, names: Iterable[str]) -> bool:
        return all((getattr(fact, name) or None) == (values.get(name) or None) for name in names)

    if exact:
        return next((fact for fact in facts if alike(fact, sheet.own) and alike(fact, values)), None)
    found = next((fact for fact in facts if alike(fact, sheet.own)), None)
    if found is None and sheet.still:
        found = next((fact for fact in facts if fact.until_on is None and alike(fact, sheet.still)), None)
    return found


def entering(draft: Draft, line: Line, *, sheet: FactSheet, values: dict[str, Any]) -> Step:
    """The step that enters the fact of a line."""

    def do(hands: Hands) -> Any:
        return sheet.enter(in_hand(draft, values, hands=hands), hands)

    rest = {name: value for name, value in values.items() if name not in sheet.own}
    what = described(draft, sheet, values)
    return Step("new", sheet.name, line.number, what, "", worded(draft, sheet, rest) or "ghi mới", do)


def altering(draft: Draft, line: Line, *, sheet: FactSheet, fact: Any, values: dict[str, Any]) -> None:
    """Adds the step that ends or corrects the fact, when the line says otherwise."""
    changed = {name: value for name, value in values.items() if getattr(fact, name) != value}
    if not changed:
        draft.same += 1
        return

    def do(hands: Hands) -> None:
        after = in_hand(draft, changed, hands=hands)
        if sheet.end is not None and changed.keys() == {"until_on"} and fact.until_on is None:
            sheet.end(fact, after["until_on"], hands)
        else:
            commands.correct_fact(fact, reason=REASON, by=hands.by, at=hands.at, **after)

    before = worded(draft, sheet, {name: getattr(fact, name) for name in changed})
    what = described(draft, sheet, values_of(fact, sheet))
    draft.steps.append(
        Step("changed", sheet.name, line.number, what, before or "chưa ghi", worded(draft, sheet, changed), do)
    )


def in_hand(draft: Draft, values: dict[str, Any], *, hands: Hands) -> dict[str, Any]:
    """The values once the people and units of the file have been entered."""
    known = {name: hands.people if where == PEOPLE else hands.units for name, where in CODES.items()}
    return {
        name: draft.reached(known[name], value) if name in CODES and isinstance(value, str) else value
        for name, value in values.items()
    }


def described(draft: Draft, sheet: FactSheet, values: dict[str, Any]) -> str:
    """Which fact it is, in words."""
    own = [(name, values.get(name)) for name in sheet.own]
    return ", ".join(shown(draft, sheet, name, value) for name, value in own if value not in (None, ""))


def worded(draft: Draft, sheet: FactSheet, values: dict[str, Any]) -> str:
    """Values with the headings of their columns."""
    said = [(name, value) for name, value in values.items() if value not in (None, "")]
    return "; ".join(f"{title(sheet.row, name)}: {shown(draft, sheet, name, value)}" for name, value in said)


def shown(draft: Draft, sheet: FactSheet, name: str, value: Any) -> str:
    """A value in words."""
    if isinstance(value, Person):
        return value.full_name
    if isinstance(value, Unit):
        return queries.unit_name(value, on=draft.day)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return sheet.choices(name).get(value, str(value))

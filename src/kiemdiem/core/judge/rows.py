"""Rows of facts: whether they are what the rulebook declares, and what the database is given of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiemdiem.core.answer import Answer, Refused
from kiemdiem.core.law.kinds.points import SLIPS, SUM
from kiemdiem.core.law.rulebook import Rulebook, canonical, fingerprint
from kiemdiem.core.law.sections.subjects import Fact, Subject
from kiemdiem.core.law.terms import TermFault, day_number, read_day

MOST = 1_000_000_000
Row = Mapping[str, Any]


@dataclass(frozen=True)
class RowFault:
    """What is wrong with one value: the row's number from 1, its subject, the column, the sentence."""

    row: int
    subject: str
    column: str
    message: str

    def sentence(self) -> str:
        """The fault in one line, as a person reads it."""
        who = f" ({self.subject})" if self.subject else ""
        return f"dòng {self.row}{who}, cột {self.column}: {self.message}"


class FactsRefused(Refused):
    """Facts that are not what the rulebook declares; `faults` names every row and column."""

    def __init__(self, faults: Sequence[RowFault]):
        self.faults = tuple(faults)
        super().__init__(
            Answer(
                False,
                what=f"Dữ kiện có {len(faults)} chỗ sai, chưa xếp loại ai.",
                why="; ".join(fault.sentence() for fault in self.faults[:5]) + ".",
                todo="Hãy sửa các chỗ này rồi làm lại.",
                numbers={"faults": len(faults)},
            )
        )


def check_rows(book: Rulebook, subject: str, *, rows: Iterable[Row]) -> tuple[dict[str, Any], ...]:
    """The rows with every declared column, unknown ones as nothing.

    Raises: FactsRefused naming each row and column with an unknown column, a wrong type, a level that is not on the
    scale, a negative count, a subject that stands twice, or more votes than voters.
    """
    kind = book.subjects.subject(subject)
    checker = Checker(book, kind)
    checked = [checker.row(number, row) for number, row in enumerate(rows, start=1)]
    if checker.faults:
        raise FactsRefused(checker.faults)
    return tuple(checked)


class Checker:
    """Checks the rows of one subject one after the other and keeps what is wrong."""

    def __init__(self, book: Rulebook, subject: Subject):
        self.scales = {scale.key: frozenset(scale.codes) for scale in book.subjects.scales}
        self.subject = subject
        self.facts = {fact.key: fact for fact in subject.facts}
        self.counts = {count.key for count in subject.children.counts} if subject.children else set()
        self.columns = ("subject", *subject.groups, *self.facts, *sorted(self.counts))
        self.known = frozenset(self.columns)
        self.seen: set[str] = set()
        self.faults: list[RowFault] = []

    def row(self, number: int, row: Row) -> dict[str, Any]:
        """The row with every declared column; what is wrong with it is kept."""
        name = row.get("subject")
        self.name_of(number, name)
        for column in row:
            if column not in self.known:
                self.fault(number, name, column, "không có cột này trong bộ quy tắc")
        values = {column: row.get(column) for column in self.columns}
        for column in self.columns[1:]:
            wrong = self.wrong(column, values[column])
            if wrong:
                self.fault(number, name, column, wrong)
                values[column] = None
        self.balances(number, values)
        return values

    def name_of(self, number: int, name: object) -> None:
        """A subject has a name and stands once."""
        if not isinstance(name, str) or not name:
            self.fault(number, "", "subject", "thiếu tên đối tượng")
        elif name in self.seen:
            self.fault(number, name, "subject", "đối tượng này đã có ở dòng trên")
        else:
            self.seen.add(name)

    def wrong(self, column: str, value: object) -> str:
        """Why a value cannot stand in a column; empty when it can."""
        if column in self.subject.groups:
            return "" if isinstance(value, str) and value else "thiếu tên nhóm"
        if value is None:
            return ""
        if column in self.counts:
            return wrong_count(value)
        fact = self.facts[column]
        return self.wrong_level(fact, value) if fact.type == "level" else WRONG[fact.type](value)

    def wrong_level(self, fact: Fact, value: object) -> str:
        """Why a value is no level of the fact's scale."""
        codes = self.scales[fact.scale or ""]
        return "" if value in codes else f"không có mức {value!r}, các mức: {', '.join(sorted(codes))}"

    def balances(self, number: int, values: Row) -> None:
        """Votes do not exceed voters."""
        for balance in self.subject.balances:
            parts = [values[part] for part in balance.parts if values[part] is not None]
            most = values[balance.at_most]
            if most is not None and sum(parts) > most:
                said = f"{balance.text}: {sum(parts)} lớn hơn {most} ({balance.clause})"
                self.fault(number, values["subject"], balance.parts[0], said)

    def fault(self, number: int, subject: object, column: str, message: str) -> None:
        """Keeps one thing that is wrong."""
        self.faults.append(RowFault(number, str(subject or ""), column, message))


def wrong_bool(value: object) -> str:
    """Why a value is not yes or no."""
    return "" if isinstance(value, bool) else f"phải là đúng/sai, không phải {value!r}"


def wrong_int(value: object) -> str:
    """Why a value is no whole number of usual size."""
    if not isinstance(value, int) or isinstance(value, bool):
        return f"phải là số nguyên, không phải {value!r}"
    return "" if -MOST <= value <= MOST else f"số {value} quá lớn"


def wrong_count(value: object) -> str:
    """Why a value is no count."""
    wrong = wrong_int(value)
    return wrong or ("" if isinstance(value, int) and value >= 0 else f"không được âm: {value}")


def wrong_date(value: object) -> str:
    """Why a value is no day."""
    try:
        read_day(str(value))
    except TermFault:
        return f"phải là ngày NNNN-TT-NN, không phải {value!r}"
    return ""


def wrong_points(value: object) -> str:
    """Why a value is no pair of a sum in hundredths of a point and a number of slips."""
    if not isinstance(value, Mapping) or set(value) != {"sum", "slips"}:
        return 'phải là {"sum": …, "slips": …}: tổng theo phần trăm điểm và số phiếu'
    return wrong_count(value["sum"]) or wrong_count(value["slips"])


WRONG = {"bool": wrong_bool, "int": wrong_int, "count": wrong_count, "date": wrong_date, "points": wrong_points}


def bound(book: Rulebook, subject: Subject, *, row: Row) -> list[Any]:
    """The values the database is given for a checked row, in the order of the columns."""
    values: list[Any] = [row["subject"], *(row[group] for group in subject.groups)]
    for fact in subject.facts:
        values += _bound_fact(book, fact, row[fact.key])
    if subject.children:
        values += [row[count.key] for count in subject.children.counts]
    return values


def _bound_fact(book: Rulebook, fact: Fact, value: Any) -> list[Any]:
    """One fact as the database holds it: a level as its rank, a day as a number, points as a pair."""
    if fact.type == "points":
        return [value["sum"], value["slips"]] if value is not None else [None, None]
    if value is None:
        return [None]
    if fact.type == "level":
        return [book.subjects.scale(fact.scale or "").rank(value)]
    return [day_number(read_day(value))] if fact.type == "date" else [value]


def facts_sha(row: Row) -> str:
    """The fingerprint of a checked row."""
    return fingerprint(canonical(row))


def facts_schema(book: Rulebook, subject: str) -> dict[str, Any]:
    """The JSON Schema of one row of facts of a subject.

    Raises: KeyError for an unknown subject.
    """
    kind = book.subjects.subject(subject)
    text = {"type": "string", "minLength": 1}
    properties: dict[str, Any] = {"subject": {"title": kind.text, **text}}
    properties |= {group: {"title": f"Nhóm: {group}", **text} for group in kind.groups}
    for fact in kind.facts:
        properties[fact.key] = {"title": fact.text, "description": fact.clause, **fact_schema(book, fact)}
    if kind.children:
        for count in kind.children.counts:
            properties[count.key] = {"title": count.text, "description": count.clause, **COUNT}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{book.code}: {kind.text}",
        "type": "object",
        "additionalProperties": False,
        "required": ["subject", *kind.groups],
        "properties": properties,
    }


COUNT = {"type": ["integer", "null"], "minimum": 0, "maximum": MOST}
PAIR = {"sum": {"type": "integer", "minimum": 0}, "slips": {"type": "integer", "minimum": 0}}
SCHEMAS: Mapping[str, dict[str, Any]] = {
    "bool": {"type": ["boolean", "null"]},
    "int": {"type": ["integer", "null"], "minimum": -MOST, "maximum": MOST},
    "count": COUNT,
    "date": {"type": ["string", "null"], "format": "date"},
    "points": {
        "type": ["object", "null"],
        "additionalProperties": False,
        "required": ["sum", "slips"],
        "properties": PAIR,
    },
}


def fact_schema(book: Rulebook, fact: Fact) -> dict[str, Any]:
    """The JSON Schema of one fact; every fact may be unknown."""
    if fact.type == "level":
        return {"enum": [*book.subjects.scale(fact.scale or "").codes, None]}
    return SCHEMAS[fact.type]


def shown(fact: str, row: Row) -> Any:
    """The value of a fact or of one side of a pair, as the row has it."""
    for tail, side in ((SUM, "sum"), (SLIPS, "slips")):
        if fact.endswith(tail):
            pair = row[fact.removesuffix(tail)]
            return None if pair is None else pair[side]
    return row[fact]

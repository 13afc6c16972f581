"""Facts from a file or a folder: one JSON by kind of subject, or one table (CSV, Parquet, JSON) per kind."""

import datetime
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Fact, Subject

Rows = dict[str, list[dict[str, Any]]]


class UnreadableFacts(Exception):  # noqa: N818 - a fault of the file, not of the program
    """A file of facts that cannot be read; the sentence says why."""


def facts_from(place: Path, *, book: Rulebook) -> Rows:
    """The rows of facts by kind of subject.

    Raises: UnreadableFacts.
    """
    kinds = {subject.key: subject for subject in book.subjects.subjects}
    if place.is_dir():
        return facts_of_folder(place, kinds)
    if not place.is_file():
        raise UnreadableFacts(f"Không có tệp hay thư mục “{place}”.")
    content = json_of(place)
    if not isinstance(content, dict):
        raise UnreadableFacts(f"{place.name}: cần một bảng loại đối tượng → danh sách dòng.")
    for kind, rows in content.items():
        known(kind, kinds, place.name)
        rows_of(rows, f"{place.name}, mục {kind}")
    return content


def facts_of_folder(folder: Path, kinds: Mapping[str, Subject]) -> Rows:
    """The rows of every table of a folder, named after its kind of subject."""
    found: Rows = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in READERS:
            known(path.stem, kinds, path.name)
            if path.stem in found:
                raise UnreadableFacts(f"{path.name}: loại đối tượng này đã có ở tệp khác.")
            found[path.stem] = READERS[path.suffix](path, kinds[path.stem])
    if not found:
        raise UnreadableFacts(f"Thư mục “{folder}” không có tệp .json, .csv hay .parquet nào.")
    return found


def known(kind: str, kinds: Mapping[str, Subject], place: str) -> None:
    """The kind is one of the rulebook's.

    Raises: UnreadableFacts.
    """
    if kind not in kinds:
        raise UnreadableFacts(f"{place}: không có loại đối tượng “{kind}”. Có: {', '.join(kinds)}.")


def json_of(path: Path) -> Any:
    """The content of a JSON file.

    Raises: UnreadableFacts.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFacts(f"{path.name}: không phải JSON ({error}).") from None


def rows_of(rows: Any, place: str) -> list[dict[str, Any]]:
    """The value as a list of rows.

    Raises: UnreadableFacts.
    """
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableFacts(f"{place}: cần một danh sách các dòng.")
    return rows


def json_rows(path: Path, subject: Subject) -> list[dict[str, Any]]:
    """The rows of a JSON list."""
    return rows_of(json_of(path), path.name)


def csv_rows(path: Path, subject: Subject) -> list[dict[str, Any]]:
    """The rows of a CSV table; an empty cell is unknown, everything else is read by the type of its fact."""
    quoted = str(path).replace("'", "''")
    lines = table(path, f"SELECT * FROM read_csv('{quoted}', all_varchar=true, header=true)")
    facts = {fact.key: fact for fact in subject.facts}
    counts = {count.key for count in subject.children.counts} if subject.children else set()
    names = {*facts, *pair_columns(subject), *counts}
    return [paired(subject, {name: typed(name, value, names, facts) for name, value in line.items()}) for line in lines]


def parquet_rows(path: Path, subject: Subject) -> list[dict[str, Any]]:
    """The rows of a Parquet table."""
    quoted = str(path).replace("'", "''")
    lines = table(path, f"SELECT * FROM read_parquet('{quoted}')")
    return [paired(subject, {name: plain(value) for name, value in line.items()}) for line in lines]


def table(path: Path, statement: str) -> list[dict[str, Any]]:
    """The lines of a table read by the statement.

    Raises: UnreadableFacts.
    """
    try:
        result = duckdb.connect().execute(statement)
    except duckdb.Error as error:
        raise UnreadableFacts(f"{path.name}: không đọc được bảng ({str(error).splitlines()[0]}).") from None
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, line, strict=True)) for line in result.fetchall()]


def pair_columns(subject: Subject) -> set[str]:
    """The two columns in which a table holds points."""
    return {f"{fact.key}_{side}" for fact in subject.facts if fact.type == "points" for side in ("sum", "slips")}


def paired(subject: Subject, row: dict[str, Any]) -> dict[str, Any]:
    """The row with the two columns of points as one pair."""
    for fact in subject.facts:
        if fact.type == "points" and {f"{fact.key}_sum", f"{fact.key}_slips"} <= set(row):
            pair = {side: row.pop(f"{fact.key}_{side}") for side in ("sum", "slips")}
            row[fact.key] = None if None in pair.values() else pair
    return row


def typed(name: str, text: str | None, names: set[str], facts: Mapping[str, Fact]) -> Any:
    """The value a cell's text stands for; text that stands for nothing stays as it is, for the judge to refuse."""
    if text is None or text == "" or name not in names:
        return text or None
    kind = facts[name].type if name in facts else "count"
    if kind == "bool":
        return {"true": True, "1": True, "false": False, "0": False}.get(text.lower(), text)
    if kind in ("level", "date"):
        return text
    return int(text) if text.removeprefix("-").isdigit() else text


def plain(value: Any) -> Any:
    """A value of a table as JSON has it."""
    return value.isoformat()[:10] if isinstance(value, datetime.date) else value


READERS: Mapping[str, Callable[[Path, Subject], list[dict[str, Any]]]] = {
    ".json": json_rows,
    ".csv": csv_rows,
    ".parquet": parquet_rows,
}

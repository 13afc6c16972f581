"""Knock-out: each entry of a rulebook is removed or shifted in memory, one at a time.

A test naming its row, or a question it depends on, must then fail.

`python -m tests.clauses.knockout CODE [--only FILE] [--first N]` prints every entry whose tests still pass, and the
rows that are debt because no test of theirs notices any change of any of their entries.
"""

import argparse
import copy
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from kiemdiem.core.law import loader
from kiemdiem.core.law.checks import checked
from kiemdiem.core.law.lined import LinedList, LinedMap
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.settle import mentioned
from kiemdiem.rulebooks import shelf

SHIFTED = ("at_least", "below", "percent", "most", "points", "marks", "days", "total", "lead", "count")
DATED = ("from_on", "until_on", "due_on", "issued_on")
FRACTIONS = {"1/2": "2/3", "2/3": "1/2", "100%": "80%"}


@dataclass(frozen=True)
class Blow:
    """One change of a rulebook: where it strikes, what it does, the rulebook after it (none: it no longer loads)."""

    file: str
    entry: str
    rows: tuple[str, ...]
    questions: tuple[str, ...]
    what: str
    book: Rulebook | None


def entries_in(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], LinedMap]]:
    """Every entry (it has key and clause) with the path to it, the outer before the inner."""
    if isinstance(value, LinedMap):
        if "key" in value and "clause" in value:
            yield path, value
        for name, item in value.items():
            yield from entries_in(item, (*path, name))
    elif isinstance(value, LinedList):
        for place, item in enumerate(value):
            yield from entries_in(item, (*path, place))


def without(content: LinedMap, path: tuple[str | int, ...]) -> LinedMap | None:
    """The content without the entry at the path; nothing when it cannot be taken out of where it stands."""
    changed = copy.deepcopy(content)
    parent: Any = changed
    for step in path[:-1]:
        parent = parent[step]
    if isinstance(parent, LinedList):
        del parent[path[-1]], parent.lines[int(path[-1])]
        return changed
    if isinstance(parent, LinedMap) and path[-1] == "condition" and len(path) > 2:
        return without(content, path[:-1])
    return None


def shifted(content: LinedMap, path: tuple[str | int, ...]) -> LinedMap | None:
    """The content with the first number, fraction or sign of the entry at the path moved by one step."""
    changed = copy.deepcopy(content)
    entry: Any = changed
    for step in path:
        entry = entry[step]
    for name, value in entry.items():
        moved = moved_value(name, value)
        if moved is not None:
            entry[name] = moved
            return changed
    return None


def moved_value(name: str, value: Any) -> Any:
    """The value one step on; nothing for a value that is no mark."""
    if name in SHIFTED and isinstance(value, int) and not isinstance(value, bool):
        return value + 1 if value < 100 else value - 1
    if isinstance(value, str) and value in FRACTIONS:
        return FRACTIONS[value]
    if name == "when" and isinstance(value, str):
        return f"NOT ({value})"
    if name in DATED and isinstance(value, str):
        return value[:-1] + str((int(value[-1]) + 1) % 10)
    return None


def blows(code: str, only: str | None) -> Iterator[Blow]:
    """Every change worth trying, in the order of the files."""
    book = shelf.rulebook(code)
    for file in sorted(book.folder):
        if file == "interpretations.yaml" or (only and file != only):
            continue
        for path, entry in entries_in(book.folder[file]):
            for what, change in (("removed", without), ("shifted", shifted)):
                content = change(book.folder[file], path)
                if content is not None and entry.get("rows"):
                    rows, questions = tuple(entry["rows"]), mentioned(entry)[0]
                    yield Blow(file, entry["key"], rows, questions, what, struck(book, file, content))


def struck(book: Rulebook, file: str, content: LinedMap) -> Rulebook | None:
    """The rulebook with one file's content changed."""
    try:
        found = loader.build(book.folder.replaced(file, content), rows=book.rows, readings={}, gaps={})
    except RulebookProblems:
        return None
    return None if checked(found) else found


class Knockout:
    """Collects the clause tests once and runs those of a row under every blow against it."""

    def __init__(self, code: str, only: str | None, first: int | None):
        self.code, self.only, self.first = code, only, first
        self.survived: list[Blow] = []
        self.tried = 0
        self.noticed: dict[str, bool] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of running the suite once, strikes and runs what each blow concerns."""
        sound = shelf.rulebook
        named: dict[str, list[pytest.Item]] = {}
        for item in session.items:
            for mark in (*item.iter_markers("clause"), *item.iter_markers("reading")):
                for name in mark.args:
                    named.setdefault(name, []).append(item)
        for blow in blows(self.code, self.only):
            if self.first is not None and self.tried >= self.first:
                break
            self.strike(blow, [item for name in (*blow.rows, *blow.questions) for item in named.get(name, [])], sound)
        return True

    def strike(self, blow: Blow, items: list[pytest.Item], sound: Any) -> None:
        """One blow; a rulebook that no longer loads has been noticed by the loader."""
        self.tried += 1
        failed = blow.book is None
        if blow.book is not None:
            shelf.rulebook = lambda code: blow.book if code == self.code else sound(code)
            try:
                failed = any(fails(item) for item in dict.fromkeys(items))
            finally:
                shelf.rulebook = sound
        for row in blow.rows:
            self.noticed[row] = self.noticed.get(row, False) or failed
        if not failed:
            self.survived.append(blow)


def fails(item: pytest.Item) -> bool:
    """Whether the test fails now, with fresh fixtures."""
    item._initrequest()  # type: ignore[attr-defined] - the way reruns make fixtures anew
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def knock_out(code: str, *, only: str | None = None, first: int | None = None) -> Knockout:
    """The result of striking a rulebook's entries."""
    plugin = Knockout(code, only, first)
    pytest.main([f"tests/clauses/{code}", "-q", "-p", "no:cacheprovider", "--no-header"], plugins=[plugin])
    return plugin


def main() -> int:
    """Prints what survived; 1 when a row is debt."""
    parser = argparse.ArgumentParser()
    parser.add_argument("code")
    parser.add_argument("--only")
    parser.add_argument("--first", type=int)
    asked = parser.parse_args()
    found = knock_out(asked.code, only=asked.only, first=asked.first)
    for blow in found.survived:
        sys.stdout.write(f"survived: {blow.file} {blow.entry} {blow.what} {', '.join(blow.rows)}\n")
    attested = set(shelf.catalogue(asked.code).ids("SOFT")) | set(shelf.catalogue(asked.code).ids("EXT"))
    debt = sorted(row for row, noticed in found.noticed.items() if not noticed and row not in attested)
    sys.stdout.write("".join(f"debt: {row}\n" for row in debt))
    sys.stdout.write(f"{found.tried} blows, {len(found.survived)} survived, {len(debt)} rows are debt\n")
    return 1 if debt else 0


if __name__ == "__main__":
    sys.exit(main())

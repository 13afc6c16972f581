"""A rulebook in the order of its source: chapters of clauses, each with everything the rulebook says of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kiemdiem.core.law.catalogue import Row
from kiemdiem.core.law.outline import Placed

OTHER = "khac"
DEPTH = 2  # of clause numbers that make one chapter: II.1.3.a stands in the chapter II.1
LONG = 40  # entries; a chapter with more is cut once more


@dataclass(frozen=True)
class Clause:
    """One clause of the source by its number, the rows the catalogue finds in it, and what the rulebook says of it."""

    path: str
    rows: tuple[Row, ...]
    placed: tuple[Placed, ...]


@dataclass(frozen=True)
class Chapter:
    """Some clauses that belong together. `number` as the source numbers it; `key` is what an address holds."""

    key: str
    number: str
    clauses: tuple[Clause, ...]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Everything the rulebook says in the chapter, in order."""
        return tuple(one for clause in self.clauses for one in clause.placed)


def path_of(row: Row) -> str:
    """The number of the clause a row was found in, without its lines."""
    return row.clause.split(" ·")[0].strip()


def chapters(placed: Iterable[Placed], rows: Mapping[str, Row]) -> tuple[Chapter, ...]:
    """The chapters in the order of the source; what belongs to no clause of it comes last."""
    paths = {row.id: path_of(row) for row in rows.values()}
    order = {row: number for number, row in enumerate(rows)}
    told: dict[str, list[Placed]] = {path: [] for path in (*paths.values(), OTHER)}
    for one in placed:
        first = min((order[row], row) for row in own)[1] if (own := order.keys() & set(one.entry.rows)) else ""
        clause = re.split(r"[;,]", one.entry.clause)[0].strip()
        told[paths.get(first) or (clause if clause in told else OTHER)].append(one)
    if not told[OTHER]:
        del told[OTHER]
    clauses = [
        Clause(path, tuple(row for row in rows.values() if paths[row.id] == path), tuple(entries))
        for path, entries in told.items()
    ]
    return tuple(gathered(clauses, depth=DEPTH))


def gathered(clauses: Sequence[Clause], *, depth: int) -> Iterator[Chapter]:
    """Clauses with the same beginning of their numbers as one chapter; a long one is cut by the next number."""
    for number, found in groupby(clauses, lambda clause: ".".join(clause.path.split(".")[:depth])):
        chapter = Chapter(key_of(number), number, tuple(found))
        if len(chapter.placed) > LONG and len(chapter.clauses) > 1:
            yield from gathered(chapter.clauses, depth=depth + 1)
        else:
            yield chapter


def key_of(number: str) -> str:
    """The number as an address holds it."""
    return re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-") or OTHER

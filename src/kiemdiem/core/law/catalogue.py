"""The catalogue of requirements of one source document: every row, its type, its flags."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One requirement. `questions`: the numbers of the open questions its formalisation names."""

    id: str
    clause: str
    type: str
    flags: tuple[str, ...]
    questions: tuple[str, ...]
    requirement: str


@dataclass(frozen=True)
class Catalogue:
    """All rows of a source document by their id, in the order of the document."""

    rows: Mapping[str, Row]

    def __contains__(self, row: object) -> bool:
        return row in self.rows

    def ids(self, flag: str = "") -> tuple[str, ...]:
        """The ids of all rows, or of those with a flag."""
        return tuple(row.id for row in self.rows.values() if not flag or flag in row.flags)


HEADER = ("id", "clause", "type", "flags", "interpretations", "requirement")


def read_catalogue(text: str) -> Catalogue:
    """The catalogue from its table: tab-separated, one row a line, under the header.

    Raises: ValueError when the header or a line does not have these columns, or an id stands twice.
    """
    lines = text.rstrip("\n").split("\n")
    if tuple(lines[0].split("\t")) != HEADER:
        raise ValueError("the catalogue's first line must be: " + " ".join(HEADER))
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(HEADER) or cells[0] in rows:
            raise ValueError(f"line {number} of the catalogue has {len(cells)} columns or repeats an id")
        rows[cells[0]] = Row(cells[0], cells[1], cells[2], tuple(cells[3].split()), tuple(cells[4].split()), cells[5])
    return Catalogue(rows)

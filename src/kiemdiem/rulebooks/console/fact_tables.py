"""Rows of facts written down as the tables of a country are: one Parquet file per kind of subject."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from kiemdiem.core.judge.table_checks import file_columns
from kiemdiem.core.law.sections.subjects import Subject

TYPES = {"bool": "BOOLEAN", "text": "VARCHAR", "level": "VARCHAR", "date": "DATE"}


def create(subject: Subject, table: str) -> str:
    """The statement that makes an empty table of facts."""
    written = ", ".join(f"{name} {TYPES.get(kind, 'BIGINT')}" for name, kind in file_columns(subject).items())
    return f"CREATE TABLE {table} ({written})"


def line(subject: Subject, row: Mapping[str, Any]) -> list[Any]:
    """A row as its table holds it: points as two columns."""
    flat = dict(row)
    for name, value in row.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}_{side}": figure for side, figure in value.items()}
    return [flat.get(name) for name in file_columns(subject)]


def write(subject: Subject, rows: Sequence[Mapping[str, Any]], *, place: Path) -> None:
    """The rows stand in a Parquet file."""
    with duckdb.connect() as opened:
        opened.execute(create(subject, "facts"))
        marks = ", ".join("?" * len(file_columns(subject)))
        opened.executemany(f"INSERT INTO facts VALUES ({marks})", [line(subject, row) for row in rows])
        opened.execute("COPY facts TO '{}' (FORMAT parquet)".format(str(place).replace("'", "''")))

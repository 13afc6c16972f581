"""The databases the judge can be asked on from the console."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import duckdb

from kiemdiem.core.judge.cursor import Cursor
from kiemdiem.core.judge.statements import Dialect
from kiemdiem.rulebooks import engine

NAMES: tuple[Dialect, ...] = ("sqlite", "duckdb", "postgres", "spark")
OF_TABLES: tuple[Dialect, ...] = ("duckdb", "spark")


class NoEngine(Exception):  # noqa: N818 - a fact about the machine, not a fault of the program
    """A database that this machine does not have; the sentence says what to do."""


@contextmanager
def cursor_on(name: Dialect) -> Iterator[Cursor]:
    """A cursor on an empty database of that kind; for PostgreSQL, on the installation's own.

    Raises: NoEngine.
    """
    if name == "sqlite":
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            yield memory.cursor()
    elif name == "duckdb":
        with closing(duckdb.connect()) as batch:
            yield batch.cursor()
    elif name == "postgres" and engine.dialect() == "postgres":
        with engine.cursor() as own:
            yield own
    else:
        raise NoEngine(f"Máy này không có “{name}”; với PostgreSQL hãy đặt KIEMDIEM_DATABASE.")

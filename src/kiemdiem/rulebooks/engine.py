"""The judge on the application's own database."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from django.db import connection

from kiemdiem.core.judge.cursor import Cursor
from kiemdiem.core.judge.statements import Dialect

DIALECTS: dict[str, Dialect] = {"sqlite": "sqlite", "postgresql": "postgres"}


class Prepared:
    """A PostgreSQL cursor that lets the server plan a statement of the judge once and keep the plan.

    Planning costs more than the answer for one person. The framework turns preparing off for its own statements;
    the judge's are few and long, so it is turned on for them alone.
    """

    def __init__(self, cursor: Any):
        self.cursor = cursor

    def execute(self, operation: str, parameters: Sequence[Any] = (), /) -> object:
        """Runs a statement with bound values."""
        before = self.cursor.connection.prepare_threshold
        self.cursor.connection.prepare_threshold = 1
        try:
            return self.cursor.execute(operation, parameters, prepare=True)
        finally:
            self.cursor.connection.prepare_threshold = before

    def fetchall(self) -> list[Any]:
        """The rows of the last statement."""
        rows: list[Any] = self.cursor.fetchall()
        return rows


def dialect() -> Dialect:
    """The kind of the application's database."""
    return DIALECTS[connection.vendor]


@contextmanager
def cursor() -> Iterator[Cursor]:
    """A cursor of the driver itself, inside the transaction that is open, if one is; closed again.

    The framework's own cursor rewrites statements and keeps a log of them; the judge's are printed for the driver.
    """
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        with server_cursor(connection.connection) as driver:
            yield Prepared(driver)
    else:
        with closing(connection.connection.cursor()) as driver:
            yield driver


def server_cursor(opened: Any) -> Any:
    """A cursor whose values are bound by the server; the framework's own writes them into the statement."""
    from psycopg import Cursor as ServerCursor  # noqa: PLC0415 - optional dependency

    return ServerCursor(opened)

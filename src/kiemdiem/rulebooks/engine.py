"""The judge on the application's own database."""

from django.db import connection

from kiemdiem.core.judge.cursor import Cursor
from kiemdiem.core.judge.statements import Dialect

DIALECTS: dict[str, Dialect] = {"sqlite": "sqlite", "postgresql": "postgres"}


def dialect() -> Dialect:
    """The kind of the application's database."""
    return DIALECTS[connection.vendor]


def cursor() -> Cursor:
    """A cursor of the driver itself, inside the transaction that is open, if one is.

    The framework's own cursor rewrites statements and keeps a log of them; the judge's are printed for the driver.
    """
    connection.ensure_connection()
    found: Cursor = connection.connection.cursor()
    return found

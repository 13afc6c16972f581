"""What the judge needs of a database."""

from collections.abc import Sequence
from typing import Any, Protocol


class Cursor(Protocol):
    """A database cursor; the driver's own, not one that rewrites statements."""

    def execute(self, operation: str, parameters: Sequence[Any] = ..., /) -> object:
        """Runs a statement with bound values."""

    def fetchall(self) -> list[Any]:
        """The rows of the last statement."""

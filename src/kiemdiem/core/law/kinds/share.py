"""A share of a number of people or units."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import model_validator
from sqlglot import exp

from kiemdiem.core.law.kinds.condition import Condition, Fraction, exceeds, whole
from kiemdiem.core.law.terms import Scope


class Share(Condition):
    """True when the part is more than (or at least) a fraction of the whole; unknown when the whole is nothing."""

    kind: Literal["share"]
    count: str
    of: str
    more_than: Fraction | None = None
    at_least: Fraction | None = None

    @model_validator(mode="after")
    def one_measure(self) -> "Share":
        """A share is measured in exactly one way.

        Raises: ValueError when it is not.
        """
        if bool(self.more_than) == bool(self.at_least):
            raise ValueError("phải có đúng một mức tỷ lệ → viết một trong more_than, at_least")
        return self

    def core(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """The comparison in whole numbers."""
        part, base = scope.number(self.count), scope.number(self.of)
        fraction = self.more_than or self.at_least or ""
        return exceeds(part.tree, base.tree, fraction=fraction, strictly=bool(self.more_than)), part.facts + base.facts

    def figures(self, values: Mapping[str, Any]) -> str:
        """The part of the whole."""
        part, base = whole(values, self.count), whole(values, self.of)
        return "" if part is None or base is None else f"{part}/{base}"


EXAMPLE = {"kind": "share", "count": "done", "of": "graded", "at_least": "80%"}
FACTS = {"done": "int", "graded": "int"}
MET = {"done": 4, "graded": 5}
NOT_MET = {"done": 3, "graded": 5}

"""A counted vote: enough of the voters in favour, or more than for any other option."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import model_validator
from sqlglot import exp

from kiemdiem.core.law.kinds.condition import Condition, Fraction, exceeds, parts_of, whole
from kiemdiem.core.law.terms import Scope


class Votes(Condition):
    """True when the votes are more than (or at least) a fraction of a number, or outnumber each other option."""

    kind: Literal["votes"]
    count: str
    of: str = ""
    more_than: Fraction | None = None
    at_least: Fraction | None = None
    more_than_each_of: tuple[str, ...] = ()

    @model_validator(mode="after")
    def one_measure(self) -> "Votes":
        """A vote is measured in exactly one way.

        Raises: ValueError when it is not.
        """
        if sum(map(bool, (self.more_than, self.at_least, self.more_than_each_of))) != 1:
            raise ValueError("phải có đúng một mức phiếu → viết một trong more_than, at_least, more_than_each_of")
        if not self.more_than_each_of and not self.of:
            raise ValueError("thiếu 'of': số người làm mẫu số → thêm dòng of: …")
        return self

    def core(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """The comparison in whole numbers."""
        part = scope.number(self.count)
        if self.more_than_each_of:
            others = [scope.number(other) for other in self.more_than_each_of]
            above = [exp.GT(this=exp.paren(part.tree), expression=exp.paren(other.tree)) for other in others]
            return exp.and_(*above), part.facts + tuple(fact for other in others for fact in other.facts)
        base = scope.number(self.of)
        fraction = self.more_than or self.at_least or ""
        return exceeds(part.tree, base.tree, fraction=fraction, strictly=bool(self.more_than)), part.facts + base.facts

    def figures(self, values: Mapping[str, Any]) -> str:
        """Votes cast of the number they are measured by, and how many were needed."""
        base = whole(values, self.of)
        cast = [whole(values, name.strip()) for name in self.count.split("+")]
        if any(votes is None for votes in cast):
            return ""
        total = sum(votes or 0 for votes in cast)
        if base is None or self.more_than_each_of:
            return f"{total} phiếu"
        return f"{total}/{base} phiếu, cần từ {self.needed(base)} phiếu"

    def needed(self, base: int) -> int:
        """The smallest number of votes that suffices."""
        numerator, denominator = parts_of(self.more_than or self.at_least or "1/1")
        return base * numerator // denominator + 1 if self.more_than else -(-base * numerator // denominator)

    @property
    def is_vote(self) -> bool:
        """A counted vote gives the voted grade."""
        return True


EXAMPLE = {"kind": "votes", "count": "in_favour", "of": "enrolled", "more_than": "2/3"}
FACTS = {"in_favour": "int", "enrolled": "int"}
MET = {"in_favour": 15, "enrolled": 21}
NOT_MET = {"in_favour": 14, "enrolled": 21}

"""Points at or above, or below, a mark; the mean of score slips is a pair and is never divided."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import NonNegativeInt, model_validator
from sqlglot import exp

from kiemdiem.core import decimals
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.terms import Scope, TermFault

SUM, SLIPS = "__sum", "__slips"


class Points(Condition):
    """True when the points stand in the range; `at_least` and `below` are whole points as the law prints them."""

    kind: Literal["points"]
    of: str
    at_least: NonNegativeInt | None = None
    below: NonNegativeInt | None = None

    @model_validator(mode="after")
    def some_mark(self) -> "Points":
        """There is a mark, and the range is not empty.

        Raises: ValueError when there is none or it is.
        """
        if self.at_least is None and self.below is None:
            raise ValueError("thiếu mốc điểm → viết at_least hoặc below")
        if self.at_least is not None and self.below is not None and self.at_least >= self.below:
            raise ValueError("khoảng điểm rỗng → viết at_least nhỏ hơn below")
        return self

    def core(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """`sum >= mark * 100 * slips`; the sum is kept in hundredths of a point."""
        if scope.types.get(self.of) != "points":
            raise TermFault(f"'{self.of}' không phải dữ kiện kiểu points", "chọn một dữ kiện kiểu points")
        total, slips = exp.column(self.of + SUM), exp.column(self.of + SLIPS)
        sides: list[exp.Expr] = []
        if self.at_least is not None:
            sides.append(exp.GTE(this=total, expression=times(slips, self.at_least)))
        if self.below is not None:
            sides.append(exp.LT(this=total.copy(), expression=times(slips.copy(), self.below)))
        return exp.and_(*sides), (self.of,)

    def figures(self, values: Mapping[str, Any]) -> str:
        """The mean, cut to two decimals and never rounded up."""
        pair = values.get(self.of)
        if not isinstance(pair, Mapping) or not pair.get("slips"):
            return ""
        return f"{decimals.mean(int(pair['sum']), slips=int(pair['slips']))} điểm, {pair['slips']} phiếu"


def times(slips: exp.Expr, mark: int) -> exp.Expr:
    """The mark in hundredths, for all slips together."""
    return exp.Mul(this=slips, expression=exp.Literal.number(mark * 100))


EXAMPLE = {"kind": "points", "of": "score", "at_least": 90}
FACTS = {"score": "points"}
MET = {"score": {"sum": 27000, "slips": 3}}
NOT_MET = {"score": {"sum": 26999, "slips": 3}}

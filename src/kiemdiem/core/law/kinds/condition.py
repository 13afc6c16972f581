"""What all kinds of condition share, and the fraction in which shares are written."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from sqlglot import exp

from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.terms import Scope


def as_fraction(value: object) -> object:
    """A fraction above 0 and up to 1 as it is written: `2/3` or `80%`.

    Raises: ValueError when it is no such fraction.
    """
    text = str(value)
    numerator, denominator = parts_of(text)
    if not 0 < numerator <= denominator:
        raise ValueError(f"'{text}' phải lớn hơn 0 và không quá 1 (100%) → viết 2/3 hoặc 80%")
    return text


def parts_of(text: str) -> tuple[int, int]:
    """Numerator and denominator of a written fraction."""
    if text.endswith("%") and text[:-1].isdigit():
        return int(text[:-1]), 100
    numerator, _, denominator = text.partition("/")
    if not (numerator.isdigit() and denominator.isdigit() and int(denominator)):
        raise ValueError(f"'{text}' không phải phân số → viết 2/3 hoặc 80%")
    return int(numerator), int(denominator)


Fraction = Annotated[str, BeforeValidator(as_fraction), StringConstraints(pattern=r"^\d+(/\d+|%)$")]


class Condition(Entry):
    """A condition with optional guards.

    `given`: asked of those only for whom it is true (a requirement is met by all others).
    `own`: asked for its own grade only, not of the better grades that include this one.
    `only_if`: must hold together with the condition (a fault or an exclusion counts only then).
    """

    given: str | None = None
    only_if: str | None = None
    own: bool = False

    def core(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """The bare condition as a tree, and the facts it reads."""
        raise NotImplementedError

    def tree(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """The condition with its guards as a tree, and the facts it reads."""
        tree, facts = self.core(scope)
        tree = exp.paren(tree)
        if self.only_if:
            also = scope.truth(self.only_if)
            tree, facts = exp.paren(exp.and_(exp.paren(also.tree), tree)), also.facts + facts
        if self.given:
            guard = scope.truth(self.given)
            tree = exp.paren(exp.or_(exp.Not(this=exp.paren(guard.tree)), tree))
            facts = guard.facts + facts
        return tree, tuple(dict.fromkeys(facts))

    def parts(self) -> tuple["Condition", ...]:
        """The conditions inside this one; none for a plain one."""
        return ()

    def figures(self, values: Mapping[str, Any]) -> str:
        """What the numbers say, in a short Vietnamese phrase; empty when the text says it all."""
        return ""

    @property
    def is_vote(self) -> bool:
        """Whether the condition is a counted vote."""
        return False


def whole(values: Mapping[str, Any], name: str) -> int | None:
    """A number among the values, if it is there."""
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def exceeds(part: exp.Expr, base: exp.Expr, *, fraction: str, strictly: bool) -> exp.Expr:
    """Whether part / base is above (or at least) the fraction, in whole numbers; unknown when the base is nothing."""
    numerator, denominator = parts_of(fraction)
    left = exp.Mul(this=exp.paren(part), expression=exp.Literal.number(denominator))
    right = exp.Mul(this=exp.paren(base.copy()), expression=exp.Literal.number(numerator))
    compared: exp.Expr = exp.GT(this=left, expression=right) if strictly else exp.GTE(this=left, expression=right)
    positive = exp.GT(this=exp.paren(base.copy()), expression=exp.Literal.number(0))
    return exp.Case(ifs=[exp.If(this=positive, true=compared)])

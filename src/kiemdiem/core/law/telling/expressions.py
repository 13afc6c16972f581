"""A short expression over facts as a Vietnamese phrase: each fact by its own wording, each level by its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.scales import Scale

OF_LEVELS: Mapping[type[exp.Expr], str] = {
    exp.EQ: "ở mức {}",
    exp.NEQ: "khác mức {}",
    exp.GT: "trên mức {}",
    exp.GTE: "từ mức {} trở lên",
    exp.LT: "dưới mức {}",
    exp.LTE: "từ mức {} trở xuống",
}
OF_NUMBERS: Mapping[type[exp.Expr], str] = {
    exp.EQ: "bằng {}",
    exp.NEQ: "khác {}",
    exp.GT: "lớn hơn {}",
    exp.GTE: "từ {} trở lên",
    exp.LT: "nhỏ hơn {}",
    exp.LTE: "không quá {}",
}
SIGNS: Mapping[type[exp.Expr], str] = {exp.Add: "+", exp.Sub: "−", exp.Mul: "×"}
TURNED: Mapping[type[exp.Expr], type[exp.Expr]] = {
    exp.GT: exp.LT,
    exp.GTE: exp.LTE,
    exp.LT: exp.GT,
    exp.LTE: exp.GTE,
}


@dataclass(frozen=True)
class Spoken:
    """What the facts of one subject are called, and the scale of those that are a level."""

    names: Mapping[str, str]
    scales: Mapping[str, Scale]

    def fact(self, key: str) -> str:
        """The fact in its own words."""
        return f"“{self.names[key]}”" if key in self.names else f"“{key}”"

    def phrase(self, text: str) -> str:
        """The expression in words; as it is written when it cannot be read."""
        try:
            return self.said(sqlglot.parse_one(text, read="duckdb"))
        except SqlglotError:
            return text

    def said(self, node: exp.Expr) -> str:
        """One node of an expression in words."""
        teller = next((tell for kinds, tell in TELLERS if isinstance(node, kinds)), None)
        return teller(self, node) if teller else node.sql()

    def compared(self, node: exp.Expr) -> str:
        """Two sides of a comparison; the fact stands first."""
        left, right, sign = node.this, node.expression, type(node)
        if self.level_of(left, right) is None and self.level_of(right, left) is not None:
            left, right, sign = right, left, TURNED.get(sign, sign)
        name = self.level_of(left, right)
        if name is not None:
            return f"{self.said(left)} {OF_LEVELS[sign].format(name)}"
        return f"{self.said(left)} {OF_NUMBERS[sign].format(self.said(right))}"

    def level_of(self, fact: exp.Expr, code: exp.Expr) -> str | None:
        """The name of a level compared with a fact on a scale; nothing for other pairs."""
        scale = self.scales.get(fact.name) if isinstance(fact, exp.Column) else None
        if scale is None or not isinstance(code, exp.Column) or code.name not in scale.codes:
            return None
        return scale.name(code.name)

    def joined(self, node: exp.Expr, word: str, *, other: type[exp.Expr]) -> str:
        """Both sides of AND or OR; the other of the two stands in brackets."""
        sides = [node.this.unnest(), node.expression.unnest()]
        return f" {word} ".join(
            f"({self.said(side)})" if isinstance(side, other) else self.said(side) for side in sides
        )

    def negated(self, node: exp.Expr) -> str:
        """What must not be."""
        inner = node.this.unnest()
        if isinstance(inner, exp.Is):
            return f"đã biết {self.said(inner.this)}"
        if isinstance(inner, exp.Column):
            return f"không có: {self.said(inner)}"
        return f"không phải: ({self.said(inner)})"

    def among(self, node: exp.Expr) -> str:
        """One of several levels or numbers."""
        told = [self.level_of(node.this, item) or self.said(item) for item in node.expressions]
        return f"{self.said(node.this)} là một trong: {', '.join(told)}"


def day_of(node: exp.Expr) -> str:
    """A written date as it is printed."""
    return f"{date.fromisoformat(node.this.name):%d/%m/%Y}"


Tell = Callable[[Spoken, exp.Expr], str]
TELLERS: tuple[tuple[type[exp.Expr] | tuple[type[exp.Expr], ...], Tell], ...] = (
    (exp.Paren, lambda spoken, node: spoken.said(node.this)),
    (exp.And, lambda spoken, node: spoken.joined(node, "và", other=exp.Or)),
    (exp.Or, lambda spoken, node: spoken.joined(node, "hoặc", other=exp.And)),
    (exp.Not, lambda spoken, node: spoken.negated(node)),
    (tuple(OF_LEVELS), lambda spoken, node: spoken.compared(node)),
    (
        tuple(SIGNS),
        lambda spoken, node: f"{spoken.said(node.this)} {SIGNS[type(node)]} {spoken.said(node.expression)}",
    ),
    (exp.In, lambda spoken, node: spoken.among(node)),
    (exp.Is, lambda spoken, node: f"chưa biết {spoken.said(node.this)}"),
    (
        exp.Between,
        lambda spoken, node: (
            f"{spoken.said(node.this)} từ {spoken.said(node.args['low'])} đến {spoken.said(node.args['high'])}"
        ),
    ),
    (exp.Cast, lambda spoken, node: day_of(node)),
    (exp.Column, lambda spoken, node: spoken.fact(node.name)),
)


def spoken_of(book: Rulebook, subject: str) -> Spoken:
    """What the facts of a subject, and the figures it counts from below, are called."""
    found = next((one for one in book.subjects.subjects if one.key == subject), None)
    if found is None:
        return Spoken({}, {})
    names = {fact.key: fact.text for fact in found.facts}
    if found.children:
        names |= {count.key: count.text for count in found.children.counts}
    scales = {scale.key: scale for scale in book.subjects.scales}
    return Spoken(names, {fact.key: scales[fact.scale] for fact in found.facts if fact.scale in scales})

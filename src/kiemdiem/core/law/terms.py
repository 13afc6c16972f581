"""Short expressions over declared facts: parsed, checked for names and types, and made into a tree for the database.

Whole numbers, yes/no, dates and levels of a scale only. A date is one whole number, `((year * 12 + month - 1) * 32 +
day)`, so that dates compare and months add up the same on every database.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from kiemdiem.core.scales import Scale

COMPARISONS = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE)
ARITHMETIC = (exp.Add, exp.Sub, exp.Mul)
BOOLEAN, NUMBER, DAY = "bool", "int", "date"


class TermFault(Exception):  # noqa: N818 - a fault of the text, turned into a problem by the loader
    """An expression that cannot stand; `message` says why, `hint` what to write instead."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True)
class Term:
    """A checked expression: its tree for the database, its type and the facts it reads, in the order of reading."""

    tree: exp.Expr
    type: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Scope:
    """What an expression may name: facts with their types (`bool`, `int`, `date`, `level:<scale>`) and the scales."""

    types: Mapping[str, str]
    scales: Mapping[str, Scale]
    groups: Mapping[str, tuple[str, ...]]

    def term(self, text: str, want: str) -> Term:
        """The checked expression of the wanted type.

        Raises: TermFault when it names something unknown, mixes types or uses more than the allowed signs.
        """
        try:
            tree = sqlglot.parse_one(text, read="duckdb")
        except SqlglotError:
            raise TermFault(f"không đọc được biểu thức '{text}'", "dùng AND, OR, NOT, =, <>, <, <=, >, >=") from None
        if any(node.comments for node in tree.walk()):
            raise TermFault(f"biểu thức '{text}' có chú thích, phần sau sẽ bị bỏ qua", "bỏ dấu -- hoặc /* */")
        facts: list[str] = []
        checked, found = self.checked(tree, facts)
        if found != want:
            raise TermFault(f"'{text}' là {said(found)}, cần {said(want)}", f"viết một biểu thức {said(want)}")
        return Term(checked, found, tuple(dict.fromkeys(facts)))

    def truth(self, text: str) -> Term:
        """The checked yes/no expression."""
        return self.term(text, BOOLEAN)

    def number(self, text: str) -> Term:
        """The checked whole-number expression."""
        return self.term(text, NUMBER)

    def day(self, text: str) -> Term:
        """The checked date: one fact, or a written date."""
        return self.term(text, DAY)

    def checked(self, node: exp.Expr, facts: list[str]) -> tuple[exp.Expr, str]:
        """The node with levels and dates as whole numbers, and its type; facts read are added to the list."""
        if isinstance(node, exp.Paren):
            inner, found = self.checked(node.this, facts)
            return exp.paren(inner), found
        if isinstance(node, exp.And | exp.Or):
            return type(node)(
                this=self.yes_no(node.this, facts), expression=self.yes_no(node.expression, facts)
            ), BOOLEAN
        if isinstance(node, exp.Not):
            return exp.Not(this=exp.paren(self.yes_no(node.this, facts))), BOOLEAN
        if isinstance(node, COMPARISONS):
            left, right = self.same_type(node.this, node.expression, facts)
            return type(node)(this=left, expression=right), BOOLEAN
        if isinstance(node, ARITHMETIC):
            return type(node)(this=self.whole(node.this, facts), expression=self.whole(node.expression, facts)), NUMBER
        return self.leaf(node, facts)

    def leaf(self, node: exp.Expr, facts: list[str]) -> tuple[exp.Expr, str]:
        """A fact, a literal, or one of the rarer forms (BETWEEN, IN, IS NULL, minus)."""
        if isinstance(node, exp.Column):
            return self.fact(node, facts)
        if isinstance(node, exp.Boolean):
            return node.copy(), BOOLEAN
        if isinstance(node, exp.Literal) and not node.is_string:
            return whole_literal(node), NUMBER
        if isinstance(node, exp.Cast) and isinstance(node.this, exp.Literal) and node.this.is_string:
            return exp.Literal.number(day_number(read_day(node.this.this))), DAY
        return self.rare(node, facts)

    def rare(self, node: exp.Expr, facts: list[str]) -> tuple[exp.Expr, str]:
        """BETWEEN, IN, IS NULL and a minus sign; anything else is refused."""
        if isinstance(node, exp.Between):
            low = self.checked(exp.GTE(this=node.this.copy(), expression=node.args["low"]), facts)[0]
            high = self.checked(exp.LTE(this=node.this.copy(), expression=node.args["high"]), [])[0]
            return exp.paren(exp.and_(low, high)), BOOLEAN
        if isinstance(node, exp.In) and node.expressions:
            same = [self.checked(exp.EQ(this=node.this.copy(), expression=item), facts)[0] for item in node.expressions]
            return exp.paren(exp.or_(*same)), BOOLEAN
        if isinstance(node, exp.Is) and isinstance(node.expression, exp.Null):
            return exp.Is(this=self.checked(node.this, facts)[0], expression=exp.Null()), BOOLEAN
        if isinstance(node, exp.Neg):
            return exp.Neg(this=self.whole(node.this, facts)), NUMBER
        raise TermFault(
            f"không dùng được '{node.sql()}' trong điều kiện",
            "chỉ dùng dữ kiện, số nguyên, ngày, AND OR NOT, so sánh, + - *, BETWEEN, IN, IS NULL",
        )

    def yes_no(self, node: exp.Expr, facts: list[str]) -> exp.Expr:
        """The operand of AND, OR, NOT, which must be yes/no."""
        tree, found = self.checked(node, facts)
        if found != BOOLEAN:
            raise TermFault(f"'{node.sql()}' là {said(found)}, không phải đúng/sai", "so sánh nó với một giá trị")
        return tree

    def whole(self, node: exp.Expr, facts: list[str]) -> exp.Expr:
        """The operand of arithmetic, which must be a whole number."""
        tree, found = self.checked(node, facts)
        if found != NUMBER:
            raise TermFault(
                f"'{node.sql()}' là {said(found)}, không phải số nguyên", "chỉ cộng, trừ, nhân các số nguyên"
            )
        return tree

    def same_type(self, left: exp.Expr, right: exp.Expr, facts: list[str]) -> tuple[exp.Expr, exp.Expr]:
        """Both sides of a comparison; a bare level code takes the scale of the other side."""
        if self.is_code(left) and not self.is_code(right):
            second, first = self.same_type(right, left, facts)
            return first, second
        one, found = self.checked(left, facts)
        if found.startswith("level:") and isinstance(right, exp.Column) and right.name not in self.types:
            return one, self.level(right.name, found.removeprefix("level:"))
        two, other = self.checked(right, facts)
        if found != other:
            raise TermFault(
                f"so sánh {said(found)} với {said(other)} trong '{left.sql()} … {right.sql()}'",
                "hai vế phải cùng kiểu",
            )
        return one, two

    def is_code(self, node: exp.Expr) -> bool:
        """Whether the node is a bare name that is no fact, but a level of some scale."""
        return (
            isinstance(node, exp.Column)
            and node.name not in self.types
            and any(node.name in scale.codes for scale in self.scales.values())
        )

    def level(self, code: str, scale: str) -> exp.Expr:
        """The rank of a level as a number."""
        if code not in self.scales[scale].codes:
            raise TermFault(f"thang '{scale}' không có mức '{code}'", "các mức: " + ", ".join(self.scales[scale].codes))
        return exp.Literal.number(self.scales[scale].rank(code))

    def fact(self, node: exp.Column, facts: list[str]) -> tuple[exp.Expr, str]:
        """The column of a declared fact."""
        name = node.name
        if node.table or name not in self.types:
            known = ", ".join(sorted(self.types))
            raise TermFault(f"không có dữ kiện '{node.sql()}'", f"các dữ kiện đã khai báo: {known}")
        facts.append(name)
        return exp.column(name), self.types[name]


def whole_literal(node: exp.Literal) -> exp.Expr:
    """The whole number written."""
    if not node.this.isdigit():
        raise TermFault(f"'{node.this}' không phải số nguyên", "viết số nguyên, ví dụ 9000 phần trăm điểm")
    return exp.Literal.number(int(node.this))


def read_day(text: str) -> date:
    """The day written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise TermFault(f"'{text}' không phải ngày", "viết DATE 'NNNN-TT-NN'") from None


def day_number(day: date) -> int:
    """The day as one whole number that keeps order and to which 32 adds one month."""
    return (day.year * 12 + day.month - 1) * 32 + day.day


def said(type_name: str) -> str:
    """The name of a type for people."""
    names = {BOOLEAN: "đúng/sai", NUMBER: "số nguyên", DAY: "ngày", "points": "điểm"}
    return names.get(type_name, f"mức của thang {type_name.removeprefix('level:')}")

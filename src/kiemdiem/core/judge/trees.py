"""Small pieces of trees for the database."""

from collections.abc import Iterable, Sequence

from sqlglot import exp

Tree = exp.Expr


def column(name: str) -> exp.Column:
    """A column."""
    return exp.column(name)


def number(value: int) -> Tree:
    """A whole number."""
    return exp.Literal.number(value)


def truth(value: bool) -> Tree:
    """True or false."""
    return exp.Boolean(this=value)


def all_of(trees: Iterable[Tree]) -> Tree:
    """All of them; true when there are none."""
    found = list(trees)
    return exp.paren(exp.and_(*found)) if found else truth(True)


def any_of(trees: Iterable[Tree]) -> Tree:
    """Any of them; false when there are none."""
    found = list(trees)
    return exp.paren(exp.or_(*found)) if found else truth(False)


def case(whens: Iterable[tuple[Tree, Tree]], otherwise: Tree | None = None) -> Tree:
    """The value of the first test that holds."""
    ifs = [exp.If(this=test, true=value) for test, value in whens]
    return exp.Case(ifs=ifs, default=otherwise) if ifs else otherwise or exp.Null()


def bits(trees: Sequence[Tree]) -> Tree:
    """A whole number with one bit for each of the trees that holds."""
    total: Tree | None = None
    for place, tree in enumerate(trees):
        bit = case([(tree, number(2**place))], number(0))
        total = bit if total is None else exp.BitwiseOr(this=total, expression=bit)
    return total if total is not None else number(0)


def sum_where(test: Tree) -> Tree:
    """How many rows pass the test."""
    return exp.Sum(this=case([(test, number(1))], number(0)))


def unknown(tree: Tree) -> Tree:
    """Whether the tree is unknown."""
    return exp.Is(this=tree.copy(), expression=exp.Null())


def equals(left: Tree, value: int) -> Tree:
    """Whether the tree has the value."""
    return exp.EQ(this=left.copy(), expression=number(value))


def above(left: Tree, value: int) -> Tree:
    """Whether the tree is more than the value."""
    return exp.GT(this=left.copy(), expression=number(value))


def at_least(left: Tree, value: int) -> Tree:
    """Whether the tree is the value or more."""
    return exp.GTE(this=left.copy(), expression=number(value))

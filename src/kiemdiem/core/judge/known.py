"""A plan made shorter by what holds of every row: columns that are never unknown, counts that are never nothing.

What is left says the same of these rows, condition by condition; whoever uses it has looked at the rows first.
"""

from dataclasses import dataclass

from sqlglot import exp

from kiemdiem.core.judge.trees import Tree, case, number, truth

NOTHING: frozenset[str] = frozenset()
WIDE = 2**31


@dataclass(frozen=True)
class Known:
    """The columns of a table that are never unknown, and those that are always above nothing."""

    always: frozenset[str] = NOTHING
    positive: frozenset[str] = NOTHING


def shortened(tree: exp.Select, known: Known) -> exp.Select:
    """The selections over `facts` without the questions that these rows answer beforehand."""
    short = tree.copy()
    tables = {"facts": known}
    for step in short.ctes:
        tables[step.alias] = settle(step.this, tables)
    settle(short, tables)
    return short


def settle(select: exp.Select, tables: dict[str, Known]) -> Known:
    """The selection is shortened, after those it reads; what is known of its own columns."""
    source = select.args["from_"].this
    below = settle(source.this, tables) if isinstance(source, exp.Subquery) else tables[source.name]
    always, positive = set[str](), set[str]()
    for selected in list(select.selects):
        short = folded(selected, below)
        selected.replace(short)
        value = short.unalias()
        if not can_be_unknown(value, below):
            always.add(short.alias_or_name)
        if isinstance(value, exp.Column) and value.name in below.positive:
            positive.add(short.alias_or_name)
    return Known(frozenset(always), frozenset(positive))


def can_be_unknown(tree: Tree, known: Known) -> bool:
    """Whether the tree may come out unknown for some row; in doubt it may."""
    if isinstance(tree, exp.Column):
        return tree.name not in known.always
    if isinstance(tree, exp.Literal | exp.Boolean | exp.Is):
        return False
    if isinstance(tree, exp.Case):
        results = [one.args["true"] for one in tree.args["ifs"]]
        return any(can_be_unknown(one, known) for one in (*results, tree.args.get("default") or exp.Null()))
    if isinstance(tree, exp.Connector | exp.Not | exp.Paren | exp.Neg | exp.Predicate | exp.Binary | exp.Cast | exp.In):
        inside = [one for one in tree.iter_expressions() if not isinstance(one, exp.DataType)]
        return any(can_be_unknown(one, known) for one in inside)
    return True


def folded(tree: Tree, known: Known) -> Tree:
    """The tree with what is settled beforehand left out, from the innermost part outwards."""
    short = tree.copy()
    for part in list(short.iter_expressions()):
        part.replace(folded(part, known))
    for kind, rule in RULES.items():
        if isinstance(short, kind):
            return rule(short, known)
    return short


def is_unknown(tree: Tree, known: Known) -> Tree:
    """Nothing that is always known is unknown."""
    asked = isinstance(tree.expression, exp.Null) and not can_be_unknown(tree.this, known)
    return truth(False) if asked else tree


def is_above(tree: Tree, known: Known) -> Tree:
    """A count that is never nothing is above nothing."""
    left = tree.this.unnest()
    positive = isinstance(left, exp.Column) and left.name in known.positive
    return truth(True) if positive and tree.expression == number(0) else tree


def bare(tree: Tree, known: Known) -> Tree:
    """A truth value, a column or a pair of brackets needs no brackets."""
    inner: Tree = tree.this
    return inner if isinstance(inner, exp.Boolean | exp.Column | exp.Paren | exp.Case) else tree


def turned(tree: Tree, known: Known) -> Tree:
    """Not true is false."""
    return truth(not tree.this.this) if isinstance(tree.this, exp.Boolean) else tree


def joined(tree: Tree, known: Known) -> Tree:
    """A side that is settled settles the pair, or falls away."""
    settles = isinstance(tree, exp.Or)
    for side, other in ((tree.this, tree.expression), (tree.expression, tree.this)):
        if isinstance(side, exp.Boolean):
            return truth(settles) if bool(side.this) == settles else other
    return tree


def chosen(tree: Tree, known: Known) -> Tree:
    """A choice without what never holds, ended by what always does; a bit where that is all it gives."""
    whens: list[tuple[Tree, Tree]] = []
    default = tree.args.get("default")
    for one in tree.args["ifs"]:
        if isinstance(one.this, exp.Boolean) and not one.this.this:
            continue
        if isinstance(one.this, exp.Boolean):
            default = one.args["true"]
            break
        whens.append((one.this, one.args["true"]))
    if len(whens) == 1 and default == number(0) and whens[0][1].is_int and not can_be_unknown(whens[0][0], known):
        return bit(*whens[0])
    return case(whens, default)


def bit(test: Tree, value: Tree) -> Tree:
    """The value if the test holds, else 0: a truth value is a number already, and nothing need be chosen."""
    one = exp.cast(test, "INT")
    one = one if int(value.this) < WIDE else exp.cast(one, "BIGINT")
    return one if value == number(1) else exp.Mul(this=one, expression=value)


def together(tree: Tree, known: Known) -> Tree:
    """A bit that is never set adds nothing to the others."""
    left, right = tree.this, tree.expression
    short: Tree = left if right == number(0) else right if left == number(0) else tree
    return short


RULES = {
    exp.Is: is_unknown,
    exp.GT: is_above,
    exp.Paren: bare,
    exp.Not: turned,
    exp.Connector: joined,
    exp.BitwiseOr: together,
    exp.Case: chosen,
}

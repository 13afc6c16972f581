"""The judge over whole tables: from a table of facts as it is published to a table of results, without a row in hand.

The same plan as for one subject, with the quotas laid over it, as a few named selections of which each reads the one
before it. A database that keeps a step once worked out takes them as one statement; for others each is a table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlglot import exp

from kiemdiem.core.judge.children import child_scale, count_tree
from kiemdiem.core.judge.columns import columns_of
from kiemdiem.core.judge.known import Known, shortened
from kiemdiem.core.judge.plan import Plan, plan_of
from kiemdiem.core.judge.quota_tables import after_quota
from kiemdiem.core.judge.statements import Dialect, text
from kiemdiem.core.judge.trees import Tree, case, column, number
from kiemdiem.core.law.kinds.points import SLIPS, SUM
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Fact, Subject
from kiemdiem.core.scales import Scale

SMALL = ("voted", "ceiling", "ground", "reached", "grade")
EMPTY = Known()
# Whether a selection that is read once is worked out first: see FOLDING; the last has no word for it.
KEPT: Mapping[Dialect, bool | None] = {"sqlite": True, "postgres": True, "duckdb": False, "spark": None}


@dataclass(frozen=True)
class Step:
    """One table on the way: its name and the selection that makes it."""

    name: str
    tree: exp.Select | exp.Union


@dataclass(frozen=True)
class Batch:
    """The way from the facts of one subject to its results: steps in order, and the selection at the end."""

    plan: Plan
    steps: tuple[Step, ...]
    result: exp.Select

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the results."""
        return tuple(selected.alias_or_name for selected in self.result.selects)

    def statement(self, dialect: Dialect) -> str:
        """All of it as one statement, for a database that works out each step once."""
        tree = self.result.copy()
        for step in self.steps:
            tree = tree.with_(step.name, as_=step.tree, materialized=step is not self.steps[-1])
        return printed(tree, dialect)

    def tables(self, dialect: Dialect) -> tuple[tuple[str, str], ...]:
        """Each step's table with the selection that fills it, in order; the last is the result."""
        found = [(step.name, printed(step.tree, dialect)) for step in self.steps[:-1]]
        last = self.result.copy().with_(self.steps[-1].name, as_=self.steps[-1].tree)
        return (*found, ("results", printed(last, dialect)))


def batch_of(book: Rulebook, subject: str, *, facts: str, results: Mapping[str, str], known: Known = EMPTY) -> Batch:
    """The batch over the table `facts`.

    `results`: the tables of results of other subjects, by subject; where the subject's children are among them, their
    figures are counted, else they are read from the facts. `known` holds of every row of `facts`, or nothing is known.
    Raises: KeyError for an unknown subject.
    """
    plan = plan_of(book, subject)
    tree = shortened(plan.tree, known)
    source = published(book, plan.subject, facts=facts, results=results)
    tree.set("with_", exp.With(expressions=[cte("facts", source), *(cte(one.alias, one.this) for one in tree.ctes)]))
    inner = [name for name in (one.alias_or_name for one in tree.selects) if name not in SMALL]
    small = [exp.alias_(exp.cast(column(name), "SMALLINT"), name) for name in SMALL[:-1]]
    small.append(exp.alias_(exp.cast(column("reached"), "SMALLINT"), "grade"))
    steps = [Step("reached_0", exp.select(*inner, *small).from_(tree.subquery("judged")))]
    for place, quota in enumerate(book.quotas.of(subject) if plan.scale else ()):
        assert plan.scale
        names = tuple(steps[-1].tree.named_selects)
        after = after_quota(quota, plan.scale, table=steps[-1].name, columns=names, prefix=f"quota_{place}_")
        steps.append(Step(f"reached_{place + 1}", after))
    kept = [name for name in steps[-1].tree.named_selects if name in results_of(plan, steps[-1].tree)]
    return Batch(plan, tuple(steps), exp.select(*kept).from_(steps[-1].name))


def printed(tree: exp.Select | exp.Union, dialect: Dialect) -> str:
    """The tree as a statement: what is read once is folded in, or worked out first, as suits the database."""
    tree = tree.copy()
    for step in tree.find_all(exp.CTE):
        if not step.args.get("materialized"):
            step.set("materialized", KEPT[dialect])
    return text(tree, dialect)


def cte(name: str, tree: exp.Expr) -> exp.CTE:
    """A selection that is read once, under a name."""
    return exp.CTE(this=tree, alias=exp.TableAlias(this=exp.to_identifier(name)))


def results_of(plan: Plan, tree: exp.Select | exp.Union) -> frozenset[str]:
    """The columns that are kept: all but the facts that candidates were ranked by."""
    columns = {each.name for each in plan.columns} - {"subject", *plan.subject.groups}
    return frozenset(tree.named_selects) - columns


def published(book: Rulebook, subject: Subject, *, facts: str, results: Mapping[str, str]) -> exp.Select:
    """The facts as the plan reads them, from a table as it is published: levels by rank, days by number."""
    scales = {scale.key: scale for scale in book.subjects.scales}
    columns: list[Tree] = [column_from("subject"), *(column_from(group) for group in subject.groups)]
    for fact in subject.facts:
        columns += fact_columns(fact, scales.get(fact.scale or ""))
    tree = exp.select().from_(exp.alias_(exp.to_table(facts), "given"))
    if subject.children is None:
        return tree.select(*columns)
    if subject.children.subject not in results:
        names = [each.name for each in columns_of(subject)[len(columns) :]]
        return tree.select(*columns, *(wide(column_from(name), name) for name in names))
    counts = [count.key for count in subject.children.counts]
    below = count_tree(
        subject, child_scale(book, subject), group=subject.children.by, table=results[subject.children.subject]
    )
    found = [wide(exp.Coalesce(this=exp.column(name, "below"), expressions=[number(0)]), name) for name in counts]
    joined = tree.join(below.subquery("below"), on=f"given.subject = below.{subject.children.by}", join_type="left")
    return joined.select(*columns, *found)


def column_from(name: str) -> exp.Column:
    """A column of the table of facts."""
    return exp.column(name, "given")


def wide(tree: Tree, name: str) -> Tree:
    """A whole number wide enough to be multiplied."""
    return exp.alias_(exp.cast(tree, "BIGINT"), name)


def fact_columns(fact: Fact, scale: Scale | None) -> Iterator[Tree]:
    """One fact as the plan reads it."""
    here = column_from(fact.key)
    if fact.type == "points":
        for side, name in (("sum", SUM), ("slips", SLIPS)):
            yield wide(column_from(f"{fact.key}_{side}"), fact.key + name)
    elif fact.type == "bool":
        yield here
    elif fact.type == "level":
        assert scale
        ranks = [(exp.Literal.string(code), number(scale.rank(code))) for code in scale.codes]
        whens = [(exp.EQ(this=here.copy(), expression=code), rank) for code, rank in ranks]
        yield exp.alias_(case(whens), fact.key)
    elif fact.type == "date":
        yield wide(day_tree(here), fact.key)
    else:
        yield wide(here, fact.key)


def day_tree(day: Tree) -> Tree:
    """A written day (YYYY-MM-DD) or a date as one whole number, as the terms of rulebooks compare days."""

    def part(start: int, length: int) -> Tree:
        written = exp.cast(day.copy(), "TEXT")
        return exp.cast(exp.Substring(this=written, start=number(start), length=number(length)), "BIGINT")

    months = exp.Add(this=exp.Mul(this=part(1, 4), expression=number(12)), expression=part(6, 2))
    shifted = exp.paren(exp.Sub(this=months, expression=number(1)))
    return exp.paren(exp.Add(this=exp.Mul(this=shifted, expression=number(32)), expression=part(9, 2)))

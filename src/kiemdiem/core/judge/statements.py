"""The plan printed for a database, and the tables it works on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from typing import Any, Literal

from sqlglot import exp

from kiemdiem.core.judge.plan import Plan, plan_of
from kiemdiem.core.judge.quota_trees import group_figures, quota_result
from kiemdiem.core.judge.trees import Tree, column
from kiemdiem.core.law.rulebook import Rulebook, fingerprint
from kiemdiem.core.law.sections.quotas import Quota

Dialect = Literal["sqlite", "postgres", "duckdb", "spark"]
MARK = {"sqlite": "?", "duckdb": "?", "postgres": "%s", "spark": "?"}
MOST_VALUES = 20_000
# These fold selections into one another and would work out each condition anew wherever its state is used; the others
# run through the selections as they stand, and keeping what was worked out would only cost them.
FOLDING = frozenset({"sqlite", "postgres"})


@dataclass(frozen=True)
class QuotaStatements:
    """One quota for a database: the figures of the groups and the standing of the candidates."""

    quota: Quota
    groups: str
    people: str


@dataclass(frozen=True)
class Statements:
    """All statements of one subject for one database.

    `one` judges the row whose values are bound to it; the others make, fill, judge and drop the tables of a stage.
    """

    plan: Plan
    engine: str
    one: str
    create: str
    columns: tuple[str, ...]
    reach: str
    read: str
    tables: tuple[str, str]
    quotas: tuple[QuotaStatements, ...]
    mark: str

    def insert(self, rows: int) -> str:
        """The statement that takes in this many rows at once."""
        line = "(" + ", ".join([self.mark] * len(self.plan.columns)) + ")"
        return f"INSERT INTO {self.tables[0]} ({', '.join(self.columns)}) VALUES {', '.join([line] * rows)}"

    def lower(self, rows: int) -> str:
        """The statement that gives this many rows another grade."""
        return f"UPDATE {self.tables[1]} SET grade = {self.mark} WHERE subject IN ({', '.join([self.mark] * rows)})"

    @property
    def chunk(self) -> int:
        """How many rows are taken in at once."""
        return max(1, MOST_VALUES // len(self.plan.columns))


class Keyed:
    """A rulebook in force, the same as any other with the same fingerprint."""

    def __init__(self, book: Rulebook):
        self.book = book
        self.sha = book.sha256

    def __hash__(self) -> int:
        return hash(self.sha)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and other.sha == self.sha


def statements_of(book: Rulebook, subject: str, *, dialect: Dialect) -> Statements:
    """The statements of a subject under a rulebook in force, printed once per fingerprint and database.

    Raises: KeyError for an unknown subject.
    """
    return printed(Keyed(book), subject, dialect)


@lru_cache(maxsize=256)
def printed(keyed: Keyed, subject: str, dialect: Dialect) -> Statements:
    """The statements, freshly printed."""
    plan = plan_of(keyed.book, subject)
    engine = engine_sha(plan)
    facts, reached = names = tables_of(engine)
    columns = [exp.ColumnDef(this=exp.to_identifier(c.name), kind=exp.DataType.build(c.type)) for c in plan.columns]
    create = exp.Create(
        this=exp.Schema(this=exp.to_table(facts), expressions=columns),
        kind="TABLE",
        properties=exp.Properties(expressions=[exp.TemporaryProperty()]),
    )
    return Statements(
        plan=plan,
        engine=engine,
        one=text(one_row(plan, dialect), dialect),
        create=text(create, dialect),
        columns=tuple(column.name for column in plan.columns),
        reach=f"CREATE TEMPORARY TABLE {reached} AS {text(many_rows(plan, facts, dialect=dialect), dialect)}",
        read=text(exp.select("*").from_(reached), dialect),
        tables=names,
        quotas=tuple(_quota_statements(keyed.book, plan, reached, dialect)),
        mark=MARK[dialect],
    )


def _quota_statements(book: Rulebook, plan: Plan, table: str, dialect: Dialect) -> Iterator[QuotaStatements]:
    """The statements of each quota of a graded subject."""
    if plan.scale is None:
        return
    for quota in book.quotas.of(plan.subject.key):
        groups = text(group_figures(quota, plan.scale, table=table), dialect)
        yield QuotaStatements(quota, groups, text(quota_result(quota, plan.scale, table=table), dialect))


def text(tree: Tree, dialect: Dialect) -> str:
    """The tree as a statement of the database, with its mark for bound values."""
    return tree.sql(dialect=dialect).replace("?", MARK[dialect])


def tables_of(engine: str) -> tuple[str, str]:
    """The tables of facts and of results: each plan has its own, lest a database reuse what it planned for another."""
    return f"kiemdiem_facts_{engine[:12]}", f"kiemdiem_reached_{engine[:12]}"


def one_row(plan: Plan, dialect: Dialect) -> exp.Select:
    """The plan over one row whose values are bound."""
    values = [exp.alias_(exp.cast(exp.Placeholder(), each.type), each.name) for each in plan.columns]
    return with_facts(plan, exp.select(*values), dialect=dialect)


def many_rows(plan: Plan, facts: str, *, dialect: Dialect) -> exp.Select:
    """The plan over the table of facts; `grade` starts as what was reached."""
    tree = with_facts(plan, exp.select("*").from_(facts), dialect=dialect)
    return tree.select(exp.alias_(column_of(plan, "reached"), "grade"))


def with_facts(plan: Plan, facts: exp.Select, *, dialect: Dialect) -> exp.Select:
    """The plan over these facts, which stand before everything that reads them."""
    tree = plan.tree.copy()
    for step in tree.ctes:
        step.set("materialized", dialect in FOLDING or None)
    first = exp.CTE(this=facts, alias=exp.TableAlias(this=exp.to_identifier("facts")))
    tree.args["with_"].set("expressions", [first, *tree.args["with_"].expressions])
    return tree


def column_of(plan: Plan, name: str) -> Tree:
    """The tree of a result column."""
    for selected in plan.tree.selects:
        if selected.alias_or_name == name:
            found: Tree = selected.unalias().copy()
            return found
    return column(name)


def engine_sha(plan: Plan) -> str:
    """The fingerprint of the judge: what it does for this subject, and the printer it does it with."""
    return fingerprint(f"sqlglot {version('sqlglot')}\n{plan.tree.sql()}")


def result_names(plan: Plan, *, grade: bool) -> Sequence[str]:
    """The names of the result columns in their order."""
    names = [selected.alias_or_name for selected in plan.tree.selects]
    return [*names, "grade"] if grade else names


def as_row(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """A result row by its names."""
    return dict(zip(names, values, strict=True))

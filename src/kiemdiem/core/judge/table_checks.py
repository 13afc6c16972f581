"""Whether a whole table of facts is what the rulebook declares, asked of the database in one pass over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from kiemdiem.core.judge.known import Known
from kiemdiem.core.judge.rows import MOST
from kiemdiem.core.judge.trees import Tree, any_of, number, sum_where
from kiemdiem.core.law.kinds.points import SLIPS, SUM
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Subject

SIDES = ((SUM, "_sum"), (SLIPS, "_slips"))


@dataclass(frozen=True)
class Asked:
    """One question to a table: the column it is about, the test that a wrong row passes, and how the fault is told."""

    column: str
    wrong: Tree
    message: str


def file_columns(subject: Subject) -> dict[str, str]:
    """The columns of a table of facts as it is published, with the kind of value of each."""
    columns = dict.fromkeys(("subject", *subject.groups), "text")
    for fact in subject.facts:
        if fact.type == "points":
            columns |= {fact.key + side: "count" for _, side in SIDES}
        else:
            columns[fact.key] = fact.type
    if subject.children:
        columns |= {count.key: "count" for count in subject.children.counts}
    return columns


def questions(book: Rulebook, subject: Subject) -> Iterator[Asked]:
    """Everything that can be wrong with a row whose columns have the right types."""
    levels = {fact.key: book.subjects.scale(fact.scale or "").codes for fact in subject.facts if fact.type == "level"}
    for name, kind in file_columns(subject).items():
        column = exp.column(name)
        if kind == "text":
            empty = exp.EQ(this=column, expression=exp.Literal.string(""))
            yield Asked(name, any_of([exp.Is(this=column.copy(), expression=exp.Null()), empty]), "thiếu tên")
        elif kind == "level":
            codes = [exp.Literal.string(code) for code in levels[name]]
            message = f"có mức không nằm trong các mức: {', '.join(levels[name])}"
            yield Asked(name, exp.Not(this=exp.In(this=column, expressions=codes)), message)
        elif kind in ("count", "int"):
            least = number(0 if kind == "count" else -MOST)
            beyond = exp.Between(this=column, low=least, high=number(MOST))
            message = "có số âm hoặc quá lớn" if kind == "count" else "có số quá lớn"
            yield Asked(name, exp.Not(this=exp.paren(beyond)), message)
    for balance in subject.balances:
        total: Tree = number(0)
        for part in balance.parts:
            votes = exp.Coalesce(this=exp.cast(exp.column(part), "BIGINT"), expressions=[number(0)])
            total = exp.Add(this=total, expression=votes)
        above = exp.GT(this=exp.paren(total), expression=exp.column(balance.at_most))
        yield Asked(balance.parts[0], above, f"không đúng: {balance.text}")


def check_tree(book: Rulebook, subject: Subject, *, facts: str) -> exp.Select:
    """One row about the table: how many rows and subjects, how often each question is answered wrongly, and by column
    how many are known and the smallest count.
    """
    tree = exp.select(
        exp.alias_(exp.Count(this=exp.Star()), "rows"),
        exp.alias_(exp.Count(this=exp.Distinct(expressions=[exp.column("subject")])), "subjects"),
    ).from_(facts)
    for place, asked in enumerate(questions(book, subject)):
        tree = tree.select(exp.alias_(sum_where(asked.wrong), f"wrong_{place}"))
    for name, kind in file_columns(subject).items():
        tree = tree.select(exp.alias_(exp.Count(this=exp.column(name)), f"known_{name}"))
        if kind == "count":
            tree = tree.select(exp.alias_(exp.Min(this=exp.column(name)), f"least_{name}"))
    return tree


def wrong_rows(asked: Asked, *, facts: str, most: int = 3) -> exp.Select:
    """The first subjects of whom a question is answered wrongly."""
    return exp.select("subject").from_(facts).where(asked.wrong).order_by("subject").limit(most)


def known_of(subject: Subject, found: Mapping[str, Any], *, counted: bool) -> Known:
    """What holds of every row, from the row about the table; `counted`: the children's figures are no part of it."""
    columns = file_columns(subject)
    points = [fact.key for fact in subject.facts if fact.type == "points"]
    names = {key + side: key + name for key in points for name, side in SIDES}
    counts = {count.key for count in subject.children.counts} if subject.children and counted else set()
    always = {name for name in columns if found[f"known_{name}"] == found["rows"]} | counts
    positive = {name for name in always - counts if columns[name] == "count" and (found[f"least_{name}"] or 0) > 0}
    return Known(*(frozenset(names.get(name, name) for name in some) for some in (always, positive)))

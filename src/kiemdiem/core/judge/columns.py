"""The columns of the table of facts of one subject, and how far each of them is known."""

from dataclasses import dataclass

from sqlglot import exp

from kiemdiem.core.judge.trees import Tree, case, column, number
from kiemdiem.core.law.kinds.points import SLIPS, SUM
from kiemdiem.core.law.sections.subjects import Subject


@dataclass(frozen=True)
class Column:
    """One column of the facts table: its name and its type for the database."""

    name: str
    type: str


TYPES = {"bool": "BOOLEAN", "points": "BIGINT"}


def columns_of(subject: Subject) -> tuple[Column, ...]:
    """The columns of the facts table: the subject, its groups, its facts, the figures counted from its children."""
    columns = [Column("subject", "TEXT"), *(Column(group, "TEXT") for group in subject.groups)]
    for fact in subject.facts:
        if fact.type == "points":
            columns += [Column(fact.key + SUM, "BIGINT"), Column(fact.key + SLIPS, "BIGINT")]
        else:
            columns.append(Column(fact.key, TYPES.get(fact.type, "BIGINT")))
    if subject.children:
        columns += [Column(count.key, "BIGINT") for count in subject.children.counts]
    return tuple(columns)


def known_column(subject: Subject, of: Column) -> Tree:
    """A column as far as it is known: no points without a slip, no figure of children while one of them is pending."""
    if of.name.endswith(SLIPS):
        return exp.alias_(case([(exp.GT(this=column(of.name), expression=number(0)), column(of.name))]), of.name)
    pending = pending_column(subject, of.name)
    if pending:
        return exp.alias_(case([(exp.EQ(this=column(pending), expression=number(0)), column(of.name))]), of.name)
    return column(of.name)


def pending_column(subject: Subject, name: str) -> str | None:
    """The figure of pending children that holds this column back, if one does."""
    children = subject.children
    if children is None or not children.pending_holds or name not in {count.key for count in children.counts}:
        return None
    pending = [count.key for count in children.counts if count.of == "pending"]
    return pending[0] if pending and pending[0] != name else None

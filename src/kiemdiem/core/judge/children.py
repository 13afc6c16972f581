"""What an organisation counts from the results of those below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from kiemdiem.core.judge import outcomes
from kiemdiem.core.judge.cursor import Cursor
from kiemdiem.core.judge.statements import MARK, Dialect, text
from kiemdiem.core.judge.trees import Tree, above, at_least, column, equals, number, sum_where
from kiemdiem.core.judge.verdict import Verdict
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Count, Subject
from kiemdiem.core.scales import Scale

CHUNK = 5_000


@dataclass(frozen=True)
class Child:
    """The result of one subject below: its group, its outcome, its grade once decided or judged."""

    group: str
    outcome: str
    grade: str | None = None
    waiting: bool = False


def child_of(verdict: Verdict, *, group: str) -> Child:
    """The verdict as the organisation above counts it."""
    return Child(group, verdict.outcome, verdict.grade, "waiting" in verdict.flags)


def count_children(
    book: Rulebook, subject: str, *, children: Iterable[Child], cursor: Cursor, dialect: Dialect
) -> dict[str, dict[str, int]]:
    """The figures a subject counts, by group: facts of its row, as the rulebook declares them.

    Raises: KeyError for a subject that counts nothing, or a grade that the children's scale does not have.
    """
    parent = book.subjects.subject(subject)
    if parent.children is None:
        raise KeyError(subject)
    scale = child_scale(book, parent)
    rows = [(child.group, rank_of(child, scale)) for child in children]
    found: dict[str, dict[str, int]] = {}
    for start in range(0, len(rows), CHUNK):
        for line in _counted(parent, scale, rows[start : start + CHUNK], cursor=cursor, dialect=dialect):
            sums = found.setdefault(line[0], dict.fromkeys((count.key for count in parent.children.counts), 0))
            for count, value in zip(parent.children.counts, line[1:], strict=True):
                sums[count.key] += int(value)
    return found


def child_scale(book: Rulebook, parent: Subject) -> Scale:
    """The scale of those below."""
    assert parent.children
    child = book.subjects.subject(parent.children.subject)
    return book.subjects.scale(child.scale or "")


def rank_of(child: Child, scale: Scale) -> int:
    """The result as the database holds it: a grade's rank or the number of another outcome."""
    if child.outcome == "graded":
        return scale.rank(child.grade or "")
    if child.waiting:
        return outcomes.WAITING
    return {word: value for value, word in outcomes.WORDS.items() if value != outcomes.WAITING}[child.outcome]


def _counted(
    parent: Subject, scale: Scale, rows: Sequence[tuple[str, int]], *, cursor: Cursor, dialect: Dialect
) -> list[Any]:
    """One line per group: the group and its figures."""
    mark = MARK[dialect]
    lines = ", ".join([f"({mark}, {mark})"] * len(rows))
    tree = count_tree(parent, scale, group="child_group", table="children")
    statement = f"WITH children(child_group, grade) AS (VALUES {lines}) {text(tree, dialect)}"
    cursor.execute(statement, [value for row in rows for value in row])
    return cursor.fetchall()


def count_tree(parent: Subject, scale: Scale, *, group: str, table: str) -> exp.Select:
    """The figures per group over a table of results, in the order of their declaration."""
    assert parent.children
    sums = [exp.alias_(sum_where(count_test(count, scale)), count.key) for count in parent.children.counts]
    return exp.select(group, *sums).from_(table).group_by(group)


def count_test(count: Count, scale: Scale) -> Tree:
    """Whether a result is counted."""
    grade = column("grade")
    if count.of == "pending":
        return exp.LT(this=grade, expression=number(outcomes.NONE))
    if count.of == "graded":
        return above(grade, outcomes.NONE)
    rank = scale.rank(count.grade or "")
    return at_least(grade, rank) if count.of == "at_least" else equals(grade, rank)

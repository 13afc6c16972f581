"""All stages of a rulebook, from the bottom up: what is above counts the verdicts below."""

from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Protocol

from kiemdiem.core.judge.children import child_of, count_children
from kiemdiem.core.judge.cursor import Cursor
from kiemdiem.core.judge.judge import judge
from kiemdiem.core.judge.rows import Row
from kiemdiem.core.judge.statements import Dialect
from kiemdiem.core.judge.verdict import Verdict
from kiemdiem.core.law.rulebook import Rulebook

ORGANISATIONS = ("collective", "cell", "party_body")


def order(book: Rulebook) -> tuple[str, ...]:
    """The kinds of subject, each after those it counts, and those who head organisations after these."""
    graph = {one.key: {one.children.subject} if one.children else set() for one in book.subjects.subjects}
    for source in book.sources.facts:
        if source.record.kind == "led_grade":
            led = [one for one in ORGANISATIONS if one in graph and source.subject not in counted_in(book, one)]
            graph[source.subject] |= set(led)
    return tuple(TopologicalSorter(graph).static_order())


def counted_in(book: Rulebook, kind: str) -> frozenset[str]:
    """The kinds whose results an organisation of the kind rests on, at whatever depth."""
    children = book.subjects.subject(kind).children
    return frozenset({children.subject} | counted_in(book, children.subject)) if children else frozenset()


class Judged(Protocol):
    """What judges the rows of one kind of subject."""

    def __call__(
        self, book: Rulebook, subject: str, /, *, rows: Sequence[Row], cursor: Cursor, dialect: Dialect
    ) -> list[Verdict]:
        """The verdict of every row, in the order of the rows."""


def judge_stages(
    book: Rulebook, rows: Mapping[str, Sequence[Row]], *, cursor: Cursor, dialect: Dialect, by: Judged = judge
) -> dict[str, list[Verdict]]:
    """The verdicts by kind of subject. Where the children's rows are given, the figures are counted from them.

    `by` judges each kind where the cursor's database only counts.
    Raises: FactsRefused for the first stage whose rows are not what the rulebook declares.
    """
    verdicts: dict[str, list[Verdict]] = {}
    for kind in order(book):
        if kind in rows:
            facts = _with_figures(book, kind, rows, verdicts, cursor=cursor, dialect=dialect)
            verdicts[kind] = by(book, kind, rows=facts, cursor=cursor, dialect=dialect)
    return verdicts


def _with_figures(
    book: Rulebook,
    kind: str,
    rows: Mapping[str, Sequence[Row]],
    verdicts: Mapping[str, Sequence[Verdict]],
    *,
    cursor: Cursor,
    dialect: Dialect,
) -> list[Row]:
    """The rows of a stage with the figures counted from the verdicts below, where there are any."""
    children = book.subjects.subject(kind).children
    if children is None or children.subject not in verdicts:
        return list(rows[kind])
    groups = {row["subject"]: str(row[children.by]) for row in rows[children.subject]}
    below = [child_of(verdict, group=groups[verdict.subject]) for verdict in verdicts[children.subject]]
    figures = count_children(book, kind, children=below, cursor=cursor, dialect=dialect)
    nothing = dict.fromkeys((count.key for count in children.counts), 0)
    return [{**row, **figures.get(str(row.get("subject")), nothing)} for row in rows[kind]]

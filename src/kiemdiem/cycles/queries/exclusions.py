"""Who will not be graded, as far as the register alone tells: the rulebook's exclusions, asked of the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection
from sqlglot import exp

from kiemdiem.core import calendar
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.scopes import scope_of
from kiemdiem.core.law.sections.sources import FactSource, FromMonths, FromStanding
from kiemdiem.org.queries import MemberState

DIALECTS = {"sqlite": "sqlite", "postgresql": "postgres"}


@dataclass(frozen=True)
class Reference:
    """The days a term may count to: of the cell's meeting, of the end of the year, of the rulebook's act."""

    meeting_on: date
    year: int
    issued_on: date

    def day(self, until: str) -> date:
        """The day of that word."""
        return {"meeting": self.meeting_on, "year_end": date(self.year, 12, 31), "issued": self.issued_on}[until]


def exclusion_of(
    book: Rulebook, state: MemberState, *, standings: frozenset[str], reference: Reference
) -> Condition | None:
    """The first exclusion of the rulebook that the register alone shows to hold for the member.

    What only the season will show, such as whether the review was held, is left to the judge.
    """
    known = known_facts(book, state, standings=standings, reference=reference)
    subject = book.subjects.subject("member")
    scope = scope_of(book, subject)
    for exclusion in book.standards.of("member").exclusions:
        tree, facts = exclusion.condition.tree(scope)
        if not exclusion.waits and facts and set(facts) <= set(known) and _holds(tree, known):
            return exclusion.condition
    return None


def known_facts(
    book: Rulebook, state: MemberState, *, standings: frozenset[str], reference: Reference
) -> dict[str, bool | int]:
    """The facts about the member that come from the register, by their key in the rulebook."""
    found: dict[str, bool | int] = {}
    for source in book.sources.facts:
        value = _read(source, state, standings=standings, reference=reference) if source.subject == "member" else None
        if value is not None:
            found[source.fact] = value
    return found


def _read(
    source: FactSource, state: MemberState, *, standings: frozenset[str], reference: Reference
) -> bool | int | None:
    record = source.record
    if isinstance(record, FromStanding):
        every = frozenset(record.all_of)
        return bool(every and every <= standings) or bool(standings.intersection(record.any_of))
    if isinstance(record, FromMonths):
        start = state.person.admitted_on if record.day == "admitted" else state.person.official_on
        day = reference.day(record.until)
        return None if start is None else calendar.full_months(start, day, month_end=record.month_end)
    return None


def _holds(tree: exp.Expression, values: Mapping[str, bool | int]) -> bool:
    """Whether the expression is true of the values; unknown is not true."""

    def bound(node: exp.Expression) -> exp.Expression:
        if not isinstance(node, exp.Column):
            return node
        value = values[node.name]
        return exp.Boolean(this=value) if isinstance(value, bool) else exp.Literal.number(value)

    sql = exp.select(tree.copy().transform(bound)).sql(dialect=DIALECTS[connection.vendor])
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return bool(cursor.fetchone()[0])

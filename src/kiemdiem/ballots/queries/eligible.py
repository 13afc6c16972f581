"""Who is reviewed at the meeting but not graded this year, as far as the register alone can tell."""

from datetime import date

from sqlglot import exp
from sqlglot.optimizer.simplify import simplify

from kiemdiem.core import calendar
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.scopes import scope_of
from kiemdiem.core.law.sections import sources
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.org import queries as org


def ground_against(book: Rulebook, subject: SeasonSubject, *, on: date) -> str:
    """Why the subject is not voted on that day, in the rulebook's words; empty when it may be.

    Only exclusions that rest on the register alone are asked here: standing, and months in the Party.
    """
    if subject.person is None or not any(each.key == subject.kind for each in book.subjects.subjects):
        return ""
    values = _known(book, subject, on=on)
    declared = book.subjects.subject(subject.kind)
    for exclusion in book.standards.of(subject.kind).exclusions:
        tree, facts = exclusion.condition.tree(scope_of(book, declared))
        if not exclusion.waits and set(facts) <= set(values) and _is_true(tree, values):
            return exclusion.condition.text
    return ""


def _known(book: Rulebook, subject: SeasonSubject, *, on: date) -> dict[str, bool | int]:
    """The facts of a person that the register fills by itself."""
    assert subject.person is not None
    standings = org.standings_of(subject.person, on=on)
    found: dict[str, bool | int] = {}
    for source in book.sources.facts:
        record = source.record
        if source.subject != subject.kind:
            continue
        if isinstance(record, sources.FromStanding):
            every = bool(record.all_of) and set(record.all_of) <= standings
            found[source.fact] = every or bool(set(record.any_of) & standings)
        elif isinstance(record, sources.FromMonths):
            months = _months(book, subject, record=record, on=on)
            if months is not None:
                found[source.fact] = months
    return found


def _months(book: Rulebook, subject: SeasonSubject, *, record: sources.FromMonths, on: date) -> int | None:
    assert subject.person is not None
    begun = subject.person.admitted_on if record.day == "admitted" else subject.person.official_on
    issued_on = date.fromisoformat(book.identity.issued_on)
    year_end = date(subject.season.year, 12, 31)
    until = {"meeting": on, "year_end": year_end, "issued": issued_on}[record.until]
    if begun is None or until is None:
        return None
    return calendar.full_months(begun, until, month_end=record.month_end)


def _is_true(tree: exp.Expression, values: dict[str, bool | int]) -> bool:
    """Whether the condition holds, its facts put in as literals and the tree folded."""

    def put_in(node: exp.Expression) -> exp.Expression:
        if isinstance(node, exp.Column):
            value = values[node.name]
            return exp.Boolean(this=value) if isinstance(value, bool) else exp.Literal.number(value)
        return node

    folded = simplify(tree.copy().transform(put_in))
    while isinstance(folded, exp.Paren):
        folded = folded.this
    return isinstance(folded, exp.Boolean) and bool(folded.this)

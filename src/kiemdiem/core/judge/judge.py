"""From rows of facts to verdicts, on the database whose cursor is given."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kiemdiem.core.judge import outcomes
from kiemdiem.core.judge.cursor import Cursor
from kiemdiem.core.judge.findings import Told, findings_of, flags_of
from kiemdiem.core.judge.places import figures, places
from kiemdiem.core.judge.quota_trees import KEPT, NOT_CONCERNED, STATES
from kiemdiem.core.judge.rows import Row, bound, check_rows, facts_sha
from kiemdiem.core.judge.statements import MOST_VALUES, Dialect, Statements, as_row, result_names, statements_of
from kiemdiem.core.judge.verdict import QuotaState, Receipt, Verdict
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.reasons import quota_sentence

States = Mapping[str, tuple[QuotaState, ...]]


def judge(
    book: Rulebook, subject: str, *, rows: Iterable[Row], cursor: Cursor, dialect: Dialect, quotas: bool = True
) -> list[Verdict]:
    """The verdict of every row, in the order of the rows.

    `quotas=False` leaves the quotas out, for a look at one subject without the others of its group.
    Raises: FactsRefused for rows that are not what the rulebook declares; nothing is judged then.
    """
    checked = check_rows(book, subject, rows=rows)
    statements = statements_of(book, subject, dialect=dialect)
    if not checked:
        return []
    states: States = {}
    if len(checked) == 1 and not (quotas and statements.quotas):
        results = _judged_alone(book, statements, checked[0], cursor)
    else:
        results, states = _judged_together(book, statements, checked, cursor=cursor, quotas=quotas)
    told: Told = {}
    return [
        verdict_of(row, results[row["subject"]], book=book, statements=statements, states=states, told=told)
        for row in checked
    ]


def _judged_alone(book: Rulebook, statements: Statements, row: Row, cursor: Cursor) -> dict[str, dict[str, Any]]:
    """The result of one row, its values bound; no table is made."""
    plan = statements.plan
    cursor.execute(statements.one, bound(book, plan.subject, row=row))
    result = as_row(result_names(plan, grade=False), cursor.fetchall()[0])
    return {row["subject"]: {**result, "grade": result["reached"]}}


def _judged_together(
    book: Rulebook, statements: Statements, rows: Sequence[Row], *, cursor: Cursor, quotas: bool
) -> tuple[dict[str, dict[str, Any]], dict[str, tuple[QuotaState, ...]]]:
    """The results of all rows by subject, and the state of the quotas for each; the tables are dropped again."""
    drop_tables(statements, cursor)
    try:
        cursor.execute(statements.create)
        _fill(book, statements, rows, cursor=cursor)
        cursor.execute(statements.reach)
        states: dict[str, tuple[QuotaState, ...]] = {row["subject"]: () for row in rows}
        if quotas:
            for number in range(len(statements.quotas)):
                _apply_quota(statements, number, rows, cursor=cursor, states=states)
        cursor.execute(statements.read)
        names = result_names(statements.plan, grade=True)
        results = {result["subject"]: result for result in (as_row(names, line) for line in cursor.fetchall())}
    finally:
        drop_tables(statements, cursor)
    return results, states


def drop_tables(statements: Statements, cursor: Cursor) -> None:
    """No table of a stage is left."""
    for table in reversed(statements.tables):
        cursor.execute(f"DROP TABLE IF EXISTS {table}")


def _fill(book: Rulebook, statements: Statements, rows: Sequence[Row], *, cursor: Cursor) -> None:
    """The facts stand in their table."""
    subject = statements.plan.subject
    for start in range(0, len(rows), statements.chunk):
        part = rows[start : start + statements.chunk]
        cursor.execute(statements.insert(len(part)), [value for row in part for value in bound(book, subject, row=row)])


def _apply_quota(
    statements: Statements,
    number: int,
    rows: Sequence[Row],
    *,
    cursor: Cursor,
    states: dict[str, tuple[QuotaState, ...]],
) -> None:
    """The quota's state stands with each row, and whoever is beyond it has the grade it falls to."""
    quota, scale = statements.quotas[number].quota, statements.plan.scale
    cursor.execute(statements.quotas[number].groups)
    groups = {line[0]: tuple(int(value) for value in line[1:]) for line in cursor.fetchall()}
    cursor.execute(statements.quotas[number].people)
    people = {line[0]: tuple(int(value) for value in line[1:]) for line in cursor.fetchall()}
    alike: dict[tuple[str, tuple[int, ...] | None], QuotaState] = {}
    beyond: list[str] = []
    for row in rows:
        name = row["subject"]
        key = (row[quota.group], people.get(name))
        if key not in alike:
            alike[key] = quota_state_of(quota, key[0], counts=groups[key[0]], standing=key[1])
        states[name] = (*states[name], alike[key])
        if alike[key].state in ("over", "tie"):
            beyond.append(name)
    if quota.falls_to and scale:
        _lower(statements, beyond, scale.rank(quota.falls_to), cursor=cursor)


def _lower(statements: Statements, names: Sequence[str], rank: int, *, cursor: Cursor) -> None:
    """Whoever is beyond a quota has the lower grade."""
    for start in range(0, len(names), MOST_VALUES):
        part = names[start : start + MOST_VALUES]
        cursor.execute(statements.lower(len(part)), [rank, *part])


def quota_state_of(quota: Quota, group: str, *, counts: Sequence[int], standing: Sequence[int] | None) -> QuotaState:
    """The state of a quota for one subject from the figures of its group and its own standing."""
    reached, graded, candidates, pending, size = counts
    rank, level, state = standing or (0, 0, NOT_CONCERNED)
    found = QuotaState(
        entry=quota.key,
        rows=quota.rows,
        clause=quota.clause,
        sentence="",
        group=group,
        state=STATES[state],
        places=places(quota, reached=reached, graded=graded, size=size),
        base=quota.base,
        bases=figures(quota, reached=reached, graded=graded, size=size),
        candidates=candidates,
        rank=rank,
        standing=level,
        pending=pending,
    )
    return QuotaState(**{**found.__dict__, "sentence": quota_sentence(quota, found)})


def verdict_of(
    row: Row, result: Mapping[str, Any], *, book: Rulebook, statements: Statements, states: States, told: Told
) -> Verdict:
    """The verdict of one row from its result."""
    plan = statements.plan
    quotas = states.get(row["subject"], ())
    reached, grade = int(result["reached"]), int(result["grade"])
    findings = findings_of(plan, row, result=result, told=told)
    return Verdict(
        kind=plan.subject.key,
        subject=row["subject"],
        outcome=outcomes.word(grade),
        grade=code_of(statements, grade),
        reached=code_of(statements, reached),
        voted_grade=code_of(statements, int(result["voted"])),
        ceiling=code_of(statements, int(result["ceiling"])) if plan.has_votes else None,
        flags=(*flags_of(plan, result, findings=findings), *quota_flags(quotas)),
        findings=findings,
        quotas=quotas,
        receipt=Receipt(rulebook=book.sha256, facts=facts_sha(row), engine=statements.engine),
    )


def code_of(statements: Statements, rank: int) -> str | None:
    """The grade of a rank; none for the other outcomes."""
    return statements.plan.scale.code(rank) if statements.plan.scale and rank > 0 else None


def quota_flags(quotas: Iterable[QuotaState]) -> Iterable[str]:
    """What the quotas want pointed out."""
    for state in quotas:
        if state.state in ("over", "tie"):
            yield f"quota_{state.state}"
        if state.state != STATES[NOT_CONCERNED] and state.pending:
            yield "quota_provisional"
        if state.state != STATES[KEPT] and state.candidates and not state.places:
            yield "quota_no_place"

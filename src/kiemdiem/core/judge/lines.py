"""From lines of a table of results to verdicts, for those who are to be told every finding in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kiemdiem.core.judge import outcomes
from kiemdiem.core.judge.findings import Told
from kiemdiem.core.judge.judge import quota_state_of, verdict_of
from kiemdiem.core.judge.quota_trees import KEPT, NOT_CONCERNED
from kiemdiem.core.judge.rows import Row
from kiemdiem.core.judge.statements import statements_of
from kiemdiem.core.judge.verdict import QuotaState, Verdict
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.scales import Scale

Line = Mapping[str, Any]


def verdicts_of(book: Rulebook, subject: str, *, rows: Sequence[Row], lines: Sequence[Line]) -> list[Verdict]:
    """The verdicts of checked rows whose results stand in the lines, in the order of the rows."""
    statements = statements_of(book, subject, dialect="duckdb")
    results = {line["subject"]: line for line in lines}
    grades = {name: int(line["reached"]) for name, line in results.items()}
    states: dict[str, tuple[QuotaState, ...]] = {row["subject"]: () for row in rows}
    for place, one in enumerate(statements.quotas):
        assert statements.plan.scale
        scale, counts = statements.plan.scale, group_counts(one.quota, statements.plan.scale, rows=rows, grades=grades)
        for row in rows:
            name, group = row["subject"], row[one.quota.group]
            standing = standing_in(results[name], place)
            found = quota_state_of(
                one.quota, group, counts=[counts[group, count] for count in COUNTS], standing=standing
            )
            states[name] = (*states[name], found)
            if one.quota.falls_to and standing and standing[2] != KEPT:
                grades[name] = scale.rank(one.quota.falls_to)
    told: Told = {}
    return [
        verdict_of(row, results[row["subject"]], book=book, statements=statements, states=states, told=told)
        for row in rows
    ]


COUNTS = ("reached_good", "all_graded", "candidates", "pending", "size")


def standing_in(line: Line, place: int) -> tuple[int, int, int] | None:
    """The rank, the standing and the state of a candidate under a quota; nothing for others."""
    rank, standing, state = (int(line[f"quota_{place}_{name}"]) for name in ("rank", "standing", "state"))
    return None if state == NOT_CONCERNED else (rank, standing, state)


def group_counts(
    quota: Quota, scale: Scale, *, rows: Sequence[Row], grades: Mapping[str, int]
) -> Counter[tuple[str, str]]:
    """The figures of each group of a quota."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        grade, group = grades[row["subject"]], row[quota.group]
        takes = grade == scale.rank(quota.grade) and (not quota.chosen or row[quota.chosen] is True)
        held = (grade >= scale.rank(quota.base_grade), grade >= 1, takes, grade < outcomes.NONE, True)
        counts.update({(group, name): int(one) for name, one in zip(COUNTS, held, strict=True)})
    return counts

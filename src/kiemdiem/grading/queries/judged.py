"""What the rules say of subjects now; nothing of it is kept."""

import datetime
import json
from collections.abc import Iterable, Sequence
from typing import Any

from kiemdiem.core.judge import judge as judging
from kiemdiem.core.judge import verdict as core
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Verdict
from kiemdiem.grading.queries import facts
from kiemdiem.rulebooks import engine

Asked = tuple[SeasonSubject, dict[str, Any], core.Verdict]


def asked_of_rules(season: Season, subjects: Iterable[SeasonSubject], *, kind: str, on: datetime.date) -> list[Asked]:
    """What the rules say now of subjects of one kind, with the facts they say it on."""
    chosen = list(subjects)
    rows = facts.rows_of(season, chosen, kind=kind, on=on)
    verdicts = verdicts_on(cycles.book_of(season), kind, rows=rows)
    return list(zip(chosen, rows, verdicts, strict=True))


def verdicts_on(book: Rulebook, kind: str, *, rows: Sequence[dict[str, Any]]) -> list[core.Verdict]:
    """The verdicts of the rules on rows of facts, on this installation's database."""
    with engine.cursor() as cursor:
        return judging.judge(book, kind, rows=rows, cursor=cursor, dialect=engine.dialect())


def judged_together(season: Season, kind: str, *, on: datetime.date) -> list[tuple[Verdict, core.Verdict]]:
    """Every verdict in force of a kind, beside what the rules say of all of them at once.

    A quota looks at its whole group, and a verdict was kept when only a part of the group was known. The facts are
    those kept; of a verdict under another rulebook than the season's they are gathered anew.
    """
    found = Verdict.objects.filter(season=season, subject__kind=kind, is_current=True, subject__ended_on__isnull=True)
    # The kept verdict and the rulebook it was judged under are long texts; neither is read here.
    kept = list(found.select_related("subject__unit").defer("result").order_by("subject__sort_key", "subject__key"))
    same = set(season.books.filter(effective_sha=season.effective_sha).values_list("pk", flat=True))
    other = [verdict.subject for verdict in kept if verdict.book_id not in same]
    anew = {row["subject"]: row for row in facts.rows_of(season, other, kind=kind, on=on)} if other else {}
    rows = [anew.get(verdict.subject.key) or json.loads(verdict.facts_json) for verdict in kept]
    return list(zip(kept, verdicts_on(cycles.book_of(season), kind, rows=rows), strict=True)) if rows else []


def sharing_quotas(season: Season, subjects: Sequence[SeasonSubject], *, kind: str) -> list[SeasonSubject]:
    """The others of the kind whose quota spans some of these too; none where every cell has its own."""
    groups = {quota.group for quota in cycles.book_of(season).quotas.of(kind) if not quota.chosen}
    if groups <= {"cell"}:
        return []
    found = cycles.subjects_of(season, kind=kind).filter(ended_on__isnull=True)
    return list(found.exclude(pk__in=[subject.pk for subject in subjects]))


def judged_before(subjects: Iterable[SeasonSubject]) -> set[int]:
    """Those of the subjects, by id, on whom the rules have said something."""
    found = Verdict.objects.filter(subject__in=list(subjects), is_current=True)
    return set(found.values_list("subject_id", flat=True))

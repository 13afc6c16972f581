"""Asking the rules: the facts of a stage are gathered, judged together, and kept with their verdicts."""

import datetime
import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.judge import judge as judging
from kiemdiem.core.judge import verdict as core
from kiemdiem.core.judge.rows import facts_sha
from kiemdiem.core.law.rulebook import canonical
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import access
from kiemdiem.grading.commands.noticing import owe_leader_results
from kiemdiem.grading.models import Verdict
from kiemdiem.grading.queries import judged
from kiemdiem.journal import commands as journal
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import engine
from kiemdiem.rulebooks import queries as rulebooks


def judge_cell(
    season: Season, cell: Unit, *, why: str, judged_on: datetime.date, by: Account, at: datetime.datetime
) -> list[Verdict]:
    """The verdicts on every member of a cell, then on the cell itself, which counts them.

    Where a quota spans several cells, those judged before are asked about again together with these. Verdicts whose
    facts did not change stay as they are; a decided subject keeps its decision and is only listed.
    """
    with journal.act("grading.judge", by=by, at=at, about=f"unit:{cell.key}", season=season.key) as act:
        access.must_stand(season, act="grading.judge")
        subject = cycles.subject_of_unit(season, cell, kind="cell")
        if subject is None:
            raise refuse("Chi bộ này không có trong đợt kiểm điểm.", todo="Hãy chọn lại chi bộ của đợt này.")
        access.must_judge(by, unit=cell, on=at.date())
        members = list(cycles.members_of(season, cell).filter(ended_on__isnull=True))
        made = _judged(season, members, kind="member", why=why, on=judged_on, by=by, at=at)
        made += _judged(season, [subject], kind="cell", why=why, on=judged_on, by=by, at=at)
        act.happened_on, act.details = judged_on, _told(made)
        return made


def judge_stage(
    season: Season,
    subjects: Sequence[SeasonSubject],
    *,
    kind: str,
    why: str,
    judged_on: datetime.date,
    by: Account,
    at: datetime.datetime,
) -> list[Verdict]:
    """The verdicts on subjects of one kind anywhere in the season: leaders where they were voted on, the party body."""
    with journal.act("grading.judge", by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        access.must_stand(season, act="grading.judge")
        for unit in {subject.unit for subject in subjects}:
            access.must_judge(by, unit=unit, on=at.date())
        made = _judged(season, subjects, kind=kind, why=why, on=judged_on, by=by, at=at)
        act.happened_on, act.details = judged_on, _told(made)
        return made


def judge_leaders(
    season: Season, body: Unit, *, why: str, judged_on: datetime.date, by: Account, at: datetime.datetime
) -> list[Verdict]:
    """The verdicts on the leaders voted on before a body; their cells are owed the word from now on.

    Raises: Refused where the rules have nobody voted on.
    """
    leaders = list(cycles.voted_at(season, body))
    if not leaders:
        raise refuse("Không có cán bộ nào được bỏ phiếu tại đây.", todo="Hãy chọn tập thể có bỏ phiếu cán bộ.")
    with transaction.atomic():
        made = judge_stage(season, leaders, kind="leader", why=why, judged_on=judged_on, by=by, at=at)
        owe_leader_results(season, body, by=by, at=at)
    return made


def _told(made: Iterable[Verdict]) -> dict[str, Any]:
    """What the journal keeps of new verdicts: which subjects, how they came out, the receipts; no figures."""
    return {
        "verdicts": {
            v.subject.key: {"outcome": v.outcome, "grade": v.grade, "receipt": v.result["receipt"]} for v in made
        }
    }


def _judged(
    season: Season,
    subjects: Sequence[SeasonSubject],
    *,
    kind: str,
    why: str,
    on: datetime.date,
    by: Account,
    at: datetime.datetime,
) -> list[Verdict]:
    """The new verdicts on these, and on others asked about before whose quota spans some of these too.

    A quota counts its whole group, so that those not asked about yet are looked at too; nothing is kept of them.
    """
    if not subjects:
        return []
    beside = judged.sharing_quotas(season, subjects, kind=kind)
    kept = {subject.pk for subject in subjects} | judged.judged_before(beside)
    asked = judged.asked_of_rules(season, [*subjects, *beside], kind=kind, on=on)
    return kept_verdicts(season, [one for one in asked if one[0].pk in kept], why=why, on=on, by=by, at=at)


def kept_verdicts(
    season: Season, asked: Sequence[judged.Asked], *, why: str, on: datetime.date, by: Account, at: datetime.datetime
) -> list[Verdict]:
    """The verdicts that say something new, now in force in place of those before; part of an act."""
    subjects = [subject for subject, _, _ in asked]
    book = cycles.books_of(season).last()
    current = {v.subject_id: v for v in Verdict.objects.filter(subject__in=subjects, is_current=True)}
    numbers = dict(
        Verdict.objects.filter(subject__in=subjects).values_list("subject_id").annotate(last=Max("number")).order_by()
    )
    made = []
    for subject, row, said in asked:
        before = current.get(subject.pk)
        if before is not None and canonical(before.result) == said.to_text():
            continue
        made.append(
            Verdict(
                season=season,
                subject=subject,
                book=book,
                number=numbers.get(subject.pk, 0) + 1,
                facts_json=canonical(row),
                facts_sha=facts_sha(row),
                outcome=said.outcome,
                grade=said.grade or "",
                voted_grade=said.voted_grade or "",
                is_provisional="quota_provisional" in said.flags,
                result=said.to_json(),
                judged_on=on,
                why=why,
                made_at=at,
                made_by=by,
            )
        )
    Verdict.objects.filter(subject__in=[v.subject_id for v in made], is_current=True).update(is_current=False)
    Verdict.objects.bulk_create(made)
    return made


def judged_again(verdict: Verdict) -> core.Verdict:
    """What the judge says today on the facts and the rulebook kept with a verdict; the same, or the judge changed.

    A quota looks at the whole group, so its state is left out here; the kept one stands in the verdict.
    """
    book = rulebooks.frozen(verdict.book.effective_json)
    rows, kind = [json.loads(verdict.facts_json)], verdict.subject.kind
    with engine.cursor() as cursor:
        return judging.judge(book, kind, rows=rows, cursor=cursor, dialect=engine.dialect(), quotas=False)[0]

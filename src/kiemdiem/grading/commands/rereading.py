"""Changing a reading while the season is open: an act of the competent body, and what it does to the results."""

from collections.abc import Mapping
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.judge import stages
from kiemdiem.core.law.sections.questions import Interpretation
from kiemdiem.cycles import commands as seasons
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading import access
from kiemdiem.grading.commands.judging import kept_verdicts
from kiemdiem.grading.models import Decision, Verdict
from kiemdiem.grading.queries import judged
from kiemdiem.grading.queries.impact import Impact, Moved
from kiemdiem.journal import commands as journal
from kiemdiem.org.days import day_of

ACT = "grading.change_reading"


def change_reading(
    season: Season,
    *,
    question: str,
    reading: str,
    act: seasons.Act,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Impact:
    """The open season under another reading: the undecided judged again at once, the decided kept and listed.

    Rehearsed, it is the preview: which verdicts would change, from what to what, and by which finding.
    Raises: Refused without body, document or reason, in a season that is not open, to whoever may not.
    """
    with journal.act(ACT, by=by, at=at, about=f"season:{season.key}", season=season.key) as told:
        access.must_stand(season, act=ACT)
        seasons.change_reading(season, question=question, reading=reading, act=act, version=version, by=by, at=at)
        season.refresh_from_db()
        impact = _judged_anew(season, why=_why(season, question, document=act.document), by=by, at=at)
        told.rows = _question(season, question).rows
        told.details = {
            "question": question,
            "reading": reading,
            "document": act.document,
            "changed": {one.subject.key: [one.before, one.after] for one in impact.moved if not one.is_decided},
            "decided": sorted(one.subject.key for one in impact.moved if one.is_decided),
            "judged": impact.judged,
        }
        return impact


def _question(season: Season, name: str) -> Interpretation:
    return next(each for each in cycles.book_of(season).interpretations.interpretations if each.key == name)


def _why(season: Season, question: str, *, document: str) -> str:
    return f"Đổi cách hiểu theo {document}: {_question(season, question).question}"[:300]


def _judged_anew(season: Season, *, why: str, by: Account, at: datetime) -> Impact:
    """Every kind judged again, those below before those that count them."""
    moved: list[Moved] = []
    count = 0
    for kind in stages.order(cycles.book_of(season)):
        before = _in_force(season, kind)
        decided = _decided(before)
        subjects = [verdict.subject for verdict in before.values()]
        asked = judged.asked_of_rules(season, subjects, kind=kind, on=day_of(at)) if subjects else []
        moved += [
            one
            for subject, _, said in asked
            if (one := Moved.of(before[subject.pk], said, is_decided=subject.pk in decided)).differs
        ]
        open_ = [each for each in asked if each[0].pk not in decided]
        count += len(kept_verdicts(season, open_, why=why, on=day_of(at), by=by, at=at))
    return Impact(tuple(moved), judged=count)


def _in_force(season: Season, kind: str) -> dict[int, Verdict]:
    found = Verdict.objects.filter(season=season, subject__kind=kind, is_current=True, subject__ended_on__isnull=True)
    ordered = found.select_related("subject__unit", "subject__season", "subject__person")
    return {verdict.subject_id: verdict for verdict in ordered.order_by("subject__sort_key", "subject__key")}


def _decided(verdicts: Mapping[int, Verdict]) -> set[int]:
    rows = Decision.objects.filter(subject__in=list(verdicts), is_current=True)
    return set(rows.values_list("subject_id", flat=True))

"""Changing a reading while the season is open: an act of the competent body, and what it does to the results."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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

ACT, CHANGE = "grading.change_reading", "grading.change_rulebook"


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
    with _around(ACT, season, by=by, at=at) as told:
        seasons.change_reading(season, question=question, reading=reading, act=act, version=version, by=by, at=at)
        impact = _told_of(told, season, act=act, by=by, at=at)
        told.rows = _question(season, question).rows
        told.details |= {"question": question, "reading": reading}
        return impact


def change_rulebook(
    season: Season, *, change: seasons.Change, act: seasons.Act, version: int | None = None, by: Account, at: datetime
) -> Impact:
    """The open season with a gap filled or under other values: the undecided judged again, the decided kept and listed.

    Rehearsed, it is the preview.
    Raises: Refused without body, document or reason, in a season that is not open, to whoever may not.
    """
    with _around(CHANGE, season, by=by, at=at) as told:
        seasons.change_rulebook(season, change=change, act=act, version=version, by=by, at=at)
        impact = _told_of(told, season, act=act, by=by, at=at)
        told.details |= {"change": vars(change)}
        return impact


@contextmanager
def _around(name: str, season: Season, *, by: Account, at: datetime) -> Iterator[journal.Act]:
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as told:
        access.must_stand(season, act=name)
        yield told


def _told_of(told: journal.Act, season: Season, *, act: seasons.Act, by: Account, at: datetime) -> Impact:
    """Everything judged anew under the rulebook just put in force, and told to the journal."""
    season.refresh_from_db()
    what = season.books.latest("number").what.partition(". Lý do: ")[0]
    impact = _judged_anew(season, why=f"Theo {act.document}: {what}"[:300], by=by, at=at)
    told.details = {
        "document": act.document,
        "changed": {one.subject.key: [one.before, one.after] for one in impact.moved if not one.is_decided},
        "decided": sorted(one.subject.key for one in impact.moved if one.is_decided),
        "judged": impact.judged,
    }
    return impact


def _question(season: Season, name: str) -> Interpretation:
    return next(each for each in cycles.book_of(season).interpretations.interpretations if each.key == name)


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

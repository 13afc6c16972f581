"""The organisations put forward and chosen for praise, within the share the rules allow."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, refuse
from kiemdiem.core.process import facts
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import access
from kiemdiem.grading.commands import asking
from kiemdiem.grading.models import Commendation, CommendationProposal
from kiemdiem.grading.queries import results
from kiemdiem.journal import commands as journal
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit

PROPOSE = "grading.propose_commendation"
COMMEND = "grading.commend"


def propose_commendation(
    season: Season,
    subjects: Sequence[SeasonSubject],
    *,
    body: Unit,
    proposed_on: date,
    reason: str = "",
    version: int | None = None,
    by: Account,
    at: datetime,
) -> list[CommendationProposal]:
    """The organisations a body puts forward for praise, in place of those put forward before.

    More may be put forward than the share allows: the body that chooses sees them all and the share.
    Raises: Refused for an organisation that stands below the top grade.
    """
    with journal.act(PROPOSE, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        access.must_stand(season, act=PROPOSE)
        access.must_do(by, PROPOSE, season=season, subject=None, on=at.date())
        asking.must_be_unchanged(*_units(season), version=version)
        asking.must_have_happened(proposed_on, at=at)
        _must_stand_at_top(season, subjects)
        act.happened_on = proposed_on
        act.details = {"proposed": sorted(s.key for s in subjects), "body": body.key, "reason": reason}
        CommendationProposal.objects.filter(season=season, is_current=True).update(is_current=False)
        return [
            CommendationProposal.objects.create(
                season=season,
                subject=subject,
                body=body,
                proposed_on=proposed_on,
                reason=reason.strip(),
                keyed_at=at,
                keyed_by=by,
            )
            for subject in subjects
        ]


def _units(season: Season) -> list[SeasonSubject]:
    return list(cycles.subjects_of(season, kind="cell"))


def _must_stand_at_top(season: Season, subjects: Sequence[SeasonSubject]) -> None:
    if not subjects:
        raise refuse("Chưa ghi đề nghị: chưa chọn chi bộ nào.", todo="Hãy chọn ít nhất một chi bộ.")
    top = {subject.pk for subject in results.units_at_top(season)}
    below = [subject.name for subject in subjects if subject.pk not in top]
    if below:
        raise refuse(
            f"Chưa ghi đề nghị: {', '.join(below)} chưa đạt mức cao nhất.",
            todo="Chỉ đề nghị các chi bộ đang ở mức cao nhất theo kết quả, đề nghị hoặc quyết định.",
        )


def commend(
    season: Season,
    subjects: Sequence[SeasonSubject],
    *,
    body: Unit,
    chosen_on: date,
    document: str,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> list[Commendation]:
    """The organisations a body chose for praise, among those recognised at the top grade, within the share allowed."""
    with journal.act(COMMEND, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        access.must_stand(season, act=COMMEND)
        access.must_do(by, COMMEND, season=season, subject=None, on=at.date())
        asking.must_be_unchanged(*_units(season), version=version)
        asking.must_have_happened(chosen_on, at=at)
        rows = asking.rows_of(_asked(season, subjects, body=body, on=chosen_on))
        act.happened_on, act.rows = chosen_on, rows
        act.details = {"chosen": sorted(s.key for s in subjects), "document": document}
        Commendation.objects.filter(season=season, is_current=True).update(is_current=False)
        return [
            Commendation.objects.create(
                season=season,
                subject=subject,
                body=body,
                entry_key=rows[0] if rows else "",
                chosen_on=chosen_on,
                document=document.strip(),
                keyed_at=at,
                keyed_by=by,
            )
            for subject in subjects
        ]


def _asked(season: Season, subjects: Sequence[SeasonSubject], *, body: Unit, on: date) -> tuple[Answer, ...]:
    top = results.units_decided_at_top(season)
    question = facts.AwardUnits(
        body_kind=org.unit_kind(body, on=on),
        top=tuple(facts.Named(key=s.key, name=s.name) for s in top),
        chosen=tuple(facts.Named(key=s.key, name=s.name) for s in subjects),
    )
    return asking.asked(season, question)

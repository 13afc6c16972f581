"""The act of putting a grade forward to the body that decides."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, refuse
from kiemdiem.core.process import facts
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading import access
from kiemdiem.grading.commands import asking
from kiemdiem.grading.commands.asking import Chosen
from kiemdiem.grading.models import Proposal, Verdict
from kiemdiem.grading.queries import before, results
from kiemdiem.journal import commands as journal
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit

ACT = "grading.propose"


def propose_grades(
    season: Season, chosen: Sequence[Chosen], *, body: Unit, proposed_on: date, by: Account, at: datetime
) -> list[Proposal]:
    """The proposals of a body on a list of subjects, each beside the verdict it saw; earlier ones are replaced.

    Raises: Refused for the whole list: a departure without a reason, a subject already decided, a body not asked.
    """
    with journal.act(ACT, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        access.must_stand(season, act=ACT)
        asking.must_have_happened(proposed_on, at=at)
        rows: dict[str, None] = {}
        made = []
        for one in chosen:
            access.must_do(by, ACT, season=season, subject=one.subject, on=at.date())
            asking.must_be_unchanged(one.subject, version=one.version)
            rows.update(dict.fromkeys(asking.rows_of(_asked(season, one, body=body, on=proposed_on))))
            made.append(_proposed(season, one, body=body, proposed_on=proposed_on, by=by, at=at))
        act.happened_on, act.rows = proposed_on, tuple(rows)
        act.details = {"grades": {one.subject.key: one.grade for one in chosen}, "body": body.key}
        return made


def _asked(season: Season, one: Chosen, *, body: Unit, on: date) -> tuple[Answer, ...]:
    question = facts.ProposeGrade(
        subject_kind=one.subject.kind,
        body_kind=org.unit_kind(body, on=on),
        done_on=on,
        done=(*cycles.steps_done(season), *before.came_first(one.subject, on=on)),
        unfilled_gaps=cycles.unfilled_gaps(season),
    )
    return asking.asked(season, question)


def _proposed(season: Season, one: Chosen, *, body: Unit, proposed_on: date, by: Account, at: datetime) -> Proposal:
    asking.must_be_a_grade(one)
    verdict = asking.verdict_of(one.subject)
    _must_be_proposable(one, verdict)
    Proposal.objects.filter(subject=one.subject, body=body, is_current=True).update(is_current=False)
    return Proposal.objects.create(
        season=season,
        subject=one.subject,
        body=body,
        verdict=verdict,
        grade=one.grade,
        proposed_on=proposed_on,
        reason=one.reason.strip(),
        keyed_at=at,
        keyed_by=by,
    )


def _must_be_proposable(one: Chosen, verdict: Verdict) -> None:
    if results.current_decision(one.subject) is not None:
        raise refuse(
            f"Chưa ghi đề nghị: {one.subject.name} đã có quyết định.",
            todo="Kết quả đã quyết định chỉ được thay bằng xếp loại lại, có ghi lý do.",
        )
    if not one.grade:
        raise refuse(f"Chưa ghi đề nghị về {one.subject.name}: chưa chọn mức.", todo="Hãy chọn mức đề nghị.")
    if one.grade != verdict.grade and not one.reason.strip():
        raise refuse(
            f"Chưa ghi đề nghị về {one.subject.name}: mức đề nghị khác kết quả theo quy định.",
            todo="Ghi lý do đề nghị khác, hoặc chọn đúng mức theo quy định.",
        )

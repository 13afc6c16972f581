"""What the bodies did with the verdicts: propose, recognise, depart with a reason, take over from above."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.process import facts
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.files.models import StoredFile
from kiemdiem.grading import access
from kiemdiem.grading.commands import asking
from kiemdiem.grading.models import Decision, Proposal, Verdict
from kiemdiem.grading.queries import results
from kiemdiem.journal import commands as journal
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit


@dataclass(frozen=True)
class Chosen:
    """The grade a body chose for one subject, and why where it departs; an empty grade leaves it ungraded."""

    subject: SeasonSubject
    grade: str
    reason: str = ""


def propose_grades(
    season: Season, chosen: Sequence[Chosen], *, body: Unit, proposed_on: date, by: Account, at: datetime
) -> list[Proposal]:
    """The proposals of a body on a list of subjects, each beside the verdict it saw; earlier ones are replaced."""
    with journal.act("grading.propose", by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        made = [_proposed(season, one, body=body, proposed_on=proposed_on, by=by, at=at) for one in chosen]
        act.happened_on = proposed_on
        act.details = {"grades": {one.subject.key: one.grade for one in chosen}, "body": body.key}
        return made


def _proposed(season: Season, one: Chosen, *, body: Unit, proposed_on: date, by: Account, at: datetime) -> Proposal:
    access.must_do(by, "grading.propose", season=season, subject=one.subject, on=at.date())
    asking.asked(
        season,
        facts.ProposeGrade(
            subject_kind=one.subject.kind,
            body_kind=org.unit_kind(body, on=proposed_on),
            done_on=proposed_on,
            done=cycles.steps_done(season),
            unfilled_gaps=cycles.unfilled_gaps(season),
        ),
    )
    verdict = asking.verdict_of(one.subject)
    Proposal.objects.filter(subject=one.subject, body=body, is_current=True).update(is_current=False)
    return Proposal.objects.create(
        season=season,
        subject=one.subject,
        body=body,
        verdict=verdict,
        grade=one.grade,
        proposed_on=proposed_on,
        reason=one.reason,
        keyed_at=at,
        keyed_by=by,
    )


def decide_grades(
    season: Season,
    chosen: Sequence[Chosen],
    *,
    body: Unit,
    decided_on: date,
    document: str,
    by: Account,
    at: datetime,
) -> list[Decision]:
    """The decisions of the competent body on a list, all of them or none; a departure needs its reason."""
    with journal.act("grading.decide", by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        made = []
        rows: dict[str, None] = {}
        for one in chosen:
            access.must_do(by, "grading.decide", season=season, subject=one.subject, on=at.date())
            verdict = asking.verdict_of(one.subject)
            answers = asking.asked(season, _decision_facts(one, verdict, body=body, document=document, on=decided_on))
            rows.update(dict.fromkeys(asking.rows_of(answers)))
            made.append(
                _decided(season, one, verdict=verdict, body=body, on=decided_on, document=document, by=by, at=at)
            )
        act.happened_on = decided_on
        act.rows = tuple(rows)
        act.details = {"grades": {one.subject.key: one.grade for one in chosen}, "body": body.key, "document": document}
        return made


def _decision_facts(one: Chosen, verdict: Verdict, *, body: Unit, document: str, on: date) -> facts.RecordDecision:
    result = results.result_of(one.subject)
    return facts.RecordDecision(
        subject_kind=one.subject.kind,
        body_kind=org.unit_kind(body, on=on),
        verdict_outcome=verdict.outcome,
        grade=one.grade,
        proposed_grade=result.proposal.grade if result.proposal else verdict.grade,
        ceiling=verdict.result.get("ceiling") or "",
        departs_reason=one.reason,
        document=document,
        civil_agrees=_civil_agrees(one, result),
        inputs=results.inputs_present(result),
    )


def _reason_proposed(one: Chosen) -> str:
    """The reason already given by whoever proposed the same grade."""
    proposal = results.result_of(one.subject).proposal
    return proposal.reason if proposal is not None and proposal.grade == one.grade else ""


def _civil_agrees(one: Chosen, result: results.Result) -> bool | None:
    """Whether the grade stays within what the conditions allow, the agency's result among them; None without one."""
    ceiling = result.verdict.result.get("ceiling") if result.verdict else None
    if not ceiling or not one.grade or not results.known_by_record(result).get("outside_grade"):
        return None
    subjects = cycles.book_of(one.subject.season).subjects
    scale = subjects.scale(subjects.subject(one.subject.kind).scale or "")
    return scale.rank(one.grade) <= scale.rank(ceiling)


def _decided(
    season: Season,
    one: Chosen,
    *,
    verdict: Verdict,
    body: Unit,
    on: date,
    document: str,
    by: Account,
    at: datetime,
    from_above: bool = False,
    scan: StoredFile | None = None,
) -> Decision:
    before = results.current_decision(one.subject)
    if before is not None:
        if not one.reason:
            raise refuse(
                f"Chưa ghi: {one.subject.name} đã có quyết định {before.document}.",
                todo="Kết quả đã quyết định chỉ được thay bằng xếp loại lại, có ghi lý do.",
            )
        Decision.objects.filter(pk=before.pk).update(is_current=False)
    departs = one.grade != verdict.grade
    reason = one.reason or _reason_proposed(one)
    if departs and not reason:
        raise refuse(
            f"Chưa ghi quyết định về {one.subject.name}: mức quyết định khác kết quả theo quy định.",
            todo="Ghi lý do tập thể quyết định khác, hoặc chọn đúng mức theo quy định.",
        )
    return Decision.objects.create(
        season=season,
        subject=one.subject,
        body=body,
        verdict=verdict,
        number=before.number + 1 if before else 1,
        grade=one.grade,
        decided_on=on,
        document=document,
        from_above=from_above,
        departs=departs,
        reason=reason,
        regrade_of=before,
        scan=scan,
        keyed_at=at,
        keyed_by=by,
    )


def record_decision_above(
    season: Season,
    one: Chosen,
    *,
    body: Unit,
    decided_on: date,
    document: str,
    by: Account,
    at: datetime,
    scan: StoredFile | None = None,
) -> Decision:
    """A decision a higher body took, entered from its document beside what was proposed here."""
    with journal.act("grading.decide", by=by, at=at, about=f"subject:{one.subject.key}", season=season.key) as act:
        access.must_do(by, "grading.decide", season=season, subject=one.subject, on=at.date())
        verdict = asking.verdict_of(one.subject)
        reason = one.reason or ("Theo quyết định của cấp trên." if one.grade != verdict.grade else "")
        act.happened_on = decided_on
        act.details = {"grade": one.grade, "document": document, "above": body.key}
        settled = Chosen(one.subject, one.grade, reason)
        return _decided(
            season,
            settled,
            verdict=verdict,
            body=body,
            on=decided_on,
            document=document,
            by=by,
            at=at,
            from_above=True,
            scan=scan,
        )

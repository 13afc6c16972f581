"""The acts on reports of collectives and cells: writing, sending ahead, completing after the reviews."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, must, refuse
from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import Named, ReviseReport, SendReport
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands import marks, sources, versions
from kiemdiem.reviews.commands.versions import Revision
from kiemdiem.reviews.models import Delivery, Report

WHAT = "báo cáo"


@dataclass(frozen=True)
class Sending:
    """One sending of a report: to whom, on which day, how we know, and the reason if the notice is given up.

    `paper`: the signed paper that tells of a sending on a past day.
    """

    people: tuple[Person, ...]
    sent_on: date
    proof: str
    proof_text: str = ""
    waiver_reason: str = ""
    paper: sources.FromPaper | None = None


def write_report(
    season: Season,
    unit: Unit,
    *,
    kind: str,
    sections: Mapping[str, object],
    finished_on: date | None = None,
    paper: sources.FromPaper | None = None,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Report:
    """The report of that kind of the unit with these sections; with `paper` it is keyed from a signed one.

    Raises: Refused when the unit owes no such report, or it was sent already: then it is completed, not rewritten.
    """
    name = "reviews.key_report" if paper else "reviews.write_report"
    about = f"report:{kind}:{unit.key}"
    with journal.act(name, by=by, at=at, about=about, season=season.key) as act:
        access.must_let(by, act=name, unit=unit, season=season, at=at)
        asked = queries.report_asked(season, unit, kind=kind)
        kept = _begun(season, unit, asked=asked, version=version, by=by, at=at)
        _moved(kept, name)
        if paper is not None:
            if not paper.is_named:
                raise refuse("Chưa ghi được báo cáo nhập thay: thiếu bản giấy làm căn cứ.", todo="Hãy ghi nhập từ đâu.")
            sources.place_source(kept, paper, by=by, at=at)
        kept.sections = {**kept.sections, **queries.tidy(sections, asked.sections)}
        kept.finished_on, kept.keyed_at, kept.keyed_by = finished_on or kept.finished_on, at, by
        kept.save()
        act.happened_on = finished_on
        act.details = {"filled": len(queries.filled(kept.sections)), "owed": len(asked.sections), "paper": kept.paper}
        return kept


def _begun(
    season: Season, unit: Unit, *, asked: queries.ReportAsked, version: int | None, by: Account, at: datetime
) -> Report:
    found = queries.report(season, unit, kind=asked.kind)
    if found is not None:
        return hold(Report, found.pk, version=version)
    return Report.objects.create(
        key=uuid4().hex,
        season=season,
        unit=unit,
        kind=asked.kind,
        form_code=asked.form.code,
        content_set=asked.content_set,
        keyed_at=at,
        keyed_by=by,
    )


def deliver_report(
    report: Report,
    *,
    sending: Sending,
    meeting_on: date,
    recipients: Iterable[Person] = (),
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Answer:
    """The report as sent to these people on that day for the meeting of that day; the answer tells any warning.

    `recipients`: everybody it must reach; those not among them may follow by another sending.
    Raises: Refused while a section it owes is empty, and when it would come too late for the meeting.
    """
    name = "reviews.deliver_report"
    about = f"report:{report.kind}:{report.unit.key}"
    with journal.act(name, by=by, at=at, about=about, season=report.season.key) as act:
        kept = hold(Report, report.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, season=kept.season, at=at)
        _must_be_sendable(sending, at=at)
        answer = _may_send(kept, sending, meeting_on=meeting_on, recipients=tuple(recipients))
        marks.mark(kept, answer, act=name, happened_on=sending.sent_on, by=by, at=at)
        first = kept.state == Report.State.DRAFT
        kept.state = _moved(kept, name)
        kept.save(update_fields=["state"])
        if first:
            versions.write_version(kept, reason="Bản gửi thành viên", happened_on=sending.sent_on, by=by, at=at)
        _write_deliveries(kept, sending, by=by, at=at)
        act.happened_on, act.rows = sending.sent_on, answer.rows
        act.details = {
            "people": len(sending.people),
            "proof": sending.proof,
            "meeting_on": meeting_on.isoformat(),
            "warning": answer.warning,
        }
        return answer


def _must_be_sendable(sending: Sending, *, at: datetime) -> None:
    if not sending.people:
        raise refuse("Chưa ghi được việc gửi báo cáo: chưa chọn người nhận.", todo="Hãy chọn ít nhất một người.")
    if sending.proof not in Delivery.Proof.values:
        raise refuse("Chưa ghi được việc gửi báo cáo: thiếu căn cứ đã gửi.", todo="Hãy chọn cách gửi.")
    sources.must_be_told(sending.sent_on, paper=sending.paper, at=at)


def _may_send(kept: Report, sending: Sending, *, meeting_on: date, recipients: tuple[Person, ...]) -> Answer:
    asked = queries.report_asked(kept.season, kept.unit, kind=kept.kind)
    reached = {person.key for person in sending.people} | queries.reached_by(kept)
    owed = tuple(section.named() for section in asked.sections if section.is_required)
    facts = SendReport(
        form_code=kept.form_code,
        unit_kind=asked.unit_kind,
        sent_on=sending.sent_on,
        meeting_on=meeting_on,
        owed=owed,
        filled=queries.filled(kept.sections),
        recipients=tuple(Named(key=person.key, name=person.full_name) for person in recipients),
        delivered=tuple(sorted(reached)),
        waiver_reason=sending.waiver_reason,
    )
    # Told by a paper it already happened: it is kept with its true day and marked, never turned away.
    return must(gates.may(cycles.book_of(kept.season), facts, recording=sources.is_recording(sending.paper)))


def _write_deliveries(kept: Report, sending: Sending, *, by: Account, at: datetime) -> None:
    had = set(kept.deliveries.filter(withdrawn_at__isnull=True, number=kept.number).values_list("person_id", flat=True))
    told = Delivery(
        report=kept,
        number=kept.number,
        sent_on=sending.sent_on,
        proof=sending.proof,
        proof_text=sending.proof_text,
        keyed_at=at,
        keyed_by=by,
    )
    sources.place_source(told, sending.paper, by=by, at=at)
    shared = {field.attname: getattr(told, field.attname) for field in Delivery._meta.concrete_fields}
    Delivery.objects.bulk_create(
        Delivery(**{**shared, "person_id": person.pk}) for person in sending.people if person.pk not in had
    )


def withdraw_delivery(delivery: Delivery, *, why: str, by: Account, at: datetime) -> Delivery:
    """The delivery no longer counted, with the reason; it stays readable."""
    name = "reviews.withdraw_delivery"
    report = delivery.report
    with journal.act(
        name, by=by, at=at, about=f"report:{report.kind}:{report.unit.key}", season=report.season.key
    ) as act:
        access.must_let(by, act=name, unit=report.unit, season=report.season, at=at)
        if not why.strip():
            raise refuse("Chưa rút được việc gửi: thiếu lý do.", todo="Hãy ghi lý do.")
        act.details = {"person": delivery.person.key, "why": why}
        delivery.withdrawn_at, delivery.withdrawn_by, delivery.withdrawn_why = at, by, why.strip()
        delivery.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        return delivery


def revise_report(
    report: Report,
    *,
    revision: Revision,
    final: bool = False,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Report:
    """The report completed as its next version: after its meeting, and again after the individual reviews.

    `final`: after the individual reviews. What the meeting concluded by then, its own acts wrote down.
    Raises: Refused without a reason, and before its meeting concluded unless a paper tells that it was completed so.
    """
    name = "reviews.revise_report"
    with journal.act(
        name, by=by, at=at, about=f"report:{report.kind}:{report.unit.key}", season=report.season.key
    ) as act:
        kept = hold(Report, report.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, season=kept.season, at=at)
        if not revision.reason.strip():
            raise refuse(
                "Chưa lưu được báo cáo hoàn thiện: thiếu lý do.", todo="Hãy ghi phần nào được bổ sung, vì sao."
            )
        sources.must_be_told(revision.happened_on, paper=revision.paper, at=at)
        if not kept.versions.exists():
            versions.write_version(kept, reason="Bản đầu", happened_on=revision.happened_on, by=by, at=at)
        answer = _may_revise(kept, revision, final=final)
        kept.state = Report.State.COMPLETED if sources.is_recording(revision.paper) else _moved(kept, name)
        kept.completed_on = revision.happened_on
        kept.number += 1
        kept.save()
        versions.write_version(
            kept, reason=revision.reason.strip(), happened_on=revision.happened_on, by=by, at=at, paper=revision.paper
        )
        marks.mark(kept, answer, act=name, happened_on=revision.happened_on, by=by, at=at)
        act.happened_on, act.rows = revision.happened_on, answer.rows
        act.details = {"number": kept.number, "reason": revision.reason, "warning": answer.warning}
        return kept


def _may_revise(kept: Report, revision: Revision, *, final: bool) -> Answer:
    """What the rules say to the completed text, which the report carries from here on."""
    asked = queries.report_asked(kept.season, kept.unit, kind=kept.kind)
    kept.sections = {**kept.sections, **queries.tidy(revision.sections, asked.sections)}
    facts = ReviseReport(
        unit_kind=asked.unit_kind,
        done=queries.concluded_by(kept, day=revision.happened_on),
        filled=queries.filled(kept.sections),
        owed=tuple(section.named() for section in asked.sections if section.is_required),
        final=final,
    )
    return must(gates.may(cycles.book_of(kept.season), facts, recording=sources.is_recording(revision.paper)))


def _moved(kept: Report, name: str) -> str:
    label = kept.get_state_display()
    return access.must_move(access.REPORT, act=name, state=kept.state, label=label, what=WHAT)

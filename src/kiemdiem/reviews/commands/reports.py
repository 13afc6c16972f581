"""The acts on reports of collectives and cells: writing, sending ahead, presenting, completing after the reviews."""

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
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands.self_review_steps import Revision
from kiemdiem.reviews.commands.self_reviews import FromPaper
from kiemdiem.reviews.models import Delivery, Report, ReportVersion
from kiemdiem.reviews.models.paper_source import Entered

WHAT = "báo cáo"


@dataclass(frozen=True)
class Sending:
    """One sending of a report: to whom, on which day, how we know, and the reason if the notice is given up."""

    people: tuple[Person, ...]
    sent_on: date
    proof: str
    proof_text: str = ""
    waiver_reason: str = ""


def write_report(
    season: Season,
    unit: Unit,
    *,
    kind: str,
    sections: Mapping[str, object],
    finished_on: date | None = None,
    paper: FromPaper | None = None,
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
            if not paper.paper.strip():
                raise refuse("Chưa ghi được báo cáo nhập thay: thiếu bản giấy làm căn cứ.", todo="Hãy ghi nhập từ đâu.")
            kept.entered, kept.paper, kept.scan = Entered.PAPER, paper.paper.strip(), paper.scan
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
        answer = _may_send(kept, sending, meeting_on=meeting_on, recipients=tuple(recipients), at=at)
        first = kept.state == Report.State.DRAFT
        kept.state = _moved(kept, name)
        kept.save(update_fields=["state"])
        if first:
            _write_version(kept, reason="Bản gửi thành viên", happened_on=sending.sent_on, by=by, at=at)
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
    if sending.sent_on > day_of(at):
        raise refuse("Chưa ghi được việc gửi báo cáo: ngày gửi chưa đến.", todo="Hãy nhập ngày đã gửi trên thực tế.")


def _may_send(
    kept: Report, sending: Sending, *, meeting_on: date, recipients: tuple[Person, ...], at: datetime
) -> Answer:
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
    # A sending keyed after its day already happened: it is kept with its true day and marked, never turned away.
    return must(gates.may(cycles.book_of(kept.season), facts, recording=sending.sent_on < day_of(at)))


def _write_deliveries(kept: Report, sending: Sending, *, by: Account, at: datetime) -> None:
    had = set(kept.deliveries.filter(withdrawn_at__isnull=True, number=kept.number).values_list("person_id", flat=True))
    Delivery.objects.bulk_create(
        Delivery(
            report=kept,
            number=kept.number,
            person=person,
            sent_on=sending.sent_on,
            proof=sending.proof,
            proof_text=sending.proof_text,
            keyed_at=at,
            keyed_by=by,
        )
        for person in sending.people
        if person.pk not in had
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


def present_report(
    report: Report, *, presented_on: date, version: int | None = None, by: Account, at: datetime
) -> Report:
    """The report as presented to the meeting of that day."""
    name = "reviews.present_report"
    with journal.act(
        name, by=by, at=at, about=f"report:{report.kind}:{report.unit.key}", season=report.season.key
    ) as act:
        kept = hold(Report, report.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, season=kept.season, at=at)
        if kept.number == 1 and not kept.versions.exists():
            _write_version(kept, reason="Bản trình bày", happened_on=presented_on, by=by, at=at)
        kept.state, kept.presented_on = _moved(kept, name), presented_on
        kept.save(update_fields=["state", "presented_on"])
        act.happened_on = presented_on
        return kept


def revise_report(
    report: Report,
    *,
    revision: Revision,
    done: tuple[str, ...] = (),
    final: bool = False,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Report:
    """The report completed as its next version: after its meeting, and again after the individual reviews.

    `done`: what the season has behind it for this unit, as the rules name it; `final`: after the individual reviews.
    Raises: Refused before it was presented, without a reason, and where the rulebook's gate says no.
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
        asked = queries.report_asked(kept.season, kept.unit, kind=kept.kind)
        kept.sections = {**kept.sections, **queries.tidy(revision.sections, asked.sections)}
        facts = ReviseReport(
            unit_kind=asked.unit_kind,
            done=done,
            filled=queries.filled(kept.sections),
            owed=tuple(section.named() for section in asked.sections if section.is_required),
            final=final,
        )
        answer = must(gates.may(cycles.book_of(kept.season), facts, recording=revision.happened_on < day_of(at)))
        kept.state, kept.completed_on = _moved(kept, name), revision.happened_on
        kept.number += 1
        kept.save()
        _write_version(kept, reason=revision.reason.strip(), happened_on=revision.happened_on, by=by, at=at)
        act.happened_on, act.rows = revision.happened_on, answer.rows
        act.details = {"number": kept.number, "reason": revision.reason, "warning": answer.warning}
        return kept


def _write_version(kept: Report, *, reason: str, happened_on: date, by: Account, at: datetime) -> None:
    ReportVersion.objects.create(
        report=kept,
        number=kept.number,
        sections=kept.sections,
        reason=reason,
        happened_on=happened_on,
        made_at=at,
        made_by=by,
    )


def _moved(kept: Report, name: str) -> str:
    label = kept.get_state_display()
    return access.must_move(access.REPORT, act=name, state=kept.state, label=label, what=WHAT)

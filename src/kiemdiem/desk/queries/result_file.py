"""One grade from its first fact to its last paper: every record that has to do with it, in the order it happened."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kiemdiem.ballots.models import Line, Round
from kiemdiem.core.names import search_key
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import commands
from kiemdiem.grading import queries as grading
from kiemdiem.grading.models import Decision, Proposal, ReturnedLine, Verdict
from kiemdiem.journal.models import Entry
from kiemdiem.meetings.models import ReviewLine
from kiemdiem.notices.models import Notice
from kiemdiem.papers import queries as papers
from kiemdiem.papers.models import Paper, ReceivedPaper
from kiemdiem.reviews.models import Attestation, Comment, LeaderPaper, Report, SelfReviewVersion

PREPARED, HELD, VOTED = "Chuẩn bị", "Hội nghị", "Bỏ phiếu"
JUDGED, DECIDED, TOLD, FILED = "Xét kết quả", "Đề nghị, quyết định", "Thông báo", "Giấy tờ"
PARTS = (PREPARED, HELD, VOTED, JUDGED, DECIDED, TOLD, FILED)


@dataclass(frozen=True)
class Record:
    """One record: of which part of the season, what it says, on which day, by whom, and the page that shows it."""

    part: str
    what: str
    on: date | None = None
    who: str = ""
    page: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proof:
    """The verdict in force judged again now from its kept facts: the same facts, the same findings."""

    verdict: Verdict
    same_facts: bool
    same_findings: bool

    @property
    def holds(self) -> bool:
        """Nothing was changed since, and the judge says the same."""
        return self.same_facts and self.same_findings


def subjects_named(season: Season, text: str, *, units: frozenset[int]) -> list[SeasonSubject]:
    """The subjects of the units whose name contains the words, marks aside; all of them for no words."""
    found = cycles.subjects_of(season).filter(unit_id__in=units)
    words = search_key(text).split()
    return [subject for subject in found if all(word in search_key(subject.name) for word in words)]


def records_of(subject: SeasonSubject) -> dict[str, list[Record]]:
    """Every record of the subject by part of the season, each part by day."""
    found = [record for source in SOURCES for record in source(subject)]
    by_part = {part: [record for record in found if record.part == part] for part in PARTS}
    return {part: sorted(records, key=lambda record: record.on or date.max) for part, records in by_part.items()}


def proof_of(verdict: Verdict) -> Proof:
    """The verdict judged again on the spot."""
    same = hashlib.sha256(verdict.facts_json.encode()).hexdigest() == verdict.facts_sha
    again, kept = commands.judged_again(verdict), grading.kept(verdict)
    return Proof(verdict, same, again.findings == kept.findings)


def entries_of(subject: SeasonSubject) -> list[Entry]:
    """What the journal keeps about the subject itself, oldest first."""
    about = {subject.key, f"subject:{subject.key}"}
    if subject.person is not None:
        about |= {f"{kind}:{subject.person.key}" for kind in ("person", "member", "leader")}
    return list(Entry.objects.filter(about__in=about).filter(Q(season=subject.season.key) | Q(season="")))


def _prepared(subject: SeasonSubject) -> Iterator[Record]:
    season = subject.season
    if subject.person is None:
        for report in Report.objects.filter(season=season, unit=subject.unit):
            here = ("reviews:report", (season.key, subject.unit.key, report.kind))
            yield Record(PREPARED, f"Báo cáo: {report.get_state_display()}", None, "", *here)
        return
    key = (season.key, subject.person.key)
    versions = SelfReviewVersion.objects.filter(self_review__season=season, self_review__person=subject.person)
    for each in versions.select_related("made_by"):
        what = f"Bản kiểm điểm, bản {each.number}: {each.reason}"
        yield Record(PREPARED, what, each.happened_on, str(each.made_by), "reviews:self_review", key)
    for comment in Comment.objects.filter(season=season, person=subject.person, replaced_by=None):
        came = f"nhận ngày {comment.received_on:%d/%m/%Y}" if comment.received_on else "chưa nhận"
        what = f"Lấy nhận xét ({comment.form_code}) của {comment.asked_of}: {came}"
        yield Record(PREPARED, what, comment.asked_on, comment.signer)
    if subject.kind == "leader":
        for paper in LeaderPaper.objects.filter(season=season, person=subject.person):
            yield Record(PREPARED, "Nhận xét, đánh giá cán bộ", paper.written_on, "", "reviews:leader", key)


def _stated(subject: SeasonSubject) -> Iterator[Record]:
    for each in Attestation.objects.filter(season=subject.season, subject=subject.key, replaced_by=None):
        what = f"Khẳng định: {each.statement} – {each.level or ('có' if each.holds else 'không')}"
        yield Record(PREPARED, what, each.stated_on, each.stated_by)


def _held(subject: SeasonSubject) -> Iterator[Record]:
    lines = ReviewLine.objects.filter(subject=subject).select_related("meeting")
    for line in lines:
        what = f"{line.meeting.title}: {line.get_state_display().lower()}"
        words = f"{what}. {line.conclusion or line.hold_why}".strip(". ")
        on = line.done_on or line.meeting.held_on or line.meeting.planned_on
        yield Record(HELD, words, on, str(line.chair or ""), "meetings:line", (line.meeting.key, str(line.pk)))


def _voted(subject: SeasonSubject) -> Iterator[Record]:
    lines = Line.objects.filter(subject=subject).select_related("round__meeting")
    for line in lines.order_by("round__held_on", "round__pk"):
        each = line.round
        page = "ballots:result" if each.state == Round.State.LOCKED else "ballots:round"
        what = f"{each.title} (lần {each.attempt}): {each.get_state_display().lower()}"
        yield Record(VOTED, f"{what}. {each.void_why}".strip(". "), each.held_on, "", page, (each.key,))


def _judged(subject: SeasonSubject) -> Iterator[Record]:
    for verdict in Verdict.objects.filter(subject=subject).select_related("made_by"):
        replaced = "" if verdict.is_current else " (đã thay thế)"
        what = f"Lần {verdict.number}: {verdict.get_outcome_display()} – {verdict.why}{replaced}"
        here = ("grading:result", (subject.season.key, subject.key))
        yield Record(JUDGED, what, verdict.judged_on, str(verdict.made_by), *here)


def _decided(subject: SeasonSubject) -> Iterator[Record]:
    for each in Proposal.objects.filter(subject=subject).select_related("keyed_by"):
        yield Record(DECIDED, f"Đề nghị. {each.reason}".strip(), each.proposed_on, str(each.keyed_by))
    for each in ReturnedLine.objects.filter(subject=subject):
        yield Record(DECIDED, f"Trả lại để làm rõ: {each.questions}", each.returned_on, str(each.keyed_by))
    for each in Decision.objects.filter(subject=subject).select_related("keyed_by"):
        departs = f" Khác kết quả xét: {each.reason}" if each.departs else ""
        replaced = "" if each.is_current else " (bị thay thế)"
        what = f"Quyết định {each.document}{replaced}.{departs}"
        yield Record(DECIDED, what, each.decided_on, str(each.keyed_by))


def _told(subject: SeasonSubject) -> Iterator[Record]:
    about = Notice.objects.filter(season=subject.season.key, about=f"subject:{subject.key}", withdrawn_at=None)
    for notice in about:
        given = f"đã gửi, {notice.get_proof_display().lower()}" if notice.given_on else "chưa gửi"
        yield Record(
            TOLD, f"{notice.title}: {given}. {notice.proof_text}".strip(". "), notice.given_on or notice.due_on
        )


def _filed(subject: SeasonSubject) -> Iterator[Record]:
    for paper in Paper.objects.filter(season=subject.season, about=subject.key):
        voided = f" (đã hủy: {paper.voided_why})" if paper.voided_why else ""
        suffix = "pdf" if paper.pdf_id else "docx"
        yield Record(FILED, f"In: {paper.title}{voided}", paper.paper_on, "", "papers:file", (paper.key, suffix))
    if subject.person is not None:
        for received in ReceivedPaper.objects.filter(season=subject.season, person=subject.person):
            here = ("papers:counter_unit", (subject.season.key, received.unit.key))
            yield Record(
                FILED, f"Nhận hồ sơ: {papers.title_of(received)}", received.received_on, received.handed_by, *here
            )


SOURCES = (_prepared, _stated, _held, _voted, _judged, _decided, _told, _filed)

"""Writing the minutes, correcting them by new entries, and signing them twice."""

import hashlib
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.models import Meeting, MinutesEntry, MinutesSignature, OrderMark, ReviewLine, VoteNote
from kiemdiem.org import days
from kiemdiem.org.models import Person
from kiemdiem.reviews.commands import marks


def write_entry(
    meeting: Meeting,
    text: str,
    *,
    kind: str,
    by: Account,
    at: datetime,
    line: ReviewLine | None = None,
    person: Person | None = None,
    speaker: str = "",
) -> MinutesEntry:
    """One more entry of the minutes: a comment, an objection, an opinion read out, an answer."""
    with journal.act(
        "meetings.write_entry", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = Meeting.objects.select_related("unit").get(pk=meeting.pk)
        access.must_let(by, act="meetings.write_entry", unit=meeting.unit, at=at)
        access.must_stand(meeting, "meetings.write_entry")
        _must_fit(meeting, nfc(text), kind=kind, line=line)
        act.details = {"kind": kind, "line": line.subject.key if line else ""}
        return MinutesEntry.objects.create(
            meeting=meeting, line=line, kind=kind, text=nfc(text), person=person, speaker=nfc(speaker),
            written_at=at, written_by=by,
        )  # fmt: skip


def correct_entry(entry: MinutesEntry, text: str, *, reason: str, by: Account, at: datetime) -> MinutesEntry:
    """The entry that stands in place of another, with the reason; the old one stays readable."""
    with journal.act(
        "meetings.correct_entry", by=by, at=at, about=f"meeting:{entry.meeting.key}", season=entry.meeting.season.key
    ) as act:
        entry = MinutesEntry.objects.select_related("meeting__unit", "line").get(pk=entry.pk)
        access.must_let(by, act="meetings.correct_entry", unit=entry.meeting.unit, at=at)
        access.must_stand(entry.meeting, "meetings.correct_entry")
        _must_fit(entry.meeting, nfc(text), kind=entry.kind, line=entry.line)
        if not reason.strip():
            raise refuse("Chưa ghi lý do sửa biên bản.", todo="Hãy ghi rõ lý do; bản cũ vẫn được giữ.")
        if MinutesEntry.objects.filter(replaces=entry).exists():
            raise refuse("Mục này đã được sửa sau khi Đồng chí mở trang.", todo="Hãy tải lại trang và sửa mục mới.")
        act.details = {"entry": entry.pk, "reason": reason.strip()}
        return MinutesEntry.objects.create(
            meeting=entry.meeting, line=entry.line, point=entry.point, kind=entry.kind, text=nfc(text),
            person=entry.person, speaker=entry.speaker, replaces=entry, replace_why=reason.strip(),
            written_at=at, written_by=by,
        )  # fmt: skip


def _must_fit(meeting: Meeting, text: str, *, kind: str, line: ReviewLine | None) -> None:
    if not text:
        raise refuse("Chưa ghi được vào biên bản: nội dung còn trống.")
    if kind not in MinutesEntry.Kind.values:
        raise refuse("Chưa ghi được vào biên bản: loại ý kiến không đúng.")
    if line is not None and line.meeting_id != meeting.pk:
        raise refuse("Chưa ghi được vào biên bản: phần kiểm điểm này thuộc cuộc họp khác.")


def sign_minutes(
    meeting: Meeting, part: str, *, person: Person, signed_on: date, by: Account, at: datetime
) -> MinutesSignature:
    """One of the two signatures under the minutes as they stand.

    Raises: Refused for anybody but the chair and the secretary, before the meeting, and a second time.
    """
    with journal.act(
        "meetings.sign_minutes", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = Meeting.objects.select_related("unit", "chair", "secretary").get(pk=meeting.pk)
        access.must_let(by, act="meetings.sign_minutes", unit=meeting.unit, at=at)
        access.must_stand(meeting, "meetings.sign_minutes")
        owed = {MinutesSignature.Part.CHAIR: meeting.chair, MinutesSignature.Part.SECRETARY: meeting.secretary}.get(
            part
        )
        if owed is None or person.pk != owed.pk:
            raise refuse(
                "Chưa ghi được chữ ký.",
                why="Biên bản do chủ trì và thư ký của chính cuộc họp ký.",
                todo=f"Người ký phần này: {owed.full_name}." if owed else "Hãy chọn phần ký.",
            )
        if not (meeting.held_on and meeting.held_on <= signed_on <= days.day_of(at)):
            raise refuse("Chưa ghi được chữ ký: ngày ký phải từ ngày họp đến hôm nay.")
        if MinutesSignature.objects.filter(meeting=meeting, part=part).exists():
            raise refuse("Phần này đã có chữ ký.")
        text = queries.minutes_text(meeting)
        act.happened_on = signed_on
        act.details = {"part": part, "person": person.key}
        return MinutesSignature.objects.create(
            meeting=meeting, part=part, person=person, signed_on=signed_on,
            text_sha=hashlib.sha256(text.encode()).hexdigest(), keyed_at=at, keyed_by=by,
        )  # fmt: skip


def answer_mark(
    mark: OrderMark,
    answer: str,
    *,
    answered_on: date,
    document: str,
    version: int,
    by: Account,
    at: datetime,
) -> OrderMark:
    """What the body said about something held out of order: accepted, or to be held again."""
    with journal.act(
        "meetings.answer_mark", by=by, at=at, about=f"meeting:{mark.meeting.key}", season=mark.meeting.season.key
    ) as act:
        mark = locks.hold(OrderMark, mark.pk, version=version)
        access.must_let(by, act="meetings.answer_mark", unit=mark.accepting_unit, at=at)
        marks.place_answer(mark, answer, answered_on=answered_on, document=document, by=by, at=at)
        act.happened_on = answered_on
        act.details = {"mark": mark.pk, "answer": answer, "document": mark.document}
    return mark


def note_vote(meeting: Meeting, *, key: str, title: str, settled: bool = False, announced: bool = False) -> VoteNote:
    """How a round of voting stands in the minutes; called by the room of the ballots inside its own acts."""
    note, _ = VoteNote.objects.update_or_create(
        key=key,
        defaults={"meeting": meeting, "title": title, "is_settled": settled, "is_announced": announced},
    )
    return note

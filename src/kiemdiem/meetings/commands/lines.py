"""Going through the steps of one line, concluding it, holding it, and letting it go on."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.commands import marking
from kiemdiem.meetings.models import AgendaPoint, Meeting, MinutesEntry, ReviewLine
from kiemdiem.org import days
from kiemdiem.org.models import Person
from kiemdiem.reviews import commands as reviews

LINE = ReviewLine.State


def complete_step(
    point: AgendaPoint,
    *,
    version: int,
    by: Account,
    at: datetime,
    text: str = "",
    kind: str = MinutesEntry.Kind.NOTE,
    person: Person | None = None,
    speaker: str = "",
    chair: Person | None = None,
) -> AgendaPoint:
    """The step done, with what the minutes say about it; `chair` leads this line in the chair's place from here on.

    `version` is that of the line. Raises: Refused for a step out of its order, a line held, or the chair's own review.
    """
    meeting = point.meeting
    with journal.act(
        "meetings.complete_step", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        line = _held_line(point.line, version=version, act="meetings.complete_step", by=by, at=at)
        point = AgendaPoint.objects.select_related("meeting").get(pk=point.pk)
        if point.done_at:
            raise refuse("Bước này đã ghi là xong.", todo="Hãy ghi thêm ý kiến vào biên bản nếu cần.")
        if chair is not None:
            _give_chair(line, chair)
        passed = marking.pass_gate(line.meeting, queries.step_facts(line, point), line=line, by=by, at=at)
        point.done_at, point.done_by = at, by
        point.save(update_fields=["done_at", "done_by"])
        said = {"kind": kind, "text": nfc(text), "person": person, "speaker": nfc(speaker)}
        if said["text"]:
            MinutesEntry.objects.create(
                meeting=line.meeting, line=line, point=point, written_at=at, written_by=by, **said
            )
        act.rows = passed.rows
        act.details = {"line": line.subject.key, "step": point.step, "warning": passed.warning}
        act.happened_on = queries.sitting_on(line.meeting)
    return point


def conclude_line(
    line: ReviewLine,
    *,
    conclusion: str,
    version: int,
    by: Account,
    at: datetime,
    degree: str = "",
    effect: str = "",
    response: str = "",
    done_on: date | None = None,
) -> ReviewLine:
    """The line concluded by the chair: this review is done, and what was written for it is marked as presented.

    Raises: Refused while a step, a comment that is owed or the conclusion is missing; it holds this line and no other.
    """
    with journal.act(
        "meetings.conclude_line", by=by, at=at, about=f"meeting:{line.meeting.key}", season=line.meeting.season.key
    ) as act:
        line = _held_line(line, version=version, act="meetings.conclude_line", by=by, at=at)
        line.conclusion, line.degree = conclusion.strip(), degree.strip()
        line.effect, line.response = effect.strip(), response.strip()
        day = done_on or queries.sitting_on(line.meeting)
        _must_be_day_of(line.meeting, day, at=at)
        facts = queries.conclusion_facts(line)
        passed = marking.pass_gate(line.meeting, facts, line=line, by=by, at=at)
        if not line.conclusion:
            raise refuse("Chưa thể kết luận: phần kết luận còn trống.", todo="Hãy ghi kết luận của người chủ trì.")
        line.state, line.done_on, line.done_at, line.done_by = LINE.DONE, day, at, by
        line.save()
        AgendaPoint.objects.filter(line=line, done_at__isnull=True).update(done_at=at, done_by=by)
        act.rows = passed.rows
        act.details = {"line": line.subject.key, "warning": passed.warning, "presented": _present(line, by=by, at=at)}
        act.happened_on = line.done_on
    return line


def _present(line: ReviewLine, *, by: Account, at: datetime) -> list[str]:
    """The papers this review presented, by key: the person's self-review, or the reports of the collective.

    The last individual review at a unit also lets its reports take the results in.
    """
    season, subject, day = line.meeting.season, line.subject, line.done_on or queries.sitting_on(line.meeting)
    if subject.person is None:
        reports = reviews.note_report_concluded(season, subject.unit, kind=subject.kind, on=day, by=by, at=at)
        found = [report.key for report in reports]
    else:
        paper = reviews.note_presented(season, subject.person, on=day, concluded=subject.kind == "member")
        found = [paper.key] if paper else []
    if not line.meeting.lines.filter(state=LINE.WAITING).exists():
        reviews.note_individuals_concluded(season, line.meeting.unit, on=day)
    return found


def hold_line(line: ReviewLine, *, why: str, version: int, by: Account, at: datetime, rows: str = "") -> ReviewLine:
    """The line held for the supplementary meeting; all other lines go on."""
    with journal.act(
        "meetings.hold_line", by=by, at=at, about=f"meeting:{line.meeting.key}", season=line.meeting.season.key
    ) as act:
        line = _held_line(line, version=version, act="meetings.hold_line", by=by, at=at)
        if not why.strip():
            raise refuse("Chưa ghi lý do tạm giữ phần kiểm điểm này.", todo="Hãy ghi rõ lý do; lý do vào biên bản.")
        line.state, line.hold_why, line.hold_rows = LINE.HELD, why.strip()[:600], rows
        line.save()
        act.details = {"line": line.subject.key, "why": line.hold_why}
    return line


def release_line(line: ReviewLine, *, reason: str, version: int, by: Account, at: datetime) -> ReviewLine:
    """A held or absent line taken up again in the same meeting: the paper came in, or the person arrived."""
    with journal.act(
        "meetings.release_line", by=by, at=at, about=f"meeting:{line.meeting.key}", season=line.meeting.season.key
    ) as act:
        line = locks.hold(ReviewLine, line.pk, version=version)
        access.must_let(by, act="meetings.release_line", unit=line.meeting.unit, at=at)
        access.must_stand(line.meeting, "meetings.release_line")
        if line.state not in (LINE.HELD, LINE.ABSENT):
            raise refuse("Phần kiểm điểm này không bị tạm giữ.")
        if not reason.strip():
            raise refuse("Chưa ghi lý do tiếp tục phần kiểm điểm này.", todo="Ví dụ: đã nhận được nhận xét, đã đến dự.")
        act.details = {"line": line.subject.key, "was": line.state, "held_why": line.hold_why, "reason": reason.strip()}
        line.state, line.hold_why, line.hold_rows = LINE.WAITING, "", ""
        line.save()
    return line


def _held_line(line: ReviewLine, *, version: int, act: str, by: Account, at: datetime) -> ReviewLine:
    """The line, locked, of an open meeting, still to be reviewed."""
    line = locks.hold(ReviewLine, line.pk, version=version)
    access.must_let(by, act=act, unit=line.meeting.unit, at=at)
    access.must_stand(line.meeting, act)
    if line.state != LINE.WAITING:
        raise refuse(
            f"Chưa làm được: phần kiểm điểm của {line.printed_name} ở trạng thái “{line.get_state_display()}”.",
            why=line.hold_why,
            todo="Hãy cho tiếp tục phần này trước." if line.state != LINE.DONE else "",
        )
    return line


def _give_chair(line: ReviewLine, chair: Person) -> None:
    if chair.pk not in {each.person_id for each in queries.roll_of(line.meeting) if each.present}:
        raise refuse(f"Đồng chí {chair.full_name} không có mặt để chủ trì phần này.")
    line.chair = chair
    line.save(update_fields=["chair"])


def _must_be_day_of(meeting: Meeting, day: date, *, at: datetime) -> None:
    first = meeting.held_on or day
    if day < first or day > days.day_of(at):
        raise refuse(
            "Ngày kết luận không đúng.",
            why=f"Cuộc họp khai mạc ngày {first:%d/%m/%Y}.",
            todo="Hãy ghi ngày họp hoặc ngày họp tiếp.",
        )

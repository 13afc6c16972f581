"""Results sent back with questions, and the answers to them."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import access
from kiemdiem.grading.commands import asking
from kiemdiem.grading.models import ReturnedLine
from kiemdiem.grading.queries import results
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.org.models import Unit


def return_line(
    season: Season,
    subject: SeasonSubject,
    *,
    body: Unit,
    questions: str,
    returned_on: date,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> ReturnedLine:
    """A result sent back with questions; the earlier open return of the same subject is replaced."""
    with journal.act("grading.return_line", by=by, at=at, about=f"subject:{subject.key}", season=season.key) as act:
        access.must_stand(season, act="grading.return_line")
        access.must_do(by, "grading.return_line", season=season, subject=subject, on=at.date())
        asking.must_be_unchanged(subject, version=version)
        asking.must_have_happened(returned_on, at=at)
        if not questions.strip():
            raise refuse("Chưa trả lại: chưa ghi nội dung cần làm rõ.", todo="Hãy nêu rõ từng câu hỏi cho chi bộ.")
        if results.current_decision(subject) is not None:
            raise refuse(
                f"Chưa trả lại: {subject.name} đã được quyết định.", todo="Muốn thay đổi phải xếp loại lại, có lý do."
            )
        act.happened_on = returned_on
        ReturnedLine.objects.filter(subject=subject, is_current=True, answered_on__isnull=True).update(is_current=False)
        return ReturnedLine.objects.create(
            season=season,
            subject=subject,
            body=body,
            verdict=asking.verdict_of(subject),
            returned_on=returned_on,
            questions=questions.strip(),
            keyed_at=at,
            keyed_by=by,
        )


def answer_return(
    returned: ReturnedLine, *, version: int, answer: str, answered_on: date, by: Account, at: datetime
) -> ReturnedLine:
    """The answer of the cell to the questions of a returned line."""
    subject, season = returned.subject, returned.season
    with journal.act("grading.answer_return", by=by, at=at, about=f"subject:{subject.key}", season=season.key) as act:
        access.must_stand(season, act="grading.answer_return")
        access.must_do(by, "grading.answer_return", season=season, subject=subject, on=at.date())
        held = locks.hold(ReturnedLine, returned.pk, version=version)
        _must_be_open(held, answered_on=answered_on, at=at)
        if not answer.strip():
            raise refuse("Chưa gửi: chưa có nội dung trả lời.", todo="Hãy trả lời từng câu hỏi đã nêu.")
        held.answer, held.answered_on, held.answered_at, held.answered_by = answer.strip(), answered_on, at, by
        held.save(update_fields=["answer", "answered_on", "answered_at", "answered_by"])
        act.happened_on = answered_on
        return held


def _must_be_open(returned: ReturnedLine, *, answered_on: date, at: datetime) -> None:
    """Passes while the questions wait, and for a day that fits."""
    if not returned.is_current or returned.answered_on is not None:
        raise refuse("Chưa gửi: nội dung này đã được trả lời hoặc đã thay bằng câu hỏi khác.", todo="Hãy mở lại trang.")
    asking.must_have_happened(answered_on, at=at)
    if answered_on < returned.returned_on:
        raise refuse(
            "Chưa gửi: ngày trả lời trước ngày trả lại.",
            todo=f"Hãy nhập ngày từ {returned.returned_on:%d/%m/%Y} trở đi.",
        )

"""Results sent back with questions and answered, and the organisations chosen for praise."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.process import facts
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import access
from kiemdiem.grading.commands import asking
from kiemdiem.grading.models import Commendation, ReturnedLine
from kiemdiem.grading.queries import results
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit


def return_line(
    season: Season, subject: SeasonSubject, *, body: Unit, questions: str, returned_on: date, by: Account, at: datetime
) -> ReturnedLine:
    """A result sent back with questions; the earlier open return of the same subject is replaced."""
    with journal.act("grading.return_line", by=by, at=at, about=f"subject:{subject.key}", season=season.key) as act:
        access.must_do(by, "grading.return_line", season=season, subject=subject, on=at.date())
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
        access.must_do(by, "grading.answer_return", season=season, subject=subject, on=at.date())
        held = locks.hold(ReturnedLine, returned.pk, version=version)
        if not answer.strip():
            raise refuse("Chưa gửi: chưa có nội dung trả lời.", todo="Hãy trả lời từng câu hỏi đã nêu.")
        held.answer, held.answered_on, held.answered_at, held.answered_by = answer.strip(), answered_on, at, by
        held.save(update_fields=["answer", "answered_on", "answered_at", "answered_by"])
        act.happened_on = answered_on
        return held


def commend(
    season: Season,
    subjects: Sequence[SeasonSubject],
    *,
    body: Unit,
    chosen_on: date,
    document: str,
    by: Account,
    at: datetime,
) -> list[Commendation]:
    """The organisations a body chose for praise, among those recognised at the top grade, within the share allowed."""
    with journal.act("grading.commend", by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        access.must_do(by, "grading.commend", season=season, subject=None, on=at.date())
        top = results.units_decided_at_top(season)
        answers = asking.asked(
            season,
            facts.AwardUnits(
                body_kind=org.unit_kind(body, on=chosen_on),
                top=tuple(facts.Named(key=s.key, name=s.name) for s in top),
                chosen=tuple(facts.Named(key=s.key, name=s.name) for s in subjects),
            ),
        )
        rows = asking.rows_of(answers)
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
                document=document,
                keyed_at=at,
                keyed_by=by,
            )
            for subject in subjects
        ]

"""What changes a decision afterwards: a new grading by the body that decided, or the decision of a higher one."""

from dataclasses import replace
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.files.models import StoredFile
from kiemdiem.grading import access
from kiemdiem.grading.commands import asking
from kiemdiem.grading.commands.asking import Chosen
from kiemdiem.grading.commands.deciding import answers_to
from kiemdiem.grading.commands.settling import Taken, settled
from kiemdiem.grading.models import Decision
from kiemdiem.grading.queries import results
from kiemdiem.journal import commands as journal
from kiemdiem.org.models import Unit

REGRADE = "grading.regrade"
ABOVE = "grading.record_above"


def regrade(
    season: Season, one: Chosen, *, body: Unit, decided_on: date, document: str, by: Account, at: datetime
) -> Decision:
    """The subject graded again by the competent body, after a complaint or a fault found; the old decision is kept.

    It may come after the season is closed: that is when most complaints come.
    Raises: Refused without a reason, for a subject not decided yet, for a grade a higher body decided.
    """
    taken = Taken(body, decided_on, document)
    about = f"subject:{one.subject.key}"
    with journal.act(REGRADE, by=by, at=at, about=about, season=season.key) as act:
        access.must_stand(season, act=REGRADE)
        access.must_do(by, REGRADE, season=season, subject=one.subject, on=at.date())
        asking.must_be_unchanged(one.subject, version=one.version)
        before = _decided_before(one, on=decided_on)
        act.happened_on, act.rows = decided_on, asking.rows_of(answers_to(one, taken, by=by))
        act.details = {"before": before.grade, "grade": one.grade, "document": document, "reason": one.reason}
        return settled(one, taken, by=by, at=at)


def _decided_before(one: Chosen, *, on: date) -> Decision:
    """The decision that would be replaced."""
    before = results.current_decision(one.subject)
    name = one.subject.name
    if before is None:
        raise refuse(f"Chưa xếp loại lại được: {name} chưa có quyết định.", todo="Hãy ghi quyết định lần đầu trước.")
    if before.from_above:
        raise refuse(
            f"Chưa xếp loại lại được: mức của {name} do cấp trên quyết định ({before.document}).",
            todo="Kiến nghị cấp đã quyết định; khi có quyết định mới thì ghi theo quyết định của cấp trên.",
        )
    if on < before.decided_on:
        raise refuse(
            f"Chưa xếp loại lại được: ngày {on:%d/%m/%Y} trước ngày của quyết định đang có hiệu lực.",
            todo=f"Hãy nhập ngày từ {before.decided_on:%d/%m/%Y} trở đi.",
        )
    if not one.reason.strip():
        raise refuse(
            f"Chưa xếp loại lại {name}: chưa ghi lý do.",
            todo="Ghi rõ khuyết điểm hoặc nội dung khiếu nại đã xem xét, kết luận.",
        )
    return before


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
    """A decision a higher body took, entered from its document beside what was proposed here.

    Raises: Refused for a body of the season itself: its decisions go through the rules of the season.
    """
    with journal.act(ABOVE, by=by, at=at, about=f"subject:{one.subject.key}", season=season.key) as act:
        access.must_stand(season, act=ABOVE)
        access.must_do(by, ABOVE, season=season, subject=one.subject, on=at.date())
        asking.must_be_unchanged(one.subject, version=one.version)
        if season.unit_id == body.pk or season.units.filter(unit=body).exists():
            raise refuse(
                "Chưa ghi: tổ chức đã chọn thuộc đợt kiểm điểm này, không phải cấp trên.",
                todo="Chọn đúng cấp trên đã ban hành văn bản; quyết định của tổ chức này ghi ở trang quyết định.",
            )
        act.happened_on = decided_on
        act.details = {"grade": one.grade, "document": document, "above": body.key, "scan": scan.sha256 if scan else ""}
        told = replace(one, reason=one.reason.strip() or "Theo quyết định của cấp trên.")
        return settled(told, Taken(body, decided_on, document, is_above=True, scan=scan), by=by, at=at)

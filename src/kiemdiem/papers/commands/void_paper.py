"""Voiding a paper that was written wrongly; its number stays used."""

from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.journal import commands as journal
from kiemdiem.papers import access
from kiemdiem.papers.models import Paper


def void_paper(paper: Paper, *, why: str, by: Account, at: datetime, version: int) -> Paper:
    """The paper, voided with its reason; its file stays readable.

    Raises: Refused without a reason, when already voided, or when somebody changed it meanwhile.
    """
    access.must_let(by, "papers.void_paper", unit=paper.unit, at=at)
    if not why.strip():
        raise refuse("Chưa hủy được giấy tờ: chưa nêu lý do.", todo="Ghi lý do hủy rồi làm lại.")
    with journal.act("papers.void_paper", by=by, at=at, about=f"paper:{paper.key}", season=paper.season.key) as act:
        changed = (
            Paper.objects.filter(pk=paper.pk, version=version)
            .exclude(state=Paper.State.VOIDED)
            .update(state=Paper.State.VOIDED, voided_at=at, voided_by=by, voided_why=why.strip(), version=version + 1)
        )
        if not changed:
            raise refuse(
                "Chưa hủy được giấy tờ: giấy đã hủy hoặc vừa được người khác sửa.",
                todo="Mở lại danh sách giấy tờ để xem trạng thái mới.",
            )
        act.details = {"why": why.strip()}
    paper.refresh_from_db()
    return paper

"""Giving a received paper back to be completed."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.journal import commands as journal
from kiemdiem.papers import access
from kiemdiem.papers.models import ReceivedPaper


def return_paper(
    received: ReceivedPaper, *, why: str, on: date, by: Account, at: datetime, version: int
) -> ReceivedPaper:
    """The paper as given back; it is owed again.

    Raises: Refused without a reason, before it came in, or when it was given back meanwhile.
    """
    access.must_let(by, "papers.return_paper", unit=received.unit, at=at)
    if not why.strip():
        raise refuse("Chưa trả lại được giấy tờ: chưa nêu lý do.", todo="Ghi lý do trả lại, nêu rõ cần bổ sung gì.")
    if on < received.received_on:
        raise refuse(
            "Chưa trả lại được giấy tờ: ngày trả trước ngày nhận.",
            why=f"Nhận ngày {received.received_on:%d/%m/%Y}.",
            todo="Sửa ngày trả.",
        )
    about = f"received:{received.key}"
    with journal.act("papers.return_paper", by=by, at=at, about=about, season=received.season.key) as act:
        act.happened_on, act.details = on, {"why": why.strip()}
        standing = ReceivedPaper.objects.filter(pk=received.pk, version=version, returned_at__isnull=True)
        changed = standing.update(
            returned_on=on, returned_why=why.strip(), returned_at=at, returned_by=by, version=version + 1
        )
        if not changed:
            raise refuse(
                "Chưa trả lại được giấy tờ: bản này vừa được người khác sửa hoặc đã trả.",
                todo="Mở lại quầy nhận hồ sơ để xem trạng thái mới.",
            )
    received.refresh_from_db()
    return received

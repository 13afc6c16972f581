"""Counting again: because two counts differ, or because a locked count turned out wrong."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access, queries
from kiemdiem.ballots.commands import locking
from kiemdiem.ballots.models import Recount, Round
from kiemdiem.core.answer import refuse
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks


def order_recount(
    round_: Round, *, reason: str, version: int, by: Account, at: datetime, whole: bool = False
) -> Recount:
    """The new pair of counts of the lines on which two counts differ, or of all lines; the old pair stays readable.

    Raises: Refused while a count is missing, or when the two agree.
    """
    with journal.act(
        "ballots.order_recount", by=by, at=at, about=f"round:{round_.key}", season=round_.season.key
    ) as act:
        round_ = locks.hold(Round, round_.pk, version=version)
        access.must_let(by, act="ballots.order_recount", unit=round_.meeting.unit, at=at)
        access.must_stand(round_, "ballots.order_recount")
        _must_give(reason)
        if len(queries.counts_of(round_)) < 2:
            raise refuse("Chưa kiểm lại được: chưa có đủ hai bản kiểm phiếu.", todo="Hãy nhập bản còn lại.")
        found = queries.differences_of(round_)
        if not (found or queries.slip_differences_of(round_) or whole):
            raise refuse(
                "Không có dòng nào lệch nhau để kiểm lại.",
                todo="Nếu số phiếu thu về nhiều hơn phát ra, hãy hủy vòng bỏ phiếu.",
            )
        recount = Recount.objects.create(
            round=round_,
            attempt=round_.counted_attempt + 1,
            lines=[] if whole or round_.is_scored else queries.lines_at_odds(found),
            reason=reason,
            ordered_at=at,
            ordered_by=by,
        )
        round_.counted_attempt = recount.attempt
        round_.save(update_fields=["counted_attempt"])
        act.details = {"attempt": recount.attempt, "lines": recount.lines, "reason": reason}
    return recount


def order_correction(
    round_: Round,
    *,
    reason: str,
    document: str,
    signed_on: date,
    version: int,
    by: Account,
    at: datetime,
    depends: Sequence[str] = (),
) -> Recount:
    """The new pair of counts of a locked round, on a signed paper; it lists what stood on the old figures.

    `depends` is what higher rooms know to stand on them; rounds that followed are found here.
    Raises: Refused while an earlier correction is not keyed yet.
    """
    with journal.act(
        "ballots.order_correction", by=by, at=at, about=f"round:{round_.key}", season=round_.season.key
    ) as act:
        round_ = locks.hold(Round, round_.pk, version=version)
        access.must_let(by, act="ballots.order_correction", unit=round_.meeting.unit, at=at)
        access.must_stand(round_, "ballots.order_correction")
        _must_have_its_slips(round_)
        _must_be_signed(round_, reason=reason, document=document)
        recount = Recount.objects.create(
            round=round_,
            attempt=round_.counted_attempt + 1,
            reason=reason,
            is_correction=True,
            document=document,
            signed_on=signed_on,
            before=queries.figures_of(round_),
            depends=[*queries.rounds_built_on(round_), *depends],
            ordered_at=at,
            ordered_by=by,
        )
        round_.counted_attempt = recount.attempt
        round_.entry = Round.Entry.SHEET
        round_.save(update_fields=["counted_attempt", "entry"])
        act.details = {"attempt": recount.attempt, "reason": reason, "document": document, "depends": recount.depends}
    return recount


def _must_have_its_slips(round_: Round) -> None:
    """Passes unless this round's slips were marked again in a later one."""
    later = queries.reused_by(round_)
    if later is not None:
        raise refuse(
            "Không đếm lại được vòng này.",
            why=f"Phiếu của vòng này đã phát lại cho “{later.title}”.",
            todo="Nếu kết quả không dùng được, hãy tổ chức bỏ phiếu lại các dòng đó.",
        )


def _must_be_signed(round_: Round, *, reason: str, document: str) -> None:
    _must_give(reason)
    if not document.strip():
        raise refuse("Chưa lập được bản sửa đổi: thiếu số, ký hiệu của biên bản kiểm phiếu đã ký lại.")
    if locking.is_open_correction(round_):
        raise refuse("Đã có một bản sửa đổi đang chờ nhập.", todo="Hãy nhập đủ hai lần bản kiểm phiếu đó.")


def _must_give(reason: str) -> None:
    if not reason.strip():
        raise refuse("Chưa ghi lý do kiểm lại.", todo="Hãy ghi rõ lý do; lý do được in trong biên bản kiểm phiếu.")

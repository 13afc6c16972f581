"""The sealed slips: who keeps them, on what order they are opened, and how they end."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access
from kiemdiem.ballots.models import Custody, Round
from kiemdiem.core.answer import refuse
from kiemdiem.journal import commands as journal
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import Person

NEXT = {
    None: (Custody.Act.SEALED,),
    Custody.Act.SEALED: (Custody.Act.OPENED, Custody.Act.DESTROYED),
    Custody.Act.OPENED: (Custody.Act.SEALED,),
    Custody.Act.DESTROYED: (),
}


def record_custody(
    meeting: Meeting,
    step: str,
    *,
    keeper: Person,
    happened_on: date,
    by: Account,
    at: datetime,
    packets: int = 1,
    document: str = "",
    reason: str = "",
    complaints_until: date | None = None,
) -> Custody:
    """The next step in the life of a meeting's slips: sealed, opened on an order, sealed again, destroyed.

    `complaints_until`: the last day for complaints, told when slips are destroyed.
    Raises: Refused out of turn, without order or reason, before every round is settled, on a day still to come, and
    for slips destroyed while somebody may still complain.
    """
    with journal.act(
        "ballots.record_custody", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        access.must_let(by, act="ballots.record_custody", unit=meeting.unit, at=at)
        _must_be_sound(meeting, step, happened_on=happened_on, document=document, reason=reason)
        if happened_on > access.days.day_of(at):
            raise refuse("Chưa ghi nhận được: ngày này chưa đến.", todo="Hãy ghi đúng ngày đã làm.")
        _must_be_past_complaint(step, happened_on=happened_on, until=complaints_until)
        act.happened_on = happened_on
        act.details = {"step": step, "keeper": keeper.key, "packets": packets, "document": document}
        return Custody.objects.create(
            meeting=meeting,
            act=step,
            happened_on=happened_on,
            keeper=keeper,
            packets=packets,
            document=document,
            reason=reason,
            complaints_until=complaints_until if step == Custody.Act.DESTROYED else None,
            keyed_at=at,
            keyed_by=by,
        )


def _must_be_sound(meeting: Meeting, step: str, *, happened_on: date, document: str, reason: str) -> None:
    last = Custody.objects.filter(meeting=meeting).order_by("-id").first()
    _must_follow(last, step, happened_on=happened_on)
    if Round.objects.filter(meeting=meeting).exclude(state__in=["locked", "void"]).exists():
        raise refuse("Chưa niêm phong được: còn vòng bỏ phiếu chưa kiểm xong.", todo="Hãy chốt hoặc hủy vòng đó.")
    if step != Custody.Act.SEALED and not (document.strip() and reason.strip()):
        raise refuse(
            "Chưa ghi nhận được: mở hoặc tiêu hủy phiếu phải có văn bản và lý do.",
            todo="Hãy ghi số, ký hiệu văn bản cho phép và lý do.",
        )


def _must_follow(last: Custody | None, step: str, *, happened_on: date) -> None:
    allowed = NEXT[last.act if last else None]
    if step not in allowed:
        now = f"phiếu đang ở trạng thái “{last.get_act_display()}”" if last else "phiếu chưa được niêm phong"
        raise refuse(f"Chưa ghi nhận được: {now}.", todo="Hãy ghi các bước theo đúng thứ tự đã diễn ra.")
    if last and happened_on < last.happened_on:
        raise refuse(
            "Chưa ghi nhận được: ngày này sớm hơn bước trước.",
            todo=f"Bước trước diễn ra ngày {last.happened_on:%d/%m/%Y}.",
        )


def _must_be_past_complaint(step: str, *, happened_on: date, until: date | None) -> None:
    if step != Custody.Act.DESTROYED:
        return
    if until is None:
        raise refuse(
            "Chưa ghi nhận được việc tiêu hủy: chưa ghi ngày hết thời hạn khiếu nại.", todo="Hãy ghi ngày cuối cùng."
        )
    if happened_on <= until:
        raise refuse(
            f"Chưa được tiêu hủy phiếu: còn thời hạn khiếu nại đến hết ngày {until:%d/%m/%Y}.",
            todo="Hãy giữ nguyên niêm phong đến khi hết thời hạn.",
        )

"""Taking a paper in at the counter."""

from dataclasses import dataclass
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import commands as journal
from kiemdiem.org import days
from kiemdiem.org.models import Person, Unit
from kiemdiem.papers import access, queries
from kiemdiem.papers.models import ReceivedPaper

REPLACED = "Thay bằng bản có xác nhận"


@dataclass(frozen=True)
class Handed:
    """What came over the counter: who brought it, when, whether the cell confirmed it, and a scan if there is one."""

    handed_by: str
    received_on: date
    is_confirmed: bool = False
    remark: str = ""
    scan: StoredFile | None = None


def receive_paper(
    season: Season,
    form_key: str,
    *,
    unit: Unit,
    handed: Handed,
    by: Account,
    at: datetime,
    person: Person | None = None,
) -> ReceivedPaper:
    """The paper as received; it settles every dossier that owes it.

    Raises: Refused when nobody owes such a paper, when it is here already, or when its day lies ahead.
    """
    access.must_let(by, "papers.receive_paper", unit=unit, at=at)
    _must_be_true(handed, at=at)
    owed = queries.owed_papers(season, unit, on=handed.received_on)
    if not any(each.form_key == form_key and each.person == person for each in owed):
        raise refuse(
            "Chưa nhận được giấy tờ này: không có hồ sơ nào của đơn vị cần đến.",
            todo="Chọn lại đơn vị, người và loại giấy tờ trong danh sách còn thiếu.",
        )
    subject = f"{unit.key}:{person.key}" if person else unit.key
    about = f"paper:{form_key}:{subject}"
    with journal.act("papers.receive_paper", by=by, at=at, about=about, season=season.key) as act:
        _give_back_unconfirmed(queries.received(season, form_key, unit=unit, person=person), handed, by=by, at=at)
        number = ReceivedPaper.objects.filter(season=season).count() + 1
        act.happened_on = handed.received_on
        act.details = {"handed_by": handed.handed_by, "confirmed": handed.is_confirmed}
        return ReceivedPaper.objects.create(
            key=f"{season.key}-n{number:05d}", season=season, form_key=form_key, unit=unit, person=person,
            is_confirmed=handed.is_confirmed, handed_by=handed.handed_by.strip(), received_on=handed.received_on,
            remark=handed.remark.strip(), scan=handed.scan, keyed_at=at, keyed_by=by,
        )  # fmt: skip


def _must_be_true(handed: Handed, *, at: datetime) -> None:
    if not handed.handed_by.strip():
        raise refuse("Chưa nhận được giấy tờ: chưa ghi người nộp.", todo="Ghi họ tên người nộp.")
    if handed.received_on > days.day_of(at):
        raise refuse(
            "Chưa nhận được giấy tờ: ngày nhận ở sau hôm nay.",
            why=f"Ngày nhận {handed.received_on:%d/%m/%Y}, hôm nay {days.day_of(at):%d/%m/%Y}.",
            todo="Sửa ngày nhận.",
        )


def _give_back_unconfirmed(standing: ReceivedPaper | None, handed: Handed, *, by: Account, at: datetime) -> None:
    """Gives a copy without confirmation back when the confirmed one comes; any other copy stands in the way."""
    if standing is None:
        return
    if standing.is_confirmed or not handed.is_confirmed:
        raise refuse(
            f"Giấy tờ này đã nhận ngày {standing.received_on:%d/%m/%Y} từ {standing.handed_by}.",
            todo="Nếu nộp bản thay thế, hãy trả lại bản trước rồi nhận bản mới.",
        )
    standing.returned_on, standing.returned_why = max(handed.received_on, standing.received_on), REPLACED
    standing.returned_at, standing.returned_by, standing.version = at, by, standing.version + 1
    standing.save()

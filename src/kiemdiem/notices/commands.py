"""The acts on notices: owing one, recording that it was given, withdrawing one owed in error."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import must, refuse
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.notices import access, queries
from kiemdiem.notices.models import Notice
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Person, Unit


@dataclass(frozen=True)
class Wording:
    """What a notice says: its kind in the rulebook, what it is about, its title and text, and the rows that owe it."""

    kind: str
    about: str
    title: str
    text: str = ""
    rows: tuple[str, ...] = ()


def owe_notice(
    wording: Wording,
    *,
    to: Person | Unit,
    under: Unit,
    due_on: date | None,
    season: str,
    by: Account,
    at: datetime,
) -> Notice:
    """The notice now owed to that person or unit; the same one is not owed twice.

    `under` is the unit whose officer, clerk or secretary may record that it was given.
    """
    person, unit = (to, None) if isinstance(to, Person) else (None, to)
    with journal.act("notices.owe_notice", by=by, at=at, about=wording.about, season=season) as act:
        access.must_let(by, act="notices.owe_notice", unit=under, at=at)
        standing = Notice.objects.filter(
            season=season, kind=wording.kind, about=wording.about, person=person, unit=unit, withdrawn_at__isnull=True
        ).first()
        act.rows = wording.rows
        act.details = {"kind": wording.kind, "due_on": due_on.isoformat() if due_on else ""}
        return standing or Notice.objects.create(
            key=uuid4().hex,
            season=season,
            kind=wording.kind,
            about=wording.about,
            title=wording.title,
            text=wording.text,
            rows=list(wording.rows),
            person=person,
            unit=unit,
            under=under,
            due_on=due_on,
            owed_at=at,
            owed_by=by,
        )


def give_notice(
    notice: Notice,
    *,
    given_on: date,
    proof: str,
    proof_text: str = "",
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Notice:
    """The notice recorded as given on its true day, with its proof; given again it replaces the earlier record.

    Raises: Refused for a day to come, without a proof, and where a rule of its season says no.
    """
    with journal.act("notices.give_notice", by=by, at=at, about=notice.about, season=notice.season) as act:
        held = hold(Notice, notice.pk, version=version)
        access.must_let(by, act="notices.give_notice", unit=held.under, at=at)
        _must_be_possible(held, given_on=given_on, proof=proof, at=at)
        recording = given_on < day_of(at)
        answer = must(queries.said_of_giving(held, given_on=given_on, proof=proof, recording=recording))
        act.happened_on, act.rows = given_on, (*held.rows, *answer.rows)
        earlier = held.given_on.isoformat() if held.given_on else ""
        act.details = {"kind": held.kind, "proof": proof, "earlier": earlier, "warning": answer.warning}
        held.given_on, held.proof, held.proof_text = given_on, proof, proof_text
        held.keyed_at, held.keyed_by = at, by
        held.save(update_fields=["given_on", "proof", "proof_text", "keyed_at", "keyed_by"])
        return held


def give_notices(
    notices: Sequence[Notice], *, given_on: date, proof: str, proof_text: str = "", by: Account, at: datetime
) -> list[Notice]:
    """The notices recorded as given together, by one signed list or one reading aloud: all of them or none."""
    with journal.act("notices.give_notices", by=by, at=at, season=notices[0].season if notices else "") as act:
        if not notices:
            raise refuse("Chưa ghi được: chưa chọn thông báo nào.", todo="Hãy chọn ít nhất một thông báo.")
        act.happened_on = given_on
        act.details = {"count": len(notices), "proof": proof}
        return [
            give_notice(notice, given_on=given_on, proof=proof, proof_text=proof_text, by=by, at=at)
            for notice in notices
        ]


def withdraw_notice(notice: Notice, *, why: str, version: int | None = None, by: Account, at: datetime) -> Notice:
    """The notice no longer owed, with the reason; it stays readable."""
    with journal.act("notices.withdraw_notice", by=by, at=at, about=notice.about, season=notice.season) as act:
        held = hold(Notice, notice.pk, version=version)
        access.must_let(by, act="notices.withdraw_notice", unit=held.under, at=at)
        if not why.strip():
            raise refuse("Chưa rút được thông báo: thiếu lý do.", todo="Hãy ghi lý do rồi làm lại.")
        if held.given_on is not None:
            raise refuse("Không rút được thông báo đã gửi.", todo="Hãy gửi thông báo đính chính.")
        act.details = {"why": why}
        held.withdrawn_at, held.withdrawn_by, held.withdrawn_why = at, by, why
        held.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        return held


def _must_be_possible(notice: Notice, *, given_on: date, proof: str, at: datetime) -> None:
    if notice.withdrawn_at is not None:
        raise refuse("Thông báo này đã được rút.", todo="Hãy chọn thông báo khác.")
    if proof not in Notice.Proof.values:
        raise refuse(
            "Chưa ghi được việc thông báo: thiếu căn cứ đã thông báo.",
            todo="Hãy chọn: đọc tại cuộc họp, danh sách ký nhận hoặc văn bản gửi.",
        )
    if given_on > day_of(at):
        raise refuse(
            "Chưa ghi được việc thông báo: ngày thông báo chưa đến.",
            todo="Hãy nhập ngày đã thông báo trên thực tế.",
            given_on=given_on.isoformat(),
        )

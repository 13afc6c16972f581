"""The acts on comments of residence and workplace: asking for them, receiving them, correcting one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands import sources
from kiemdiem.reviews.models import Comment


@dataclass(frozen=True)
class Said:
    """What a comment says: its text, who signed it, on which day it came, and the paper it is on."""

    text: str
    signer: str
    received_on: date
    paper: sources.FromPaper


def ask_comment(
    season: Season,
    person: Person,
    *,
    kind: str,
    asked_of: str,
    asked_on: date,
    asked_unit: Unit | None = None,
    by: Account,
    at: datetime,
) -> Comment:
    """The comment now asked of that place; asked once, it waits for its answer.

    Raises: Refused when the rulebook wants no such comment about this person, or it was asked already.
    """
    name = "reviews.ask_comment"
    with journal.act(name, by=by, at=at, about=f"member:{person.key}", season=season.key) as act:
        member = queries.member_of(season, person)
        access.must_let(by, act=name, unit=member.unit, season=season, at=at)
        needed = queries.comment_needed(season, member, kind=kind, on=day_of(at))
        if not asked_of.strip():
            raise refuse(
                "Chưa ghi được phiếu lấy ý kiến: thiếu nơi được hỏi.", todo="Hãy nhập tên chi ủy hoặc cơ quan."
            )
        if Comment.objects.filter(season=season, person=person, kind=kind, replaced_by__isnull=True).exists():
            raise refuse("Phiếu này đã gửi lấy ý kiến.", todo="Hãy ghi nhận xét khi nhận được, hoặc đính chính.")
        _must_be_past(asked_on, at=at)
        act.happened_on, act.rows = asked_on, needed.rows
        act.details = {"kind": kind, "asked_of": asked_of}
        return Comment.objects.create(
            key=uuid4().hex,
            season=season,
            person=person,
            kind=kind,
            form_code=needed.form_code,
            asked_of=asked_of.strip(),
            asked_unit=asked_unit,
            asked_on=asked_on,
            keyed_at=at,
            keyed_by=by,
        )


def receive_comment(comment: Comment, *, said: Said, version: int | None = None, by: Account, at: datetime) -> Comment:
    """The comment as it came back, keyed from its paper.

    Raises: Refused without a signer, without text or scan, or when one was received already.
    """
    name = "reviews.receive_comment"
    with journal.act(name, by=by, at=at, about=f"member:{comment.person.key}", season=comment.season.key) as act:
        kept = hold(Comment, comment.pk, version=version)
        _must_let(kept, name, by=by, at=at)
        if kept.received_on is not None:
            raise refuse("Nhận xét này đã được ghi.", todo="Muốn sửa, hãy dùng đính chính và ghi lý do.")
        _write(kept, said, by=by, at=at)
        kept.save()
        act.happened_on, act.details = said.received_on, {"kind": kept.kind, "signer": said.signer}
        return kept


def correct_comment(
    comment: Comment, *, said: Said, reason: str, version: int | None = None, by: Account, at: datetime
) -> Comment:
    """The comment as it should have been keyed, in place of the former, which stays readable."""
    name = "reviews.correct_comment"
    with journal.act(name, by=by, at=at, about=f"member:{comment.person.key}", season=comment.season.key) as act:
        former = hold(Comment, comment.pk, version=version)
        _must_let(former, name, by=by, at=at)
        if not reason.strip():
            raise refuse("Chưa đính chính được: thiếu lý do.", todo="Hãy ghi lý do.")
        if former.replaced_by_id is not None:
            raise refuse("Bản này đã được đính chính.", todo="Hãy mở bản đang có hiệu lực.")
        former.replaced_by = former
        former.save(update_fields=["replaced_by"])
        kept = Comment(
            key=uuid4().hex,
            season=former.season,
            person=former.person,
            kind=former.kind,
            form_code=former.form_code,
            asked_of=former.asked_of,
            asked_unit=former.asked_unit,
            asked_on=former.asked_on,
            reason=reason.strip(),
        )
        _write(kept, said, by=by, at=at)
        kept.save(force_insert=True)
        former.replaced_by = kept
        former.save(update_fields=["replaced_by"])
        act.happened_on, act.details = said.received_on, {"kind": kept.kind, "reason": reason}
        return kept


def _write(kept: Comment, said: Said, *, by: Account, at: datetime) -> None:
    if not said.signer.strip():
        raise refuse("Chưa ghi được nhận xét: thiếu người ký.", todo="Hãy nhập họ tên, chức vụ người ký nhận xét.")
    if not said.text.strip() and said.paper.scan is None and not said.paper.is_whole:
        raise refuse(
            "Chưa ghi được nhận xét: chưa có nội dung.",
            todo="Hãy nhập nội dung, đính bản chụp hoặc đánh dấu giữ bản giấy.",
        )
    sources.must_be_told(said.received_on, paper=said.paper, at=at)
    kept.text, kept.signer = said.text.strip(), said.signer.strip()
    sources.place_source(kept, said.paper, by=by, at=at)
    kept.received_on, kept.received_at, kept.received_by = said.received_on, at, by
    kept.keyed_at, kept.keyed_by = at, by


def _must_let(kept: Comment, name: str, *, by: Account, at: datetime) -> None:
    cell = queries.member_of(kept.season, kept.person).unit
    access.must_let(by, act=name, unit=cell, season=kept.season, at=at)


def _must_be_past(day: date, *, at: datetime) -> None:
    if day > day_of(at):
        raise refuse("Chưa ghi được: ngày này chưa đến.", todo="Hãy nhập ngày trên thực tế.")

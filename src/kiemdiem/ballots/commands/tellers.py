"""Electing those who count, and their secret numbers for one meeting."""

import secrets
from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access
from kiemdiem.ballots.models import Teller
from kiemdiem.core.answer import refuse
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings.models import Attendance, Meeting
from kiemdiem.org.models import Person

PIN_DIGITS = 6
MOST_WRONG = 5


def elect_teller(
    meeting: Meeting, person: Person, *, by: Account, at: datetime, is_head: bool = False
) -> tuple[Teller, str]:
    """The teller elected by the meeting, and the secret number to hand to him; it is shown this once.

    Raises: Refused when the person is not present at this meeting, or is elected already.
    """
    with journal.act(
        "ballots.elect_teller", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        access.must_let(by, act="ballots.elect_teller", unit=meeting.unit, at=at)
        if meeting.state != Meeting.State.OPEN:
            raise refuse("Chưa bầu được tổ kiểm phiếu: cuộc họp chưa khai mạc hoặc đã kết thúc.")
        if not Attendance.objects.filter(meeting=meeting, person=person, present=True).exists():
            raise refuse(
                f"Chưa bầu được đồng chí {person.full_name} vào tổ kiểm phiếu.",
                why="Đồng chí không có mặt tại cuộc họp.",
                todo="Hãy bầu người có mặt, hoặc điểm danh lại.",
            )
        if Teller.objects.filter(meeting=meeting, person=person).exists():
            raise refuse(f"Đồng chí {person.full_name} đã ở trong tổ kiểm phiếu của cuộc họp này.")
        pin = new_pin()
        teller = Teller.objects.create(
            meeting=meeting,
            person=person,
            printed_name=person.full_name,
            is_head=is_head,
            pin_hash=make_password(pin),
            elected_at=at,
            elected_by=by,
        )
        act.details = {"teller": person.key, "is_head": is_head}
        act.happened_on = meeting.held_on
    return teller, pin


def renew_pin(teller: Teller, *, version: int, by: Account, at: datetime) -> str:
    """A new secret number in place of a forgotten or blocked one; shown this once."""
    with journal.act(
        "ballots.renew_pin", by=by, at=at, about=f"meeting:{teller.meeting.key}", season=teller.meeting.season.key
    ) as act:
        teller = locks.hold(Teller, teller.pk, version=version)
        access.must_let(by, act="ballots.renew_pin", unit=teller.meeting.unit, at=at)
        pin = new_pin()
        teller.pin_hash, teller.wrong_pins = make_password(pin), 0
        teller.save(update_fields=["pin_hash", "wrong_pins"])
        act.details = {"teller": teller.person.key}
    return pin


def enter_pin(teller: Teller, pin: str, *, at: datetime) -> bool:
    """Whether the secret number is the teller's; after five wrong ones none is accepted until it is renewed.

    Raises: Refused while the number is blocked, or once the meeting's rounds are no business of a teller any more.
    """
    teller = Teller.objects.select_related("meeting__season").get(pk=teller.pk)
    if teller.meeting.state == Meeting.State.CLOSED:
        raise refuse("Mã kiểm phiếu không còn hiệu lực: cuộc họp đã kết thúc.")
    if teller.wrong_pins >= MOST_WRONG:
        raise refuse(
            "Mã kiểm phiếu đã bị khóa sau năm lần nhập sai.", todo="Nhờ thư ký cuộc họp cấp mã mới cho kiểm phiếu viên."
        )
    right = check_password(pin.strip(), teller.pin_hash)
    with journal.act(
        "ballots.enter_pin",
        by=access.hand_of(teller),
        at=at,
        about=f"meeting:{teller.meeting.key}",
        season=teller.meeting.season.key,
    ) as act:
        # Counted in the row itself, so that guesses made at the same time all count.
        wrong = 0 if right else Teller.objects.get(pk=teller.pk).wrong_pins + 1
        Teller.objects.filter(pk=teller.pk).update(wrong_pins=wrong)
        act.details = {"teller": teller.person.key, "right": right}
    return right


def new_pin() -> str:
    """Six digits drawn at random."""
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}d}"

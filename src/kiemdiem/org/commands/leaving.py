"""Acts by which a member leaves the register: moved, struck off, expelled, died, left."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc
from kiemdiem.journal import locks
from kiemdiem.org.commands import entries
from kiemdiem.org.days import known, overlapping
from kiemdiem.org.models import DEPARTURES, Departure, Leave, Membership, Person, Seat, Standing


def record_departure(
    person: Person, *, kind: str, on: date, by: Account, at: datetime, to_text: str = "", reason: str = ""
) -> Departure:
    """How and when the member left the register; memberships, standing, seats and leave end that day.

    Raises: Refused when he has left already or the day has not come.
    """
    entries.must_be_one_of(kind, DEPARTURES, what="Lý do rời danh sách")
    entries.must_be_past(on, at=at, what="Ngày rời danh sách")
    with entries.acting_on(person, "org.record_departure", by=by, at=at, happened_on=on) as act:
        act.details = {"kind": kind, "to": to_text}
        return leave_register(person, kind=kind, on=on, by=by, at=at, to_text=nfc(to_text), reason=reason)


def record_death(person: Person, *, on: date, by: Account, at: datetime) -> Departure:
    """The member's death; memberships, standing, seats and leave end that day."""
    entries.must_be_past(on, at=at, what="Ngày từ trần")
    with entries.acting_on(person, "org.record_death", by=by, at=at, happened_on=on):
        held = locks.hold(Person, person.pk, version=None)
        held.died_on = on
        held.save(update_fields=["died_on"])
        return leave_register(person, kind="died", on=on, by=by, at=at, to_text="", reason="")


def leave_register(
    person: Person, *, kind: str, on: date, by: Account, at: datetime, to_text: str, reason: str
) -> Departure:
    """Closes what held for the person and writes the departure.

    Raises: Refused when he is on no register that day.
    """
    on_register = Membership.objects.filter(overlapping(on, None), person=person, kind="official").exists()
    gone = Departure.objects.filter(known(), person=person, left_on__gte=on).first()
    if gone is not None or not on_register:
        raise refuse(
            f"Đồng chí {person.full_name} không còn trong danh sách đảng viên vào ngày {on:%d/%m/%Y}.",
            todo="Hãy kiểm tra ngày, hoặc đính chính mục đã ghi.",
        )
    for model in (Membership, Standing, Seat, Leave):
        entries.close_facts(
            model.objects.filter(overlapping(on, None), person=person), on=on, by=by, at=at, reason=reason
        )
    return entries.add_fact(
        Departure, by=by, at=at, person=person, kind=kind, left_on=on, to_text=to_text, reason=reason
    )

"""Acts on seats: who holds which post in which body, from when until when."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.journal import commands as journal_commands
from kiemdiem.org import access, queries
from kiemdiem.org.commands import entries
from kiemdiem.org.commands.units import must_stand
from kiemdiem.org.days import day_of, overlapping
from kiemdiem.org.models import Person, Seat, Unit


def give_seat(
    person: Person,
    unit: Unit,
    *,
    post: str,
    from_on: date,
    by: Account,
    at: datetime,
    until_on: date | None = None,
) -> Seat:
    """The person in the post over the period. The right is asked at the body, not at the person's cell.

    Raises: Refused when he holds that post there already on one of the days.
    """
    entries.must_have_order(from_on, until_on)
    held = entries.must_be_text(post, what="Chức vụ", limit=60)
    with journal_commands.act("org.give_seat", by=by, at=at, about=f"person:{person.key}") as act:
        access.must_not_be_own(by, person)
        access.must_do(by, "org.give_seat", unit=unit, on=day_of(at))
        must_stand(unit, on=from_on)
        if Seat.objects.filter(overlapping(from_on, until_on), person=person, unit=unit, post=held).exists():
            name = queries.unit_name(unit, on=from_on)
            raise refuse(
                f"Đồng chí {person.full_name} đã giữ chức vụ này ở {name} trong thời gian đó.",
                todo="Hãy sửa mục đã có.",
            )
        act.happened_on, act.details = from_on, {"unit": unit.key, "post": held}
        return entries.add_fact(
            Seat, by=by, at=at, person=person, unit=unit, post=held, from_on=from_on, until_on=until_on
        )


def end_seat(seat: Seat, *, on: date, by: Account, at: datetime, reason: str = "") -> None:
    """The seat ended on the day (that day is outside)."""
    with journal_commands.act("org.end_seat", by=by, at=at, about=f"person:{seat.person.key}") as act:
        access.must_not_be_own(by, seat.person)
        access.must_do(by, "org.end_seat", unit=seat.unit, on=day_of(at))
        act.happened_on, act.details = on, {"unit": seat.unit.key, "post": seat.post, "reason": reason}
        entries.end_fact(seat, on=on, by=by, at=at, reason=reason)

"""Acts on where a member takes part and how he stands: official, moved, for a time, exempt, suspended."""

from collections.abc import Iterable
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.journal import locks
from kiemdiem.org import access, queries
from kiemdiem.org.commands import entries
from kiemdiem.org.commands.people import stand_from
from kiemdiem.org.commands.units import must_stand
from kiemdiem.org.days import day_of, in_force, known, overlapping
from kiemdiem.org.models import MEMBERSHIPS, Membership, Person, Standing, Unit


def make_official(person: Person, *, on: date, by: Account, at: datetime) -> Standing:
    """The member as official from the day on.

    Raises: Refused when he is official already or is no probationary member that day.
    """
    entries.must_be_past(on, at=at, what="Ngày chính thức")
    with entries.acting_on(person, "org.make_official", by=by, at=at, happened_on=on):
        held = locks.hold(Person, person.pk, version=None)
        if Standing.objects.filter(overlapping(on, None), person=person, kind="official").exists():
            raise refuse(f"Đồng chí {person.full_name} đã là đảng viên chính thức.", todo="Không cần ghi thêm.")
        probation = Standing.objects.filter(overlapping(on, None), person=person, kind="probationary").first()
        if probation is None or probation.from_on > on:
            raise refuse(
                f"Đồng chí {person.full_name} không phải đảng viên dự bị vào ngày {on:%d/%m/%Y}.",
                todo="Hãy kiểm tra ngày kết nạp.",
            )
        entries.close_facts([probation], on=on, by=by, at=at)
        held.official_on = on
        held.save(update_fields=["official_on"])
        return entries.add_fact(Standing, by=by, at=at, person=person, kind="official", from_on=on)


def move_membership(
    person: Person, to: Unit, *, on: date, by: Account, at: datetime, kind: str = "official", reason: str = ""
) -> Membership:
    """The member taking part in another unit from the day on; the former membership ends that day.

    Raises: Refused when he has none to move, is in that unit already, or it does not stand that day.
    """
    with entries.acting_on(person, "org.move_membership", by=by, at=at, happened_on=on) as act:
        access.must_do(by, "org.move_membership", unit=to, on=day_of(at))
        must_stand(to, on=on)
        now = Membership.objects.filter(in_force(on), person=person, kind=kind).first()
        if now is None:
            raise refuse(
                f"Đồng chí {person.full_name} không có nơi sinh hoạt để chuyển vào ngày {on:%d/%m/%Y}.",
                todo="Hãy ghi nơi sinh hoạt trước.",
            )
        if now.unit_id == to.pk:
            raise refuse("Đồng chí đang ở đúng nơi này.", todo="Hãy chọn tổ chức khác.")
        act.details = {"from": now.unit.key, "to": to.key, "kind": kind}
        if now.from_on == on:
            return entries.replace_fact(now, by=by, at=at, unit=to, reason=reason)
        entries.replace_fact(now, by=by, at=at, until_on=on, reason=reason)
        return entries.add_fact(
            Membership,
            by=by,
            at=at,
            person=person,
            unit=to,
            kind=kind,
            from_on=on,
            until_on=now.until_on,
            reason=reason,
        )


def start_membership(
    person: Person,
    unit: Unit,
    *,
    kind: str,
    from_on: date,
    by: Account,
    at: datetime,
    until_on: date | None = None,
) -> Membership:
    """A membership of that kind over the period: of record (after a return), for a time, or where the member lives.

    Raises: Refused when one of the same kind shares a day with it.
    """
    entries.must_have_order(from_on, until_on)
    entries.must_be_one_of(kind, MEMBERSHIPS, what="Loại sinh hoạt")
    with entries.acting_on(person, "org.start_membership", by=by, at=at, happened_on=from_on) as act:
        must_stand(unit, on=from_on)
        must_not_overlap(person, kind=kind, from_on=from_on, until_on=until_on)
        act.details = {"unit": unit.key, "kind": kind}
        if kind == "official":
            stand_again(person, from_on=from_on, by=by, at=at)
        return entries.add_fact(
            Membership, by=by, at=at, person=person, unit=unit, kind=kind, from_on=from_on, until_on=until_on
        )


def stand_again(person: Person, *, from_on: date, by: Account, at: datetime) -> None:
    """Gives a member who comes back the standing he had when he left: official, or else probationary."""
    mine = Standing.objects.filter(known(), person=person, kind__in=["official", "probationary"])
    if person.admitted_on is None or mine.filter(overlapping(from_on, None)).exists():
        return
    official_on = person.official_on and max(person.official_on, from_on)
    stand_from(person, admitted_on=max(person.admitted_on, from_on), official_on=official_on, by=by, at=at)


def must_not_overlap(person: Person, *, kind: str, from_on: date, until_on: date | None) -> None:
    """Passes when no membership of that kind shares a day with the period.

    Raises: Refused, naming the one that does.
    """
    clash = Membership.objects.filter(overlapping(from_on, until_on), person=person, kind=kind).first()
    if clash is not None:
        name = queries.unit_name(clash.unit, on=clash.from_on)
        raise refuse(
            f"Trùng thời gian: đồng chí {person.full_name} đang ở {name} từ ngày {clash.from_on:%d/%m/%Y}.",
            todo="Hãy dùng việc chuyển sinh hoạt, hoặc ghi ngày kết thúc nơi cũ trước.",
        )


def end_membership(membership: Membership, *, on: date, by: Account, at: datetime, reason: str = "") -> None:
    """The membership ended on the day (that day is outside)."""
    with entries.acting_on(membership.person, "org.end_membership", by=by, at=at, happened_on=on):
        entries.end_fact(membership, on=on, by=by, at=at, reason=reason)


def suspend(
    person: Person, *, from_on: date, by: Account, at: datetime, until_on: date | None = None, reason: str = ""
) -> Standing:
    """The member suspended from Party activity over the period."""
    with entries.acting_on(person, "org.suspend", by=by, at=at, happened_on=from_on):
        return stand(person, "suspended", from_on=from_on, until_on=until_on, by=by, at=at, reason=reason)


def exempt(
    person: Person,
    kinds: Iterable[str] = ("exempt_work", "exempt_activity"),
    *,
    from_on: date,
    by: Account,
    at: datetime,
    until_on: date | None = None,
    reason: str = "",
) -> list[Standing]:
    """The member exempt from work, from activity, or (by default) from both over the period."""
    with entries.acting_on(person, "org.exempt", by=by, at=at, happened_on=from_on) as act:
        wanted = [entries.must_be_one_of(k, ("exempt_work", "exempt_activity"), what="Loại miễn") for k in kinds]
        act.details = {"kinds": wanted}
        return [stand(person, kind, from_on=from_on, until_on=until_on, by=by, at=at, reason=reason) for kind in wanted]


def stand(
    person: Person, kind: str, *, from_on: date, until_on: date | None, by: Account, at: datetime, reason: str
) -> Standing:
    """A standing of that kind over the period.

    Raises: Refused when one of the same kind shares a day with it.
    """
    entries.must_have_order(from_on, until_on)
    if Standing.objects.filter(overlapping(from_on, until_on), person=person, kind=kind).exists():
        raise refuse(f"Đồng chí {person.full_name} đã có mục này trong thời gian đó.", todo="Hãy sửa mục đã có.")
    return entries.add_fact(
        Standing, by=by, at=at, person=person, kind=kind, from_on=from_on, until_on=until_on, reason=reason
    )


def end_standing(standing: Standing, *, on: date, by: Account, at: datetime, reason: str = "") -> None:
    """The standing ended on the day (that day is outside)."""
    with entries.acting_on(standing.person, "org.end_standing", by=by, at=at, happened_on=on):
        entries.end_fact(standing, on=on, by=by, at=at, reason=reason)

"""The act of dividing a unit: some of its members form a new one beside it, from a day on."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.org import access, queries
from kiemdiem.org.commands import entries
from kiemdiem.org.commands.units import must_stand, named
from kiemdiem.org.days import day_of, in_force, overlapping
from kiemdiem.org.models import Membership, Person, Seat, Unit, UnitLink, UnitPeriod, UnitSuccession


def split_unit(
    unit: Unit,
    *,
    name: str,
    people: Sequence[Person],
    on: date,
    reason: str,
    by: Account,
    at: datetime,
    key: str = "",
    cell_kind: str = "",
    keeps_links: bool = True,
) -> Unit:
    """The new unit that the people form from the day on, beside the one they leave, which it names as predecessor.

    The seats they held in the unit end; with `keeps_links` the bodies that belong to it belong to the new one too.
    Raises: Refused when nobody goes, nobody stays, or somebody named is no member of the unit that day.
    """
    called = entries.must_be_text(name, what="Tên tổ chức mới", limit=200)
    why = entries.must_be_reason(reason)
    with entries.acting_at(unit, "org.split_unit", by=by, at=at, happened_on=on) as act:
        before = must_stand(unit, on=on)
        access.must_do(by, "org.split_unit", unit=before.parent or unit, on=day_of(at))
        going = must_divide(unit, people, on=on)
        new = founded(before, called, key=key, cell_kind=cell_kind, on=on, by=by, at=at)
        for membership in going:
            passed_over(membership, to=new, on=on, reason=why, by=by, at=at)
        seats = Seat.objects.filter(overlapping(on, None), unit=unit, person__in=people)
        entries.close_facts(seats, on=on, by=by, at=at, reason=why)
        if keeps_links:
            link_alike(unit, new, on=on, by=by, at=at)
        entries.add_fact(
            UnitSuccession, by=by, at=at, predecessor=unit, successor=new, kind="split", happened_on=on, reason=why
        )
        act.details = {"new": new.key, "name": called, "reason": why, "memberships": len(going)}
    return new


def must_divide(unit: Unit, people: Sequence[Person], *, on: date) -> list[Membership]:
    """The memberships that go over: of the people named, all members of the unit on the day; somebody must stay.

    Raises: Refused.
    """
    here = Membership.objects.filter(in_force(on), unit=unit).exclude(kind="residence").select_related("person")
    going = [each for each in here if each.person in people]
    strangers = [person.full_name for person in people if all(each.person_id != person.pk for each in going)]
    if strangers:
        name = queries.unit_name(unit, on=on)
        raise refuse(
            f"Chưa chia tách: {', '.join(strangers)} không sinh hoạt ở {name} vào ngày {on:%d/%m/%Y}.",
            todo="Hãy bỏ những người này khỏi danh sách, hoặc kiểm tra lại ngày.",
        )
    staying = sum(1 for each in here if each.kind == "official") - sum(1 for each in going if each.kind == "official")
    if not going or not staying:
        raise refuse(
            "Chưa chia tách: phải có đảng viên sang tổ chức mới và đảng viên ở lại.",
            why=f"Sang tổ chức mới {len(going)}, ở lại {staying}.",
            todo="Hãy chọn lại những người sang tổ chức mới; nếu tất cả cùng đổi tên, hãy dùng việc đổi tên.",
            going=len(going),
            staying=staying,
        )
    return going


def founded(before: UnitPeriod, name: str, *, key: str, cell_kind: str, on: date, by: Account, at: datetime) -> Unit:
    """The new unit, of the same kind and under the same parent as the one it comes from.

    Raises: Refused when the key is taken.
    """
    given = entries.must_be_key(key) if key else entries.next_key(Unit, "u")
    if Unit.objects.filter(key=given).exists():
        raise refuse(f"Mã tổ chức “{given}” đã có.", todo="Hãy chọn mã khác.")
    new = Unit.objects.create(key=given)
    values = {"kind": before.kind, "cell_kind": cell_kind or before.cell_kind, "parent": before.parent, **named(name)}
    entries.add_fact(UnitPeriod, by=by, at=at, unit=new, from_on=on, **values)
    return new


def passed_over(membership: Membership, *, to: Unit, on: date, reason: str, by: Account, at: datetime) -> None:
    """The membership goes on in the new unit until it would have ended."""
    if membership.from_on == on:
        entries.replace_fact(membership, by=by, at=at, unit=to, reason=reason)
        return
    entries.replace_fact(membership, by=by, at=at, until_on=on, reason=reason)
    values = {"person": membership.person, "kind": membership.kind, "until_on": membership.until_on}
    entries.add_fact(Membership, by=by, at=at, unit=to, from_on=on, reason=reason, **values)


def link_alike(unit: Unit, new: Unit, *, on: date, by: Account, at: datetime) -> None:
    """The bodies that belong to the one unit belong to the new one as well."""
    for link in UnitLink.objects.filter(in_force(on), cell=unit):
        linked = {"linked_unit": link.linked_unit, "kind": link.kind, "until_on": link.until_on}
        entries.add_fact(UnitLink, by=by, at=at, cell=new, from_on=on, **linked)

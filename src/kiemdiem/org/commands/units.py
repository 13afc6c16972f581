"""Acts on units: found, rename, move, dissolve, merge, link a body to a cell."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import search_key, sort_key
from kiemdiem.journal import commands as journal_commands
from kiemdiem.org import access, queries, tree
from kiemdiem.org.commands import entries
from kiemdiem.org.days import day_of, in_force, known, overlapping
from kiemdiem.org.models import Membership, Seat, Unit, UnitLink, UnitPeriod, UnitSuccession


def found_unit(
    name: str,
    *,
    kind: str,
    parent: Unit | None,
    from_on: date,
    by: Account,
    at: datetime,
    key: str = "",
    cell_kind: str = "",
) -> Unit:
    """A new unit under its parent; the first unit of an installation, or a new root, stands under none.

    Raises: Refused when the key is taken, the parent does not stand on that day, or the account may not.
    """
    called = entries.must_be_text(name, what="Tên tổ chức", limit=200)
    entries.must_be_text(kind, what="Loại tổ chức", limit=60)
    with journal_commands.act("org.found_unit", by=by, at=at, about=f"unit:{key}") as act:
        must_found(parent, by=by, at=at)
        given = entries.must_be_key(key) if key else entries.next_key(Unit, "u")
        if Unit.objects.filter(key=given).exists():
            raise refuse(f"Mã tổ chức “{given}” đã có.", todo="Hãy chọn mã khác.")
        if parent is not None:
            must_stand(parent, on=from_on)
        unit = Unit.objects.create(key=given)
        entries.add_fact(
            UnitPeriod,
            by=by,
            at=at,
            unit=unit,
            kind=kind,
            cell_kind=cell_kind,
            parent=parent,
            from_on=from_on,
            **named(called),
        )
        act.happened_on, act.details = from_on, {"key": given, "name": called, "kind": kind}
    return unit


def named(name: str) -> dict[str, str]:
    """A unit's name with its keys for order and search."""
    return {"name": name, "sort_key": sort_key(name), "search_key": search_key(name)}


def must_found(parent: Unit | None, *, by: Account, at: datetime) -> None:
    """Passes when the account may found a unit there; anybody may found the very first.

    Raises: Refused.
    """
    if parent is not None:
        access.must_do(by, "org.found_unit", unit=parent, on=day_of(at))
    elif Unit.objects.exists() and not access.scope(by, access.ADMINISTRATOR, on=day_of(at), act="org.found_unit"):
        raise refuse(
            "Chưa lập được Đảng bộ đứng riêng.",
            why="Việc này dành cho: Quản trị hệ thống.",
            todo="Đề nghị người quản trị thực hiện.",
        )


def must_stand(unit: Unit, *, on: date) -> UnitPeriod:
    """What the unit is on the day.

    Raises: Refused when it does not stand then.
    """
    period = queries.unit_period(unit, on=on)
    if period is None:
        raise refuse(
            f"{queries.unit_name(unit, on=on)} không hoạt động vào ngày {on:%d/%m/%Y}.",
            todo="Hãy kiểm tra ngày thành lập, giải thể của tổ chức này.",
        )
    return period


def rename_unit(unit: Unit, name: str, *, on: date, by: Account, at: datetime, seen: int | None = None) -> UnitPeriod:
    """The unit under its new name from the day on. `seen` is the id of the period the person saw on the screen."""
    called = entries.must_be_text(name, what="Tên tổ chức", limit=200)
    with entries.acting_at(unit, "org.rename_unit", by=by, at=at, happened_on=on) as act:
        before = must_stand(unit, on=on)
        act.details = {"from": before.name, "to": called}
        return turned(before, on=on, by=by, at=at, seen=seen, values=named(called))


def move_unit(unit: Unit, parent: Unit, *, on: date, by: Account, at: datetime, seen: int | None = None) -> UnitPeriod:
    """The unit under another parent from the day on.

    Raises: Refused when the new parent stands under the unit itself, or does not stand that day.
    """
    with entries.acting_at(unit, "org.move_unit", by=by, at=at, happened_on=on) as act:
        access.must_do(by, "org.move_unit", unit=parent, on=day_of(at))
        must_stand(parent, on=on)
        if unit.pk in tree.ancestors(parent, on=on):
            raise refuse("Không chuyển được một tổ chức vào bên dưới chính nó.", todo="Hãy chọn tổ chức cấp trên khác.")
        act.details = {"to": parent.key}
        return turned(must_stand(unit, on=on), on=on, by=by, at=at, seen=seen, values={"parent": parent})


def turned(
    period: UnitPeriod, *, on: date, by: Account, at: datetime, seen: int | None, values: dict[str, object]
) -> UnitPeriod:
    """The period that follows on the day with other values, ending when the one it follows would have ended."""
    if seen is not None and seen != period.pk:
        raise entries.stale()
    if period.from_on == on:
        return entries.replace_fact(period, by=by, at=at, **values)
    entries.replace_fact(period, by=by, at=at, until_on=on)
    kept = {
        "unit": period.unit,
        "name": period.name,
        "sort_key": period.sort_key,
        "search_key": period.search_key,
        "kind": period.kind,
        "cell_kind": period.cell_kind,
        "parent": period.parent,
        "until_on": period.until_on,
    }
    return entries.add_fact(UnitPeriod, by=by, at=at, **{**kept, **values, "from_on": on})


def dissolve_unit(unit: Unit, *, on: date, reason: str, by: Account, at: datetime) -> None:
    """The unit stands no longer from the day on; its seats end.

    Raises: Refused while members take part in it or units stand under it.
    """
    why = entries.must_be_reason(reason)
    with entries.acting_at(unit, "org.dissolve_unit", by=by, at=at, happened_on=on) as act:
        act.details = {"reason": why}
        must_be_empty(unit, on=on)
        end_unit(unit, on=on, reason=why, by=by, at=at)


def must_be_empty(unit: Unit, *, on: date) -> None:
    """Passes when nobody takes part in the unit and no unit stands under it on the day.

    Raises: Refused.
    """
    members = Membership.objects.filter(overlapping(on, None), unit=unit, kind="official").count()
    below = UnitPeriod.objects.filter(overlapping(on, None), parent=unit).count()
    if members or below:
        raise refuse(
            f"Chưa giải thể được {queries.unit_name(unit, on=on)}.",
            why=f"Còn {members} đảng viên và {below} tổ chức trực thuộc.",
            todo="Hãy chuyển đảng viên và tổ chức trực thuộc đi nơi khác, hoặc dùng việc sáp nhập.",
            members=members,
            units=below,
        )


def end_unit(unit: Unit, *, on: date, reason: str, by: Account, at: datetime) -> None:
    """Closes the unit's period, its seats, links and remaining memberships (for a time, residence) on the day."""
    must_stand(unit, on=on)
    held = overlapping(on, None)
    for model in (UnitPeriod, Seat, Membership):
        entries.close_facts(model.objects.filter(held, unit=unit), on=on, by=by, at=at, reason=reason)
    entries.close_facts(UnitLink.objects.filter(held, cell=unit), on=on, by=by, at=at, reason=reason)


def merge_units(units: Sequence[Unit], *, into: Unit, on: date, reason: str, by: Account, at: datetime) -> int:
    """How many memberships went from the units, which end on the day, into the one that takes their place.

    Units under them move as well.
    """
    why = entries.must_be_reason(reason)
    with entries.acting_at(into, "org.merge_units", by=by, at=at, happened_on=on) as act:
        must_stand(into, on=on)
        moved = 0
        for unit in units:
            if unit.pk == into.pk:
                raise refuse("Một tổ chức không sáp nhập vào chính nó.", todo="Hãy bỏ tổ chức nhận ra khỏi danh sách.")
            if unit.pk in tree.ancestors(into, on=on):
                raise refuse(
                    "Một tổ chức không sáp nhập vào tổ chức trực thuộc nó.", todo="Hãy chọn tổ chức khác để nhận."
                )
            access.must_do(by, "org.merge_units", unit=unit, on=day_of(at))
            moved += empty_into(unit, into, on=on, reason=why, by=by, at=at)
            end_unit(unit, on=on, reason=why, by=by, at=at)
            entries.add_fact(
                UnitSuccession,
                by=by,
                at=at,
                predecessor=unit,
                successor=into,
                kind="merged",
                happened_on=on,
                reason=why,
            )
        act.details = {"units": [unit.key for unit in units], "reason": why, "memberships": moved}
    return moved


def empty_into(unit: Unit, into: Unit, *, on: date, reason: str, by: Account, at: datetime) -> int:
    """How many memberships went over; the units under the one go over too."""
    moved = list(Membership.objects.filter(overlapping(on, None), unit=unit))
    for membership in moved:
        if membership.from_on < on:
            entries.replace_fact(membership, by=by, at=at, until_on=on, reason=reason)
            entries.add_fact(
                Membership,
                by=by,
                at=at,
                person=membership.person,
                unit=into,
                kind=membership.kind,
                from_on=on,
                until_on=membership.until_on,
                reason=reason,
            )
        else:
            entries.replace_fact(membership, by=by, at=at, unit=into, reason=reason)
    for below in UnitPeriod.objects.filter(in_force(on), parent=unit):
        turned(below, on=on, by=by, at=at, seen=None, values={"parent": into})
    return len(moved)


def link_unit(cell: Unit, linked_unit: Unit, *, kind: str, from_on: date, by: Account, at: datetime) -> UnitLink:
    """That a government, Front or mass body belongs to the cell from the day on.

    Raises: Refused when it does already.
    """
    with entries.acting_at(cell, "org.link_unit", by=by, at=at, happened_on=from_on) as act:
        if UnitLink.objects.filter(overlapping(from_on, None), cell=cell, linked_unit=linked_unit).exists():
            raise refuse("Tổ chức này đã được gắn với chi bộ.", todo="Không cần gắn thêm lần nữa.")
        act.details = {"linked": linked_unit.key, "kind": kind}
        return entries.add_fact(UnitLink, by=by, at=at, cell=cell, linked_unit=linked_unit, kind=kind, from_on=from_on)


def unlink_unit(link: UnitLink, *, on: date, by: Account, at: datetime) -> None:
    """That the body belongs to the cell no longer from the day on."""
    with entries.acting_at(link.cell, "org.unlink_unit", by=by, at=at, happened_on=on):
        entries.close_facts(UnitLink.objects.filter(known(), pk=link.pk), on=on, by=by, at=at)

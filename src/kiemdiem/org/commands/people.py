"""Acts that bring people into the files: register, admit, correct who they are, tie an account to them."""

from datetime import date, datetime
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc, person_sort_key, search_key
from kiemdiem.journal import commands as journal_commands
from kiemdiem.journal import locks
from kiemdiem.org import access
from kiemdiem.org.commands import entries
from kiemdiem.org.commands.units import must_stand
from kiemdiem.org.days import day_of, known
from kiemdiem.org.models import Membership, Person, Seat, Standing, Unit

IDENTITY = ("full_name", "birth_on", "id_number", "gender")
PARTY_DAYS = ("admitted_on", "official_on")


def register_person(
    full_name: str,
    *,
    cell: Unit,
    from_on: date,
    admitted_on: date | None,
    by: Account,
    at: datetime,
    official_on: date | None = None,
    birth_on: date | None = None,
    id_number: str = "",
    gender: str = "",
    key: str = "",
) -> Person:
    """A member entered on the register of a cell from the day on, official since `official_on`, else probationary.

    Raises: Refused when the number belongs to somebody, a day does not fit, or the cell does not stand then.
    """
    who = identity(full_name, birth_on=birth_on, id_number=id_number, gender=gender)
    must_follow(admitted_on, official_on)
    with journal_commands.act("org.register_person", by=by, at=at, about=f"unit:{cell.key}") as act:
        access.must_do(by, "org.register_person", unit=cell, on=day_of(at))
        must_stand(cell, on=from_on)
        person = written(who, key=key, by=by, at=at, admitted_on=admitted_on, official_on=official_on)
        entries.add_fact(Membership, by=by, at=at, person=person, unit=cell, kind="official", from_on=from_on)
        stand_from(person, admitted_on=admitted_on or from_on, official_on=official_on, by=by, at=at)
        act.happened_on, act.details = from_on, {"person": person.key}
    return person


def stand_from(person: Person, *, admitted_on: date, official_on: date | None, by: Account, at: datetime) -> None:
    """Writes the member's probationary and official standing."""
    if official_on is None or admitted_on < official_on:
        entries.add_fact(
            Standing, by=by, at=at, person=person, kind="probationary", from_on=admitted_on, until_on=official_on
        )
    if official_on is not None:
        entries.add_fact(Standing, by=by, at=at, person=person, kind="official", from_on=official_on)


def admit_person(
    full_name: str,
    *,
    cell: Unit,
    admitted_on: date,
    by: Account,
    at: datetime,
    birth_on: date | None = None,
    id_number: str = "",
    gender: str = "",
    key: str = "",
) -> Person:
    """A newly admitted, probationary member of the cell."""
    who = identity(full_name, birth_on=birth_on, id_number=id_number, gender=gender)
    entries.must_be_past(admitted_on, at=at, what="Ngày kết nạp")
    with journal_commands.act("org.admit_person", by=by, at=at, about=f"unit:{cell.key}") as act:
        access.must_do(by, "org.admit_person", unit=cell, on=day_of(at))
        must_stand(cell, on=admitted_on)
        person = written(who, key=key, by=by, at=at, admitted_on=admitted_on)
        entries.add_fact(Membership, by=by, at=at, person=person, unit=cell, kind="official", from_on=admitted_on)
        stand_from(person, admitted_on=admitted_on, official_on=None, by=by, at=at)
        act.happened_on, act.details = admitted_on, {"person": person.key}
    return person


def register_outsider(
    full_name: str,
    *,
    body: Unit,
    post: str,
    from_on: date,
    by: Account,
    at: datetime,
    birth_on: date | None = None,
    id_number: str = "",
    gender: str = "",
    key: str = "",
) -> Person:
    """A person outside the Party with a seat in a body: invited, voting where that body's rule says, never graded."""
    who = identity(full_name, birth_on=birth_on, id_number=id_number, gender=gender)
    with journal_commands.act("org.register_outsider", by=by, at=at, about=f"unit:{body.key}") as act:
        access.must_do(by, "org.register_outsider", unit=body, on=day_of(at))
        must_stand(body, on=from_on)
        person = written(who, key=key, by=by, at=at)
        entries.add_fact(Seat, by=by, at=at, person=person, unit=body, post=post, from_on=from_on)
        act.happened_on, act.details = from_on, {"person": person.key, "post": post}
    return person


def correct_person(
    person: Person, *, reason: str, by: Account, at: datetime, version: int | None, **values: Any
) -> Person:
    """The person with corrected identity or Party days; what stood before stays in the journal.

    `values`: any of full_name, birth_on, id_number, gender, admitted_on, official_on.
    Raises: Refused when somebody changed the person meanwhile, or the number belongs to somebody else.
    """
    why = entries.must_be_reason(reason)
    with entries.acting_on(person, "org.correct_person", by=by, at=at) as act:
        held = locks.hold(Person, person.pk, version=version)
        now = {name: getattr(held, name) for name in (*IDENTITY, *PARTY_DAYS)}
        asked = {**now, **values}
        after = identity(
            asked["full_name"],
            birth_on=asked["birth_on"],
            id_number=asked["id_number"] or "",
            gender=asked["gender"],
        )
        must_be_free(after["id_number"], but=held, by=by, at=at)
        must_follow(asked["admitted_on"], asked["official_on"])
        after.update({name: asked[name] for name in PARTY_DAYS})
        if all(after[name] == now[name] for name in now):
            raise refuse("Chưa có gì được sửa.", todo="Hãy sửa ít nhất một ô rồi lưu.")
        act.details = {
            "reason": why,
            "before": {name: str(now[name] or "") for name in values},
            "after": {name: str(after[name] or "") for name in values},
        }
        for name, value in after.items():
            setattr(held, name, value)
        held.save(update_fields=list(after))
        if any(now[name] != after[name] for name in PARTY_DAYS):
            stand_anew(held, reason=why, by=by, at=at)
    return held


def stand_anew(person: Person, *, reason: str, by: Account, at: datetime) -> None:
    """Writes the probationary and official standing again from the person's corrected days; who left stays away."""
    mine = Standing.objects.filter(known(), person=person, kind__in=["probationary", "official"])
    before = list(mine)
    ends = [standing.until_on for standing in before]
    for standing in before:
        entries.supersede(standing, by=by, at=at, reason=reason)
    if person.admitted_on is not None or person.official_on is not None:
        first = person.admitted_on or person.official_on
        stand_from(person, admitted_on=first, official_on=person.official_on, by=by, at=at)
    if ends and None not in ends:
        entries.close_facts(mine.filter(until_on=None), on=max(ends), by=by, at=at, reason=reason)


def tie_account(person: Person, account: Account | None, *, by: Account, at: datetime) -> Person:
    """The person with his own account, or with none.

    Raises: Refused when the account belongs to somebody else.
    """
    with entries.acting_on(person, "org.tie_account", by=by, at=at) as act:
        if account is not None and Person.objects.filter(account=account).exclude(pk=person.pk).exists():
            raise refuse("Tài khoản này đã gắn với người khác.", todo="Hãy chọn tài khoản khác.")
        held = locks.hold(Person, person.pk, version=None)
        held.account = account
        held.save(update_fields=["account"])
        act.details = {"account": account.username if account else ""}
    return held


def identity(full_name: str, *, birth_on: date | None, id_number: str, gender: str) -> dict[str, Any]:
    """Who a person is, with the keys for order and search, in the form the table keeps.

    Raises: Refused when the name is missing or the number has not twelve digits.
    """
    name = entries.must_be_text(full_name, what="Họ và tên", limit=120)
    number = nfc(id_number)
    if number and not (len(number) == 12 and number.isascii() and number.isdecimal()):
        raise refuse(
            f"Số định danh “{number[:20]}” có {len(number)} ký tự.",
            why="Số định danh cá nhân gồm đúng 12 chữ số.",
            todo="Hãy nhập đủ 12 chữ số (kể cả số 0 ở đầu) hoặc để trống.",
        )
    entries.must_be_one_of(gender, ("", "male", "female"), what="Giới tính")
    return {
        "full_name": name,
        "sort_key": person_sort_key(name),
        "search_key": search_key(name),
        "birth_on": birth_on,
        "id_number": number or None,
        "gender": gender,
    }


def written(who: dict[str, Any], *, key: str, by: Account, at: datetime, **days: date | None) -> Person:
    """The person as a new row.

    Raises: Refused when the number or the key belongs to somebody already.
    """
    must_be_free(who["id_number"], but=None, by=by, at=at)
    given = entries.must_be_key(key) if key else entries.next_key(Person, "p")
    if Person.objects.filter(key=given).exists():
        raise refuse(f"Mã người “{given}” đã có.", todo="Hãy chọn mã khác.")
    return Person.objects.create(key=given, known_by=by, known_at=at, **who, **days)


def must_be_free(number: str | None, *, but: Person | None, by: Account, at: datetime) -> None:
    """Passes when no other person has the number.

    Raises: Refused, naming who has it only to those who may open his file.
    """
    holders = Person.objects.filter(id_number=number) if number else Person.objects.none()
    holder = holders.exclude(pk=but.pk if but else None).first()
    if holder is not None:
        is_seen = access.may_see_person(by, holder, on=day_of(at))
        whose = f"đồng chí {holder.full_name}" if is_seen else "một người ở nơi khác"
        raise refuse(
            f"Số định danh {number} đã ghi cho {whose}.",
            todo="Nếu là cùng một người, hãy mở hồ sơ đã có; nếu không, hãy kiểm tra lại số.",
        )


def must_follow(admitted_on: date | None, official_on: date | None) -> None:
    """Passes when the member became official after he was admitted.

    Raises: Refused.
    """
    if admitted_on and official_on and official_on < admitted_on:
        raise refuse(
            f"Ngày chính thức {official_on:%d/%m/%Y} trước ngày kết nạp {admitted_on:%d/%m/%Y}.",
            todo="Hãy sửa lại một trong hai ngày.",
        )

"""How facts are written: added, closed by a day, replaced by another entry, withdrawn — never changed in place."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused, refuse
from kiemdiem.core.names import nfc
from kiemdiem.journal import commands as journal_commands
from kiemdiem.org import access
from kiemdiem.org.days import day_of, known
from kiemdiem.org.models import Person, Unit
from kiemdiem.org.models.known import Known

F = TypeVar("F", bound=Known)
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


@contextmanager
def acting_at(
    unit: Unit, act: str, *, by: Account, at: datetime, happened_on: date | None = None
) -> Iterator[journal_commands.Act]:
    """Carries out an act on a unit by somebody who may."""
    with journal_commands.act(act, by=by, at=at, about=f"unit:{unit.key}") as told:
        access.must_do(by, act, unit=unit, on=day_of(at))
        told.happened_on = happened_on
        yield told


@contextmanager
def acting_on(
    person: Person, act: str, *, by: Account, at: datetime, happened_on: date | None = None
) -> Iterator[journal_commands.Act]:
    """Carries out an act on a person's file by somebody who may there, and whose own file it is not."""
    with journal_commands.act(act, by=by, at=at, about=f"person:{person.key}") as told:
        access.must_do_on(by, act, person=person, on=day_of(at))
        told.happened_on = happened_on
        yield told


def add_fact(model: type[F], *, by: Account, at: datetime, **values: Any) -> F:
    """A new fact, known from now on."""
    return model._default_manager.create(known_by=by, known_at=at, **values)


def supersede(fact: Known, *, by: Account, at: datetime, reason: str = "") -> None:
    """Marks that another entry, or none, stands in the fact's place from now on.

    Raises: Refused when somebody else did so meanwhile.
    """
    rows = type(fact)._default_manager.filter(pk=fact.pk, superseded_at__isnull=True)
    because = {"reason": reason} if reason else {}
    if not rows.update(superseded_at=at, superseded_by=by, **because):
        raise stale()


def stale() -> Refused:
    """The refusal for an entry that somebody else changed meanwhile."""
    return refuse(
        "Chưa lưu: có người vừa sửa mục này sau khi Đồng chí mở trang.",
        todo="Hãy tải lại trang, xem nội dung mới rồi nhập lại phần của mình.",
    )


def replace_fact(fact: F, *, by: Account, at: datetime, **values: Any) -> F:
    """The same fact with other values, in the place of the one given."""
    supersede(fact, by=by, at=at)
    kept = {
        field.name: getattr(fact, field.name)
        for field in fact._meta.concrete_fields
        if not field.primary_key and field.name not in {"known_at", "known_by", "superseded_at", "superseded_by"}
    }
    return add_fact(type(fact), by=by, at=at, **{**kept, **values})


def end_fact(fact: Any, *, on: date, by: Account, at: datetime, reason: str = "") -> None:
    """The one fact ended on the day (that day is outside).

    Raises: Refused when it had ended by then, or somebody replaced it meanwhile.
    """
    kept = type(fact).objects.filter(known(), pk=fact.pk).first()
    if kept is None:
        raise refuse("Chưa ghi được: mục này vừa được sửa ở nơi khác.", todo="Hãy mở lại trang rồi làm lại.")
    if kept.until_on is not None and kept.until_on <= on:
        raise refuse(
            f"Chưa ghi được: mục này đã kết thúc từ ngày {kept.until_on:%d/%m/%Y}.",
            todo="Nếu ngày đó ghi sai, hãy đính chính mục này và nêu lý do.",
        )
    close_facts([kept], on=on, by=by, at=at, reason=reason)


def close_facts(facts: Iterable[Any], *, on: date, by: Account, at: datetime, reason: str = "") -> int:
    """How many facts were made to end on the day (outside); those that would begin later are withdrawn."""
    count = 0
    for fact in facts:
        if fact.from_on < on:
            replace_fact(fact, by=by, at=at, until_on=on, reason=reason)
        else:
            supersede(fact, by=by, at=at, reason=reason)
        count += 1
    return count


def next_key(model: type[Model], prefix: str) -> str:
    """A key nobody has yet: the prefix and the next number."""
    number = model._default_manager.count() + 1
    while model._default_manager.filter(key=f"{prefix}{number:05d}").exists():
        number += 1
    return f"{prefix}{number:05d}"


def must_be_key(key: str) -> str:
    """The key when addresses and files can carry it.

    Raises: Refused.
    """
    if not KEY.fullmatch(key):
        raise refuse(
            f"Mã “{key[:80]}” không dùng được.", todo="Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch; tối đa 60 ký tự."
        )
    return key


def must_be_text(text: str, *, what: str, limit: int) -> str:
    """The text in one written form.

    Raises: Refused when it is empty or longer than the limit.
    """
    kept = nfc(text)
    if not kept:
        raise refuse(f"{what} còn trống.", todo=f"Hãy nhập {what[0].lower()}{what[1:]}.")
    if len(kept) > limit:
        raise refuse(f"{what} dài {len(kept)} ký tự.", todo=f"Hãy rút gọn còn tối đa {limit} ký tự.", limit=limit)
    return kept


def must_be_reason(reason: str) -> str:
    """The reason in one written form.

    Raises: Refused when none is given.
    """
    return must_be_text(reason, what="Lý do", limit=500)


def must_have_order(from_on: date, until_on: date | None) -> None:
    """Passes when the period ends after it begins.

    Raises: Refused.
    """
    if until_on is not None and until_on <= from_on:
        raise refuse(
            f"Ngày kết thúc {until_on:%d/%m/%Y} không sau ngày bắt đầu {from_on:%d/%m/%Y}.",
            todo="Hãy sửa lại một trong hai ngày.",
        )


def must_be_past(day: date, *, at: datetime, what: str) -> None:
    """Passes when the day has come.

    Raises: Refused.
    """
    if day > day_of(at):
        raise refuse(f"{what} là ngày {day:%d/%m/%Y}, chưa đến.", todo="Hãy nhập đúng ngày đã xảy ra.")


def must_be_one_of(value: str, values: Iterable[str], *, what: str) -> str:
    """The value when the room knows the word.

    Raises: Refused.
    """
    if value not in values:
        raise refuse(f"{what} “{value[:60]}” không có trong danh mục.", todo="Hãy chọn lại trong danh sách.")
    return value

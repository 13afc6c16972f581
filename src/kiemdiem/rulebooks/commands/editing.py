"""Changing what a version in work says: values one by one, places looked at, whole files brought in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law import loader
from kiemdiem.core.law.content import OWN_ACT, Content, content_of, value_at
from kiemdiem.core.law.rulebook import canonical
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.rulebooks import access, queries, shelf
from kiemdiem.rulebooks.models import BookVersion, Change


@dataclass(frozen=True)
class Value:
    """What a place of a file is to say from now on."""

    file: str
    place: str
    value: Any


def change_values(
    version: BookVersion, values: Sequence[Value], *, seen: int | None = None, by: Account, at: datetime
) -> list[Change]:
    """The values laid over the version in work; what they break is told beside it and keeps it from being frozen.

    Raises: Refused when the version is frozen, nothing changes, or a place does not exist.
    """
    name = "rulebooks.change_values"
    with journal.act(name, by=by, at=at, about=f"rulebook:{version.book.code}") as told:
        kept = held(version, act=name, seen=seen, by=by, at=at)
        content = queries.content_of(kept)
        laid = [_laid(kept, content, each, by=by, at=at) for each in values]
        new = [change for change in laid if change.before != change.after]
        if not new:
            raise refuse("Không có giá trị nào thay đổi.", todo="Hãy sửa giá trị rồi lưu, hoặc quay lại.")
        told.details = {"changes": [[c.file, c.place, json.loads(c.before), json.loads(c.after)] for c in new]}
        return Change.objects.bulk_create(new)


def check_places(
    version: BookVersion, places: Sequence[tuple[str, str]], *, seen: int | None = None, by: Account, at: datetime
) -> list[Change]:
    """The days and wordings looked at and left as they are; they no longer keep the version from being frozen.

    Raises: Refused when the version is frozen, or none of them waits to be looked at.
    """
    name = "rulebooks.check_places"
    with journal.act(name, by=by, at=at, about=f"rulebook:{version.book.code}") as told:
        kept = held(version, act=name, seen=seen, by=by, at=at)
        waiting = {(change.file, change.place): change for change in queries.to_check(kept)}
        looked = [waiting[place] for place in places if place in waiting]
        if not looked:
            raise refuse("Chưa chọn mục nào còn phải kiểm tra.", todo="Hãy chọn các mục đã kiểm tra.")
        told.details = {"checked": [[change.file, change.place, json.loads(change.after)] for change in looked]}
        return Change.objects.bulk_create(
            Change(
                version=kept,
                file=change.file,
                place=change.place,
                before=change.after,
                after=change.after,
                made_at=at,
                made_by=by,
            )
            for change in looked
        )


def import_files(
    version: BookVersion, texts: Mapping[str, str], *, seen: int | None = None, by: Account, at: datetime
) -> list[Change]:
    """The whole content of the version in work taken from YAML texts by file name; it keeps its own code.

    Raises: RulebookProblems with everything wrong in the texts, nothing taken; Refused when the version is frozen or
        the texts say what it says already.
    """
    name = "rulebooks.import_files"
    with journal.act(name, by=by, at=at, about=f"rulebook:{version.book.code}") as told:
        kept = held(version, act=name, seen=seen, by=by, at=at)
        book = loader.load(texts, catalogue=shelf.catalogue(kept.book.origin).rows)
        before, after = queries.content_of(kept), content_of(book.folder)
        after[OWN_ACT] = {**after[OWN_ACT], "code": kept.book.code}
        files = sorted({*before, *after})
        values = [Value(file, "", after.get(file, {})) for file in files]
        laid = [_laid(kept, before, each, by=by, at=at) for each in values]
        new = [change for change in laid if change.before != change.after]
        if not new:
            raise refuse("Các tệp giống hệt nội dung đang có; không có gì để nhập.", todo="Hãy chọn tệp khác.")
        told.details = {"files": [change.file for change in new]}
        return Change.objects.bulk_create(new)


def held(version: BookVersion, *, act: str, seen: int | None, by: Account, at: datetime) -> BookVersion:
    """The version held against a second person, if the account may change it and it is in work; part of an act.

    Raises: Refused otherwise.
    """
    kept = hold(BookVersion, version.pk, version=seen)
    access.must_let(by, act=act, unit=kept.book.unit, at=at)
    if kept.is_frozen:
        raise refuse(
            f"Bản {kept.number} đã chốt, không sửa được nữa.", todo="Hãy lập bản mới từ bản này rồi sửa ở bản mới."
        )
    return kept


def _laid(version: BookVersion, content: Content, new: Value, *, by: Account, at: datetime) -> Change:
    """The change a value makes; a key that is not written yet stands as nothing."""
    return Change(
        version=version,
        file=new.file,
        place=new.place,
        before=canonical(_standing(content, new)),
        after=canonical(new.value),
        made_at=at,
        made_by=by,
    )


def _standing(content: Content, new: Value) -> Any:
    if not new.place:
        return content.get(new.file, {})
    parent, _, last = new.place.rpartition("/")
    try:
        around = value_at(content, file=new.file, place=parent)
        return around.get(last) if isinstance(around, dict) else value_at(content, file=new.file, place=new.place)
    except KeyError:
        raise refuse(f"Bộ quy tắc không có mục “{new.place}”.", todo="Hãy mở lại trang rồi chọn mục cần sửa.") from None

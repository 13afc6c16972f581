"""Reads of the rulebooks a committee has of its own: their versions, what each says, what is still to be checked."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.core.law import loader
from kiemdiem.core.law.content import Content, differences, folder_of, with_value
from kiemdiem.core.law.content import content_of as plain_content
from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook, canonical
from kiemdiem.org import tree
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import shelf
from kiemdiem.rulebooks.models import BookVersion, Change, OwnBook


@dataclass(frozen=True)
class Changed:
    """One value of a version that is not as it began: what stood there, what stands there, who changed it last."""

    file: str
    place: str
    before: Any
    after: Any
    change: Change


def own_book(code: str) -> OwnBook:
    """The own book of that code.

    Raises: Refused when no committee has one.
    """
    found = OwnBook.objects.filter(code=code).select_related("unit").first()
    if found is None:
        raise refuse(f"Không có bộ quy tắc “{code}”.", todo="Hãy chọn trong danh sách bộ quy tắc.")
    return found


def own_books(units: Iterable[int]) -> QuerySet[OwnBook]:
    """The own books of these units, in the order they were made."""
    return OwnBook.objects.filter(unit_id__in=list(units)).select_related("unit").order_by("made_at", "pk")


def origin(code: str) -> str:
    """The code of the shipped book whose rows and papers go with a book; its own unless a committee copied it."""
    if code in shelf.codes():
        return code
    return OwnBook.objects.filter(code=code).values_list("origin", flat=True).first() or code


def versions(book: OwnBook) -> list[BookVersion]:
    """The versions of an own book, the newest first."""
    return list(book.versions.select_related("begun_by", "frozen_by").order_by("-number"))


def in_work(book: OwnBook) -> BookVersion | None:
    """The version that is being changed, if there is one."""
    return book.versions.filter(frozen_at__isnull=True).select_related("book__unit", "begun_by").first()


def newest(book: OwnBook) -> BookVersion | None:
    """The newest frozen version, if there is one."""
    found = book.versions.filter(frozen_at__isnull=False).select_related("book__unit", "frozen_by")
    return found.order_by("-number").first()


def stored(code: str, number: int = 0) -> BookVersion:
    """One frozen version of an own book, the newest unless a number is given.

    Raises: Refused when there is none.
    """
    book = own_book(code)
    found = newest(book) if number == 0 else book.versions.filter(number=number, frozen_at__isnull=False).first()
    if found is None:
        raise refuse(f"Bộ quy tắc “{code}” chưa có bản nào được chốt.", todo="Hãy chốt một bản của bộ quy tắc này.")
    return found


def content_behind(code: str, number: int) -> Content:
    """The files of a book: of a shipped one as it is, of an own one those of a frozen version."""
    if code in shelf.codes():
        return plain_content(shelf.rulebook(code).folder)
    return content_of(stored(code, number))


def versions_like(code: str, *, unit: Unit, on: date) -> list[BookVersion]:
    """The frozen versions a committee may go by in place of a book, for they began from the same one; newest first."""
    found = BookVersion.objects.filter(book__origin=origin(code), frozen_at__isnull=False)
    near = found.filter(book__unit_id__in=tree.ancestors(unit, on=on))
    return list(near.select_related("book", "frozen_by").order_by("-frozen_at", "-pk"))


def number_of(code: str) -> int:
    """Which version of a book is in force: of an own one its newest frozen version, 0 for any other."""
    if code in shelf.codes():
        return 0
    found = BookVersion.objects.filter(book__code=code, frozen_at__isnull=False)
    return found.order_by("-number").values_list("number", flat=True).first() or 0


def content_of(version: BookVersion) -> Content:
    """The files of a version: what it began with under its changes."""
    content: Content = json.loads(version.content)
    for change in version.changes.order_by("pk"):
        content = with_value(content, file=change.file, place=change.place, value=json.loads(change.after))
    return content


@lru_cache(maxsize=16)
def built(pk: int, sha: str) -> Rulebook:
    """A frozen version as a rulebook under its default readings, no gap filled; with this `sha` it never changes."""
    version = BookVersion.objects.select_related("book").get(pk=pk, sha=sha)
    rows = frozenset(shelf.catalogue(version.book.origin).rows)
    return loader.build(folder_of(content_of(version)), rows=rows, readings={}, gaps={})


def problems_of(content: Content, *, origin: str) -> tuple[Problem, ...]:
    """Everything that keeps the content from being a rulebook, under every reading; none when it stands."""
    return _problems(canonical(content), origin)


@lru_cache(maxsize=8)
def _problems(text: str, origin: str) -> tuple[Problem, ...]:
    content = json.loads(text)
    misnamed = loader.misnamed(content)
    if misnamed:
        return tuple(misnamed)
    try:
        loader.standing(folder_of(content), catalogue=shelf.catalogue(origin).rows)
    except RulebookProblems as found:
        return found.problems
    return ()


def changed(version: BookVersion) -> list[Changed]:
    """Every value that is not as the version began with it, in the order of the files, with the change behind it."""
    made = list(version.changes.select_related("made_by").order_by("pk"))
    found = []
    for file, place, before, after in differences(json.loads(version.content), content_of(version)):
        change = next(one for one in reversed(made) if one.file == file and f"{place}/".startswith(within(one)))
        found.append(Changed(file, place, before, after, change))
    return found


def within(change: Change) -> str:
    """With what the place of everything begins that a change lays down."""
    return f"{change.place}/" if change.place else ""


def to_check(version: BookVersion) -> list[Change]:
    """What a person has still to look at: dates moved to another year, wording that names the former one."""
    found: dict[tuple[str, str], Change] = {}
    for change in version.changes.order_by("pk"):
        found.pop((change.file, change.place), None)
        if change.place == "":
            found = {key: each for key, each in found.items() if key[0] != change.file}
        if change.to_check:
            found[change.file, change.place] = change
    return list(found.values())

"""What the pages of an own rulebook share: which one, who may do what to it, the way to it."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.content import OWN_ACT, Content, differences, leaves, value_at
from kiemdiem.core.law.problems import Problem
from kiemdiem.rulebooks import access, chosen, labels, queries, value_forms
from kiemdiem.rulebooks.models import BookVersion, OwnBook
from kiemdiem.web.frame import moment_here
from kiemdiem.web.shapes import Crumb

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Opened:
    """An own book as one request looks at it."""

    book: OwnBook
    at: datetime
    request: HttpRequest

    def may(self, act: str) -> bool:
        """Whether the reader may do the act to the book."""
        return access.may(self.request.user, act=f"rulebooks.{act}", unit=self.book.unit, at=self.at)

    def must(self, act: str) -> None:
        """Passes when the reader may do the act to the book.

        Raises: Refused otherwise.
        """
        access.must_let(self.request.user, act=f"rulebooks.{act}", unit=self.book.unit, at=self.at)

    def url(self, page: str, *rest: object) -> str:
        """A page of the book."""
        return reverse(f"rulebooks:{page}", args=[self.book.code, *rest])

    def in_work(self) -> BookVersion:
        """The version in work.

        Raises: Refused when the newest one is frozen.
        """
        found = queries.in_work(self.book)
        if found is None:
            raise refuse("Không có bản nào đang sửa.", todo="Hãy lập bản mới rồi sửa.")
        return found

    def crumbs(self, *more: Crumb) -> list[Crumb]:
        """The way to a page of the book."""
        own = Crumb(self.book.code, self.url("own_book") if more else "")
        return [Crumb("Bộ quy tắc riêng", reverse("rulebooks:own_books")), own, *more]


def opened(request: HttpRequest, code: str, *, act: str = "read") -> Opened:
    """The own book of that code, for an account that may do the act to it.

    Raises: Refused otherwise.
    """
    found = Opened(queries.own_book(code), moment_here(request), request)
    found.must(act)
    return found


def title_of(content: Content) -> str:
    """The title the version has."""
    return str(content[OWN_ACT]["title"])


def words_of(entry: object, key: str = "text") -> str:
    """The wording of an entry; of several readings the first."""
    said = entry.get(key) if isinstance(entry, dict) else ""
    return next((str(value) for place, value in leaves(said) if not place.endswith("by_reading") and value), "")


def entry_of(content: Content, *, file: str, place: str) -> tuple[str, dict[str, object]]:
    """The innermost entry around a place, with its own place."""
    steps = place.split("/") if place else []
    while steps:
        with suppress(KeyError):
            found = value_at(content, file=file, place="/".join(steps))
            if isinstance(found, dict) and "key" in found and "clause" in found:
                return "/".join(steps), found
        steps.pop()
    return "", dict(content.get(file, {}))


def said_at(content: Content, *, file: str, place: str) -> str:
    """Where a value stands, in words: the entry, and what of it."""
    around, entry = entry_of(content, file=file, place=place)
    rest = place.removeprefix(around).strip("/").split("/of/")[0].split("/")
    names = [labels.LABELS[step] for step in rest if step in labels.LABELS]
    head = words_of(entry) or words_of(entry, "title") or file
    return f"{head} – {', '.join(names)}" if names else head


def said_value(value: object) -> str:
    """A value of a change in words, a day with its day of the week."""
    day = value_forms.day_in(value)
    if day is not None:
        return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"
    if isinstance(value, dict):
        return words_of(value) or words_of(value, "title") or "Có"
    return value_forms.in_words(value, chosen.NAMED)


def differences_told(before: Content, after: Content) -> list[tuple[str, str, str]]:
    """Every value that is not the same in both, in words: where, before, after; own codes apart."""
    return [
        (said_at(before if new is None else after, file=file, place=place), said_value(old), said_value(new))
        for file, place, old, new in differences(before, after)
        if (file, place) != (OWN_ACT, "code")
    ]


def told(problems: Iterable[Problem], content: Content) -> list[str]:
    """The problems as people read them: the entry in its own words, what is wrong, what to write instead."""
    named = {
        (file, str(key)): words_of(value_at(content, file=file, place=place.rpartition("/")[0]))
        for file, inside in content.items()
        for place, key in leaves(inside)
        if place.endswith("/key")
    }
    return [
        f"{named.get((each.file, each.entry)) or each.entry or each.file}: {each.message}"
        f"{f' ({each.hint})' if each.hint else ''}"
        for each in problems
    ]

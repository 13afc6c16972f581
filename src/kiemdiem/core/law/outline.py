"""Every entry of a rulebook with where it stands: the part of the book, whom it is about, and for what it counts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from kiemdiem.core.law.entry import Entry, Section
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.proceedings import Gate, Method
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.law.sections.standards import Cap, Exclusion, Standard
from kiemdiem.core.law.sections.subjects import Subject

PLACES_OF_FIELDS = {"triggers": "trigger", "remarks": "remark"}
EXCLUSION, WAITS, CAP, TRIGGER, REMARK = "exclusion", "waits", "cap", "trigger", "remark"


@dataclass(frozen=True)
class Placed:
    """One entry in its place.

    `part`: the section of the book. `subject`: the kind of subject it is about, if it is about one. `place`: what it
    counts for there: an exclusion, a trigger, a cap (`limit`: of which grade), a grade, an act, a method. `within`: the
    keys of the entries that hold it, outermost first.
    """

    entry: Entry
    part: str
    subject: str = ""
    place: str = ""
    limit: str = ""
    within: tuple[str, ...] = ()


def outline(book: Rulebook) -> tuple[Placed, ...]:
    """Every entry of the book in its place, an entry before those inside it, in the order of the files."""
    found: list[Placed] = []
    for name in type(book).model_fields:
        section = getattr(book, name)
        if isinstance(section, Section):
            found += placed_in(section, Outer(name))
    return tuple(found)


@dataclass(frozen=True)
class Outer:
    """What the entries around a value say of it."""

    part: str
    subject: str = ""
    place: str = ""
    limit: str = ""
    within: tuple[str, ...] = ()


def placed_in(value: object, outer: Outer) -> Iterator[Placed]:
    """The entries found in a value that stands inside others."""
    if isinstance(value, BaseModel):
        inner = narrowed(value, outer)
        if isinstance(value, Entry):
            yield Placed(value, inner.part, inner.subject, inner.place, inner.limit, outer.within)
            inner = replace(inner, within=(*outer.within, value.key))
        for name in type(value).model_fields:
            place = PLACES_OF_FIELDS.get(name, inner.place)
            yield from placed_in(getattr(value, name), replace(inner, place=place))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from placed_in(item, outer)


def narrowed(value: BaseModel, outer: Outer) -> Outer:
    """What the value itself adds to that."""
    match value:
        case Exclusion():
            return replace(outer, place=WAITS if value.waits else EXCLUSION)
        case Cap():
            return replace(outer, place=CAP, limit=value.at_most)
        case Standard():
            return replace(outer, place=value.grade)
        case Quota():
            return replace(outer, subject=value.subject, place=value.grade)
        case Subject():
            return replace(outer, subject=value.key)
        case Gate():
            return replace(outer, place=value.act)
        case Method():
            return replace(outer, place=value.kind)
    subject: Any = getattr(value, "subject", None)
    return replace(outer, subject=subject) if isinstance(value, Entry) and isinstance(subject, str) else outer

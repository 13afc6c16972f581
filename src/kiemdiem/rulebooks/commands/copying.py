"""Copying a rulebook to another year: the committee's own, its days moved and marked to be looked at."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.content import OWN_ACT, Content, content_of, days_in, naming_year, years_later
from kiemdiem.core.law.rulebook import Rulebook, canonical
from kiemdiem.core.names import nfc
from kiemdiem.journal import commands as journal
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import access, queries
from kiemdiem.rulebooks.commands import overlays
from kiemdiem.rulebooks.models import BookVersion, Change, OwnBook

EARLIEST, LATEST = 1976, 2099


@dataclass(frozen=True)
class OwnAct:
    """The act a copy stands for: its title and year, its number if it has one already, the day it is issued."""

    title: str
    year: int
    issued_on: date
    number: str = ""


def copy_book(unit: Unit, *, source: str, as_act: OwnAct, by: Account, at: datetime) -> OwnBook:
    """A rulebook of the committee's own: all that the source says, under its own title, number and year.

    Every day of the plan moves by the difference of the years and has to be looked at before the version is frozen,
    as has every wording that names the former year. Readings chosen and gaps filled on the source come along.
    Raises: Refused when the source may not be used, or title, year or day is missing.
    """
    with journal.act("rulebooks.copy_book", by=by, at=at, about=f"rulebook:{source}") as told:
        access.must_let(by, act="rulebooks.copy_book", unit=unit, at=at)
        access.must_apply(unit, source, at=at)
        _must_be_whole(as_act)
        base = queries.rulebook(source)
        own = OwnBook.objects.create(
            code=_free_code(queries.origin(source), as_act.year),
            unit=unit,
            origin=queries.origin(source),
            made_at=at,
            made_by=by,
        )
        content = _titled(content_of(base.folder), as_act, code=own.code)
        version = BookVersion.objects.create(
            book=own, number=1, began_from=_called(source), content=canonical(content), begun_at=at, begun_by=by
        )
        moved = _moved(version, content, base, year=as_act.year)
        Change.objects.bulk_create(moved)
        carried = overlays.carry_over(unit, source, to=own.code, by=by, at=at)
        told.rows = base.identity.rows
        told.details = {"copy": own.code, "to_check": len(moved), "carried": carried}
        return own


def _called(source: str) -> str:
    """The source by its title, and for an own book which version of it."""
    number = "" if source in queries.codes() else f", bản {queries.stored(source).number}"
    return f"{queries.rulebook(source).identity.title} ({source}{number})"[-200:]


def _must_be_whole(as_act: OwnAct) -> None:
    if not as_act.title.strip():
        raise refuse("Chưa lập được bản sao: thiếu tên bộ quy tắc.", todo="Hãy nhập tên của văn bản năm mới.")
    if not EARLIEST <= as_act.year <= LATEST:
        raise refuse(
            f"Chưa lập được bản sao: năm {as_act.year} không hợp lệ.", todo=f"Hãy nhập năm từ {EARLIEST} đến {LATEST}."
        )


def _free_code(origin: str, year: int) -> str:
    """The origin and the year, with a number where another committee took it already."""
    taken = set(OwnBook.objects.filter(code__startswith=f"{origin}_{year}").values_list("code", flat=True))
    names = [f"{origin}_{year}", *(f"{origin}_{year}_{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _titled(content: Content, as_act: OwnAct, *, code: str) -> Content:
    number = nfc(as_act.number).strip()
    own = {
        "code": code,
        "title": nfc(as_act.title).strip(),
        "number": number or None,
        "issued_on": as_act.issued_on.isoformat(),
        "year": as_act.year,
        "status": "issued" if number else "draft",
        "status_label": "" if number else "dự thảo",
    }
    return {**content, OWN_ACT: {**content[OWN_ACT], **own}}


def _moved(version: BookVersion, content: Content, base: Rulebook, *, year: int) -> list[Change]:
    """The days on their new year, and the wordings that still name the old one; each to be looked at."""
    years = year - base.identity.year
    laid = {"version": version, "to_check": True, "made_at": version.begun_at, "made_by": version.begun_by}
    found = [
        Change(
            file=file,
            place=place,
            before=json.dumps(day.isoformat()),
            after=json.dumps(years_later(day, years).isoformat()),
            **laid,
        )
        for file, place, day in days_in(content)
        if years
    ]
    for file, place, words in naming_year(content, base.identity.year) if years else ():
        found.append(Change(file=file, place=place, before=canonical(words), after=canonical(words), **laid))
    return found

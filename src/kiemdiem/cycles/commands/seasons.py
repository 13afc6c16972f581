"""The acts that begin a season: drafting it, correcting the draft, moving the assumed day of a rehearsal."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc
from kiemdiem.cycles import access
from kiemdiem.cycles.commands.steps import write_steps
from kiemdiem.cycles.models import Plan, Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import access as rulebooks_access
from kiemdiem.rulebooks import queries as rulebooks


@dataclass(frozen=True)
class Assumed:
    """A season that is not real: a demo or a rehearsal, and the day it is assumed to be."""

    as_of: date
    is_demo: bool = False


def draft_season(
    unit: Unit,
    *,
    rulebook_code: str,
    title: str = "",
    key: str = "",
    assumed: Assumed | None = None,
    joined_late_on: date | None = None,
    by: Account,
    at: datetime,
) -> Season:
    """A season of the committee under its rulebook, with the plan's steps drawn; nothing is frozen yet.

    `joined_late_on`: from which day the program is used, in a season already under way on paper.
    Raises: Refused when the committee has a season of that rulebook already.
    """
    season_key = key or uuid4().hex
    with journal.act(
        "cycles.draft_season",
        by=by,
        at=at,
        about=f"season:{season_key}",
        season=season_key,
        sets_clock=assumed is not None,
    ) as act:
        access.must_let(by, act="cycles.draft_season", unit=unit, at=at)
        rulebooks_access.must_apply(unit, rulebook_code, at=at)
        book = rulebooks.rulebook_of(unit, rulebook_code)
        if (
            assumed is None
            and Season.objects.filter(
                unit=unit, rulebook_code=rulebook_code, is_demo=False, is_rehearsal=False
            ).exists()
        ):
            raise refuse("Đảng bộ đã có đợt kiểm điểm theo bộ quy tắc này.", todo="Hãy mở đợt đã có trong danh sách.")
        season = Season.objects.create(
            key=season_key,
            unit=unit,
            rulebook_code=rulebook_code,
            year=book.identity.year,
            title=nfc(title) or f"Kiểm điểm, đánh giá, xếp loại năm {book.identity.year}",
            as_of=assumed.as_of if assumed else None,
            is_demo=assumed.is_demo if assumed else False,
            is_rehearsal=assumed is not None and not assumed.is_demo,
            joined_late_on=joined_late_on,
            made_at=at,
            made_by=by,
        )
        Plan.objects.create(season=season, number=book.identity.number or "")
        count = write_steps(season, book, on=assumed.as_of if assumed else day_of(at))
        act.rows, act.details = book.identity.rows, {"rulebook": rulebook_code, "steps": count}
        return season


def correct_season(season: Season, *, title: str, version: int | None = None, by: Account, at: datetime) -> Season:
    """The drafted season under another title."""
    with journal.act("cycles.correct_season", by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act="cycles.correct_season", unit=kept.unit, at=at)
        access.must_stand(kept, act="cycles.correct_season")
        if not title.strip():
            raise refuse("Chưa lưu: thiếu tên đợt kiểm điểm.", todo="Hãy nhập tên đợt.")
        act.details = {"before": kept.title, "after": title}
        kept.title = nfc(title)
        kept.save(update_fields=["title"])
        return kept


def move_day(season: Season, *, to: date, version: int | None = None, by: Account, at: datetime) -> Season:
    """The demo or rehearsal on another assumed day; a real season goes by the clock.

    `at` is the moment of the new assumed day, so that the season's next acts follow it also when the day went back.
    Raises: Refused for a real season.
    """
    with journal.act(
        "cycles.move_day", by=by, at=at, about=f"season:{season.key}", season=season.key, sets_clock=True
    ) as act:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act="cycles.move_day", unit=kept.unit, at=at)
        access.must_stand(kept, act="cycles.move_day")
        if not (kept.is_demo or kept.is_rehearsal):
            raise refuse("Đợt kiểm điểm thật đi theo ngày thật, không đổi được ngày.", todo="Hãy dùng đợt tập dượt.")
        act.details = {"from": kept.as_of.isoformat() if kept.as_of else "", "to": to.isoformat()}
        kept.as_of = to
        kept.save(update_fields=["as_of"])
        return kept

"""Closing a season: everybody on the register in exactly one place."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.models import EffectiveBook, PlanStep
from kiemdiem.cycles.queries import Ended, Standing
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 20, 8, 0, tzinfo=ZONE)
GRADED = Standing(Ended.GRADED)
DECREE = commands.Act(body="Ban Thường vụ", document="15-CV/ĐU", reason="Theo hướng dẫn mới")


def all_graded(made):
    return {m.person.key: GRADED for m in queries.subjects_of(made.season, kind="member") if m.is_graded}


def reported(made):
    PlanStep.objects.filter(season=made.season, entry_key="report_up").update(
        done_on=date(2017, 12, 15), done_at=AT, done_by=made.ward.officer
    )
    return made


def close(made, standings):
    return commands.close_season(made.season, standings=standings, by=made.ward.officer, at=AT)


def test_a_season_closes_when_everybody_is_graded_or_not_graded():
    made = reported(make.opened())
    close(made, all_graded(made))
    assert made.again().state == "closed"


def test_a_member_who_is_nowhere_keeps_the_season_open():
    made = reported(make.opened())
    standings = all_graded(made)
    del standings[made.ward.persons["teacher"].key]
    with pytest.raises(Refused, match="chưa rõ kết quả: Đinh Thị Nga"):
        close(made, standings)
    assert made.again().state == "open"


def test_a_pending_member_keeps_the_season_open():
    made = reported(make.opened())
    standings = all_graded(made)
    standings[made.ward.persons["teacher"].key] = Standing(Ended.PENDING, where="Họp bổ sung")
    with pytest.raises(Refused, match="còn chờ: Đinh Thị Nga"):
        close(made, standings)


def test_who_left_is_accounted_for_by_day_and_reason():
    made = reported(make.opened())
    change = queries.Change("died", date(2017, 11, 20), person=made.ward.persons["plain"])
    commands.record_change(
        made.season, change=change, way_out=commands.WayOut("end", "Giấy báo tử"), by=made.ward.officer, at=AT
    )
    standings = {k: v for k, v in all_graded(made).items() if k != made.ward.persons["plain"].key}
    lines = queries.reconciliation(made.season, on=date(2017, 12, 20), standings=standings)
    line = next(line for line in lines if line.person == made.ward.persons["plain"])
    assert line.standing == Standing(Ended.LEFT, why="Từ trần: Giấy báo tử", on=date(2017, 11, 20))
    close(made, standings)


def test_the_reconciliation_counts_everybody_once():
    made = make.opened()
    lines = queries.reconciliation(made.season, on=date(2017, 12, 20), standings=all_graded(made))
    found = [line.standing.ended for line in lines if line.is_settled]
    assert (len(lines), found.count(Ended.GRADED), found.count(Ended.NOT_GRADED)) == (12, 10, 2)


def test_a_closed_season_takes_nothing_more():
    made = reported(make.opened())
    close(made, all_graded(made))
    with pytest.raises(Refused, match="Đã khép"):
        commands.amend_plan(made.again(), days=[], reason="x", by=made.ward.officer, at=AT)


def test_a_reading_of_an_open_season_changes_by_a_document_only():
    made = make.opened()
    with pytest.raises(Refused, match="văn bản"):
        commands.change_reading(
            made.season, question="quota_base", reading="after_lift", act=commands.Act("Ban Thường vụ", "", "x"),
            by=made.ward.officer, at=AT,
        )  # fmt: skip


def test_a_changed_reading_is_the_seasons_next_book_and_the_first_stays():
    made = make.opened()
    commands.change_reading(
        made.season, question="quota_base", reading="after_lift", act=DECREE, by=made.ward.officer, at=AT
    )
    assert queries.book_of(made.again()).reading("quota_base") == "after_lift"
    books = EffectiveBook.objects.filter(season=made.season).order_by("number")
    assert [(book.number, book.document) for book in books] == [(1, ""), (2, "15-CV/ĐU")]
    assert books[0].effective_sha == made.season.effective_sha

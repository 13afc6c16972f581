"""A season from its draft to its opening: what is frozen, and what keeps it closed."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.models import EffectiveBook, Season, SeasonUnit
from kiemdiem.journal import queries as journal
from kiemdiem.rulebooks import commands as rulebooks
from kiemdiem.rulebooks import queries as books
from tests.rooms.cycles import make

pytestmark = pytest.mark.django_db


def test_an_open_season_keeps_the_rulebook_it_was_opened_with():
    made = make.opened()
    before = made.season.effective_sha
    rulebooks.choose_reading(
        made.ward.body, make.CODE, question="quota_base", reading="after_lift", by=made.ward.officer, at=made.at
    )
    assert books.rulebook_of(made.ward.body, make.CODE).sha256 != before
    assert queries.book_of(made.again()).sha256 == before
    assert queries.book_of(made.again()).reading("quota_base") == "before_lift"


def test_the_freeze_is_the_canonical_text_under_its_own_hash():
    made = make.opened()
    frozen = EffectiveBook.objects.get(season=made.season)
    assert (frozen.number, frozen.effective_sha) == (1, made.season.effective_sha)
    assert queries.book_of(made.season).canonical_json == made.season.effective_json


def test_the_units_are_frozen_with_their_path():
    made = make.opened()
    cell = made.ward.cells[1]
    unit = SeasonUnit.objects.get(season=made.season, unit=cell)
    assert (unit.path, unit.kind, unit.cell_kind) == ("db/cb2", "cell", "school")


def test_a_season_with_unsigned_readings_does_not_open():
    made = make.drafted()
    commands.pass_plan(made.season, passing=make.PASSING, by=made.ward.officer, at=made.at)
    with pytest.raises(Refused, match="chưa được ký"):
        commands.open_season(made.season, register_on=make.REGISTER_ON, by=made.ward.officer, at=made.at)
    assert made.again().state == Season.State.DRAFT


def test_a_season_whose_plan_is_not_passed_does_not_open():
    made = make.signed(make.drafted())
    with pytest.raises(Refused, match="mở đợt kiểm điểm"):
        commands.open_season(made.season, register_on=make.REGISTER_ON, by=made.ward.officer, at=made.at)


def test_only_the_officer_opens_a_season():
    made = make.passed()
    with pytest.raises(Refused, match="Cán bộ tổ chức"):
        commands.open_season(made.season, register_on=make.REGISTER_ON, by=made.ward.clerk, at=made.at)


def test_a_season_opens_once():
    made = make.opened()
    with pytest.raises(Refused, match="Đang tiến hành"):
        commands.open_season(made.season, register_on=make.REGISTER_ON, by=made.ward.officer, at=made.at)


def test_a_committee_has_one_real_season_of_a_rulebook():
    made = make.drafted()
    with pytest.raises(Refused, match="đã có đợt"):
        commands.draft_season(made.ward.body, rulebook_code=make.CODE, by=made.ward.officer, at=made.at)


def test_a_rehearsal_stands_beside_the_real_season_and_moves_its_day():
    made = make.drafted()
    assumed = commands.Assumed(as_of=date(2017, 12, 1))
    rehearsal = commands.draft_season(
        made.ward.body, rulebook_code=make.CODE, assumed=assumed, by=made.ward.officer, at=made.at
    )
    commands.move_day(rehearsal, to=date(2017, 12, 3), by=made.ward.officer, at=made.at)
    assert Season.objects.get(pk=rehearsal.pk).as_of == date(2017, 12, 3)
    assert journal.verify().whole


def test_a_real_season_has_no_assumed_day():
    made = make.drafted()
    with pytest.raises(Refused, match="ngày thật"):
        commands.move_day(made.season, to=date(2017, 12, 3), by=made.ward.officer, at=made.at)


def test_a_stale_page_does_not_open_a_season():
    made = make.passed()
    with pytest.raises(Refused, match="vừa sửa"):
        commands.open_season(made.season, register_on=make.REGISTER_ON, version=9, by=made.ward.officer, at=made.at)


def test_the_first_page_is_about_the_open_season_not_the_next_draft():
    made = make.opened()
    units = frozenset({made.season.unit_id})
    assumed = commands.Assumed(as_of=date(2018, 12, 1))
    following = commands.draft_season(
        made.ward.body, rulebook_code=make.CODE, assumed=assumed, by=made.ward.officer, at=made.at
    )
    assert list(queries.seasons_within(units)) == [following, made.season]
    assert queries.season_at_hand(units) == made.season
    Season.objects.filter(pk=made.season.pk).update(state="closed", closed_at=make.AT, closed_by=made.ward.officer)
    assert queries.season_at_hand(units) == following
    assert queries.season_at_hand(frozenset()) is None

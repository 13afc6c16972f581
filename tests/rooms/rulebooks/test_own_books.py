"""A committee's own rulebook: copied to another year, changed, frozen, begun anew; a frozen one never changes."""

import dataclasses

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.core.law.content import value_at
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries as seasons
from kiemdiem.journal.models import Entry
from kiemdiem.rulebooks import commands, queries
from kiemdiem.rulebooks.models import BookVersion, Change, Overlay, OwnBook
from tests.rooms.org import make as org
from tests.rooms.rulebooks import make

pytestmark = pytest.mark.django_db
PERCENT = ("quotas.yaml", "quotas/quota.excellent_members/percent")


def said(version, file, place):
    return value_at(queries.content_of(version), file=file, place=place)


def test_a_copy_has_its_own_title_number_year_and_code_and_the_days_of_its_year():
    made = make.copied()
    identity = queries.content_of(made.version)["rulebook.yaml"]
    assert [identity[name] for name in ("code", "title", "number", "year", "issued_on", "status")] == [
        make.OWN, "Kiểm điểm năm 2018", "20", 2018, "2018-11-15", "issued",
    ]  # fmt: skip
    assert said(made.version, "plan.yaml", "items/report_up/until_on") == "2018-12-16"
    assert said(made.version, "plan.yaml", "items/cell_meetings.day_07/from_on/of/corrected") == "2018-12-07"
    assert identity["basis"][2]["issued_on"] == "2017-11-03"


def test_every_moved_day_waits_to_be_looked_at():
    made = make.copied()
    waiting = queries.to_check(made.version)
    assert len(waiting) == 52
    assert {change.made_by_id for change in waiting} == {made.ward.officer.pk}
    with pytest.raises(Refused, match="còn 52 ngày"):
        commands.freeze_version(made.version, reason="x", **made.act())


def test_a_copy_without_a_number_is_a_draft():
    ward = org.ward()
    as_act = dataclasses.replace(make.NEXT, number="  ")
    own = commands.copy_book(ward.body, source="hx17", as_act=as_act, by=ward.officer, at=ward.at)
    identity = queries.content_of(queries.in_work(own))["rulebook.yaml"]
    assert (identity["number"], identity["status"], identity["status_label"]) == (None, "draft", "dự thảo")


@pytest.mark.parametrize(("change", "word"), [({"title": " "}, "thiếu tên"), ({"year": 1900}, "không hợp lệ")])
def test_a_copy_needs_a_title_and_a_year(change, word):
    ward = org.ward()
    as_act = dataclasses.replace(make.NEXT, **change)
    with pytest.raises(Refused, match=word):
        commands.copy_book(ward.body, source="hx17", as_act=as_act, by=ward.officer, at=ward.at)
    assert OwnBook.objects.count() == 0


def test_only_the_officer_copies():
    ward = org.ward()
    for account in (ward.clerk, ward.inspector, ward.secretaries[0]):
        with pytest.raises(Refused, match="Cán bộ tổ chức"):
            commands.copy_book(ward.body, source="hx17", as_act=make.NEXT, by=account, at=ward.at)


def test_what_the_committee_chose_and_filled_in_comes_along():
    ward = org.ward()
    keyed = {"by": ward.officer, "at": ward.at}
    commands.choose_reading(ward.body, "hx17", question="quota_base", reading="after_lift", **keyed)
    commands.copy_book(ward.body, source="hx17", as_act=make.NEXT, **keyed)
    assert queries.overlays(ward.body, make.OWN).readings == {"quota_base": "after_lift"}
    assert Overlay.objects.filter(rulebook="hx17").count() == 1


def test_a_second_committee_gets_another_code_and_may_not_use_the_first_ones_book():
    made = make.frozen()
    other = org.ward(beside=made.ward)
    own = commands.copy_book(other.body, source="hx17", as_act=make.NEXT, by=other.officer, at=other.at)
    assert own.code == "hx17_2018_2"
    with pytest.raises(Refused, match="cấp ủy khác"):
        commands.copy_book(other.body, source=make.OWN, as_act=make.NEXT, by=other.officer, at=other.at)
    with pytest.raises(Refused, match="cấp ủy khác"):
        cycles.draft_season(other.body, rulebook_code=make.OWN, by=other.officer, at=other.at)


def test_a_changed_value_is_kept_beside_what_stood_there():
    made = make.copied()
    make.change(made, *PERCENT, 10)
    make.change(made, *PERCENT, 12)
    (changed,) = [each for each in queries.changed(made.version) if each.place == PERCENT[1]]
    assert (changed.before, changed.after, said(made.version, *PERCENT)) == (15, 12, 12)
    assert Entry.objects.filter(act="rulebooks.change_values").count() == 2


def test_a_value_put_back_is_no_change():
    made = make.looked_over()
    make.change(made, *PERCENT, 10)
    make.change(made, *PERCENT, 15)
    assert [each for each in queries.changed(made.version) if each.place == PERCENT[1]] == []


@pytest.mark.parametrize(("place", "value", "word"), [("quotas/none/percent", 1, "không có mục")])
def test_a_place_that_does_not_exist_is_refused(place, value, word):
    made = make.copied()
    with pytest.raises(Refused, match=word):
        make.change(made, "quotas.yaml", place, value)
    with pytest.raises(Refused, match="Không có giá trị nào"):
        make.change(made, *PERCENT, 15)


def test_an_edited_day_needs_no_second_look():
    made = make.copied()
    make.change(made, "plan.yaml", "items/report_up/until_on", "2018-12-17")
    assert len(queries.to_check(made.version)) == 51


def test_two_people_at_once_do_not_overwrite_each_other():
    made = make.copied()
    seen = made.version.version
    make.change(made, *PERCENT, 10, seen=seen)
    with pytest.raises(Refused, match="vừa sửa"):
        make.change(made, *PERCENT, 20, seen=seen)
    assert said(made.version, *PERCENT) == 10


def test_a_broken_version_says_what_is_broken_and_is_not_frozen():
    made = make.looked_over()
    make.change(made, "plan.yaml", "items/report_up/until_on", "2018-12-01")
    (problem,) = queries.problems_of(queries.content_of(made.version), origin="hx17")
    assert (problem.file, problem.entry) == ("plan.yaml", "report_up")
    with pytest.raises(Refused, match="còn 1 lỗi"):
        commands.freeze_version(made.version, reason="x", **made.act())


def test_a_frozen_version_carries_hash_author_reason_and_moment_and_is_what_the_code_means():
    made = make.frozen()
    version = queries.newest(made.book)
    assert (version.number, version.reason, version.frozen_by, version.frozen_at, len(version.sha)) == (
        1, "Kế hoạch năm 2018", made.ward.officer, made.ward.at, 64,
    )  # fmt: skip
    book = queries.rulebook(make.OWN)
    assert (book.code, book.identity.year, queries.number_of(make.OWN)) == (make.OWN, 2018, 1)


def test_a_version_is_not_frozen_without_a_reason():
    made = make.looked_over()
    with pytest.raises(Refused, match="thiếu lý do"):
        commands.freeze_version(made.version, reason=" ", **made.act())


def test_a_frozen_version_never_changes_and_the_next_begins_from_it():
    made = make.frozen()
    first = queries.newest(made.book)
    with pytest.raises(Refused, match="đã chốt"):
        commands.change_values(first, [commands.Value(*PERCENT, 10)], **made.act())
    second = commands.begin_version(made.book, **made.act())
    with pytest.raises(Refused, match="chưa chốt"):
        commands.begin_version(made.book, **made.act())
    with pytest.raises(Refused, match="giống hệt bản 1"):
        commands.freeze_version(second, reason="x", **made.act())
    make.change(made, *PERCENT, 10)
    assert queries.rulebook(make.OWN).quotas.quotas[0].percent == 15
    commands.freeze_version(made.version, reason="Giảm tỷ lệ", **made.act())
    percents = [queries.rulebook(make.OWN, version=number).quotas.quotas[0].percent for number in (1, 2, 0)]
    assert (percents, BookVersion.objects.get(pk=first.pk).sha) == ([15, 10, 10], first.sha)


def test_a_version_that_no_longer_fits_what_was_chosen_is_not_frozen():
    made = make.frozen()
    commands.choose_reading(made.ward.body, make.OWN, question="quota_base", reading="after_lift", **made.act())
    commands.begin_version(made.book, **made.act())
    place = "interpretations/quota_base/readings"
    kept = [dict(each) for each in said(made.version, "interpretations.yaml", place)]
    other = [{**each, "key": "later"} if each["key"] == "after_lift" else each for each in kept]
    make.change(made, "interpretations.yaml", place, other)
    quota = "quotas/quota.excellent_members/base/of"
    make.change(made, "quotas.yaml", quota, {"before_lift": "reached_good", "later": "stayed_good"})
    with pytest.raises(Refused, match="không còn hợp"):
        commands.freeze_version(made.version, reason="x", **made.act())


def test_a_version_in_work_is_not_yet_a_rulebook():
    made = make.copied()
    with pytest.raises(Refused, match="chưa có bản nào được chốt"):
        queries.rulebook(make.OWN)
    assert make.OWN not in dict(queries.titles_for([made.ward.body.pk], on=made.ward.at.date()))


def test_a_season_is_drafted_and_opened_under_the_own_book_and_stays_with_its_version():
    made = make.frozen()
    titles = dict(queries.titles_for([made.ward.cells[0].pk], on=made.ward.at.date()))
    assert titles[make.OWN] == "Kiểm điểm năm 2018 (hx17_2018)"
    season = cycles.draft_season(made.ward.body, rulebook_code=make.OWN, **made.act())
    assert (season.year, season.plan.number) == (2018, "20")
    assert seasons.book_of(season).code == make.OWN


def test_a_change_is_only_ever_added():
    made = make.looked_over()
    assert Change.objects.filter(version=made.version).count() == 104

"""What happens in an open season when the register changes: what it touches, and the ways out."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.models import RegisterChange
from kiemdiem.org import commands as org
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 20)
LATER = datetime(2017, 11, 21, 8, 0, tzinfo=ZONE)


def record(made, change, way, reason="Theo thông báo"):
    return commands.record_change(
        made.season, change=change, way_out=commands.WayOut(way, reason), by=made.ward.officer, at=LATER
    )


def member(made, who):
    return queries.subject_of(made.season, made.ward.persons[who])


def died(made, who):
    return queries.Change("died", DAY, person=made.ward.persons[who])


def test_who_dies_leaves_the_season_with_day_and_reason():
    made = make.opened()
    record(made, died(made, "plain"), "end")
    assert member(made, "plain") is None
    ended = queries.subject(made.season, f"member:{made.ward.persons['plain'].key}")
    assert (ended.ended_on, ended.ended_why) == (DAY, "Từ trần: Theo thông báo")


def test_a_death_leaves_no_other_way_out():
    made = make.opened()
    with pytest.raises(Refused, match="không áp dụng"):
        record(made, died(made, "plain"), "keep")
    assert RegisterChange.objects.count() == 0


def test_a_change_needs_its_reason():
    made = make.opened()
    with pytest.raises(Refused, match="thiếu lý do"):
        record(made, died(made, "plain"), "end", reason=" ")


def test_a_member_who_moves_between_cells_may_follow_or_stay():
    made = make.opened()
    change = queries.Change("moved_out", DAY, person=made.ward.persons["plain"], to_unit=made.ward.cells[1])
    assert [word for word, _ in queries.ways_of(made.season, change)] == ["follow", "stay"]
    record(made, change, "follow")
    assert member(made, "plain").unit == made.ward.cells[1]
    assert [place.unit for place in queries.places_of(made.season, made.ward.persons["plain"])] == [made.ward.cells[1]]


def test_a_member_who_moves_away_ends():
    made = make.opened()
    change = queries.Change("moved_out", DAY, person=made.ward.persons["plain"])
    assert [word for word, _ in queries.ways_of(made.season, change)] == ["end", "keep"]


def test_a_leader_who_loses_his_post_stays_a_member():
    made = make.opened()
    record(made, queries.Change("lost_post", DAY, person=made.ward.persons["chair"]), "end")
    assert queries.subject_of(made.season, made.ward.persons["chair"], kind="leader") is None
    assert [p.unit.key for p in queries.places_of(made.season, made.ward.persons["chair"])] == ["cb1"]


def test_somebody_who_comes_from_elsewhere_is_added():
    made = make.opened()
    person = org.register_person(
        "Lý Văn Quý", cell=made.ward.cells[0], from_on=DAY, admitted_on=date(2001, 2, 3),
        official_on=date(2002, 2, 3), by=made.ward.officer, at=LATER,
    )  # fmt: skip
    [change] = queries.unseen_changes(made.season, on=DAY)
    assert (change.kind, change.person) == ("moved_in", person)
    record(made, change, "add")
    assert queries.subject_of(made.season, person).added_on == DAY
    assert queries.unseen_changes(made.season, on=DAY) == []


def test_the_register_itself_shows_who_died():
    made = make.opened()
    org.record_death(made.ward.persons["plain"], on=DAY, by=made.ward.officer, at=LATER)
    [change] = queries.unseen_changes(made.season, on=DAY)
    assert (change.kind, change.person, change.happened_on) == ("died", made.ward.persons["plain"], DAY)


def test_a_probationer_made_official_is_noticed_and_kept():
    made = make.opened()
    org.make_official(made.ward.persons["probationary"], on=DAY, by=made.ward.officer, at=LATER)
    [change] = queries.unseen_changes(made.season, on=DAY)
    assert change.kind == "official"
    record(made, change, "keep")
    assert queries.unseen_changes(made.season, on=DAY) == []


def test_a_merged_cell_hands_its_members_over():
    made = make.opened()
    one, two = made.ward.cells
    record(made, queries.Change("cell_merged", DAY, unit=two, to_unit=one), "follow")
    assert member(made, "teacher").unit == one
    assert queries.supervisor_of(made.season, two) is None
    assert queries.subject_of_unit(made.season, two, kind="cell").ended_on == DAY


def test_every_room_says_what_a_change_touches():
    made = make.opened()
    change = died(made, "chair")

    def counted(season, change):
        return [queries.Touched("round", "v1", "Lần bỏ phiếu thứ nhất", (("end", "Lập lần mới"),), is_locked=True)]

    found = queries.effects_of(made.season, change, sources=[counted])
    assert [each.what for each in found] == ["subject", "place", "subject", "place", "round"]
    assert found[-1].is_locked


def test_the_installed_rooms_name_the_cells_cap_and_grade():
    made = make.opened()
    found = [each.what for each in queries.effects_of(made.season, died(made, "plain"))]
    assert found == ["subject", "place", "cap", "cell_grade"]


def test_what_is_locked_keeps_a_change_from_moving_it():
    made = make.opened()
    held = queries.Touched("slip", "v1", "Dòng trên phiếu", (("stay", "Giữ kết quả ở chi bộ cũ"),), is_locked=True)
    change = queries.Change("moved_out", DAY, person=made.ward.persons["plain"], to_unit=made.ward.cells[1])
    with pytest.raises(Refused, match="đã chốt"):
        commands.record_change(
            made.season, change=change, way_out=commands.WayOut("follow", "Chuyển nơi ở"),
            sources=[lambda season, change: [held]], by=made.ward.officer, at=LATER,
        )  # fmt: skip
    assert member(made, "plain").unit == made.ward.cells[0]

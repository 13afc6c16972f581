"""What happens in an open season when the register changes: what it touches, and the ways out."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.models import RegisterChange
from kiemdiem.org import commands as org
from kiemdiem.org import queries as register
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


def end_seat(made, who, *, post):
    """The person no longer in that post, by the register."""
    seat = register.seats_of(made.ward.persons[who], on=DAY, post=post).get()
    org.end_seat(seat, on=DAY, by=made.ward.officer, at=LATER)


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
    end_seat(made, "chair", post="chair")
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


def divided(made, who="plain"):
    """The first cell divided in the register: one member forms a new cell."""
    return org.split_unit(
        made.ward.cells[0], name="Chi bộ Tổ dân phố 1B", people=[made.ward.persons[who]], on=DAY, reason="Nghị quyết",
        key="cb1b", by=made.ward.officer, at=LATER,
    )  # fmt: skip


def test_a_divided_cell_is_one_change_of_the_register():
    made = make.opened()
    new = divided(made)
    one = made.ward.cells[0]
    assert queries.unseen_changes(made.season, on=DAY) == [queries.Change("cell_split", DAY, unit=one, to_unit=new)]


def test_a_new_cell_joins_the_season_with_its_members_and_what_is_still_owed():
    made = make.opened()
    change = queries.Change("cell_split", DAY, unit=made.ward.cells[0], to_unit=divided(made))
    owed = made.season.steps.filter(unit=made.ward.cells[0], done_on=None).count()
    record(made, change, "follow")
    new = queries.season_unit(made.season, change.to_unit)
    assert (new.path, new.kind, new.cell_kind) == ("db/cb1b", "cell", "residential")
    assert [m.name for m in queries.members_of(made.season, new.unit)] == ["Đỗ Thị Én"]
    assert queries.subject_of_unit(made.season, new.unit, kind="cell").added_on == DAY
    assert made.season.steps.filter(unit=new.unit).count() == owed
    assert queries.meeting_steps(made.season, unit=new.unit).get().last_on == make.CELL_DAYS[0]
    assert queries.unseen_changes(made.season, on=DAY) == []


def test_a_divided_cell_may_stay_one_until_the_season_ends():
    made = make.opened()
    change = queries.Change("cell_split", DAY, unit=made.ward.cells[0], to_unit=divided(made))
    record(made, change, "stay")
    assert member(made, "plain").unit == made.ward.cells[0]
    assert queries.season_unit(made.season, change.to_unit) is None
    assert queries.unseen_changes(made.season, on=DAY) == []


def test_a_division_nobody_went_by_is_refused():
    made = make.opened()
    one, two = made.ward.cells
    with pytest.raises(Refused, match="chưa có ai"):
        record(made, queries.Change("cell_split", DAY, unit=one, to_unit=two), "follow")


def test_a_merged_cell_may_stay_itself_until_the_season_ends():
    made = make.opened()
    one, two = made.ward.cells
    org.merge_units([two], into=one, on=DAY, reason="Nghị quyết", by=made.ward.officer, at=LATER)
    [change] = queries.unseen_changes(made.season, on=DAY)
    assert change == queries.Change("cell_merged", DAY, unit=two, to_unit=one)
    record(made, change, "stay")
    assert member(made, "teacher").unit == two
    assert queries.supervisor_of(made.season, two) == made.ward.persons["standing"]
    assert queries.unseen_changes(made.season, on=DAY) == []


def test_who_left_and_comes_back_is_taken_up_again():
    made = make.opened()
    plain, by = made.ward.persons["plain"], made.ward.officer
    org.record_departure(plain, kind="moved", on=DAY, by=by, at=LATER)
    record(made, queries.Change("moved_out", DAY, person=plain), "end")
    back = date(2017, 11, 21)
    org.start_membership(plain, made.ward.cells[1], kind="official", from_on=back, by=by, at=LATER)
    [change] = queries.unseen_changes(made.season, on=back)
    assert (change.kind, change.person) == ("moved_in", plain)
    record(made, queries.Change("moved_in", back, person=plain, unit=made.ward.cells[1]), "add")
    again = member(made, "plain")
    assert (again.unit, again.added_on, again.ended_on) == (made.ward.cells[1], back, None)
    assert [place.unit for place in queries.places_of(made.season, plain)] == [made.ward.cells[1]]
    assert queries.unseen_changes(made.season, on=back) == []


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

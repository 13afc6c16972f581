"""Who and what a season reviews and grades, and where, as the register and the rulebook have it."""

import pytest

from kiemdiem.cycles import queries
from tests.rooms.cycles import make

pytestmark = pytest.mark.django_db


def names(subjects):
    return [subject.name for subject in subjects]


def test_every_member_of_the_register_is_a_subject_and_the_exempt_one_is_not_reviewed():
    made = make.opened()
    members = list(queries.subjects_of(made.season, kind="member"))
    assert len(members) == 12
    assert names(member for member in members if not member.is_reviewed) == ["Ngô Văn Ích"]
    assert next(member for member in members if not member.is_reviewed).rows == ["HX17-II.1.2-1", "HX17-II.1.2-2"]


def test_the_collectives_the_rulebook_names_are_subjects():
    made = make.opened()
    kinds = {
        queries.season_unit(made.season, subject.unit).kind
        for subject in queries.subjects_of(made.season, kind="collective")
    }
    assert kinds == {"executive_committee", "peoples_committee", "front_standing_board"}


def test_cells_and_the_party_body_are_graded_and_not_reviewed():
    made = make.opened()
    found = [
        (s.kind, s.unit.key, s.is_reviewed)
        for s in queries.subjects_of(made.season)
        if s.kind in ("cell", "party_body")
    ]
    assert sorted(found) == [("cell", "cb1", False), ("cell", "cb2", False), ("party_body", "db", False)]


def test_the_chair_of_the_committee_is_a_leader_and_a_member():
    made = make.opened()
    chair = made.ward.persons["chair"]
    assert names(queries.leaders_of(made.season)) == ["Hoàng Văn Dũng"]
    assert queries.subject_of(made.season, chair).unit == made.ward.cells[0]
    assert queries.subject_of(made.season, chair, kind="leader").unit == made.ward.peoples_committee


def test_a_leader_is_reviewed_where_he_leads_and_last_in_his_cell():
    made = make.opened()
    places = queries.places_of(made.season, made.ward.persons["chair"])
    found = [(place.unit.key, place.is_cell, place.is_ballot) for place in places]
    assert found == [("ubnd", False, True), ("cb1", True, False)]


def test_an_ordinary_member_is_reviewed_in_his_cell_only():
    made = make.opened()
    places = queries.places_of(made.season, made.ward.persons["teacher"])
    assert [(place.unit.key, place.before.key) for place in places] == [("cb2", "cb2")]


def test_a_member_of_less_than_six_months_is_reviewed_and_not_graded():
    made = make.opened()
    found = [
        (m.name, m.is_reviewed, m.why_not) for m in queries.subjects_of(made.season, kind="member") if not m.is_graded
    ]
    assert found == [
        ("Bùi Thị Hạnh", True, "Mới kết nạp chưa đủ 06 tháng"),
        ("Ngô Văn Ích", False, "Đảng viên trong toàn Đảng bộ, trừ người được miễn công tác và sinh hoạt"),
    ]

"""Entries put right: a correction that clashes with another entry is refused, never a fault of the database."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.org import commands, queries
from kiemdiem.org.models import OutsideResult, Seat, Standing
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
FIRST, SECOND, THIRD = date(2015, 1, 1), date(2016, 1, 1), date(2017, 1, 1)


@pytest.fixture
def ward():
    return make.ward()


def act(ward):
    return {"by": ward.officer, "at": ward.at}


def correct(ward, fact, **values):
    return commands.correct_fact(fact, reason="Ghi nhầm", **values, **act(ward))


@pytest.mark.parametrize("until_on", [None, date(2017, 1, 2)])
def test_a_seat_is_not_stretched_over_the_same_seat(ward, until_on):
    person, body = ward.persons["plain"], ward.front
    first = commands.give_seat(person, body, post="member", from_on=FIRST, until_on=SECOND, **act(ward))
    commands.give_seat(person, body, post="member", from_on=THIRD, **act(ward))
    with pytest.raises(Refused, match="Trùng thời gian"):
        correct(ward, first, until_on=until_on)
    correct(ward, first, until_on=THIRD)
    found = Seat.objects.filter(person=person, unit=body, superseded_at=None).order_by("from_on")
    assert [(seat.from_on, seat.until_on) for seat in found] == [(FIRST, THIRD), (THIRD, None)]


def test_a_standing_is_not_stretched_over_the_same_standing(ward):
    person = ward.persons["plain"]
    first = commands.suspend(person, from_on=FIRST, until_on=SECOND, **act(ward))
    commands.suspend(person, from_on=THIRD, **act(ward))
    with pytest.raises(Refused, match="Trùng thời gian"):
        correct(ward, first, until_on=None)
    assert Standing.objects.get(pk=first.pk).superseded_at is None


def test_a_result_is_not_moved_into_a_year_that_has_one(ward):
    person, kept = ward.persons["plain"], {"kind": "ccvc", "grade": "A", "known_on": THIRD}
    first = commands.record_outside_result(person, year=2015, **kept, **act(ward))
    commands.record_outside_result(person, year=2016, **kept, **act(ward))
    with pytest.raises(Refused, match="năm 2016"):
        correct(ward, first, year=2016)
    correct(ward, first, grade="B")
    standing = OutsideResult.objects.filter(person=person, superseded_at=None)
    assert {(result.year, result.grade) for result in standing} == {(2015, "B"), (2016, "A")}


@pytest.mark.parametrize(
    ("who", "before", "after"), [("plain", "official", "official"), ("probationary", "probationary", "probationary")]
)
def test_who_comes_back_stands_as_he_did(ward, who, before, after):
    person, away, back = ward.persons[who], date(2017, 10, 1), date(2017, 10, 20)
    cell = ward.cells[1]
    state = {s.person.pk: s.standing for s in queries.member_states(ward.body, on=date(2017, 9, 30))}
    assert state[person.pk] == before
    commands.record_departure(person, kind="moved", on=away, **act(ward))
    commands.start_membership(person, cell, kind="official", from_on=back, **act(ward))
    state = {s.person.pk: s.standing for s in queries.member_states(cell, on=back)}
    assert state[person.pk] == after
    assert (person in queries.officials_of(cell, on=back)) == (after == "official")


def test_a_unit_does_not_merge_into_one_of_its_own(ward):
    with pytest.raises(Refused, match="trực thuộc"):
        commands.merge_units([ward.body], into=ward.cells[0], on=date(2017, 11, 1), reason="Nghị quyết", **act(ward))
    assert queries.unit_kind(ward.body, on=date(2017, 11, 1)) == "party_body"


def test_a_renamed_unit_is_offered_once_under_its_name_of_today(client, ward):
    commands.rename_unit(ward.cells[1], "Chi bộ Trường Tiểu học số 2", on=date(2017, 6, 1), **act(ward))
    client.force_login(ward.officer)
    for address in (f"/nguoi/{ward.persons['plain'].key}/chuyen/", "/to-chuc/cb1/sap-nhap/"):
        choices = client.get(address).context["form"].fields["to"].choices
        assert [str(name) for key, name in choices if key == "cb2"] == ["Chi bộ Trường Tiểu học số 2"]


def test_what_has_ended_is_not_ended_again_later(ward):
    seat = commands.give_seat(
        ward.persons["plain"], ward.front, post="member", from_on=FIRST, until_on=SECOND, **act(ward)
    )
    with pytest.raises(Refused, match="đã kết thúc từ ngày 01/01/2016"):
        commands.end_seat(seat, on=THIRD, **act(ward))
    commands.end_seat(seat, on=date(2015, 6, 1), **act(ward))
    with pytest.raises(Refused, match="vừa được sửa ở nơi khác"):
        commands.end_seat(seat, on=date(2015, 5, 1), **act(ward))


def test_correcting_somebody_who_left_does_not_bring_him_back(ward):
    person = ward.persons["plain"]
    commands.record_departure(person, kind="moved", on=THIRD, to_text="Đảng bộ khác", **act(ward))
    commands.correct_person(
        person, reason="Ghi nhầm", version=person.version, official_on=date(2006, 4, 26), **act(ward)
    )
    official = Standing.objects.get(person=person, kind="official", superseded_at=None)
    assert (official.from_on, official.until_on) == (date(2006, 4, 26), THIRD)


def test_correcting_party_days_leaves_other_standings_as_they_are(ward):
    person = ward.persons["plain"]
    commands.exempt(person, ("exempt_work",), from_on=SECOND, **act(ward))
    standing = Standing.objects.get(person=person, kind="official", superseded_at=None)
    commands.end_standing(standing, on=THIRD, **act(ward))
    commands.correct_person(
        person, reason="Ghi nhầm", version=person.version, official_on=date(2006, 4, 26), **act(ward)
    )
    assert Standing.objects.get(person=person, kind="exempt_work", superseded_at=None).until_on is None

"""Where members take part and how they stand, by day and by what was known."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kiemdiem.core.answer import Refused
from kiemdiem.org import commands, queries
from kiemdiem.org.models import Membership, Standing
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2017, 12, 1), date(2017, 11, 30)


@pytest.fixture
def ward():
    return make.ward()


def test_a_move_takes_effect_on_its_day_and_not_before(ward):
    plain = ward.persons["plain"]
    commands.move_membership(plain, ward.cells[1], on=FIRST, by=ward.officer, at=make.later(ward, days=1))
    assert queries.cell_of(plain, on=LAST) == ward.cells[0]
    assert queries.cell_of(plain, on=FIRST) == ward.cells[1]


def test_what_was_known_before_the_move_stays_readable(ward):
    plain, moved_at = ward.persons["plain"], make.later(ward, days=10)
    commands.move_membership(plain, ward.cells[1], on=FIRST, by=ward.officer, at=moved_at)
    assert queries.cell_of(plain, on=FIRST, known_by=date(2017, 11, 10)) == ward.cells[0]
    assert queries.cell_of(plain, on=FIRST, known_by=date(2017, 11, 11)) == ward.cells[1]


def test_a_move_back_dated_to_the_first_day_replaces_the_membership(ward):
    plain = ward.persons["plain"]
    commands.move_membership(plain, ward.cells[1], on=make.START, by=ward.officer, at=ward.at)
    standing = Membership.objects.filter(person=plain, superseded_at=None)
    assert [(m.unit, m.from_on, m.until_on) for m in standing] == [(ward.cells[1], make.START, None)]


def test_two_memberships_of_record_never_share_a_day(ward):
    with pytest.raises(Refused) as refused:
        commands.start_membership(
            ward.persons["plain"], ward.cells[1], kind="official", from_on=FIRST, by=ward.officer, at=ward.at
        )
    assert "Chi bộ Tổ dân phố 1" in str(refused.value)


def test_a_membership_may_begin_on_the_day_the_other_ends(ward):
    plain = ward.persons["plain"]
    commands.end_membership(plain.memberships.get(superseded_at=None), on=FIRST, by=ward.officer, at=ward.at)
    commands.start_membership(plain, ward.cells[1], kind="official", from_on=FIRST, by=ward.officer, at=ward.at)
    assert queries.cell_of(plain, on=FIRST) == ward.cells[1]


def test_a_temporary_cell_leaves_the_register_alone(ward):
    plain = ward.persons["plain"]
    commands.start_membership(
        plain, ward.cells[1], kind="temporary", from_on=LAST, until_on=FIRST, by=ward.officer, at=ward.at
    )
    (state,) = [s for s in queries.member_states(ward.body, on=LAST) if s.person == plain]
    assert (state.cell, state.temporary_cell) == (ward.cells[0], ward.cells[1])
    (state,) = [s for s in queries.member_states(ward.body, on=FIRST) if s.person == plain]
    assert state.temporary_cell is None


def test_a_period_that_does_not_go_forward_is_refused_by_command_and_table(ward):
    plain = ward.persons["plain"]
    with pytest.raises(Refused):
        commands.record_leave(plain, kind="sick", from_on=FIRST, until_on=FIRST, by=ward.officer, at=ward.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Standing.objects.create(
            person=plain, kind="suspended", from_on=FIRST, until_on=FIRST, known_at=ward.at, known_by=ward.officer
        )


def test_the_table_refuses_a_second_open_membership(ward):
    plain = ward.persons["plain"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            person=plain, unit=ward.cells[1], kind="official", from_on=FIRST, known_at=ward.at, known_by=ward.officer
        )


def test_becoming_official_ends_probation_on_that_day(ward):
    member = ward.persons["probationary"]
    commands.make_official(member, on=date(2018, 2, 3), by=ward.officer, at=make.later(ward, days=100))
    assert queries.standings_of(member, on=date(2018, 2, 2)) == {"probationary"}
    assert queries.standings_of(member, on=date(2018, 2, 3)) == {"official"}
    member.refresh_from_db()
    assert member.official_on == date(2018, 2, 3)


def test_nobody_becomes_official_twice_or_before_admission(ward):
    late = make.later(ward, days=100)
    with pytest.raises(Refused):
        commands.make_official(ward.persons["plain"], on=FIRST, by=ward.officer, at=late)
    with pytest.raises(Refused):
        commands.make_official(ward.persons["new"], on=date(2017, 9, 1), by=ward.officer, at=late)


def test_either_exemption_takes_out_only_where_the_reading_says_so(ward):
    plain, cell = ward.persons["plain"], ward.cells[0]
    commands.exempt(plain, ["exempt_work"], from_on=LAST, by=ward.officer, at=ward.at)
    assert plain in queries.officials_of(cell, on=LAST)
    assert plain not in queries.officials_of(cell, on=LAST, exempt_when="either")


def test_death_ends_everything_on_its_day(ward):
    who, day = ward.persons["standing"], date(2017, 11, 5)
    commands.record_death(who, on=day, by=ward.officer, at=make.later(ward, days=5))
    assert queries.cell_of(who, on=date(2017, 11, 4)) == ward.cells[0]
    assert queries.cell_of(who, on=day) is None
    assert list(queries.seats_of(who, on=day)) == []
    assert queries.departure_of(who, on=day).kind == "died"


def test_nobody_leaves_twice(ward):
    who, at = ward.persons["plain"], make.later(ward, days=5)
    commands.record_departure(who, kind="moved", on=date(2017, 11, 5), by=ward.officer, at=at, to_text="Đảng bộ khác")
    with pytest.raises(Refused):
        commands.record_departure(who, kind="expelled", on=date(2017, 11, 6), by=ward.officer, at=at)


def test_the_register_over_a_season_holds_who_left_in_it(ward):
    who, at = ward.persons["plain"], make.later(ward, days=5)
    commands.record_departure(who, kind="moved", on=date(2017, 11, 5), by=ward.officer, at=at)
    over = queries.register_over(ward.body, from_on=date(2017, 11, 1), until_on=date(2018, 1, 1))
    after = queries.register_over(ward.body, from_on=date(2017, 11, 5), until_on=date(2018, 1, 1))
    assert who in [membership.person for membership in over]
    assert who not in [membership.person for membership in after]

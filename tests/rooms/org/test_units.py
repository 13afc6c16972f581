"""Units by day: names, places in the tree, mergers."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.org import commands, queries, tree
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
BEFORE, DAY = date(2017, 11, 30), date(2017, 12, 1)


@pytest.fixture
def ward():
    return make.ward()


def names(unit, *, on):
    """The names under a unit, from the root down."""
    return [period.name for period in queries.units_under(unit, on=on)]


def test_the_tree_reads_from_the_root_down_by_name(ward):
    assert names(ward.body, on=DAY) == [
        "Đảng bộ phường An Hòa",
        "Ban Chấp hành Đảng bộ phường",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc phường",
        "Chi bộ Tổ dân phố 1",
        "Chi bộ Trường Tiểu học số 1",
        "Ủy ban nhân dân phường",
    ]


def test_before_it_was_founded_nothing_stands(ward):
    assert names(ward.body, on=date(2009, 12, 31)) == []


def test_a_new_name_holds_from_its_day(ward):
    commands.rename_unit(ward.cells[0], "Chi bộ Tổ dân phố Đông", on=DAY, by=ward.officer, at=ward.at)
    assert queries.unit_name(ward.cells[0], on=BEFORE) == "Chi bộ Tổ dân phố 1"
    assert queries.unit_name(ward.cells[0], on=DAY) == "Chi bộ Tổ dân phố Đông"


def test_a_name_given_on_a_page_that_grew_old_is_refused(ward):
    seen = queries.unit_period(ward.cells[0], on=DAY).pk
    commands.rename_unit(ward.cells[0], "Chi bộ A", on=DAY, by=ward.officer, at=ward.at, seen=seen)
    with pytest.raises(Refused, match="vừa sửa"):
        commands.rename_unit(ward.cells[0], "Chi bộ B", on=DAY, by=ward.officer, at=ward.at, seen=seen)
    assert queries.unit_name(ward.cells[0], on=DAY) == "Chi bộ A"


def test_a_unit_moves_with_all_under_it_from_the_day(ward):
    by, at = ward.officer, ward.at
    section = commands.found_unit(
        "Đảng bộ bộ phận", kind="sectional_party_body", parent=ward.body, from_on=make.START, by=by, at=at
    )
    commands.move_unit(ward.cells[0], section, on=DAY, by=by, at=at)
    assert tree.ancestors(ward.cells[0], on=BEFORE) == (ward.cells[0].pk, ward.body.pk)
    assert tree.ancestors(ward.cells[0], on=DAY) == (ward.cells[0].pk, section.pk, ward.body.pk)
    assert len(queries.register(section, on=DAY)) == 10
    assert len(queries.register(section, on=BEFORE)) == 0


def test_no_unit_moves_under_itself(ward):
    with pytest.raises(Refused, match="bên dưới chính nó"):
        commands.move_unit(ward.body, ward.cells[0], on=DAY, by=ward.officer, at=ward.at)


def test_a_unit_with_members_is_not_dissolved(ward):
    with pytest.raises(Refused) as refused:
        commands.dissolve_unit(ward.cells[0], on=DAY, reason="sắp xếp lại", by=ward.officer, at=ward.at)
    assert refused.value.answer.numbers == {"members": 10, "units": 0}


def test_a_merger_moves_the_members_and_names_the_successor(ward):
    left, into = ward.cells[1], ward.cells[0]
    moved = commands.merge_units([left], into=into, on=DAY, reason="Nghị quyết số 3", by=ward.officer, at=ward.at)
    assert moved == 2
    assert (len(queries.register(into, on=BEFORE)), len(queries.register(into, on=DAY))) == (10, 12)
    assert queries.unit_period(left, on=DAY) is None
    assert [step.successor for step in queries.successors_of(left)] == [into]
    assert [seat.post for seat in queries.seats_of(left, on=BEFORE)] == ["secretary"]
    assert [seat.post for seat in queries.seats_of(left, on=DAY)] == []


def test_a_dissolved_cell_stays_with_those_who_answered_for_it(ward):
    left, into = ward.cells[1], ward.cells[0]
    commands.merge_units([left], into=into, on=DAY, reason="Nghị quyết số 3", by=ward.officer, at=ward.at)
    assert left.pk in tree.answered_for([ward.body.pk], on=DAY)
    assert left.pk not in tree.descendants([ward.body.pk], on=DAY)


def test_a_key_is_given_once(ward):
    with pytest.raises(Refused, match="đã có"):
        commands.found_unit(
            "Chi bộ 3", kind="cell", parent=ward.body, from_on=DAY, by=ward.officer, at=ward.at, key="cb1"
        )


def test_a_body_is_linked_to_a_cell_once_and_until_a_day(ward):
    cell, by, at = ward.cells[1], ward.officer, ward.at
    link = commands.link_unit(cell, ward.front, kind="front", from_on=make.START, by=by, at=at)
    with pytest.raises(Refused):
        commands.link_unit(cell, ward.front, kind="front", from_on=DAY, by=by, at=at)
    commands.unlink_unit(link, on=DAY, by=by, at=at)
    assert [each.linked_unit for each in queries.links_of(cell, on=BEFORE)] == [ward.front]
    assert [each.linked_unit for each in queries.links_of(cell, on=DAY)] == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_name_that_cannot_be_kept_is_refused(ward, name):
    with pytest.raises(Refused, match="Tên tổ chức"):
        commands.rename_unit(ward.cells[0], name, on=DAY, by=ward.officer, at=ward.at)


def test_the_tree_can_be_read_as_it_was_known_by_a_day(ward):
    later = make.later(ward, days=10)
    new = commands.found_unit(
        "Chi bộ Tổ dân phố 2", kind="cell", parent=ward.body, from_on=make.START, by=ward.officer, at=later
    )
    commands.move_unit(new, ward.peoples_committee, on=DAY, by=ward.officer, at=make.later(ward, days=12))
    known = [queries.units_under(ward.body, on=DAY, known_by=date(2017, 11, day)) for day in (10, 11, 12, 13)]
    parents = [[p.parent for p in periods if p.unit == new] for periods in known]
    assert parents == [[], [ward.body], [ward.body], [ward.peoples_committee]]
    assert tree.descendants([ward.peoples_committee.pk], on=DAY, known_by=date(2017, 11, 12)) == (
        ward.peoples_committee.pk,
    )


def test_a_unit_to_come_already_has_those_who_answer_for_it(ward):
    new = commands.found_unit(
        "Chi bộ Tổ dân phố 2", kind="cell", parent=ward.body, from_on=date(2018, 1, 1), by=ward.officer, at=ward.at
    )
    assert tree.ancestors(new, on=BEFORE) == (new.pk, ward.body.pk)
    assert new.pk in tree.answered_for([ward.body.pk], on=BEFORE)
    assert new.pk not in tree.descendants([ward.body.pk], on=BEFORE)

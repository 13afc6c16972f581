"""A cell divided: who goes, who stays, what follows, and what the history says."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.journal import queries as journal
from kiemdiem.org import commands, queries
from kiemdiem.org.models import Unit
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
BEFORE, DAY = date(2017, 10, 31), date(2017, 11, 1)
NAME = "Chi bộ Tổ dân phố 1B"


@pytest.fixture
def ward():
    return make.ward()


def split(ward, *who, **more):
    """The first cell divided: the members named form a new one."""
    people = [ward.persons[name] for name in who]
    values = {"name": NAME, "people": people, "on": DAY, "reason": "Nghị quyết số 5", "by": ward.officer, "at": ward.at}
    return commands.split_unit(ward.cells[0], **{**values, **more})


def names(unit, *, on):
    """The members of a unit on a day."""
    return [membership.person.full_name for membership in queries.register(unit, on=on)]


def test_the_people_named_form_the_new_cell_from_the_day(ward):
    new = split(ward, "plain", "standing", key="cb1b")
    period = queries.unit_period(new, on=DAY)
    assert (period.name, period.kind, period.cell_kind, period.parent) == (NAME, "cell", "residential", ward.body)
    assert (queries.unit_period(new, on=BEFORE), names(new, on=BEFORE)) == (None, [])
    assert names(new, on=DAY) == ["Phạm Minh Châu", "Đỗ Thị Én"]
    assert [len(names(ward.cells[0], on=day)) for day in (BEFORE, DAY)] == [10, 8]


def test_the_new_cell_names_where_it_came_from(ward):
    new = split(ward, "plain")
    (step,) = queries.predecessors_of(new)
    assert (step.predecessor, step.kind, step.happened_on) == (ward.cells[0], "split", DAY)
    assert [each.successor for each in queries.successors_of(ward.cells[0])] == [new]
    assert journal.verify().whole


def test_a_post_in_the_cell_somebody_leaves_ends_and_no_other(ward):
    split(ward, "standing")
    held = {seat.unit: seat.post for seat in queries.seats_of(ward.persons["standing"], on=BEFORE)}
    assert held == {ward.cells[0]: "secretary", ward.executive_committee: "standing_member"}
    assert [seat.unit for seat in queries.seats_of(ward.persons["standing"], on=DAY)] == [ward.executive_committee]


@pytest.mark.parametrize(("keeps", "linked"), [(True, ["mttq"]), (False, [])])
def test_linked_bodies_go_along_when_told(ward, keeps, linked):
    commands.link_unit(ward.cells[0], ward.front, kind="front", from_on=make.START, by=ward.officer, at=ward.at)
    new = split(ward, "plain", keeps_links=keeps)
    assert [link.linked_unit.key for link in queries.links_of(new, on=DAY)] == linked
    assert [link.linked_unit.key for link in queries.links_of(ward.cells[0], on=DAY)] == ["mttq"]


def test_where_somebody_lives_stays_where_it_is(ward):
    commands.start_membership(
        ward.persons["teacher"], ward.cells[0], kind="residence", from_on=make.START, by=ward.officer, at=ward.at
    )
    split(ward, "plain")
    assert queries.place_of(ward.persons["teacher"], kind="residence", on=DAY) == ward.cells[0]


@pytest.mark.parametrize(
    ("who", "why"),
    [((), "phải có đảng viên"), (("teacher",), "Đinh Thị Nga không sinh hoạt"), (("plain", "guest"), "Nguyễn Thị Sen")],
)
def test_a_cell_is_divided_among_its_own(ward, who, why):
    with pytest.raises(Refused, match=why):
        split(ward, *who)
    assert Unit.objects.count() == 6


def test_somebody_must_stay(ward):
    with pytest.raises(Refused) as refused:
        commands.split_unit(
            ward.cells[1], name=NAME, people=[ward.persons["teacher"], ward.persons["headmaster"]], on=DAY,
            reason="x", by=ward.officer, at=ward.at,
        )  # fmt: skip
    assert refused.value.answer.numbers == {"going": 2, "staying": 0}


@pytest.mark.parametrize(
    ("more", "why"), [({"reason": " "}, "Lý do"), ({"name": ""}, "Tên"), ({"key": "cb2"}, "đã có")]
)
def test_what_a_division_needs(ward, more, why):
    with pytest.raises(Refused, match=why):
        split(ward, "plain", **more)
    assert len(names(ward.cells[0], on=DAY)) == 10


@pytest.mark.parametrize("role", ["clerk", "supervisor", "inspector"])
def test_only_the_officer_divides(ward, role):
    with pytest.raises(Refused, match="chưa được làm việc này"):
        split(ward, "plain", by=getattr(ward, role))


def test_a_cell_is_divided_on_the_page(ward, client):
    client.force_login(ward.officer)
    page = client.get("/to-chuc/cb1/chia-tach/")
    assert page.content.decode().count('name="people"') == 10
    key = ward.persons["plain"].key
    asked = {"name": NAME, "on": "01/11/2017", "reason": "Nghị quyết số 5", "people": [key], "keeps_links": "on"}
    assert client.post("/to-chuc/cb1/chia-tach/", {**asked, "people": []}).status_code == 422
    address = client.post("/to-chuc/cb1/chia-tach/", asked)["Location"]
    assert "chia tách từ" in client.get(address).content.decode()
    assert "một phần chia tách thành" in client.get("/to-chuc/cb1/").content.decode()

"""The counter: a paper settles every dossier that owes it, and what is missing has its last day."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.papers import commands, queries
from kiemdiem.papers.commands import Handed
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 3, 9, 0, tzinfo=ZONE)
ON = date(2017, 12, 3)
HANDED = Handed("Phạm Minh Châu", ON)


@pytest.fixture
def made():
    return cycles.opened()


def owed_of(made, unit) -> list:
    return queries.owed_papers(made.season, unit, on=ON)


def missing(made, unit) -> set[tuple[str, str]]:
    found = queries.missing_papers(made.season, unit, on=ON)
    return {(each.form_key, each.person.key if each.person else "") for each in found}


@pytest.mark.clause(
    "HX17-IV.8-2", "HX17-IV.8-3", "HX17-IV.8-4", "HX17-IV.8-5", "HX17-IV.8-6", "HX17-IV.8-7", "HX17-IV.8-8",
    "HX17-IV.8-11",
)  # fmt: skip
def test_a_cell_owes_the_papers_of_the_plan(made):
    owed = owed_of(made, made.ward.cells[1])
    forms = [each.form_key for each in owed if each.person is None]
    reviews = [each.person.full_name for each in owed if each.form_key == "self_review"]
    assert forms == [
        "score_slip_cell", "member_ballot_1", "member_quality_report", "quality_report", "leadership_report",
        "cell_minutes",
    ]  # fmt: skip
    assert sorted(reviews) == ["Trương Văn Minh", "Đinh Thị Nga"]


@pytest.mark.clause("HX17-IV.8-1")
def test_before_the_meeting_the_last_day_is_that_of_the_plan(made):
    owed = owed_of(made, made.ward.cells[0])
    assert {each.due_on for each in owed} == {date(2017, 12, 3)}
    assert [each.is_late(date(2017, 12, 3)) for each in owed[:1]] == [False]
    assert [each.is_late(date(2017, 12, 4)) for each in owed[:1]] == [True]


def test_one_paper_settles_it_wherever_it_is_owed(made):
    chair, cell, government = made.ward.persons["chair"], made.ward.cells[0], made.ward.peoples_committee
    assert ("self_review", chair.key) in missing(made, cell) & missing(made, government)
    commands.receive_paper(
        made.season, "self_review", unit=government, person=chair, handed=HANDED, by=made.ward.clerk, at=AT
    )
    assert ("self_review", chair.key) not in missing(made, government)
    assert ("self_review", chair.key) in missing(made, cell)


def test_a_confirmed_paper_settles_both(made):
    chair, cell, government = made.ward.persons["chair"], made.ward.cells[0], made.ward.peoples_committee
    confirmed = Handed("Phạm Minh Châu", ON, is_confirmed=True)
    commands.receive_paper(
        made.season, "self_review", unit=cell, person=chair, handed=confirmed, by=made.ward.clerk, at=AT
    )
    assert ("self_review", chair.key) not in missing(made, cell) | missing(made, government)


def test_a_confirmed_copy_takes_the_place_of_one_without(made):
    chair, cell = made.ward.persons["chair"], made.ward.cells[0]
    give = {"unit": cell, "person": chair, "by": made.ward.clerk, "at": AT}
    first = commands.receive_paper(made.season, "self_review", handed=HANDED, **give)
    confirmed = Handed("Phạm Minh Châu", ON, is_confirmed=True)
    second = commands.receive_paper(made.season, "self_review", handed=confirmed, **give)
    first.refresh_from_db()
    assert (first.returned_why, second.is_confirmed) == ("Thay bằng bản có xác nhận", True)
    assert ("self_review", chair.key) not in missing(made, cell)


def test_what_was_given_back_is_owed_again(made):
    cell = made.ward.cells[0]
    received = commands.receive_paper(made.season, "cell_minutes", unit=cell, handed=HANDED, by=made.ward.clerk, at=AT)
    assert ("cell_minutes", "") not in missing(made, cell)
    commands.return_paper(received, why="thiếu chữ ký", on=ON, by=made.ward.clerk, at=AT, version=1)
    assert ("cell_minutes", "") in missing(made, cell)
    again = commands.receive_paper(made.season, "cell_minutes", unit=cell, handed=HANDED, by=made.ward.clerk, at=AT)
    assert (received.returned_why, again.returned_on) == ("thiếu chữ ký", None)


@pytest.mark.parametrize(
    ("handed", "said"),
    [
        (Handed("", ON), "chưa ghi người nộp"),
        (Handed("A", date(2017, 12, 4)), "ngày nhận ở sau hôm nay"),
    ],
)
def test_what_cannot_be_true_is_not_taken_in(made, handed, said):
    with pytest.raises(Refused, match=said):
        commands.receive_paper(
            made.season, "cell_minutes", unit=made.ward.cells[0], handed=handed, by=made.ward.clerk, at=AT
        )


def test_the_same_paper_is_not_taken_in_twice_nor_one_nobody_owes(made):
    cell = made.ward.cells[0]
    commands.receive_paper(made.season, "cell_minutes", unit=cell, handed=HANDED, by=made.ward.clerk, at=AT)
    with pytest.raises(Refused, match="đã nhận ngày 03/12/2017 từ Phạm Minh Châu"):
        commands.receive_paper(made.season, "cell_minutes", unit=cell, handed=HANDED, by=made.ward.clerk, at=AT)
    with pytest.raises(Refused, match="không có hồ sơ nào của đơn vị cần đến"):
        commands.receive_paper(made.season, "report_up", unit=cell, handed=HANDED, by=made.ward.clerk, at=AT)


def test_the_secretary_of_a_cell_does_not_receive_his_own_papers(made):
    with pytest.raises(Refused, match="chưa được làm việc này"):
        commands.receive_paper(
            made.season, "cell_minutes", unit=made.ward.cells[0], handed=HANDED, by=made.ward.secretaries[0], at=AT
        )


def test_a_receipt_lists_what_came_and_what_is_missing(made):
    cell = made.ward.cells[1]
    commands.receive_paper(made.season, "cell_minutes", unit=cell, handed=HANDED, by=made.ward.clerk, at=AT)
    listed = queries.receipt_values(owed_of(made, cell))
    assert [each["received_on"] for each in listed["received"]] == [ON]
    told = [each["owner"].split(", ") for kind in ("received", "missing") for each in listed[kind]]
    assert sum(map(len, told)) == len(owed_of(made, cell))
    assert len({each["title"] for each in listed["missing"]}) == len(listed["missing"]) < len(owed_of(made, cell)) - 1
    assert {each["due_on"] for each in listed["missing"]} == {date(2017, 12, 6)}

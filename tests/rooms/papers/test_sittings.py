"""What is carried into the committee's own sittings and what they leave, printed from the page of the unit."""

import io
from datetime import date

import pypdf
import pytest

from kiemdiem.files import queries as files
from kiemdiem.meetings import commands as meetings
from kiemdiem.papers import batches, commands, gathering, sat
from kiemdiem.papers.models import Paper
from tests.rooms.cycles import make as cycles

pytestmark = pytest.mark.django_db
HELD = date(2017, 12, 13)


@pytest.fixture
def made():
    return cycles.opened()


def planned(made, *, kind: str = "decision", on: date = HELD):
    unit = made.ward.executive_committee
    return meetings.plan_meeting(made.season, unit, kind=kind, on=on, by=made.ward.clerk, at=made.at)


def asked(made) -> batches.Asked:
    return batches.Asked(made.season, made.ward.executive_committee, made.at.date())


def page(made) -> str:
    return f"/dot/{made.season.key}/in-giay/{made.ward.executive_committee.key}/"


def words_of(paper: Paper) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(files.content_of(paper.pdf))).pages
    return [" ".join(each.extract_text().split()) for each in pages]


def test_each_sitting_of_the_committee_has_its_papers_before_and_after(made):
    assert [(each.word, each.why_not(asked(made))) for each in batches.batches_of(asked(made))] == [
        ("truoc-plan_conference", "Cuộc họp chưa được ấn định, hoặc đã họp xong."),
        ("sau-plan_conference", "Cuộc họp này chưa họp xong."),
        ("truoc-decision", "Cuộc họp chưa được ấn định, hoặc đã họp xong."),
        ("sau-decision", "Cuộc họp này chưa họp xong."),
    ]


def test_the_whole_print_out_of_a_sitting_comes_with_its_numbered_invitation(client, made):
    meeting = planned(made)
    client.force_login(made.ward.clerk)
    assert client.post(page(made), {"what": "truoc-decision"}).status_code == 302
    call, stack = Paper.objects.order_by("pk")

    assert (call.form_key, call.number, call.about) == ("invitation", 1, f"meeting:{meeting.key}")
    assert stack.form_key == "sitting"
    first, second, *_, last = words_of(stack)
    assert ("Giấy mời họp" in first, "Số 01-GM/ĐU" in second) == (True, True)
    assert "biên bản đã thông qua trước hội nghị" in last


def test_the_print_out_asks_for_every_point_of_the_business(made):
    frame = gathering.Frame(made.season, HELD)
    parts = {part.form_key: part for part in gathering.parts_of_sitting(frame, planned(made))}

    assert len(parts["sitting_minutes"].values["points"]) == len(parts["order_of_business"].values["steps"]) - 1 == 6
    assert parts["sitting_minutes"].values["paper_on"] == HELD
    assert parts["roll"].values["convened"] == sum(each["votes"] == "có" for each in parts["roll"].values["lines"])


def test_a_second_print_out_spends_no_second_number(made):
    planned(made)
    batch = batches.batch_of(asked(made), "truoc-decision")
    for wanted in (["invitation", "sitting"], ["sitting"]):
        papers = batch.write(asked(made), by=made.ward.clerk, at=made.at)
        assert [each.form_key for each in papers] == wanted
    call = Paper.objects.get(form_key="invitation")
    commands.void_paper(call, version=call.version, why="Sai giờ", by=made.ward.clerk, at=made.at)
    again, _ = batch.write(asked(made), by=made.ward.clerk, at=made.at)
    assert again.number == 2


def test_the_bodies_of_the_committee_number_their_papers_in_one_series(made):
    own, above = made.ward.executive_committee, made.season.unit
    orders = [
        *gathering.orders_of_call(made.season, planned(made), on=HELD),
        *gathering.orders_of_plan(made.season, on=HELD),
    ]
    numbers = []
    for order, unit in ((orders[0], own), (orders[0], above), (orders[1], above), (orders[0], own)):
        order = commands.Order(order.form_key, order.values, unit, HELD)
        numbers.append(commands.write_paper(made.season, order, by=made.ward.clerk, at=made.at).number)
    assert numbers == [1, 2, 1, 3]


def test_a_cell_keeps_a_series_of_its_own(made):
    minutes = gathering.orders_of_call(made.season, planned(made), on=HELD)[0]
    numbers = [
        commands.write_paper(
            made.season, commands.Order("invitation", minutes.values, unit, HELD), by=made.ward.clerk, at=made.at
        ).number
        for unit in (made.ward.executive_committee, *made.ward.cells, made.ward.cells[0])
    ]
    assert numbers == [1, 1, 1, 2]


def test_a_secretary_of_a_cell_has_no_part_in_them(client, made):
    planned(made)
    client.force_login(made.ward.secretaries[0])
    assert client.post(page(made), {"what": "truoc-decision"}).status_code == 422
    assert Paper.objects.count() == 0


def test_the_list_shows_when_the_committee_sits(client, made):
    planned(made)
    client.force_login(made.ward.clerk)
    shown = " ".join(client.get(f"/dot/{made.season.key}/in-giay/").content.decode().split())
    row = shown.partition("Ban Chấp hành")[2].partition("</tr>")[0]
    assert "13/12/2017" in row


def test_nothing_is_behind_before_it_was_held(made):
    planned(made)
    unit = made.ward.executive_committee
    assert sat.ahead(made.season, unit, kind="decision").planned_on == HELD
    assert [sat.ahead(made.season, unit, kind="proposal"), sat.behind(made.season, unit, kind="decision")] == [None] * 2

"""The counter and the papers on screen: who opens them, and that their forms carry out the acts."""

from datetime import date, datetime

import pytest

from kiemdiem.cycles import queries as cycles_queries
from kiemdiem.papers import commands, queries
from kiemdiem.papers.models import Paper, ReceivedPaper
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import ZONE
from tests.rooms.papers import press

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 3, 9, 0, tzinfo=ZONE)


@pytest.fixture
def made():
    return cycles.opened()


def counter(made, unit: str = "") -> str:
    return f"/dot/{made.season.key}/quay-nhan-ho-so/{unit}{'/' if unit else ''}"


def receive(made, *forms: str) -> ReceivedPaper:
    handed = commands.Handed("Phạm Minh Châu", date(2017, 12, 3))
    return commands.receive_papers(
        made.season, [(form, None, False) for form in forms], unit=made.ward.cells[0], handed=handed,
        by=made.ward.clerk, at=AT,
    )[0]  # fmt: skip


def addresses(made) -> list[str]:
    received = receive(made, "cell_minutes")
    order = commands.Order("roll", press.samples()["roll"], made.ward.cells[0], date(2017, 12, 1))
    paper = commands.write_paper(made.season, order, by=made.ward.clerk, at=AT)
    return [
        counter(made, "cb1"),
        f"/giay-nhan/{received.key}/tra-lai/",
        f"/giay-to/{paper.key}/pdf/",
        f"/giay-to/{paper.key}/docx/",
    ]


def test_nobody_is_asked_to_sign_in(client, made):
    for address in [counter(made), f"/dot/{made.season.key}/giay-to/", *addresses(made)]:
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, f"/dang-nhap/?next={address}")


def test_the_secretary_of_another_cell_sees_nothing_of_this_one(client, made):
    found = addresses(made)
    client.force_login(made.ward.secretaries[1])
    assert [client.get(address).status_code for address in found] == [403] * 4
    listed = (
        client.get(f"/dot/{made.season.key}/giay-to/").content.decode() + client.get(counter(made)).content.decode()
    )
    assert "Danh sách điểm danh" not in listed
    assert "Chi bộ Tổ dân phố 1" not in listed


def test_the_office_opens_every_page(client, made):
    found = addresses(made)
    client.force_login(made.ward.clerk)
    pages = [counter(made), f"/dot/{made.season.key}/giay-to/", *found]
    assert [client.get(address).status_code for address in pages] == [200] * 6


def test_the_secretary_sees_the_counter_but_takes_nothing_in(client, made):
    client.force_login(made.ward.secretaries[0])
    page = client.get(counter(made, "cb1"))
    assert (page.status_code, "Nhận giấy tờ đã đánh dấu" in page.content.decode()) == (200, False)
    sent = {"handed_by": "A", "received_on": "03/12/2017", "got_cell_minutes_0": "1"}
    client.post(counter(made, "cb1"), sent)
    assert ReceivedPaper.objects.count() == 0


def test_what_is_ticked_is_taken_in_and_a_receipt_printed(client, made):
    client.force_login(made.ward.clerk)
    chair = made.ward.persons["chair"]
    sent = {"handed_by": "Phạm Minh Châu", "received_on": "03/12/2017", "got_cell_minutes_0": "1"}
    answer = client.post(counter(made, "cb1"), {**sent, f"got_self_review_{chair.pk}": "1"})
    assert (answer.status_code, answer["Location"]) == (302, counter(made, "cb1"))
    kept = {(each.form_key, each.person_id, each.is_confirmed) for each in ReceivedPaper.objects.all()}
    assert kept == {("cell_minutes", None, False), ("self_review", chair.pk, True)}
    printed = client.post(counter(made, "cb1"), {"act": "receipt", "giver": "Phạm Minh Châu"})
    paper = Paper.objects.get(form_key="dossier_receipt")
    assert printed["Location"] == f"/giay-to/{paper.key}/pdf/"
    assert client.get(printed["Location"]).content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Chưa nhập “Người nộp”."),
        ({"handed_by": "A", "received_on": "31/02/2017"}, "phải là ngày có thật"),
        ({"handed_by": "A", "received_on": "03/12/2017"}, "chưa đánh dấu giấy tờ nào"),
        ({"handed_by": "A" * 161, "received_on": "03/12/2017"}, "tối đa 160 ký tự"),
        ({"act": "receipt", "giver": ""}, "Người nộp ghi trên giấy biên nhận"),
        ({"act": "receipt", "giver": "A"}, "chưa nhận giấy tờ nào"),
    ],
)
def test_bad_input_is_said_and_nothing_written(client, made, sent, said):
    client.force_login(made.ward.clerk)
    answer = client.post(counter(made, "cb1"), sent)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert (ReceivedPaper.objects.count(), Paper.objects.count()) == (0, 0)


def test_a_paper_is_given_back_with_a_reason(client, made):
    received = receive(made, "cell_minutes")
    client.force_login(made.ward.clerk)
    address = f"/giay-nhan/{received.key}/tra-lai/"
    empty = client.post(address, {"version": "1", "on": "03/12/2017", "why": ""})
    stale = client.post(address, {"version": "7", "on": "03/12/2017", "why": "thiếu chữ ký"})
    assert (empty.status_code, stale.status_code) == (422, 422)
    done = client.post(address, {"version": "1", "on": "03/12/2017", "why": "thiếu chữ ký"})
    assert (done.status_code, done["Location"]) == (302, counter(made, "cb1"))
    owed = queries.owed_papers(made.season, made.ward.cells[0], on=date(2017, 12, 3))
    assert [each.is_settled for each in owed if each.form_key == "cell_minutes"] == [False]


def test_the_list_says_whose_each_paper_is(client, made):
    person = made.ward.persons["plain"]
    subject = cycles_queries.subject_of(made.season, person)
    values = press.samples()["roll"]
    for about in (f"unit:{made.ward.cells[0].key}", subject.key):
        order = commands.Order("roll", values, made.ward.cells[0], date(2017, 12, 1), about=about)
        paper = commands.write_paper(made.season, order, by=made.ward.clerk, at=AT)
    client.force_login(made.ward.clerk)
    listed = client.get(f"/dot/{made.season.key}/giay-to/").content.decode()
    voiding = client.get(f"/giay-to/{paper.key}/viec/huy/").content.decode()

    assert listed.count("Chi bộ Tổ dân phố 1") == 2
    assert listed.count(f"{person.full_name}, Chi bộ Tổ dân phố 1") == 1
    assert f"({person.full_name}, Chi bộ Tổ dân phố 1)" in voiding

"""Printing by organisation: a meeting's pack at once, many papers by a worker, each batch only when it is ready."""

import io
from datetime import date, timedelta

import pypdf
import pytest

from kiemdiem.files import queries as files
from kiemdiem.jobs import commands as jobs
from kiemdiem.jobs.models import Job
from kiemdiem.meetings import commands as meetings
from kiemdiem.papers import batches, commands, queries, work
from kiemdiem.papers.gathering import packs
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.models import Paper
from kiemdiem.reviews import commands as reviews
from kiemdiem.web.moment import moment
from tests.rooms.cycles import make as cycles
from tests.rooms.meetings import make as scenes
from tests.rooms.papers import press

pytestmark = pytest.mark.django_db
HELD = date(2017, 12, 1)


@pytest.fixture
def made():
    return cycles.opened()


def printing(made, unit: str = "") -> str:
    return f"/dot/{made.season.key}/in-giay/{unit}{'/' if unit else ''}"


def planned(made):
    return meetings.plan_meeting(made.season, made.ward.cells[0], on=HELD, by=made.ward.clerk, at=made.at)


def written(made) -> list[str]:
    return list(Paper.objects.values_list("form_key", flat=True))


def words_of(paper: Paper) -> str:
    pages = pypdf.PdfReader(io.BytesIO(files.content_of(paper.pdf))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_one_button_prints_the_whole_pack_of_a_cells_meeting(client, made):
    meeting = planned(made)
    card = packs.threshold_values(Frame(made.season, HELD), meeting)
    client.force_login(made.ward.secretaries[0])
    answer = client.post(printing(made, "cb1"), {"what": "bo-giay-hop"})
    (pack,) = Paper.objects.all()

    assert (answer.status_code, answer["Location"]) == (302, f"/giay-to/{pack.key}/pdf/")
    assert (pack.form_key, pack.unit) == ("cell_meeting", made.ward.cells[0])
    assert f"Quá bán: {card['majority']} phiếu Trên 2/3: {card['two_thirds']} phiếu" in words_of(pack)


def test_what_is_not_ready_says_why_and_writes_nothing(client, made):
    client.force_login(made.ward.clerk)
    shown = client.get(printing(made, "cb1")).content.decode()
    assert "Cuộc họp chưa được ấn định, hoặc đã họp xong." in shown
    answer = client.post(printing(made, "cb1"), {"what": "bo-giay-hop"})

    assert (answer.status_code, written(made)) == (422, [])
    assert "Chưa in được: Bộ giấy họp." in answer.content.decode()


def test_a_slip_the_rulebook_has_no_form_of_is_refused_by_name(client):
    scene = scenes.scene(as_of=scenes.DAY)
    meeting = scenes.planned(scene)
    client.force_login(scene.ward.clerk)
    answer = client.post(f"/dot/{scene.season.key}/in-giay/{meeting.unit.key}/", {"what": "bo-giay-hop"})

    assert answer.status_code == 422
    assert "Chưa in được phiếu theo mẫu" in answer.content.decode()
    assert not Paper.objects.exists()


@pytest.mark.parametrize("what", ["", "quyet-dinh", "khong-co"])
def test_a_batch_the_organisation_does_not_have_is_refused(client, made, what):
    client.force_login(made.ward.clerk)

    assert client.post(printing(made, "cb1"), {"what": what}).status_code == 422
    assert written(made) == []


def test_a_secretary_prints_for_his_own_cell_and_not_in_the_committees_name(client, made):
    client.force_login(made.ward.secretaries[1])
    listed = client.get(printing(made)).content.decode()
    assert ("Chi bộ Trường Tiểu học số 1" in listed, "Chi bộ Tổ dân phố 1" in listed) == (True, False)
    assert client.get(printing(made, "cb1")).status_code == 403
    assert "Thông báo kết quả" not in client.get(printing(made, "cb2")).content.decode()


def test_many_papers_are_written_by_a_worker(client, made):
    person = made.ward.persons["plain"]
    reviews.ask_comment(
        made.season, person, kind="residence", asked_of="Chi ủy nơi cư trú", asked_on=made.at.date(),
        by=made.ward.clerk, at=made.at,
    )  # fmt: skip
    client.force_login(made.ward.clerk)
    answer = client.post(printing(made, "cb1"), {"what": "phieu-lay-nhan-xet"})
    job = Job.objects.get(kind="papers.write_batch")
    assert (answer["Location"], written(made)) == (f"/cong-viec/{job.pk}/", [])
    turn = jobs.take_job("tho", now=moment, lease=timedelta(minutes=1))
    assert jobs.carry_out(turn, work.write_batch) == Job.DONE

    assert written(made) == ["residence_comment"]
    assert "Xem kết quả" in client.get(answer["Location"]).content.decode()


def test_all_packs_are_the_offices_to_print(client, made):
    planned(made)
    client.force_login(made.ward.secretaries[0])
    assert client.post(printing(made)).status_code == 422
    client.force_login(made.ward.clerk)
    assert "In bộ giấy họp của 1 chi bộ đã ấn định họp" in client.get(printing(made)).content.decode()
    assert client.post(printing(made)).status_code == 422
    client.post(printing(made), {"what": "bo-giay-hop"})

    assert Job.objects.get(kind="papers.write_batch").facts["units"] == ["cb1"]


def roll(made) -> Paper:
    order = commands.Order("roll", press.samples()["roll"], made.ward.cells[0], HELD)
    return commands.write_paper(made.season, order, by=made.ward.clerk, at=made.at)


def test_a_paper_is_voided_with_its_reason_by_the_office(client, made):
    paper = roll(made)
    client.force_login(made.ward.secretaries[0])
    assert client.get(f"/giay-to/{paper.key}/viec/huy/").status_code == 403
    client.force_login(made.ward.clerk)
    address, listed = f"/giay-to/{paper.key}/viec/huy/", f"/dot/{made.season.key}/giay-to/"
    assert address in client.get(listed).content.decode()
    assert client.post(address, {"version": paper.version, "why": ""}).status_code == 422
    answer = client.post(address, {"version": paper.version, "why": "Sai ngày họp"})

    assert (answer["Location"], queries.paper(paper.key).state) == (listed, Paper.State.VOIDED)
    shown = client.get(listed).content.decode()
    assert ("Sai ngày họp" in shown, address in shown) == (True, False)
    assert client.post(address, {"version": paper.version, "why": "Lần nữa"}).status_code == 422


def test_the_committee_has_its_own_batches(made):
    asked = batches.Asked(made.season, made.ward.body, HELD)

    assert [(each.word, each.why_not(asked)) for each in batches.batches_of(asked)] == [
        ("ke-hoach", ""),
        ("bang-tong-hop", "Chưa có kết quả nào được xét."),
        ("quyet-dinh", "Chưa có quyết định nào được ghi."),
    ]

"""One grade's whole file: every record of it, judged again on the spot; for inspectors, not for cells."""

import pytest

from kiemdiem.desk import queries
from kiemdiem.grading import commands
from kiemdiem.grading.models import Verdict
from tests.rooms.desk import make as desk
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    found = make.counted()
    commands.judge_cell(found.season, found.cell, why="Họp", judged_on=found.now.date(), **found.act())
    return desk.rehearsed(found)


def address(scene, name: str = "") -> str:
    key = f"{make.member(scene, name).key}/" if name else ""
    return f"/dot/{scene.season.key}/ho-so-ket-qua/{key}"


def test_the_records_stand_by_part_from_the_meeting_to_the_verdict(scene):
    records = queries.records_of(make.member(scene, "plain"))

    assert {part: len(found) for part, found in records.items() if found} == {
        "Hội nghị": 1,
        "Bỏ phiếu": 1,
        "Xét kết quả": 1,
    }
    assert records["Xét kết quả"][0].what == "Lần 1: Xếp loại được – Họp"


def test_the_verdict_is_judged_again_and_a_changed_fact_shows(scene):
    verdict = Verdict.objects.get(subject=make.member(scene, "plain"))
    assert queries.proof_of(verdict).holds is True
    verdict.facts_json = verdict.facts_json.replace('"votes_tot":', '"votes_tot": 1')
    proof = queries.proof_of(verdict)

    assert (proof.same_facts, proof.holds) == (False, False)


def test_the_inspector_finds_a_person_without_marks_and_opens_the_file(client, scene):
    client.force_login(scene.ward.inspector)
    listed = client.get(address(scene), {"q": "do thi en"}).content.decode()
    assert (address(scene, "plain") in listed, address(scene, "deputy") in listed) == (True, False)
    shown = client.get(address(scene, "plain"))

    assert shown.status_code == 200
    assert "Trùng khớp với kết quả đã lưu" in shown.content.decode()
    assert "Chưa có: Chuẩn bị, Đề nghị, quyết định, Thông báo, Giấy tờ." in shown.content.decode()


def test_the_first_page_of_an_inspector_searches(client, scene):
    client.force_login(scene.ward.inspector)

    assert f'action="{address(scene)}"' in client.get("/").content.decode()


def test_a_cell_and_a_clerk_do_not_open_it(client, scene):
    for account in (scene.ward.secretaries[0], scene.ward.clerk, scene.ward.supervisor):
        client.force_login(account)
        assert [client.get(path).status_code for path in (address(scene), address(scene, "plain"))] == [403, 403]


def test_nobody_found_says_what_to_try(client, scene):
    client.force_login(scene.ward.inspector)

    assert "Thử gõ ít chữ hơn" in client.get(address(scene), {"q": "không có ai"}).content.decode()

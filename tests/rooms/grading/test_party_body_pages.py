"""The party body's own grade on screen: the way to it, proposing, classifying, and who may."""

import pytest

from kiemdiem.ballots import queries as ballots
from kiemdiem.cycles import queries as cycles
from kiemdiem.grading import queries
from kiemdiem.grading.models import Decision, Proposal
from kiemdiem.meetings import commands as meetings
from kiemdiem.meetings.models import Meeting
from tests.rooms.grading import ward

pytestmark = pytest.mark.django_db
TOP, SECOND = "MAU_A", "MAU_B"


@pytest.fixture
def scene():
    return ward.scene()


@pytest.fixture
def clerk(client, scene):
    client.force_login(scene.ward.clerk)
    return client


def address(scene, page: str = "") -> str:
    return f"/dot/{scene.season.key}/dang-bo/{page}"


def sent(scene, **more: str) -> dict[str, object]:
    return {"version": queries.version_of(queries.party_body_of(scene.season)), "step": "send", **more}


def test_it_is_open_to_the_committee_and_to_no_cell(client, scene):
    pages = [address(scene, page) for page in ("", "du-kien/", "tu-phan-loai/")]
    assert [client.get(page).status_code for page in pages] == [302] * 3
    client.force_login(scene.ward.secretaries[0])
    assert [client.get(page).status_code for page in pages] == [403] * 3
    client.force_login(scene.ward.inspector)
    assert [client.get(page).status_code for page in pages] == [200, 403, 403]
    client.force_login(scene.ward.clerk)
    assert [client.get(page).status_code for page in pages] == [200] * 3


def test_the_grade_is_proposed_by_hand_after_a_look(clerk, scene):
    ward.proposing(scene)
    told = {"grade": TOP, "proposed_on": "11/12/2017", "reason": "Kết quả kiểm điểm"}
    looked = clerk.post(address(scene, "du-kien/"), sent(scene, **told, step=""))
    assert (looked.status_code, "Kiểm tra lại trước khi ghi" in looked.content.decode()) == (200, True)
    assert Proposal.objects.count() == 0
    answer = clerk.post(address(scene, "du-kien/"), sent(scene, **told))
    assert (answer.status_code, Proposal.objects.get().grade) == (302, TOP)
    assert "Mức A (minh họa) – Ban Thường vụ Đảng ủy phường" in clerk.get(address(scene)).content.decode()


@pytest.mark.parametrize(
    "wrong", [{"grade": ""}, {"grade": "Z"}, {"proposed_on": "12/2017"}, {"reason": ""}, {"version": "999"}]
)
def test_what_is_wrong_is_told_and_nothing_is_kept(clerk, scene, wrong):
    ward.proposing(scene)
    told = {"grade": TOP, "proposed_on": "11/12/2017", "reason": "Kết quả kiểm điểm"}
    answer = clerk.post(address(scene, "du-kien/"), sent(scene, **(told | wrong)))
    assert (answer.status_code, Proposal.objects.count()) == (422, 0)


def test_the_way_leads_from_the_scoring_to_the_self_classification(clerk, scene):
    meeting = ward.deciding(scene)
    page = clerk.get(address(scene)).content.decode()
    assert (f"/cuoc-hop/{meeting.key}/bo-phieu/" in page, "tu-phan-loai" in page) == (True, False)
    ward.scored(scene, meeting, [ward.GOOD] * 5)
    page = clerk.get(address(scene)).content.decode()
    assert ("93,00" in page, "Mức A (minh họa)" in page, address(scene, "tu-phan-loai/") in page) == (True, True, True)
    told = {"grade": TOP, "decided_on": "13/12/2017", "document": "15-NQ/ĐU", "reason": ""}
    assert clerk.post(address(scene, "tu-phan-loai/"), sent(scene, **told)).status_code == 302
    assert Decision.objects.get().document == "15-NQ/ĐU"
    page = clerk.get(address(scene)).content.decode()
    subject = queries.party_body_of(scene.season)
    assert f"/ket-qua-cua/{subject.key}/cap-tren/" in page


def test_a_closed_sitting_keeps_its_slips_and_its_step_of_the_plan(clerk, scene):
    meeting = ward.deciding(scene)
    ward.scored(scene, meeting, [ward.GOOD] * 5)
    kept = Meeting.objects.get(pk=meeting.pk)
    meetings.close_meeting(kept, conclusion="Thống nhất", version=kept.version, **scene.act())
    assert "executive_decision" in cycles.steps_done(scene.season)
    assert [each.state for each in ballots.rounds_of(meeting)] == ["locked"]


def test_without_its_scale_the_page_says_what_to_fill_in(client):
    scene = ward.scene(filled=False)
    client.force_login(scene.ward.officer)
    page = client.get(address(scene))
    assert (page.status_code, "còn phải bổ sung" in page.content.decode()) == (200, True)
    assert client.get(address(scene, "du-kien/")).status_code == 403

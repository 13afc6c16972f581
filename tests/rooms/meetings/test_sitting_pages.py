"""A sitting on screen: fixed by the office, its business point by point, its minutes."""

import pytest

from kiemdiem.meetings import queries
from kiemdiem.meetings.models import Meeting
from tests.rooms.meetings import make, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return sitting.scene(as_of=sitting.DAY)


@pytest.fixture
def clerk(client, scene):
    client.force_login(scene.ward.clerk)
    return client


def fixing(scene) -> str:
    return f"/dot/{scene.season.key}/lich-hop/an-dinh/"


def test_the_office_fixes_a_sitting_by_hand(clerk, scene):
    assert "Hội nghị thẩm định" in clerk.get(fixing(scene)).content.decode()
    answer = clerk.post(fixing(scene), {"unit": "bch", "kind": "conference", "on": "13/12/2017"})
    assert (answer.status_code, Meeting.objects.get().kind) == (302, "conference")


def test_without_a_kind_it_is_the_review(clerk, scene):
    clerk.post(fixing(scene), {"unit": "cb1", "on": "14/12/2017"})
    assert Meeting.objects.get().kind == "review"


def test_a_kind_the_body_does_not_hold_is_told(clerk, scene):
    page = clerk.post(fixing(scene), {"unit": "cb1", "kind": "conference", "on": "13/12/2017"})
    assert (page.status_code, Meeting.objects.count()) == (422, 0)
    assert "không tổ chức loại họp này" in page.content.decode()


def test_the_business_is_done_point_by_point(clerk, scene):
    meeting = make.fresh(sitting.opened(scene))
    first, second = queries.points_of(meeting)
    page = clerk.get(f"/cuoc-hop/{meeting.key}/").content.decode()
    here = f"/cuoc-hop/{meeting.key}/noi-dung/{first.pk}/"
    assert (here in page, f"/noi-dung/{second.pk}/" in page) == (True, False)
    sent = {"version": meeting.version, "kind": "note", "text": "Đã thẩm định"}
    assert clerk.post(here, sent).status_code == 302
    assert clerk.post(here, sent).status_code == 422
    minutes = clerk.get(f"/cuoc-hop/{meeting.key}/bien-ban/").content.decode()
    assert "<strong>Thẩm định:</strong> Đã thẩm định" in minutes


def test_a_secretary_of_a_cell_does_no_business_of_the_committee(client, scene):
    meeting = sitting.opened(scene)
    first, _ = queries.points_of(meeting)
    client.force_login(scene.ward.secretaries[0])
    here = f"/cuoc-hop/{meeting.key}/noi-dung/{first.pk}/"
    assert [client.get(here).status_code, client.post(here, {"version": meeting.version}).status_code] == [403, 422]
    assert len(queries.open_points(meeting)) == 2


def test_a_closed_sitting_offers_no_supplementary_one(clerk, scene):
    meeting = make.close(scene, sitting.opened(scene))
    assert "Lập họp bổ sung" not in clerk.get(f"/cuoc-hop/{meeting.key}/").content.decode()

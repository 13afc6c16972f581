"""The pages of meetings: a cell's meeting by hand, who may open what, and what a refusal says."""

import pytest

from kiemdiem.meetings import queries
from kiemdiem.meetings.models import Meeting, OrderMark, ReviewLine
from kiemdiem.meetings.pages.meeting_act import WAYS
from tests.rooms.meetings import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.scene(as_of=make.DAY)


@pytest.fixture
def clerk(client, scene):
    client.force_login(scene.ward.clerk)
    return client


def planned(clerk, scene):
    """A meeting fixed by hand."""
    sent = {"unit": "cb1", "on": "04/12/2017", "place": "Nhà văn hóa"}
    clerk.post(f"/dot/{scene.season.key}/lich-hop/an-dinh/", sent)
    return Meeting.objects.get()


def called(clerk, meeting, away=("Ngô Văn Ích", "Đặng Văn Khôi")):
    """The meeting with its roll drawn and called by hand."""
    here = f"/cuoc-hop/{meeting.key}/diem-danh/"
    clerk.post(here, {"act": "draw", "draw-version": meeting.version, "draw-on": "04/12/2017"})
    meeting.refresh_from_db()
    sent = {"version": meeting.version}
    for each in queries.roll_of(meeting):
        sent[f"here_{each.pk}"] = "0" if each.printed_name in away else "1"
    clerk.post(here, sent)
    meeting.refresh_from_db()
    return meeting


def opened(clerk, scene, meeting):
    """The meeting opened by hand."""
    sent = {
        "version": meeting.version, "held_on": "04/12/2017", "chair": scene.person("standing").key,
        "secretary": scene.person("plain").key, "began": "14:00",
    }  # fmt: skip
    answer = clerk.post(f"/cuoc-hop/{meeting.key}/khai-mac/", sent)
    meeting.refresh_from_db()
    return answer


def test_a_meeting_is_planned_called_and_opened_by_hand(clerk, scene):
    meeting = called(clerk, planned(clerk, scene))

    answer = opened(clerk, scene, meeting)

    assert (answer.status_code, meeting.state, meeting.chair) == (302, "open", scene.person("standing"))
    shown = clerk.get(f"/cuoc-hop/{meeting.key}/").content.decode()
    assert "Phạm Minh Châu" in shown and "Tạm giữ" in shown


def test_a_line_goes_through_its_steps_by_hand(clerk, scene):
    meeting = called(clerk, planned(clerk, scene))
    opened(clerk, scene, meeting)
    line = make.line_of(meeting, scene.person("secretary"))
    here = f"/cuoc-hop/{meeting.key}/phan/{line.pk}/"

    for kept_as in ("note", "contribution"):
        line.refresh_from_db()
        assert clerk.get(f"{here}buoc-tiep/").context["form"]["kind"].value() == kept_as
        sent = {"version": line.version, "kind": "contribution", "speaker": "Đỗ Thị Én", "text": "Nhất trí"}
        assert clerk.post(f"{here}buoc-tiep/", sent).status_code == 302
    line.refresh_from_db()
    clerk.post(f"{here}ket-luan/", {"version": line.version, "conclusion": "Bổ sung mục 2"})

    line.refresh_from_db()
    assert (line.state, line.conclusion, line.entries.count()) == (ReviewLine.State.DONE, "Bổ sung mục 2", 2)
    assert "Bổ sung mục 2" in clerk.get(f"/cuoc-hop/{meeting.key}/bien-ban/").content.decode()


def test_a_refusal_says_why_and_loses_nothing(clerk, scene):
    meeting = called(clerk, planned(clerk, scene))
    opened(clerk, scene, meeting)
    sent = {"version": meeting.version, "conclusion": "Kết thúc lúc 17 giờ"}

    answer = clerk.post(f"/cuoc-hop/{meeting.key}/viec/ket-thuc/", sent)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Còn phần kiểm điểm chưa kết luận" in shown and "Kết thúc lúc 17 giờ" in shown


def test_roll_call_presumes_nobody_present(clerk, scene):
    meeting = planned(clerk, scene)
    here = f"/cuoc-hop/{meeting.key}/diem-danh/"
    clerk.post(here, {"act": "draw", "draw-version": meeting.version, "draw-on": "04/12/2017"})

    assert "checked" not in clerk.get(here).content.decode()


def test_what_was_out_of_order_is_marked_and_answered_by_hand(clerk, scene):
    made = make.opened(
        scene, scene.ward.executive_committee, absent=(), chair="secretary", secretary="deputy", paper=make.PAPER
    )
    mark = OrderMark.objects.get(meeting=made)

    sent = {"version": 1, "answer": "accepted", "answered_on": "04/12/2017", "document": "NQ 12"}
    answer = clerk.post(f"/cuoc-hop/{made.key}/sai-trinh-tu/{mark.pk}/", sent)

    mark.refresh_from_db()
    assert (mark.rows, mark.accepting_body) == ("R-2", "Ban Thường vụ")
    assert (answer.status_code, mark.answer, mark.document) == (302, "accepted", "NQ 12")


def addresses(meeting, line):
    """Every page about one meeting."""
    here = f"/cuoc-hop/{meeting.key}/"
    acts = [f"{here}viec/{way}/" for way in WAYS]
    steps = [f"{here}phan/{line.pk}/{way}/" for way in ("buoc-tiep", "y-kien", "ket-luan", "tam-giu", "tiep-tuc")]
    return [here, f"{here}diem-danh/", f"{here}khai-mac/", f"{here}bien-ban/", f"{here}phan/{line.pk}/", *acts, *steps]


def test_nobody_and_another_cells_secretary_see_nothing(client, scene):
    meeting = make.opened(scene)
    pages = addresses(meeting, make.line_of(meeting, scene.person("secretary")))

    assert {client.get(page).status_code for page in pages} == {302}
    client.force_login(scene.ward.secretaries[1])
    assert {client.get(page).status_code for page in pages} == {403}
    shown = client.get(f"/dot/{scene.season.key}/lich-hop/").content.decode()
    assert "Tổ dân phố" not in shown


def test_the_supervisor_reads_and_keeps_nothing(client, scene):
    meeting = make.opened(scene)
    client.force_login(scene.ward.supervisor)
    pages = addresses(meeting, make.line_of(meeting, scene.person("secretary")))

    allowed = [page for page in pages if client.get(page).status_code == 200]

    assert allowed == [pages[0], pages[3], pages[4]]

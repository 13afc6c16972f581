"""Each role's own list: what it has to do, or why not yet, and nothing of others."""

from datetime import date

import pytest

from tests.rooms.ballots import make as ballots
from tests.rooms.desk import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
MEETING = "Họp kiểm điểm – Chi bộ Tổ dân phố 1"


@pytest.fixture
def scene():
    return meetings.scene()


def test_a_teller_waits_for_the_round_and_counts_when_the_box_is_open(scene):
    teller = make.holder(scene, "teller")
    meeting = meetings.reviewed(scene)
    before = make.todos(scene, teller)
    assert before == [
        (f"Kiểm phiếu: {meeting.title}", "Chưa có vòng bỏ phiếu: cuộc họp chưa đến bước bỏ phiếu."),
    ]
    ballots.tellers(scene, meeting)
    round_ = ballots.prepared(scene, meeting)
    (prepared,) = make.todos(scene, teller)
    assert prepared[1] == "Hãy phát phiếu và ghi số phiếu phát ra."
    ballots.counting(scene, round_)

    assert make.todos(scene, teller) == [(f"Nhập bản kiểm phiếu: {round_.title} – {meeting.title}", "")]


def test_a_teller_of_another_cell_sees_no_round_of_this_one(scene):
    other = make.holder(scene, "teller", unit=scene.ward.cells[1])
    ballots.prepared(scene, meetings.reviewed(scene))

    assert make.todos(scene, other) == []


def test_an_assessor_is_told_the_meetings_he_is_heard_at(scene):
    assessor = make.holder(scene, "assessor")
    meeting = meetings.planned(scene)

    assert make.todos(scene, assessor) == [(f"Dự họp, tham gia ý kiến: {meeting.title}", "")]


def test_a_supervisor_sees_the_step_of_his_cells_and_of_no_other(scene):
    found = make.todos(scene, scene.ward.supervisor, part="Chi bộ được phân công")

    assert found == [("Chi bộ Tổ dân phố 1: Bản tự kiểm điểm", "")]


def test_a_secretary_waits_for_the_office_to_fix_the_meeting(scene):
    step = make.step(scene, on=date(2017, 12, 6))
    secretary, clerk = scene.ward.secretaries[0], scene.ward.clerk
    title = f"Họp: {step.unit_name}"

    assert (title, "Văn phòng cấp ủy chưa ấn định cuộc họp.") in make.todos(scene, secretary)
    assert (f"Ấn định cuộc họp: {step.unit_name}", "") in make.todos(scene, clerk)
    meetings.planned(scene)
    assert make.todos(scene, secretary, part="Hội nghị") == [(MEETING, "")]


def test_a_member_without_a_role_in_his_cell_has_no_list(scene):
    member = make.member(scene)
    make.revoked(scene, member)

    assert make.todos(scene, member) == []


def test_the_administrator_is_told_which_cell_nobody_answers_for(scene):
    administrator = scene.ward.administrator
    assert make.todos(scene, administrator) == []
    make.revoked(scene, scene.ward.secretaries[0])

    assert make.todos(scene, administrator) == [("Cấp quyền bí thư – Chi bộ Tổ dân phố 1: chưa ai giữ", "")]

"""The course of a cell's meeting: planned, roll, opened, gone through, closed, signed."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting, ReviewLine
from tests.rooms.meetings import make

pytestmark = pytest.mark.django_db
LINE = ReviewLine.State


@pytest.fixture
def scene():
    return make.scene()


def test_the_roll_of_a_cell_lets_official_members_vote_and_nobody_else(scene):
    meeting = make.with_roll(scene, make.planned(scene), absent=("exempt",))

    capacity = {each.person.full_name: each.capacity for each in queries.roll_of(meeting)}
    assert capacity == {
        "Trần Văn An": "voter",
        "Lê Thị Bình": "voter",
        "Phạm Minh Châu": "voter",
        "Hoàng Văn Dũng": "voter",
        "Đỗ Thị Én": "voter",
        "Mai Thị Lan": "voter",
        "Vũ Văn Giang": "attendee",
        "Bùi Thị Hạnh": "attendee",
        "Ngô Văn Ích": "attendee",
        "Đặng Văn Khôi": "attendee",
    }
    assert queries.head_count(meeting) == queries.HeadCount(6, 6, 4, 3, 0)


def test_a_leading_body_lets_its_seats_vote_party_member_or_not(scene):
    meeting = make.planned(scene, scene.ward.front)

    called = queries.called_to(meeting, on=make.DAY)

    assert [(each.person.full_name, each.capacity) for each in called] == [("Nguyễn Thị Sen", "voter")]


def test_leaders_come_before_the_others_and_the_exempt_are_left_out(scene):
    meeting = make.opened(scene)

    lines = queries.lines_of(meeting)

    leaders = [line.printed_name for line in lines if line.rank == queries.LEADER]
    assert leaders == ["Phạm Minh Châu", "Hoàng Văn Dũng"]
    assert [line.printed_name for line in lines[:2]] == leaders
    assert "Ngô Văn Ích" not in {line.printed_name for line in lines}


def test_a_missing_result_from_elsewhere_holds_the_leader_and_not_the_meeting(scene):
    meeting = make.opened(scene)

    states = {line.printed_name: (line.state, line.hold_rows) for line in queries.lines_of(meeting)}

    assert states["Phạm Minh Châu"] == (LINE.HELD, "R-24")
    assert states["Trần Văn An"] == (LINE.WAITING, "")
    assert states["Đặng Văn Khôi"] == (LINE.ABSENT, "")


def test_a_meeting_goes_from_its_roll_to_two_signatures(scene):
    meeting = make.close(scene, make.reviewed(scene))

    chair, secretary = scene.person("standing"), scene.person("plain")
    commands.sign_minutes(meeting, "chair", person=chair, signed_on=make.DAY, **scene.act())
    commands.sign_minutes(meeting, "secretary", person=secretary, signed_on=make.DAY, **scene.act())

    record = queries.meeting_record(make.fresh(meeting))
    assert record.meeting.state == Meeting.State.CLOSED
    assert [each.part for each in record.signatures] == ["chair", "secretary"]
    assert record.count.present == 6


def test_the_chair_cannot_sign_for_the_secretary(scene):
    meeting = make.close(scene, make.reviewed(scene))

    with pytest.raises(Refused, match="Đỗ Thị Én"):
        commands.sign_minutes(meeting, "secretary", person=scene.person("standing"), signed_on=make.DAY, **scene.act())


def test_a_day_to_come_is_refused(scene):
    later = date(2017, 12, 5)
    meeting = make.with_roll(scene, make.planned(scene, on=later), on=later)

    with pytest.raises(Refused, match="ngày họp chưa đến"):
        commands.open_meeting(
            meeting, held_on=later, chair=scene.person("standing"), secretary=scene.person("plain"),
            version=meeting.version, **scene.act(),
        )  # fmt: skip
    assert make.fresh(meeting).state == Meeting.State.PLANNED


def test_a_past_day_is_entered_only_as_paper(scene):
    past = date(2017, 12, 1)
    meeting = make.with_roll(scene, make.planned(scene, on=past), on=past)
    who = {"chair": scene.person("standing"), "secretary": scene.person("plain")}

    with pytest.raises(Refused, match="đã qua"):
        commands.open_meeting(meeting, held_on=past, version=meeting.version, **who, **scene.act())
    entered = commands.open_meeting(
        meeting, held_on=past, version=meeting.version, paper=make.PAPER, **who, **scene.act()
    )

    assert (entered.state, entered.held_on, entered.opened_at.date()) == (Meeting.State.OPEN, past, make.DAY)


def test_a_stale_version_changes_nothing(scene):
    meeting = make.opened(scene)
    old = meeting.version
    commands.break_off_meeting(meeting, reason="Mất điện", version=old, **scene.act())

    with pytest.raises(Refused, match="có người vừa sửa"):
        commands.break_off_meeting(meeting, reason="Lần nữa", version=old, **scene.act())
    assert make.fresh(meeting).broken_why == "Mất điện"


def test_closing_names_every_line_still_open(scene):
    meeting = make.opened(scene)

    with pytest.raises(Refused, match=r"Trần Văn An.*R-8|Trần Văn An") as refused:
        make.close(scene, meeting)
    assert refused.value.answer.rows == ("R-8",)
    assert make.fresh(meeting).state == Meeting.State.OPEN

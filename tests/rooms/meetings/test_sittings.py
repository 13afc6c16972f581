"""Meetings that review nobody: which body may hold which, their day, who votes, their business, their end."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles.models import PlanStep
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import MinutesEntry, OrderMark, ReviewLine
from tests.rooms.meetings import make, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return sitting.scene()


def points(meeting):
    return [(each.step, each.done_at is not None) for each in queries.points_of(meeting)]


def test_a_sitting_takes_its_title_and_its_step_of_the_plan_from_the_rulebook(scene):
    meeting = sitting.planned(scene)
    assert (meeting.kind, meeting.step_key) == ("conference", "conference:bch")
    assert meeting.title == "Hội nghị thẩm định – Ban Chấp hành Đảng bộ phường"


@pytest.mark.parametrize("kind", ["conference", "party"])
def test_a_sitting_that_is_not_the_units_is_refused(scene, kind):
    with pytest.raises(Refused, match="không tổ chức loại họp này"):
        commands.plan_meeting(scene.season, scene.cell, on=sitting.DAY, kind=kind, **scene.act())


def test_a_sitting_stands_beside_the_review_of_the_same_body_and_only_once(scene):
    review = make.planned(scene, scene.ward.executive_committee, on=date(2017, 12, 14))
    sitting.planned(scene)
    assert review.step_key == ""
    with pytest.raises(Refused, match="chưa kết thúc"):
        sitting.planned(scene)


def test_a_sitting_off_the_day_of_the_plan_is_refused(scene):
    with pytest.raises(Refused) as refused:
        sitting.planned(scene, on=date(2017, 12, 14))
    assert refused.value.answer.rows == ("R-26",)


def test_a_sitting_held_on_another_day_is_entered_from_paper_and_marked(scene):
    meeting = sitting.planned(scene, on=date(2017, 12, 12))
    marks = list(OrderMark.objects.filter(meeting=meeting).values_list("act", "rows", "accepting_body"))
    assert (meeting.from_paper, marks) == (True, [("schedule_meeting", "R-26", "Ban Chấp hành")])


def test_members_of_the_body_vote_and_the_others_called_attend(scene):
    meeting = make.with_roll(scene, sitting.planned(scene), on=sitting.DAY)
    found = {each.printed_name: each.capacity for each in queries.roll_of(meeting)}
    people = ("secretary", "deputy", "standing", "chair", "headmaster")
    assert found == {scene.person(each).full_name: "voter" for each in people}


def test_an_outsider_called_to_a_sitting_attends_without_a_vote(scene):
    scene.ward.persons["chair"].seats.filter(unit=scene.ward.executive_committee).delete()
    meeting = make.with_roll(scene, sitting.planned(scene), on=sitting.DAY)
    found = {each.printed_name: each.capacity for each in queries.roll_of(meeting)}
    assert found[scene.person("chair").full_name] == "attendee"


def test_a_sitting_has_points_of_business_and_reviews_nobody(scene):
    meeting = sitting.opened(scene)
    assert points(meeting) == [("c.appraise", False), ("c.decide", False)]
    assert (ReviewLine.objects.filter(meeting=meeting).count(), queries.expected_lines(meeting)) == (0, [])


def test_points_are_done_in_their_order_and_written_into_the_minutes(scene):
    meeting = sitting.opened(scene)
    first, second = queries.points_of(meeting)
    with pytest.raises(Refused) as refused:
        commands.complete_point(second, version=meeting.version, **scene.act())
    assert refused.value.answer.rows == ("R-3",)
    commands.complete_point(first, version=meeting.version, text="Đã thẩm định 2 chi bộ", **scene.act())
    assert points(meeting) == [("c.appraise", True), ("c.decide", False)]
    assert MinutesEntry.objects.get(meeting=meeting).point == first
    with pytest.raises(Refused, match="đã ghi là xong"):
        commands.complete_point(first, version=make.fresh(meeting).version, **scene.act())


def test_a_page_seen_before_somebody_elses_point_is_stale(scene):
    meeting = sitting.opened(scene)
    first, _ = queries.points_of(meeting)
    with pytest.raises(Refused, match="vừa sửa"):
        commands.complete_point(first, version=meeting.version - 1, **scene.act())
    assert points(meeting)[0] == ("c.appraise", False)


def test_closing_finishes_the_step_of_the_plan_and_tells_what_was_left(scene):
    meeting = make.close(scene, sitting.opened(scene))
    step = PlanStep.objects.get(key="conference:bch")
    assert (step.done_on, step.done_note) == (sitting.DAY, meeting.title)
    assert queries.sat_on(scene.season, sitting.DAY) == ("sat.conference",)
    assert queries.sat_on(scene.season, date(2017, 12, 12)) == ()


def test_a_sitting_may_be_held_once_more_after_its_day(scene):
    make.close(scene, sitting.opened(scene))
    scene.now = scene.now.replace(day=20)
    again = sitting.planned(scene, on=date(2017, 12, 20))
    assert (again.state, again.from_paper) == ("planned", False)


def test_a_body_without_a_head_of_its_own_is_led_by_the_post_that_acts_in_its_name(scene):
    meeting = sitting.planned(scene)
    assert queries.head_of(meeting, on=sitting.DAY) == scene.person("secretary")
    scene.person("secretary").seats.filter(unit=meeting.unit).delete()
    assert queries.head_of(meeting, on=sitting.DAY) == scene.person("chair")


def test_a_sitting_is_no_review_of_the_body(scene):
    meeting = make.close(scene, sitting.opened(scene))
    facts = queries.opening_facts(meeting)
    assert "reviewed.executive_committee" not in facts.done
    assert facts.kind == "conference"

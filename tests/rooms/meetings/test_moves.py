"""Meetings that move, break off, go on, and are made up for; what was held out of order on paper."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles.models import PlanStep
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting, MinutesEntry, OrderMark, ReviewLine
from tests.rooms.meetings import make
from tests.rooms.meetings.book import book, text_of

pytestmark = pytest.mark.django_db
LATER = date(2017, 12, 6)


@pytest.fixture
def scene():
    return make.scene()


def step(scene, key, day, **more):
    """One step of the plan on one day."""
    return PlanStep.objects.create(
        season=scene.season,
        key=key,
        entry_key=key.partition(":")[0],
        title=key,
        position=1,
        from_on=day,
        last_on=day,
        **more,
    )


def test_a_move_keeps_the_old_day_and_takes_the_terms_along(scene):
    own = step(scene, "cell_meetings.day_04:cb1", make.DAY, kind="meeting", unit=scene.cell)
    due = step(
        scene, "dossier:cb1", date(2017, 12, 6), kind="term", unit=scene.cell, follows_key=own.key, follows_days=2
    )
    meeting = make.planned(scene)

    commands.move_meeting(meeting, LATER, reason="Trùng lịch", version=meeting.version, **scene.act())

    moved = make.fresh(meeting)
    assert (moved.planned_on, moved.state) == (LATER, Meeting.State.PLANNED)
    assert [(each.from_on, each.to_on, each.reason) for each in moved.moves.all()] == [(make.DAY, LATER, "Trùng lịch")]
    own.refresh_from_db()
    due.refresh_from_db()
    assert (own.from_on, due.last_on) == (LATER, date(2017, 12, 8))


def test_a_move_without_a_reason_is_refused(scene):
    meeting = make.planned(scene)

    with pytest.raises(Refused) as refused:
        commands.move_meeting(meeting, LATER, reason=" ", version=meeting.version, **scene.act())
    assert refused.value.answer.rows == ("R-23",)
    assert make.fresh(meeting).planned_on == make.DAY


def test_two_meetings_that_share_people_do_not_fall_on_one_day(scene):
    make.planned(scene)

    with pytest.raises(Refused, match="Chi bộ Tổ dân phố 1") as refused:
        make.planned(scene, scene.ward.executive_committee)
    assert refused.value.answer.rows == ("R-21",)


def test_a_meeting_put_off_has_no_day_until_one_is_found(scene):
    meeting = make.planned(scene)

    commands.move_meeting(meeting, None, reason="Bão", version=meeting.version, **scene.act())
    assert (make.fresh(meeting).state, make.fresh(meeting).planned_on) == (Meeting.State.MOVED, None)
    commands.move_meeting(meeting, LATER, reason="Hết bão", version=make.fresh(meeting).version, **scene.act())

    assert (make.fresh(meeting).state, make.fresh(meeting).moves.count()) == (Meeting.State.PLANNED, 2)


def test_a_broken_off_meeting_keeps_what_was_concluded_and_goes_on(scene):
    meeting = make.opened(scene)
    make.review(scene, make.line_of(meeting, scene.person("secretary")))
    commands.break_off_meeting(meeting, reason="Mất điện", version=make.fresh(meeting).version, **scene.act())

    with pytest.raises(Refused, match="Tạm dừng"):
        make.review(scene, make.line_of(meeting, scene.person("deputy")))
    commands.resume_meeting(meeting, resumed_on=make.DAY, version=make.fresh(meeting).version, **scene.act())

    assert make.line_of(meeting, scene.person("secretary")).state == ReviewLine.State.DONE
    assert make.review(scene, make.line_of(meeting, scene.person("deputy"))).state == ReviewLine.State.DONE


def test_the_held_and_the_absent_go_to_a_supplementary_meeting_of_their_own(scene):
    meeting = make.close(scene, make.reviewed(scene, absent=("exempt", "deputy", "suspended")))

    supplement = commands.plan_supplement(meeting, on=make.DAY, **scene.act())

    names = [each.subject.name for each in queries.expected_lines(supplement)]
    assert names == ["Phạm Minh Châu", "Hoàng Văn Dũng", "Lê Thị Bình", "Đặng Văn Khôi"]
    opened = make.with_roll(scene, supplement, absent=("exempt", "suspended", "standing", "chair"))
    opened = commands.open_meeting(
        opened, held_on=make.DAY, chair=scene.person("secretary"), secretary=scene.person("plain"),
        version=opened.version, **scene.act(),
    )  # fmt: skip
    make.review(scene, make.line_of(opened, scene.person("deputy")))
    assert queries.reviewed(scene.season, scene.person("deputy"))
    assert not queries.reviewed(scene.season, scene.person("standing"))


def test_nobody_held_means_no_supplementary_meeting(scene):
    school = scene.ward.cells[1]
    strict = make.opened(scene, school, absent=(), chair="headmaster", secretary="teacher", paper=make.PAPER)
    for line in queries.lines_of(strict):
        make.review(scene, line)
    closed = make.close(scene, make.fresh(strict))

    with pytest.raises(Refused, match="Không có ai vắng mặt"):
        commands.plan_supplement(closed, on=make.DAY, **scene.act())


def test_an_owed_comment_holds_the_line_and_not_the_meeting(scene):
    meeting = make.opened(scene, scene.ward.cells[1], absent=(), chair="headmaster", secretary="teacher")
    line = make.line_of(meeting, scene.person("teacher"))

    with pytest.raises(Refused, match="nơi cư trú") as refused:
        make.review(scene, line)
    line.refresh_from_db()
    commands.hold_line(line, why="Chưa có nhận xét nơi cư trú", version=line.version, **scene.act())

    assert refused.value.answer.rows == ("R-6",)
    assert make.line_of(meeting, scene.person("headmaster")).state == ReviewLine.State.WAITING


def test_what_was_out_of_order_on_paper_is_entered_marked_and_refused_when_live(scene):
    rules = {"chair": scene.person("standing"), "secretary": scene.person("plain")}
    meeting = make.with_roll(scene, make.planned(scene), absent=("exempt", "suspended"))
    live = commands.open_meeting(meeting, held_on=make.DAY, version=meeting.version, **rules, **scene.act())
    other = make.line_of(live, scene.person("secretary"))
    first = make.line_of(live, scene.person("chair"))
    commands.release_line(first, reason="Đã có kết quả", version=first.version, **scene.act())
    other.refresh_from_db()

    with pytest.raises(Refused, match="phải kiểm điểm trước: Hoàng Văn Dũng"):
        make.review(scene, other)
    Meeting.objects.filter(pk=live.pk).update(entered="paper", paper="Biên bản họp")
    make.review(scene, make.line_of(live, scene.person("secretary")))

    marks = OrderMark.objects.filter(meeting=live, rows="R-4")
    assert {(mark.line, mark.accepting_body, mark.answer) for mark in marks} == {(other, "Ban Thường vụ", "open")}


def test_the_chair_does_not_lead_his_own_review_while_another_can(scene):
    rules = book(process=text_of("process").replace("holds_line: true", "holds_line: false"))
    scene.season.effective_json = rules.canonical_json
    scene.season.save()
    meeting = make.opened(scene)
    line = make.line_of(meeting, scene.person("standing"))
    point = line.steps.order_by("position").first()

    with pytest.raises(Refused, match="chính mình"):
        commands.complete_step(point, version=line.version, **scene.act())
    commands.complete_step(point, version=line.version, chair=scene.person("deputy"), **scene.act())

    assert make.line_of(meeting, scene.person("standing")).chair == scene.person("deputy")


def test_a_correction_of_the_minutes_keeps_the_old_words(scene):
    meeting = make.opened(scene)
    entry = commands.write_entry(meeting, "Có 12 ý kiến", kind="note", **scene.act())

    new = commands.correct_entry(entry, "Có 2 ý kiến", reason="Ghi nhầm", **scene.act())

    assert [each.text for each in queries.entries_of(meeting)] == ["Có 2 ý kiến"]
    assert (MinutesEntry.objects.count(), new.replaces) == (2, entry)
    with pytest.raises(Refused, match="đã được sửa"):
        commands.correct_entry(entry, "Có 3 ý kiến", reason="Ghi nhầm", **scene.act())

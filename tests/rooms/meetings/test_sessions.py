"""How long a body sat, who was sent to direct it, and what the review of a cell and of the party body waits for."""

from dataclasses import replace
from datetime import date, time

import pytest

from kiemdiem.ballots import queries as ballots
from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries as seasons
from kiemdiem.grading.queries import facts
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers
from tests.rooms.reviews.department import DAY, department
from tests.rooms.reviews.make import sent, texts

pytestmark = pytest.mark.django_db
PAPER = reviews.FromPaper("Biên bản họp đã ký")
MORNING, NOON, EVENING = time(7, 30), time(11, 30), time(17)


def fresh(meeting):
    """The meeting as it is kept now."""
    return Meeting.objects.get(pk=meeting.pk)


def planned(made, unit, *, on=DAY):
    """The review of a body, its roll taken, everybody there; the management side has reviewed."""
    for step in seasons.steps_of(made.season).filter(entry_key="management_reviews", done_on__isnull=True):
        cycles.finish_step(step, done_on=DAY, **made.act())
    meeting = commands.plan_meeting(made.season, made.units[unit], on=on, **made.act())
    if unit == "cu4":
        report_sent(made, meeting)
    commands.draw_roll(meeting, on=on, version=fresh(meeting).version, **made.act())
    roll = {each.pk: True for each in queries.roll_of(meeting)}
    commands.take_roll(fresh(meeting), roll, version=fresh(meeting).version, **made.act())
    return fresh(meeting)


def report_sent(made, meeting):
    """The committee's report, in everybody's hands four working days before."""
    asked = papers.report_asked(made.season, meeting.unit, kind="collective_report")
    report = reviews.write_report(
        made.season, meeting.unit, kind="collective_report", sections=texts(asked.sections), **made.act()
    )
    people = [made.people["binh"], made.people["chau"]]
    sending = sent(report, people, on=date(2019, 12, 3), paper=PAPER)
    reviews.deliver_report(report, sending=sending, meeting_on=DAY, version=report.version, **made.act())


def begun(made, meeting, *, began=MORNING, chair="binh", secretary="chau", **more):
    """The meeting opened in the morning."""
    return commands.open_meeting(
        meeting,
        held_on=DAY,
        began=began,
        chair=made.people[chair],
        secretary=made.people[secretary],
        version=fresh(meeting).version,
        **more,
        **made.act(),
    )


def closing(meeting):
    """What the rules are told when the meeting closes."""
    found = queries.closing_facts(fresh(meeting))
    return found.minutes_met, found.sessions_met


def test_the_sessions_of_a_meeting_add_up():
    made = department()
    meeting = begun(made, planned(made, "cu4"))
    assert closing(meeting) == (None, 1)
    version = fresh(meeting).version
    commands.break_off_meeting(meeting, reason="Nghỉ trưa", ended=NOON, version=version, **made.act())
    assert closing(meeting) == (240, 1)
    version = fresh(meeting).version
    commands.resume_meeting(meeting, resumed_on=DAY, began=time(13), version=version, **made.act())
    with pytest.raises(Refused, match="Giờ kết thúc trước giờ bắt đầu"):
        commands.break_off_meeting(meeting, reason="Mất điện", ended=NOON, version=fresh(meeting).version, **made.act())
    version = fresh(meeting).version
    commands.break_off_meeting(meeting, reason="Hết giờ", ended=EVENING, version=version, **made.act())
    assert closing(meeting) == (480, 2)


def test_a_session_past_noon_is_two_half_days():
    made = department()
    meeting = begun(made, planned(made, "cu4"))
    version = fresh(meeting).version
    commands.break_off_meeting(meeting, reason="Hết giờ", ended=EVENING, version=version, **made.act())
    assert closing(meeting) == (570, 2)


@pytest.mark.parametrize(("ended", "refused"), [(time(11, 29), True), (NOON, False)])
def test_a_review_too_short_is_not_closed(ended, refused):
    made = department()
    meeting = begun(made, planned(made, "cu4"))
    for line in queries.lines_of(meeting):
        commands.hold_line(line, why="Chờ thẩm tra", version=line.version, **made.act())
    close = {"conclusion": "Thống nhất", "carried_to": "Họp bổ sung", "ended": ended}
    if not refused:
        closed = commands.close_meeting(meeting, version=fresh(meeting).version, **close, **made.act())
        assert closed.state == Meeting.State.CLOSED
        return
    with pytest.raises(Refused) as short:
        commands.close_meeting(meeting, version=fresh(meeting).version, **close, **made.act())
    assert (short.value.answer.rows, closing(meeting)) == (("DL19-I.4.2-15",), (None, 1))


def test_points_to_review_want_a_working_group():
    made = department()
    subject, committee = made.subject("cell:cb4"), made.units["du"]
    points = reviews.Points(text="Việc chậm tiến độ", given_on=DAY)
    reviews.give_suggestion(made.season, subject, from_unit=committee, points=points, **made.act())
    meeting = planned(made, "cb4")
    with pytest.raises(Refused) as alone:
        begun(made, meeting)
    assert alone.value.answer.rows == ("DL19-I.4.2-11",)
    sent = replace(points, group=(made.people["an"],), reason="Lập đoàn công tác")
    reviews.give_suggestion(made.season, subject, from_unit=committee, points=sent, **made.act())
    assert begun(made, meeting).state == Meeting.State.OPEN


def test_a_cell_counts_as_reviewed_after_its_meeting():
    made = department()
    subject = made.subject("cell:cb1")
    on = date(2019, 12, 9)

    def reviewed():
        (row,) = facts.rows_of(made.season, [subject], kind="cell", on=on)
        return row["review_done"]

    assert reviewed() is False
    meeting = begun(made, planned(made, "cb1"), chair="an", secretary="en")
    for line in queries.lines_of(meeting):
        commands.hold_line(line, why="Chờ thẩm tra", version=line.version, **made.act())
    assert reviewed() is False
    close = {"conclusion": "Thống nhất", "carried_to": "Họp bổ sung"}
    commands.close_meeting(meeting, version=fresh(meeting).version, **close, **made.act())
    assert reviewed() is True


def test_the_committee_of_a_cell_grades_it_and_a_cell_without_one_grades_itself():
    made = department()
    held = {
        unit: ballots.subjects_for(
            begun(made, planned(made, unit), chair=chair, secretary=secretary), "cell_self_grade"
        )
        for unit, chair, secretary in (("cu4", "binh", "chau"), ("cb4", "binh", "chau"), ("cb1", "an", "en"))
    }
    assert {unit: [each.key for each in found] for unit, found in held.items()} == {
        "cu4": ["cell:cb4"],
        "cb4": [],
        "cb1": ["cell:cb1"],
    }

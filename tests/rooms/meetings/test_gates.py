"""What the rulebook says no to around a meeting: each refusal names its gate, and nothing is written."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.reviews.models import Delivery, Report
from tests.rooms.meetings import make

pytestmark = pytest.mark.django_db
SENT, TWO_DAYS_ON, THREE_DAYS_ON = date(2017, 12, 1), date(2017, 12, 3), date(2017, 12, 4)


@pytest.fixture
def scene():
    return make.scene()


def refused_by(attempt):
    """The gates that said no."""
    with pytest.raises(Refused) as refusal:
        attempt()
    return refusal.value.answer.gates


def sent_to_all(scene, unit):
    """The unit's report, sent to everybody a review of that day calls."""
    called = queries.called_to(Meeting(season=scene.season, unit=unit), on=THREE_DAYS_ON)
    keyed = {"keyed_at": scene.at(), "keyed_by": scene.ward.clerk}
    report = Report.objects.create(
        key="bc", season=scene.season, unit=unit, kind="report", form_code="01", state="sent", **keyed
    )
    Delivery.objects.bulk_create(
        Delivery(report=report, number=1, person=each.person, sent_on=SENT, proof="signed_list", **keyed)
        for each in called
    )


def test_a_day_too_soon_after_the_report_went_out_is_refused():
    scene = make.scene(now=datetime(2017, 12, 1, 14, 0, tzinfo=make.ZONE))
    unit = scene.ward.executive_committee
    sent_to_all(scene, unit)

    assert refused_by(lambda: make.planned(scene, unit, on=TWO_DAYS_ON)) == ("g34",)
    assert make.planned(scene, unit, on=THREE_DAYS_ON).planned_on == THREE_DAYS_ON


def test_no_move_shortens_the_notice_before_the_roll_is_drawn(scene):
    unit = scene.ward.executive_committee
    meeting = make.planned(scene, unit, on=THREE_DAYS_ON)
    sent_to_all(scene, unit)
    sooner = {"reason": "Trùng lịch", "version": meeting.version}

    assert refused_by(lambda: commands.move_meeting(meeting, TWO_DAYS_ON, **sooner, **scene.act())) == ("g35",)


def test_a_line_is_not_concluded_without_words(scene):
    meeting = make.opened(scene)
    line = make.line_of(meeting, scene.person("plain"))
    ReviewLine.objects.filter(meeting=meeting).exclude(pk=line.pk).update(state=ReviewLine.State.HELD, hold_why="Chờ")
    for point in line.steps.order_by("position"):
        line.refresh_from_db()
        commands.complete_step(point, version=line.version, **scene.act())
    line.refresh_from_db()

    empty = {"conclusion": " ", "version": line.version}
    assert refused_by(lambda: commands.conclude_line(line, **empty, **scene.act())) == ("g37",)


def test_a_supplementary_meeting_is_held_for_somebody_who_came(scene):
    away = ("exempt", "suspended", "plain")
    meeting = make.opened(scene, absent=away, secretary="disciplined")
    for line in queries.lines_of(meeting):
        if line.state == ReviewLine.State.HELD:
            commands.release_line(line, reason="Đã có kết quả", version=line.version, **scene.act())
    for line in queries.lines_of(meeting):
        if line.state == ReviewLine.State.WAITING:
            make.review(scene, line)
    closed = make.close(scene, meeting)
    extra = commands.plan_supplement(closed, on=make.DAY, **scene.act())

    def opened(absent):
        make.with_roll(scene, extra, absent=absent)
        return commands.open_meeting(
            make.fresh(extra), held_on=make.DAY, chair=scene.person("standing"), secretary=scene.person("disciplined"),
            version=make.fresh(extra).version, **scene.act(),
        )  # fmt: skip

    assert refused_by(lambda: opened(away)) == ("g36",)
    assert opened(("exempt", "suspended")).state == Meeting.State.OPEN

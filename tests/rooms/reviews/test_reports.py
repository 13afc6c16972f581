"""Reports of collectives: written, sent ahead to each participant, completed after the reviews."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.reviews import commands, queries
from kiemdiem.reviews.models import Delivery, Report
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import ZONE
from tests.rooms.reviews import make

pytestmark = pytest.mark.django_db
MEETING = date(2017, 11, 29)


def at(day):
    return datetime(2017, 11, day, 9, 0, tzinfo=ZONE)


def deliver(made, report, day, *, keyed=None, people=("chair", "secretary"), meeting_on=MEETING, paper=None):
    sending = make.sent(report, [made.ward.persons[who] for who in people], on=date(2017, 11, day), paper=paper)
    return commands.deliver_report(
        report, sending=sending, meeting_on=meeting_on, by=made.ward.officer, at=keyed or at(day)
    )


def concluded(made, report, *, individuals=False):
    """What the meeting's acts write down when the collective, and then its people, are concluded on."""
    where = {"unit": report.unit, "on": MEETING}
    commands.note_report_concluded(made.season, kind="collective", by=made.ward.officer, at=at(29), **where)
    if individuals:
        commands.note_individuals_concluded(made.season, **where)


def revise(made, report, *, on=MEETING, keyed=None, final=False, paper=None, **sections):
    revision = commands.Revision(sections, reason="Theo kết luận", happened_on=on, paper=paper)
    return commands.revise_report(report, revision=revision, final=final, by=made.ward.officer, at=keyed or at(on.day))


def written(made):
    return make.report(made, made.ward.peoples_committee, at=at(24))


def test_a_collective_owes_its_report_with_strengths_faults_and_causes():
    made = cycles.opened()
    asked = queries.report_asked(made.season, made.ward.peoples_committee, kind="collective_report")
    assert (asked.form.code, len(asked.sections)) == ("01-BC.TT", 19)
    assert [section.title for section in asked.sections[-3:]] == ["Ưu điểm", "Khuyết điểm", "Nguyên nhân"]


def test_a_cell_owes_the_report_on_its_leadership_and_no_collective_one():
    made = cycles.opened()
    kinds = [form.key for form in queries.report_kinds(made.season, made.ward.cells[0])]
    assert kinds == ["leadership_report"]
    with pytest.raises(Refused, match="không phải làm báo cáo này"):
        make.report(made, made.ward.cells[0])


def test_a_report_sent_three_clear_days_ahead_goes_without_a_word():
    made = cycles.opened()
    answer = deliver(made, written(made), 25)
    assert (answer.warning, Report.objects.get().state) == ("", "sent")


def test_a_report_sent_three_plain_days_ahead_is_warned():
    made = cycles.opened()
    answer = deliver(made, written(made), 26)
    assert (answer.rows, "chỉ 2 ngày trọn" in answer.warning) == (("HX17-II.3.1.a-2",), True)


def test_a_report_sent_two_days_ahead_is_refused_and_nobody_has_it():
    made = cycles.opened()
    with pytest.raises(Refused, match="phải gửi trước ít nhất 03 ngày"):
        deliver(made, written(made), 27)
    assert Delivery.objects.count() == 0


def test_a_report_without_its_faults_is_not_sent():
    made = cycles.opened()
    report = written(made)
    commands.write_report(
        made.season, report.unit, kind=report.kind, sections={"faults": ""}, by=made.ward.officer, at=at(24)
    )
    with pytest.raises(Refused, match="Khuyết điểm"):
        deliver(made, report, 25)


def test_each_participant_has_it_once_and_the_last_day_counts():
    made = cycles.opened()
    report = written(made)
    deliver(made, report, 24, people=("chair",))
    deliver(made, report, 25, people=("chair", "secretary"))
    both = frozenset(made.ward.persons[who].pk for who in ("chair", "secretary"))
    assert queries.last_sent_on(report, people=both) == date(2017, 11, 25)
    assert queries.last_sent_on(report, people=both | {made.ward.persons["plain"].pk}) is None
    assert Delivery.objects.count() == 2


def test_a_sent_report_is_completed_as_a_new_version_after_its_meeting():
    made = cycles.opened()
    report = written(made)
    deliver(made, report, 25)
    concluded(made, report)
    done = revise(made, report, causes="Nguyên nhân chủ quan")
    assert (done.state, done.number, [v.number for v in done.versions.all()]) == ("completed", 2, [1, 2])
    assert done.versions.first().sections["causes"] == "Đã viết: Nguyên nhân"


def test_a_report_is_not_completed_before_the_collective_concluded():
    made = cycles.opened()
    report = written(made)
    deliver(made, report, 25)
    with pytest.raises(Refused, match="Kết luận kiểm điểm tập thể"):
        revise(made, report)


def test_the_final_version_waits_for_the_individual_reviews():
    made = cycles.opened()
    report = written(made)
    deliver(made, report, 25)
    concluded(made, report)
    with pytest.raises(Refused, match="Kiểm điểm các cá nhân"):
        revise(made, report, final=True)
    concluded(made, report, individuals=True)
    assert revise(made, report, final=True).number == 2


def test_a_sent_report_is_not_rewritten():
    made = cycles.opened()
    report = written(made)
    deliver(made, report, 25)
    with pytest.raises(Refused, match="Đã gửi thành viên"):
        make.report(made, report.unit, at=at(26))


def test_a_withdrawn_delivery_no_longer_counts():
    made = cycles.opened()
    report = written(made)
    deliver(made, report, 25, people=("chair",))
    commands.withdraw_delivery(Delivery.objects.get(), why="Ghi nhầm người", by=made.ward.officer, at=at(25))
    assert queries.reached_by(report) == set()


def test_the_report_is_keyed_by_who_answers_for_the_body():
    made = cycles.opened()
    with pytest.raises(Refused, match="chưa được làm việc này"):
        commands.write_report(
            made.season, made.ward.peoples_committee, kind="collective_report", sections={},
            by=made.ward.secretaries[0], at=at(24),
        )  # fmt: skip

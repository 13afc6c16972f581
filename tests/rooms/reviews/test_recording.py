"""Doing and recording are two acts: a past day is written down only from a named paper, and never quietly."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.desk import queries as desk
from kiemdiem.journal.models import Entry
from kiemdiem.reviews import commands
from kiemdiem.reviews.models import Delivery, OrderMark, Report, SelfReview
from tests.rooms.cycles import make as cycles
from tests.rooms.reviews import make
from tests.rooms.reviews.test_reports import MEETING, at, concluded, deliver, revise, written

pytestmark = pytest.mark.django_db
LIST = commands.FromPaper("Danh sách ký nhận báo cáo, ngày 27/11/2017")


@pytest.fixture
def made():
    return cycles.opened()


def test_a_late_sending_keyed_another_day_is_refused_without_its_paper(made):
    with pytest.raises(Refused, match=r"ngày 27/11/2017 đã qua"):
        deliver(made, written(made), 27, keyed=at(30))
    assert (Delivery.objects.count(), OrderMark.objects.count()) == (0, 0)


def test_a_sending_in_good_time_keyed_another_day_needs_its_paper_and_gets_no_mark(made):
    report = written(made)
    with pytest.raises(Refused, match="đã qua"):
        deliver(made, report, 25, keyed=at(27))
    answer = deliver(made, report, 25, keyed=at(27), paper=LIST)
    assert (answer.out_of_order, OrderMark.objects.count()) == (False, 0)
    assert {(each.entered, each.paper) for each in Delivery.objects.all()} == {("paper", LIST.paper)}


def test_a_late_sending_told_by_its_paper_is_kept_with_its_true_day_and_marked(made):
    answer = deliver(made, written(made), 27, keyed=at(30), paper=LIST)
    mark = OrderMark.objects.get()
    assert (answer.out_of_order, answer.accepted_by) == (True, "Hội nghị kiểm điểm")
    assert (mark.act, mark.rows, mark.happened_on) == (
        "reviews.deliver_report", "HX17-II.3.1.a-2", date(2017, 11, 27),
    )  # fmt: skip
    assert Delivery.objects.first().sent_on == date(2017, 11, 27)
    assert Entry.objects.filter(act="reviews.deliver_report").get().rows == ["HX17-II.3.1.a-2"]


def test_what_the_paper_does_not_hold_is_refused_also_when_it_is_only_recorded(made):
    report = written(made)
    commands.write_report(
        made.season, report.unit, kind=report.kind, sections={"faults": ""}, by=made.ward.officer, at=at(24)
    )
    with pytest.raises(Refused, match="Khuyết điểm"):
        deliver(made, report, 27, keyed=at(30), paper=LIST)


def test_a_report_completed_before_its_meeting_concluded_is_marked_only_from_paper(made):
    report = written(made)
    deliver(made, report, 25)
    with pytest.raises(Refused, match="đã qua"):
        revise(made, report, on=date(2017, 11, 28), keyed=at(30))
    paper = commands.FromPaper("Báo cáo hoàn thiện ký ngày 28/11/2017")
    done = revise(made, report, on=date(2017, 11, 28), keyed=at(30), paper=paper)
    assert (done.state, done.marks.get().rows) == ("completed", "HX17-II.3.1.c-4")
    assert done.versions.last().paper == paper.paper


def test_a_conclusion_counts_from_its_own_day_on(made):
    report = written(made)
    deliver(made, report, 25)
    concluded(made, report)
    early = commands.FromPaper("Báo cáo hoàn thiện")
    assert revise(made, report, on=date(2017, 11, 28), keyed=at(30), paper=early).marks.count() == 1
    assert revise(made, report, on=MEETING, keyed=at(30), paper=early).marks.count() == 1


def test_a_self_review_typed_today_was_not_handed_in_yesterday(made):
    person = made.ward.persons["plain"]
    whole = make.texts(commands.self_reviews.queries.asked_of(made.season, person, on=make.DAY).sections)
    kept = commands.write_self_review(made.season, person, sections=whole, by=made.ward.officer, at=make.AT)
    with pytest.raises(Refused, match="đã qua"):
        commands.submit_self_review(kept, submitted_on=date(2017, 11, 24), by=made.ward.officer, at=make.AT)
    commands.submit_self_review(kept, submitted_on=make.DAY, by=made.ward.officer, at=make.AT)
    assert SelfReview.objects.get().submitted_on == make.DAY


def test_an_incomplete_paper_is_kept_and_marked(made):
    person, paper = made.ward.persons["plain"], commands.FromPaper("Bản viết tay")
    kept = commands.key_self_review(
        made.season, person, paper=paper, submitted_on=date(2017, 11, 24), by=made.ward.officer, at=make.AT
    )
    assert (kept.state, kept.marks.get().rows) == ("submitted", "HX17-II.3.2.a-1")


@pytest.mark.parametrize("day", [date(2017, 11, 24), date(2017, 11, 26)])
def test_an_opinion_of_another_day_needs_its_paper_and_none_comes_from_tomorrow(made, day):
    with pytest.raises(Refused, match="đã qua" if day < make.DAY else "chưa đến"):
        commands.receive_opinion(
            made.season, from_unit=made.ward.front, about=made.ward.peoples_committee, kind="review", text="Đồng tình",
            received_on=day, by=made.ward.officer, at=make.AT,
        )  # fmt: skip


def test_the_body_answers_what_was_out_of_order_once_and_with_a_document(made):
    deliver(made, written(made), 27, keyed=at(30), paper=LIST)
    mark, by = OrderMark.objects.get(), made.ward.officer
    told = {"answered_on": date(2017, 11, 30), "version": 1, "by": by, "at": at(30)}
    with pytest.raises(Refused, match="thiếu văn bản"):
        commands.answer_mark(mark, "accepted", document=" ", **told)
    done = commands.answer_mark(mark, "accepted", document="05-NQ/ĐU", **told)
    assert (done.answer, done.document) == ("accepted", "05-NQ/ĐU")
    with pytest.raises(Refused, match="đã có trả lời"):
        commands.answer_mark(mark, "again", document="06-NQ/ĐU", **{**told, "version": 2})
    with pytest.raises(Refused, match="chưa được làm việc này"):
        commands.answer_mark(mark, "again", document="06", **{**told, "version": 2, "by": made.ward.secretaries[0]})


def test_an_open_mark_stands_among_the_tasks_of_whoever_may_answer_it(made):
    deliver(made, written(made), 27, keyed=at(30), paper=LIST)
    mark = OrderMark.objects.get()

    def told(account):
        return [
            t.about for t in desk.todos_of(made.season, account, on=at(30).date()) if t.page == "reviews:answer_mark"
        ]

    assert (told(made.ward.officer), told(made.ward.secretaries[0])) == ([(made.season.key, str(mark.pk))], [])
    answered = {"answered_on": date(2017, 11, 30), "document": "05-NQ/ĐU", "version": 1}
    commands.answer_mark(mark, "accepted", **answered, by=made.ward.officer, at=at(30))
    assert told(made.ward.officer) == []


def test_a_mark_stays_with_its_report(made):
    deliver(made, written(made), 27, keyed=at(30), paper=LIST)
    assert [mark.report for mark in OrderMark.objects.all()] == [Report.objects.get()]
    assert datetime.fromisoformat(OrderMark.objects.get().marked_at.isoformat()) == at(30)

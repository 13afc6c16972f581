"""The plan of a season: drawn from the rulebook, passed, amended, followed step by step."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.models import Plan, PlanChange
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
LATER = datetime(2017, 12, 8, 8, 0, tzinfo=ZONE)


def test_the_plan_gives_each_cell_its_meeting_and_its_dossier_two_days_later():
    made = make.drafted()
    days = [(s.entry_key, s.last_on) for s in queries.steps_of(made.season).filter(unit=made.ward.cells[0])]
    assert days == [
        ("briefing", date(2017, 11, 20)),
        ("preparation", date(2017, 11, 27)),
        ("leadership_report", date(2017, 11, 27)),
        ("comments", date(2017, 11, 27)),
        ("self_review", date(2017, 11, 27)),
        ("cell_meetings", date(2017, 12, 1)),
        ("cell_dossier", date(2017, 12, 3)),
    ]


def test_a_cell_without_a_day_keeps_the_plan_from_passing():
    made = make.drafted()
    step = queries.meeting_steps(made.season, unit=made.ward.cells[0]).get()
    commands.set_step_days(step, from_on=date(2017, 12, 1), last_on=date(2017, 12, 7), by=made.ward.officer, at=made.at)
    with pytest.raises(Refused, match="chưa có ngày họp: Chi bộ Tổ dân phố 1"):
        commands.pass_plan(made.season, passing=make.PASSING, by=made.ward.officer, at=made.at)
    assert Plan.objects.get().passed_on is None


def test_a_cell_does_not_meet_on_the_day_of_the_executive_committee():
    made = make.drafted()
    step = queries.meeting_steps(made.season, unit=made.ward.cells[0]).get()
    commands.set_step_days(step, from_on=date(2017, 12, 5), last_on=date(2017, 12, 5), by=made.ward.officer, at=made.at)
    with pytest.raises(Refused, match="05/12/2017"):
        commands.pass_plan(made.season, passing=make.PASSING, by=made.ward.officer, at=made.at)


def test_a_supervisor_is_not_in_two_cells_on_one_day():
    made = make.drafted()
    two = made.ward.cells[1]
    deputy = made.ward.persons["deputy"]
    commands.assign_supervisor(made.season, two, supervisor=deputy, line=2, why="x", by=made.ward.officer, at=made.at)
    step = queries.meeting_steps(made.season, unit=two).get()
    commands.set_step_days(step, from_on=date(2017, 12, 1), last_on=date(2017, 12, 1), by=made.ward.officer, at=made.at)
    with pytest.raises(Refused, match="Lê Thị Bình"):
        commands.pass_plan(made.season, passing=make.PASSING, by=made.ward.officer, at=made.at)


def test_passing_the_plan_warns_of_what_its_calendar_cannot_keep():
    made = make.signed(make.drafted())
    answer = commands.pass_plan(made.season, passing=make.PASSING, by=made.ward.officer, at=made.at)
    assert "gửi chậm nhất 26/11/2017" in answer.warning
    assert "Hoàng Văn Dũng (chi bộ họp 01/12/2017)" in answer.warning


def test_the_officer_sees_the_warnings_before_he_passes_it():
    made = make.drafted()
    clauses = {answer.clause for answer in queries.plan_answers(made.season, on=date(2017, 11, 16))}
    assert clauses == {"II.3.1.a; IV.3", "II.3.2.c; IV.4", "IV"}


def test_a_passed_plan_is_not_edited_but_amended_by_number():
    made = make.opened()
    step = queries.meeting_steps(made.season, unit=made.ward.cells[0]).get()
    day = date(2017, 12, 6)
    with pytest.raises(Refused, match="trạng thái"):
        commands.set_step_days(step, from_on=day, last_on=day, by=made.ward.officer, at=LATER)
    moved = commands.NewDays(step, day, day)
    commands.amend_plan(made.season, days=[moved], reason="Mưa lũ", document="13-CV/ĐU", by=made.ward.officer, at=LATER)
    kept = [(c.number, c.step.entry_key, c.old_last_on, c.new_last_on) for c in PlanChange.objects.all()]
    assert kept == [
        (1, "cell_meetings", date(2017, 12, 1), date(2017, 12, 6)),
        (1, "cell_dossier", date(2017, 12, 3), date(2017, 12, 8)),
    ]


def test_an_amendment_that_breaks_the_calendar_is_refused_whole():
    made = make.opened()
    step = queries.meeting_steps(made.season, unit=made.ward.cells[0]).get()
    moved = commands.NewDays(step, date(2017, 12, 8), date(2017, 12, 8))
    with pytest.raises(Refused, match="ngoài thời gian"):
        commands.amend_plan(made.season, days=[moved], reason="Mưa lũ", by=made.ward.officer, at=LATER)
    assert PlanChange.objects.count() == 0
    assert queries.meeting_steps(made.season, unit=made.ward.cells[0]).get().last_on == date(2017, 12, 1)


def test_a_briefing_on_its_last_day_is_in_time_and_a_day_later_is_marked():
    made = make.opened()
    briefing = queries.steps_of_kind(made.season, "briefing")
    first, second = (briefing.filter(unit=cell).get() for cell in made.ward.cells)
    by = made.ward.secretaries
    in_time = commands.finish_step(first, done_on=date(2017, 11, 20), by=by[0], at=LATER)
    late = commands.finish_step(second, done_on=date(2017, 11, 21), by=by[1], at=LATER)
    assert (in_time.warning, late.out_of_order, late.rows) == ("", True, ("HX17-IV.2-1",))


def test_a_step_not_done_is_late_from_the_day_after_its_last():
    made = make.opened()
    on_last = {s.entry_key for s in queries.late_steps(made.season, on=date(2017, 11, 20))}
    after = {s.entry_key for s in queries.late_steps(made.season, on=date(2017, 11, 21))}
    assert ("briefing" in on_last, "briefing" in after) == (False, True)


def test_a_step_is_not_done_before_its_day_has_come():
    made = make.opened()
    step = queries.steps_of_kind(made.season, "briefing").filter(unit=made.ward.cells[0]).get()
    with pytest.raises(Refused, match="chưa đến"):
        commands.finish_step(step, done_on=date(2017, 12, 9), by=made.ward.officer, at=LATER)


def test_a_secretary_ticks_his_own_cells_steps_only():
    made = make.opened()
    step = queries.steps_of_kind(made.season, "briefing").filter(unit=made.ward.cells[0]).get()
    with pytest.raises(Refused, match="chưa được làm việc này"):
        commands.finish_step(step, done_on=date(2017, 11, 20), by=made.ward.secretaries[1], at=LATER)


def test_the_next_step_above_a_cell_meeting_is_its_committees():
    made = make.opened()
    found = queries.next_step_above(made.season, after=date(2017, 12, 7))
    assert (found.entry_key, found.from_on) == ("aggregation", date(2017, 12, 9))

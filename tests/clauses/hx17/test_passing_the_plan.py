"""HX17 II.3.1.a, IV — what is looked at before the plan is passed, the season opened, a meeting fixed or moved."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import HoldBriefing, LeaderInCell, Named, OpenSeason, Planned
from tests.clauses.hx17.season import (
    COLLECTIVES,
    WARD_BODIES,
    answer_under,
    moved,
    opening,
    plan,
    refusals,
    scheduled,
    warnings,
)

YEAR, ONCE, WINDOW = ("HX17-IV.7-7",), ("HX17-IV.7-1", "HX17-IV.7-7"), ("HX17-IV.6-1", "HX17-IV.7-1")
SUPERVISED = ("HX17-IV.PC-1", "HX17-IV.PC-2")
LEAD, LEADERS = ("HX17-II.3.1.a-2", "HX17-IV.3-2"), ("HX17-II.3.2.c-16", "HX17-IV.4-1")
REST = ("HX17-IV.4-1", "HX17-IV.9-1", "HX17-IV.12-1")


def changed(facts, unit, **change):
    """The plan with one unit's meeting changed."""
    return replace(
        facts, meetings=tuple(replace(each, **change) if each.unit == unit else each for each in facts.meetings)
    )


@pytest.mark.clause("HX17-IV.7-1")
def test_the_ward_s_own_plan_can_be_passed(hx17):
    assert refusals(hx17, plan(hx17)) == []


@pytest.mark.clause("HX17-IV.7-7")
@pytest.mark.reading("fix_year_2017", "corrected")
def test_the_corrected_year_is_an_erratum(hx17):
    assert answer_under(hx17, plan(hx17), *YEAR).numbers == {"errata": 3}


@pytest.mark.clause("HX17-IV.7-7")
@pytest.mark.reading("fix_year_2017", "literal")
def test_the_printed_year_stops_the_plan(under):
    book = under(fix_year_2017="literal")
    found = answer_under(book, plan(book), *YEAR)
    assert (found.allowed, found.numbers) == (False, {"wrong": 3, "year": 2017})


@pytest.mark.clause("HX17-IV.7-1", "HX17-IV.7-7")
def test_a_cell_without_a_meeting_or_with_two_stops_the_plan(hx17):
    facts = plan(hx17)
    twice = replace(facts.meetings[1], unit=facts.meetings[0].unit)
    assert refusals(hx17, replace(facts, meetings=facts.meetings[1:])) == [ONCE]
    found = answer_under(hx17, replace(facts, meetings=(facts.meetings[0], twice, *facts.meetings[2:])), *ONCE)
    assert found.numbers == {"without": 1, "twice": 1, "owed": 16}


@pytest.mark.clause("HX17-IV.7-1")
@pytest.mark.parametrize(("day", "stopped"), [(date(2017, 12, 7), []), (date(2017, 12, 8), [WINDOW])])
def test_cells_meet_inside_the_window(hx17, day, stopped):
    assert refusals(hx17, changed(plan(hx17), "cb_thanh_khe", on=day)) == stopped


@pytest.mark.clause("HX17-IV.6-1")
def test_no_cell_meets_on_the_executive_committees_day(hx17):
    found = answer_under(hx17, changed(plan(hx17), "cb_thanh_khe", on=date(2017, 12, 5)), *WINDOW)
    assert (found.allowed, found.numbers) == (False, {"outside": 0, "taken": 1})


@pytest.mark.clause("HX17-IV.PC-2")
def test_a_supervisor_cannot_be_at_two_meetings_on_one_day(hx17):
    assert refusals(hx17, changed(plan(hx17), "cb_cong_an", on=date(2017, 12, 6))) == [SUPERVISED]


@pytest.mark.clause("HX17-IV.PC-1")
def test_every_cell_has_one_supervisor(hx17):
    facts = plan(hx17)
    assert refusals(hx17, replace(facts, supervisors=facts.supervisors[1:])) == [SUPERVISED]
    assert refusals(hx17, replace(facts, supervisors=(*facts.supervisors, facts.supervisors[0]))) == [SUPERVISED]


def reviews_on(*november_days):
    """Reviews of ward bodies on days from 29 November."""
    return tuple(Planned(unit=f"u{day}", name=f"Tổ chức {day}", on=date(2017, 11, day)) for day in november_days)


@pytest.mark.clause("HX17-IV.3-2", "HX17-II.3.1.a-2")
@pytest.mark.reading("report_window_vs_lead", "lead_time_prevails")
def test_the_report_window_is_too_long_for_the_first_reviews(hx17):
    found = answer_under(hx17, plan(hx17, reviews=reviews_on(29, 30)), *LEAD)
    assert (found.allowed, found.numbers) == (True, {"short": 1, "days": 3})
    assert "họp 29/11/2017, gửi chậm nhất 26/11/2017" in found.warning


@pytest.mark.clause("HX17-IV.3-2")
@pytest.mark.reading("report_window_vs_lead", "window_prevails")
def test_the_window_may_prevail_over_the_notice(under):
    book = under(report_window_vs_lead="window_prevails")
    assert answer_under(book, plan(book, reviews=reviews_on(29, 30)), *LEAD).warning == ""


@pytest.mark.clause("HX17-IV.3-2")
@pytest.mark.reading("lead_time_counting", "saturday_works")
def test_saturdays_change_nothing_for_the_plan(under):
    book = under(lead_time_counting="saturday_works")
    assert answer_under(book, plan(book, reviews=reviews_on(29, 30)), *LEAD).numbers == {"short": 1, "days": 3}


@pytest.mark.clause("HX17-IV.3-2")
@pytest.mark.reading("lead_time_counting", "clear_days")
def test_in_clear_days_the_second_day_of_reviews_is_short_too(under):
    book = under(lead_time_counting="clear_days")
    assert answer_under(book, plan(book, reviews=reviews_on(29, 30)), *LEAD).numbers == {"short": 2, "days": 3}


def with_leader(book, result_on):
    """The plan with one leader in a cell of 4 December."""
    leader = LeaderInCell(person="p1", name="Chủ tịch Hội Nông dân", cell="cb_thuong_thon", result_on=result_on)
    return plan(book, leaders=(leader,))


@pytest.mark.clause("HX17-IV.4-1", "HX17-II.3.2.c-16")
@pytest.mark.reading("cell_before_leaders", "dates_prevail")
@pytest.mark.parametrize(("day", "told"), [(date(2017, 12, 4), False), (date(2017, 12, 5), True), (None, True)])
def test_a_leader_whose_cell_meets_first_is_named(hx17, day, told):
    found = answer_under(hx17, with_leader(hx17, day), *LEADERS)
    assert (found.allowed, bool(found.warning)) == (True, told)
    assert found.warning.endswith("phần của họ được hoàn thiện khi có kết quả.") is told


@pytest.mark.clause("HX17-IV.4-1")
@pytest.mark.reading("cell_before_leaders", "line_waits")
def test_his_line_will_wait_under_the_other_reading(under):
    book = under(cell_before_leaders="line_waits")
    found = answer_under(book, with_leader(book, None), *LEADERS)
    assert found.warning.endswith("phần của họ ở chi bộ được giữ lại.")


@pytest.mark.clause("HX17-IV.9-1", "HX17-IV.12-1", "HX17-IV.4-1")
@pytest.mark.reading("deadline_on_rest_day", "not_moved")
def test_deadlines_on_days_of_rest_stay_and_are_told(hx17):
    found = answer_under(hx17, plan(hx17), *REST)
    assert found.numbers == {"resting": 3}
    assert found.warning.count("giữ nguyên") == 3


@pytest.mark.reading("deadline_on_rest_day", "next_working_day")
def test_deadlines_on_days_of_rest_may_move_forward(under):
    book = under(deadline_on_rest_day="next_working_day")
    assert "10/12/2017, chuyển sang 11/12/2017" in answer_under(book, plan(book), *REST).warning


@pytest.mark.reading("deadline_on_rest_day", "previous_working_day")
def test_deadlines_on_days_of_rest_may_move_back(under):
    book = under(deadline_on_rest_day="previous_working_day")
    assert "10/12/2017, chuyển sang 08/12/2017" in answer_under(book, plan(book), *REST).warning


READY = OpenSeason(done=("plan_conference",))


@pytest.mark.clause("HX17-IV.1-1")
def test_a_season_opens_after_its_plan_was_passed(hx17):
    assert (refusals(hx17, READY), refusals(hx17, OpenSeason())) == ([], [("HX17-IV.1-1",)])


def test_a_season_opens_after_its_readings_were_signed(hx17):
    unsigned = replace(READY, unsigned_readings=(Named(key="quota_base", name="Mẫu số"),))
    assert refusals(hx17, unsigned) == [()]
    assert refusals(hx17, unsigned, recording=True) == [()]


@pytest.mark.clause("HX17-0-2")
def test_a_gap_is_told_and_does_not_stop_the_opening(hx17):
    facts = replace(READY, open_gaps=(Named(key="scale", name="Thang điểm Đảng bộ"),))
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [("HX17-0-2",)])


@pytest.mark.clause("HX17-0-1")
@pytest.mark.reading("draft_status", "draft")
def test_a_draft_is_told_to_be_one(hx17):
    assert warnings(hx17, replace(READY, draft_plan=True)) == [("HX17-0-1",)]


@pytest.mark.clause("HX17-0-1")
@pytest.mark.reading("draft_status", "issued")
def test_a_draft_may_be_treated_as_issued(under):
    assert warnings(under(draft_status="issued"), replace(READY, draft_plan=True)) == []


@pytest.mark.clause("HX17-IV.2-1")
@pytest.mark.parametrize(("day", "stopped"), [(16, True), (17, False), (20, False), (21, True)])
def test_briefings_are_held_in_their_days(hx17, day, stopped):
    facts = HoldBriefing(
        done_on=date(2017, 11, day), window_from_on=date(2017, 11, 17), window_until_on=date(2017, 11, 20)
    )
    assert refusals(hx17, facts) == ([("HX17-IV.2-1",)] if stopped else [])


@pytest.mark.parametrize(
    ("unit_kind", "row"),
    [
        pytest.param("cell", "HX17-IV.7-1", marks=pytest.mark.clause("HX17-IV.7-1")),
        *(pytest.param(kind, "HX17-IV.4-1", marks=pytest.mark.clause("HX17-IV.4-1")) for kind in WARD_BODIES),
        pytest.param("executive_committee", "HX17-IV.6-1", marks=pytest.mark.clause("HX17-IV.6-1")),
    ],
)
def test_meetings_are_fixed_inside_their_window(hx17, unit_kind, row):
    inside = scheduled(unit_kind=unit_kind, meeting_on=date(2017, 12, 7))
    assert refusals(hx17, inside) == []
    assert refusals(hx17, replace(inside, meeting_on=date(2017, 12, 8))) == [(row,)]


@pytest.mark.clause("HX17-IV.PC-1")
def test_a_meeting_keeps_clear_of_those_it_shares_people_with(hx17):
    other = Planned(unit="cb_quan_su", name="Chi bộ Quân sự", on=date(2017, 12, 6))
    fixed = [scheduled(others=(other,), meeting_on=date(2017, 12, day)) for day in (6, 7)]
    again = [moved(others=(other,), meeting_on=date(2017, 12, day)) for day in (6, 7)]
    assert [refusals(hx17, each) for each in (*fixed, *again)] == [[("HX17-IV.PC-1",)], [], [("HX17-IV.PC-1",)], []]


@pytest.mark.clause("HX17-IV.8-1", "HX17-IV.9-1")
@pytest.mark.parametrize(("day", "allowed", "told"), [(7, True, False), (8, True, True), (9, False, False)])
def test_a_cells_meeting_leaves_room_before_the_aggregation(hx17, day, allowed, told):
    window = {"window_until_on": date(2017, 12, 31), "meeting_on": date(2017, 12, day)}
    for facts in (scheduled(**window), moved(**window)):
        found = answer_under(hx17, facts, "HX17-IV.8-1", "HX17-IV.9-1")
        assert (found.allowed, bool(found.warning)) == (allowed, told)


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.parametrize(("sent", "stopped"), [(None, False), (date(2017, 11, 26), False), (date(2017, 11, 27), True)])
def test_a_report_already_sent_binds_the_day_of_the_meeting(hx17, sent, stopped):
    days = {"unit_kind": "peoples_committee", "meeting_on": date(2017, 11, 29), "sent_on": sent}
    window = {"window_from_on": date(2017, 11, 29), "window_until_on": date(2017, 12, 2)}
    stop = [("HX17-II.3.1.a-2",)] if stopped else []
    assert refusals(hx17, scheduled(**days, **window)) == stop
    assert refusals(hx17, moved(**days, **window)) == stop


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.parametrize("unit_kind", COLLECTIVES)
def test_a_report_sent_binds_every_collective(hx17, unit_kind):
    days = {"unit_kind": unit_kind, "meeting_on": date(2017, 12, 5), "sent_on": date(2017, 12, 3)}
    assert [refusals(hx17, each(**days)) for each in (scheduled, moved)] == [[("HX17-II.3.1.a-2",)]] * 2


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.parametrize(
    ("reading", "stopped"),
    [
        pytest.param(
            "lead_time_prevails", True, marks=pytest.mark.reading("report_window_vs_lead", "lead_time_prevails")
        ),
        pytest.param("window_prevails", False, marks=pytest.mark.reading("report_window_vs_lead", "window_prevails")),
    ],
)
def test_whether_a_reason_lifts_the_notice_is_the_same_for_every_act(under, reading, stopped):
    book = under(report_window_vs_lead=reading)
    days = {"unit_kind": "peoples_committee", "meeting_on": date(2017, 12, 2), "sent_on": date(2017, 12, 1)}
    for made in (scheduled(**days), moved(**days), opening(**days)):
        found = refusals(book, replace(made, waiver_reason="Hết thời gian làm báo cáo"))
        assert found == ([("HX17-II.3.1.a-2",)] if stopped else [])


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.reading("lead_time_counting", "clear_days")
def test_clear_days_bind_every_act(under):
    book = under(lead_time_counting="clear_days")
    days = {"unit_kind": "peoples_committee", "meeting_on": date(2017, 12, 4), "sent_on": date(2017, 12, 1)}
    for made in (scheduled(**days), moved(**days), opening(**days)):
        assert refusals(book, made) == [("HX17-II.3.1.a-2",)]


@pytest.mark.clause("HX17-IV.7-1", "HX17-IV.4-1")
def test_moving_a_meeting_needs_its_reason_and_tells_when_it_leaves_the_window(hx17):
    assert refusals(hx17, moved()) == []
    assert refusals(hx17, moved(reason=" "), recording=True) == [("HX17-IV.7-1",)]
    outside = moved(meeting_on=date(2017, 12, 8))
    assert (refusals(hx17, outside), warnings(hx17, outside)[0]) == ([], ("HX17-IV.4-1", "HX17-IV.7-1"))


def test_what_was_out_of_order_names_who_may_accept_it(hx17):
    late = scheduled(meeting_on=date(2017, 12, 8), next_step_on=None)
    found = gates.may(hx17, late, recording=True)
    assert (found.allowed, found.out_of_order, found.accepted_by) == (True, True, "Ban Thường vụ Đảng ủy")
    assert found.rows == ("HX17-IV.7-1",)

"""HX17 I.2, II.3 — reports, places, steps, comments and the order of reviews."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import Group, LeaderInCell, Named, ReviseReport
from kiemdiem.core.process.method import steps_of
from tests.clauses.hx17.season import (
    COLLECTIVES,
    DEPUTY,
    GROUPS,
    MASS,
    OTHER,
    gate,
    opening,
    refusals,
    report,
    step,
    warnings,
)

NOTICE = ("HX17-II.3.1.a-2",)


@pytest.mark.clause("HX17-II.3.1.a-1")
@pytest.mark.parametrize("part", ["strengths", "faults", "causes", "rc1"])
def test_a_report_states_strengths_faults_causes_and_its_contents(hx17, part):
    filled = tuple(key for key in report().filled if key != part)
    assert refusals(hx17, report(filled=filled)) == [("HX17-II.3.1.a-1",)]
    assert refusals(hx17, report(filled=filled), recording=True) == [("HX17-II.3.1.a-1",)]


@pytest.mark.clause("HX17-II.3.1.a-1")
def test_the_report_form_is_one_for_every_collective(hx17):
    (form,) = [each for each in hx17.forms.forms if "HX17-II.3.1.a-1" in each.rows]
    assert (form.code, form.sections, form.subject_kind) == (
        "01-BC.TT",
        ("strengths", "faults", "causes"),
        "collective",
    )
    assert gate(hx17, "send_report.sections").only["unit_kind"] == COLLECTIVES


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.reading("lead_time_counting", "plain_refuses")
@pytest.mark.parametrize(("day", "stopped", "told"), [(25, False, False), (26, False, True), (27, True, False)])
def test_a_report_is_sent_three_days_ahead(hx17, day, stopped, told):
    facts = report(sent_on=date(2017, 11, day))
    assert refusals(hx17, facts) == ([NOTICE] if stopped else [])
    assert warnings(hx17, facts) == ([NOTICE] if told else [])


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.reading("lead_time_counting", "clear_days")
@pytest.mark.parametrize(("day", "stopped"), [(25, False), (26, True)])
def test_in_clear_days_the_day_of_the_meeting_is_not_counted(under, day, stopped):
    assert refusals(under(lead_time_counting="clear_days"), report(sent_on=date(2017, 11, day))) == (
        [NOTICE] if stopped else []
    )


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.reading("lead_time_counting", "saturday_works")
def test_saturday_as_a_working_day_leaves_a_rule_of_calendar_days_alone(under):
    book = under(lead_time_counting="saturday_works")
    assert [refusals(book, report(sent_on=date(2017, 11, day))) for day in (26, 27)] == [[], [NOTICE]]


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.reading("report_window_vs_lead", "lead_time_prevails")
def test_the_last_day_of_the_window_is_too_late_for_the_29th_and_told_for_the_30th(hx17):
    last = report(sent_on=date(2017, 11, 27), waiver_reason="Hết thời gian làm báo cáo")
    next_day = replace(last, meeting_on=date(2017, 11, 30))
    assert (refusals(hx17, last), refusals(hx17, next_day), warnings(hx17, next_day)) == ([NOTICE], [], [NOTICE])


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.reading("report_window_vs_lead", "window_prevails")
def test_the_notice_may_be_given_up_with_a_reason(under):
    book, late = under(report_window_vs_lead="window_prevails"), report(sent_on=date(2017, 11, 27))
    assert refusals(book, late) == [NOTICE]
    assert refusals(book, replace(late, waiver_reason="Hết thời gian làm báo cáo")) == []


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.parametrize("unit_kind", COLLECTIVES)
def test_every_collective_sends_its_report_in_time_to_everybody(hx17, unit_kind):
    late = report(unit_kind=unit_kind, sent_on=date(2017, 11, 27), delivered=())
    assert (refusals(hx17, late), warnings(hx17, late)) == ([NOTICE], [NOTICE])


@pytest.mark.clause("HX17-II.3.1.a-2")
def test_whoever_did_not_get_the_report_is_named(hx17):
    assert warnings(hx17, report(delivered=("p1",))) == [NOTICE]


@pytest.mark.clause("HX17-II.3.1.a-2")
@pytest.mark.parametrize("unit_kind", COLLECTIVES)
def test_no_collective_is_reviewed_on_a_report_sent_too_late(hx17, unit_kind):
    sent = {day: opening(unit_kind, sent_on=date(2017, 12, day)) for day in (2, 3)}
    assert [refusals(hx17, sent[2]), refusals(hx17, sent[3])] == [[], [NOTICE]]
    assert refusals(hx17, opening(unit_kind, sent_on=None)) == [NOTICE]


@pytest.mark.clause("HX17-II.3.1.c-4")
@pytest.mark.parametrize(("done", "final", "stopped"), [((), False, True), (("collective_concluded",), False, False)])
def test_a_report_is_completed_after_its_conclusion(hx17, done, final, stopped):
    facts = ReviseReport(unit_kind="peoples_committee", done=done, final=final)
    assert refusals(hx17, facts) == ([("HX17-II.3.1.c-4",)] if stopped else [])


@pytest.mark.clause("HX17-I.2-1")
def test_individual_results_complete_the_report_of_the_collective(hx17):
    after = ReviseReport(unit_kind="peoples_committee", done=("collective_concluded",), final=True)
    assert refusals(hx17, after) == [("HX17-I.2-1",)]
    assert refusals(hx17, replace(after, done=("collective_concluded", "individuals_concluded"))) == []


@pytest.mark.parametrize(
    ("subject", "before", "groups"),
    [
        pytest.param(
            "executive_committee",
            "executive_committee",
            ("executive_members",),
            marks=pytest.mark.clause("HX17-II.3.1.b-1"),
        ),
        pytest.param(
            "council_standing_body",
            "council_standing_body",
            ("council_chairs", "council_board_heads"),
            marks=pytest.mark.clause("HX17-II.3.1.b-2"),
        ),
        pytest.param(
            "peoples_committee",
            "peoples_committee",
            ("peoples_committee_members",),
            marks=pytest.mark.clause("HX17-II.3.1.b-3"),
        ),
        pytest.param(
            "front_standing_board",
            "front_committee",
            ("front_members",),
            marks=pytest.mark.clause("HX17-II.3.1.b-4"),
        ),
        *(
            pytest.param(
                kind,
                kind.replace("_standing_board", "_executive"),
                (kind.replace("_standing_board", "_executive"),),
                marks=pytest.mark.clause("HX17-II.3.1.b-5"),
            )
            for kind in MASS
        ),
    ],
)
def test_before_whom_a_collective_is_reviewed(hx17, subject, before, groups):
    (place,) = [
        each for each in hx17.process.places if each.subject == subject and each.rows[0].startswith("HX17-II.3.1.b")
    ]
    assert (place.before, place.groups) == (before, groups)
    called = opening(subject, groups=tuple(Group(key=key, name=key, convened=3, present=3) for key in groups))
    assert refusals(hx17, called) == []
    for missing in groups:
        left = tuple(each for each in called.groups if each.key != missing)
        assert refusals(hx17, replace(called, groups=left)) == [(place.rows[0],)]


GROUPS_AS_PRINTED = {
    "executive_members": (("executive_committee",), ()),
    "council_chairs": (("council_standing_body",), ("chair", "vice_chair")),
    "council_board_heads": (("peoples_council",), ("head", "deputy_head")),
    "peoples_committee_members": (("peoples_committee",), ()),
    "front_members": (("front_committee", "front_standing_board"), ()),
    "farmers_executive": (("farmers_executive", "farmers_standing_board"), ()),
    "women_executive": (("women_executive", "women_standing_board"), ()),
    "veterans_executive": (("veterans_executive", "veterans_standing_board"), ()),
    "youth_union_executive": (("youth_union_executive", "youth_union_standing_board"), ()),
}


@pytest.mark.clause("HX17-II.3.1.b-1", "HX17-II.3.1.b-2", "HX17-II.3.1.b-3", "HX17-II.3.1.b-4", "HX17-II.3.1.b-5")
def test_who_belongs_to_each_group(hx17):
    found = {each.key: (each.unit_kinds, each.posts) for each in hx17.process.groups}
    assert {key: found[key] for key in GROUPS_AS_PRINTED} == GROUPS_AS_PRINTED


@pytest.mark.clause("HX17-II.3.1.c-1")
@pytest.mark.parametrize("unit_kind", COLLECTIVES)
def test_the_head_chairs_a_collectives_review(hx17, unit_kind):
    row = [("HX17-II.3.1.c-1",)]
    assert refusals(hx17, opening(unit_kind)) == []
    assert refusals(hx17, opening(unit_kind, chair=DEPUTY)) == row
    assert refusals(hx17, opening(unit_kind, chair=None)) == row


@pytest.mark.clause("HX17-II.3.2.c-1")
def test_the_head_chairs_the_cells_review(hx17):
    assert refusals(hx17, opening("cell")) == []
    assert refusals(hx17, opening("cell", chair=DEPUTY)) == [("HX17-II.3.2.c-1",)]


@pytest.mark.clause("HX17-II.3.2.c-1")
@pytest.mark.reading("head_absent_chair", "deputy")
def test_a_deputy_chairs_for_an_absent_head_and_the_minutes_say_so(hx17):
    absent = opening("cell", head_present=False, chair=DEPUTY)
    assert (refusals(hx17, absent), warnings(hx17, absent)) == ([], [("HX17-II.3.2.c-1",)])
    assert refusals(hx17, replace(absent, chair=OTHER)) == [("HX17-II.3.2.c-1",)]


@pytest.mark.clause("HX17-II.3.1.c-1")
@pytest.mark.reading("head_absent_chair", "meeting_moved")
def test_without_the_head_the_meeting_may_have_to_be_moved(under):
    absent = opening("peoples_committee", head_present=False, chair=DEPUTY)
    assert refusals(under(head_absent_chair="meeting_moved"), absent) == [("HX17-II.3.1.c-1",)]


@pytest.mark.clause("HX17-II.3.2.c-1")
@pytest.mark.reading("head_own_review_chair", "another_chairs")
@pytest.mark.parametrize(("others", "stopped"), [(1, True), (0, False)])
def test_somebody_else_chairs_the_chairs_own_review(hx17, others, stopped):
    own = step(hx17, "individual.present", unit_kind="cell", about="p1", other_chairs=others)
    row = [("HX17-II.3.2.c-1",)]
    assert (refusals(hx17, own), warnings(hx17, own)) == ((row, []) if stopped else ([], row))


@pytest.mark.reading("head_own_review_chair", "head_chairs")
def test_the_head_may_chair_his_own_review(under):
    book = under(head_own_review_chair="head_chairs")
    own = step(book, "individual.present", unit_kind="cell", about="p1")
    assert (refusals(book, own), warnings(book, own)) == ([], [])


def steps(book, method, unit_kind, *traits):
    """The keys of the steps of a review."""
    return [each.key.partition(".")[2] for each in steps_of(book.process, method, unit_kind=unit_kind, traits=traits)]


@pytest.mark.clause("HX17-II.3.1.c-2", "HX17-II.3.1.c-3", "HX17-II.3.1.c-4", "HX17-II.3.1.c-5")
def test_a_collective_is_reviewed_in_three_steps(hx17):
    assert steps(hx17, "collective", "peoples_committee") == ["present", "discuss", "conclude"]


@pytest.mark.clause("HX17-II.3.1.c-5")
def test_only_the_executive_committee_hears_opinions_before_discussion(hx17):
    assert steps(hx17, "collective", "executive_committee") == ["present", "opinions", "discuss", "conclude"]


@pytest.mark.clause("HX17-II.3.2.c-2", "HX17-II.3.2.c-3", "HX17-II.3.2.c-8", "HX17-II.3.2.c-9", "HX17-II.3.2.c-10")
def test_an_individual_is_reviewed_in_five_steps(hx17):
    asked = ["present", "comments", "contributions", "response", "conclude"]
    assert steps(hx17, "individual", "cell", "member") == asked
    assert steps(hx17, "individual", "peoples_committee", "leader") == asked


@pytest.mark.clause("HX17-II.3.2.c-3")
def test_in_the_cell_a_leader_first_reports_his_results_from_elsewhere(hx17):
    assert steps(hx17, "individual", "cell", "member", "leader")[:2] == ["prior_results", "present"]


COLLECTIVE_STEPS = ("HX17-II.3.1.c-2", "HX17-II.3.1.c-3", "HX17-II.3.1.c-4")
OPINIONS = ("HX17-II.3.1.c-5",)
INDIVIDUAL_STEPS = ("HX17-II.3.2.c-2", "HX17-II.3.2.c-8", "HX17-II.3.2.c-9", "HX17-II.3.2.c-10")
PRIOR = ("HX17-II.3.2.c-3",)


@pytest.mark.parametrize(
    ("key", "unit_kind", "traits", "rows"),
    [
        pytest.param(*each, marks=pytest.mark.clause(*(row for rows in each[3] for row in rows)))
        for each in [
            ("collective.discuss", "peoples_committee", (), [COLLECTIVE_STEPS]),
            ("collective.conclude", "peoples_committee", (), [COLLECTIVE_STEPS]),
            ("collective.opinions", "executive_committee", (), [OPINIONS]),
            ("collective.discuss", "executive_committee", (), [COLLECTIVE_STEPS, OPINIONS]),
            ("collective.conclude", "executive_committee", (), [COLLECTIVE_STEPS, OPINIONS]),
            ("individual.comments", "cell", ("member",), [INDIVIDUAL_STEPS]),
            ("individual.contributions", "cell", ("member",), [INDIVIDUAL_STEPS]),
            ("individual.response", "cell", ("member",), [INDIVIDUAL_STEPS]),
            ("individual.conclude", "cell", ("member",), [INDIVIDUAL_STEPS]),
            ("individual.present", "cell", ("member", "leader"), [PRIOR]),
        ]
    ],
)
def test_no_step_is_taken_before_the_one_ahead_of_it(hx17, key, unit_kind, traits, rows):
    facts = step(hx17, key, unit_kind=unit_kind, traits=traits)
    assert refusals(hx17, facts) == []
    assert refusals(hx17, replace(facts, done_steps=facts.done_steps[:-1])) == rows


@pytest.mark.clause("HX17-II.3.2.c-15", "HX17-II.3.2.c-16")
def test_the_collective_and_the_leaders_go_first(hx17):
    first = (Named(key="collective:u", name="Tập thể"),)
    facts = step(hx17, "individual.present", unit_kind="peoples_committee", others_before=first)
    assert refusals(hx17, facts) == [("HX17-II.3.2.c-15", "HX17-II.3.2.c-16")]
    assert refusals(hx17, replace(facts, others_before=())) == []


@pytest.mark.clause("HX17-II.3.1.c-5", "HX17-IV.3-8")
@pytest.mark.reading("missing_and", "front_and_mass")
@pytest.mark.parametrize("missing", ["front_standing_board", *MASS])
def test_the_executive_committee_waits_for_the_opinion_of_front_and_mass_organisations(hx17, missing):
    left = tuple(each for each in opening().opinions_from if each != missing)
    assert refusals(hx17, opening(opinions_from=left)) == [("HX17-II.3.1.c-5", "HX17-IV.3-8")]
    assert refusals(hx17, opening("peoples_committee", opinions_from=())) == []


@pytest.mark.clause("HX17-IV.4-1", "HX17-IV.6-1", "HX17-II.3.2.c-16")
@pytest.mark.parametrize("missing", opening().done)
def test_the_executive_committee_is_told_of_bodies_not_yet_reviewed(hx17, missing):
    facts = opening(done=tuple(each for each in opening().done if each != missing))
    assert refusals(hx17, facts) == []
    assert warnings(hx17, facts) == [("HX17-II.3.2.c-16", "HX17-IV.4-1", "HX17-IV.6-1")]


LEADER = LeaderInCell(person="p1", name="Chủ tịch Hội Phụ nữ", cell="u", result_on=date(2017, 12, 6))
RESULTS = ("HX17-II.3.2.c-3", "HX17-II.3.2.c-16", "HX17-IV.5-2")


@pytest.mark.clause("HX17-II.3.2.c-3", "HX17-II.3.2.c-16", "HX17-IV.5-2")
@pytest.mark.reading("cell_before_leaders", "dates_prevail")
def test_a_leaders_missing_result_is_told_and_the_cell_goes_on(hx17):
    facts = opening("cell", leaders=(LEADER,))
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [RESULTS])
    assert warnings(hx17, replace(facts, meeting_on=date(2017, 12, 6))) == []


@pytest.mark.clause("HX17-II.3.2.c-16")
@pytest.mark.reading("cell_before_leaders", "line_waits")
def test_a_leaders_missing_result_may_hold_his_line(under):
    assert refusals(under(cell_before_leaders="line_waits"), opening("cell", leaders=(LEADER,))) == [RESULTS]


@pytest.mark.clause("HX17-IV.3-6")
def test_cadres_without_their_agencys_grade_are_named(hx17):
    facts = opening("cell", civil_grades_missing=(OTHER,))
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [("HX17-IV.3-6",)])


@pytest.mark.clause("HX17-II.3.2.b-1")
def test_every_member_is_reviewed_in_his_cell(hx17):
    (place,) = [each for each in hx17.process.places if each.rows == ("HX17-II.3.2.b-1",)]
    assert (place.subject, place.before, place.ballot) == ("member", "own_cell", False)
    nobody = opening("cell", groups=())
    assert refusals(hx17, nobody) == [("HX17-II.3.2.b-1",)]


@pytest.mark.clause("HX17-II.3.2.b-3", "HX17-II.3.2.c-12")
def test_standing_members_are_reviewed_and_voted_on_before_the_executive_committee(hx17):
    (place,) = [each for each in hx17.process.places if "HX17-II.3.2.b-3" in each.rows]
    assert (place.subject, place.before, place.ballot) == ("standing_committee", "executive_committee", True)
    assert place.groups == ("executive_members",)


@pytest.mark.clause("HX17-II.3.2.b-2", "HX17-II.3.2.b-4", "HX17-II.3.2.c-14")
def test_leaders_are_also_reviewed_in_each_collective_they_lead(hx17):
    (place,) = [each for each in hx17.process.places if "HX17-II.3.2.b-4" in each.rows]
    assert (place.subject, place.before, place.ballot) == ("leader", "collective_led", True)


@pytest.mark.reading("quorum", "none")
@pytest.mark.parametrize("present", [0, 3])
def test_no_least_attendance_is_asked_for(hx17, present):
    few = tuple(Group(key=key, name=key, convened=9, present=present) for key in GROUPS)
    assert refusals(hx17, opening("cell", groups=few)) == []


@pytest.mark.reading("quorum", "two_thirds")
@pytest.mark.parametrize(("present", "stopped"), [(5, True), (6, False)])
def test_two_thirds_may_be_asked_to_attend(under, present, stopped):
    few = (Group(key="official_members", name="Đảng viên", convened=9, present=present),)
    assert refusals(under(quorum="two_thirds"), opening("cell", groups=few)) == ([()] if stopped else [])

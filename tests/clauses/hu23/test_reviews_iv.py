"""II.2, II.3, IV.1, IV.4, IV.5: suggestions, reports, who chairs and attends, what comes first."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import (
    ConcludeLine,
    Group,
    LeaderInCell,
    Named,
    OpenMeeting,
    SendReport,
    SubmitSelfReview,
    SuggestReview,
)
from tests.clauses.hx17.season import refusals, warnings

HEAD, DEPUTY = Named(key="p1", name="Bí thư"), Named(key="p2", name="Phó Bí thư")
COMMITTEES = ("grassroots_committee", "police_committee", "military_committee")
GROUNDS = ("task_results", "disunity", "breach", "negativity", "public_discontent", "degradation", "other")
ABOVE = ("org_board", "party_building_board", "office")
MASS = ("union", "farmers", "women", "veterans", "youth_union")
OPINIONS = {
    "IV.5-6": ABOVE,
    "IV.5-7": ("front_standing_board",),
    "IV.5-8": tuple(f"{body}_standing_board" for body in MASS),
    "IV.5-9": ("grassroots_committee", "cell"),
}


def suggestion(**change):
    """A point on task results, written down, to a leader the standing committee manages."""
    made = SuggestReview(
        subject_kind="leader",
        body_kind="standing_committee",
        managed_by=("standing_committee",),
        grounds=("task_results",),
        owed=(Named(key="g1", name="Kết quả thực hiện nhiệm vụ"),),
        filled=("g1",),
    )
    return replace(made, **change)


@pytest.mark.clause("HU23-II.3-1")
@pytest.mark.parametrize(
    ("body", "refused"),
    [("standing_committee", 0), *((body, 0) for body in ABOVE), ("peoples_committee", 1), ("cell", 1)],
)
def test_who_may_suggest_points_to_review(hu23, body, refused):
    assert refusals(hu23, suggestion(body_kind=body)) == [("HU23-II.3-1",)] * refused


@pytest.mark.clause("HU23-II.3-2")
def test_points_go_to_those_the_standing_committee_manages(hu23):
    assert refusals(hu23, suggestion(managed_by=("grassroots_committee",))) == [("HU23-II.3-2",)]


@pytest.mark.clause("HU23-II.3-3")
def test_every_point_is_written_down(hu23):
    assert refusals(hu23, suggestion()) == []
    assert refusals(hu23, suggestion(filled=()), recording=True) == [("HU23-II.3-3",)]
    assert refusals(hu23, suggestion(grounds=()), recording=True) == [("HU23-II.3-3", "HU23-II.3-4")]
    assert [item.key for item in hu23.criteria.items("suggestion") if "HU23-II.3-3" in item.rows] == [
        "ground.task_results"
    ]


@pytest.mark.clause("HU23-II.3-4")
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_point_rests_on_one_of_seven_grounds(hu23, ground):
    assert refusals(hu23, suggestion(grounds=(ground,))) == []
    assert refusals(hu23, suggestion(grounds=(ground, "rumour"))) == [("HU23-II.3-3", "HU23-II.3-4")]
    assert f"ground.{ground}" in [item.key for item in hu23.criteria.items("suggestion") if "HU23-II.3-4" in item.rows]


SENDING = SendReport(
    form_code="HU23/collective_report",
    unit_kind="grassroots_committee",
    sent_on=date(2023, 12, 9),
    meeting_on=date(2023, 12, 12),
    filled=("strengths", "faults"),
    recipients=(HEAD, DEPUTY),
    delivered=("p1", "p2"),
)


@pytest.mark.clause("HU23-IV.1-8")
@pytest.mark.reading("lead_time_counting", "plain_refuses")
@pytest.mark.reading("lead_time_counting", "clear_days")
@pytest.mark.reading("lead_time_counting", "saturday_works")
@pytest.mark.parametrize(("reading", "last"), [("plain_refuses", 10), ("clear_days", 9), ("saturday_works", 10)])
@pytest.mark.parametrize("unit_kind", COMMITTEES)
def test_the_draft_goes_out_two_days_before(under, reading, last, unit_kind):
    book = under(lead_time_counting=reading)
    asked = replace(SENDING, unit_kind=unit_kind)
    late = [day for day in range(8, 13) if refusals(book, replace(asked, sent_on=date(2023, 12, day)))]
    assert late == list(range(last + 1, 13))
    assert refusals(book, replace(asked, sent_on=date(2023, 12, 11))) == [("HU23-IV.1-8",)]


@pytest.mark.clause("HU23-IV.1-8")
def test_the_draft_reaches_both_who_receive_it(hu23):
    assert warnings(hu23, SENDING) == []
    assert warnings(hu23, replace(SENDING, delivered=("p1",))) == [("HU23-IV.1-8",)]


@pytest.mark.clause("HU23-IV.1-4")
@pytest.mark.parametrize("missing", ["strengths", "faults"])
def test_a_draft_is_written_before_it_goes_out(hu23, missing):
    filled = tuple(each for each in SENDING.filled if each != missing)
    assert refusals(hu23, replace(SENDING, filled=filled), recording=True) == [("HU23-IV.1-4",)]


@pytest.mark.clause("HU23-IV.5-10")
def test_a_second_self_review_is_refused(hu23):
    asked = SubmitSelfReview(form_code="HU23/self_review", done_on=date(2023, 12, 1), due_on=date(2023, 12, 21))
    assert refusals(hu23, asked) == []
    assert refusals(hu23, replace(asked, already=1), recording=True) == [("HU23-IV.5-10",)]


def opening(unit_kind="grassroots_committee", **change):
    """A review with its head in the chair and everything come in."""
    made = OpenMeeting(
        unit="u",
        unit_kind=unit_kind,
        meeting_on=date(2023, 12, 12),
        head=HEAD,
        head_present=True,
        chair=HEAD,
        stand_ins=(DEPUTY,),
        groups=(Group(key=f"{unit_kind}_members", name="Thành viên", convened=9, present=9),),
        sent_on=date(2023, 12, 8),
        opinions_from=("standing_committee", *(source for sources in OPINIONS.values() for source in sources)),
        done=("own_plans", "reviewed.agency_leadership", "aggregation"),
    )
    return replace(made, **change)


@pytest.mark.clause("HU23-II.2-2")
@pytest.mark.reading("head_absent_chair", "deputy")
@pytest.mark.reading("head_absent_chair", "meeting_moved")
@pytest.mark.parametrize(("reading", "given"), [("deputy", []), ("meeting_moved", [("HU23-II.2-2",)])])
def test_the_head_chairs_or_his_deputy(under, reading, given):
    book = under(head_absent_chair=reading)
    assert refusals(book, opening()) == []
    assert refusals(book, opening(chair=DEPUTY)) == [("HU23-II.2-2",)]
    assert refusals(book, opening(chair=DEPUTY, head_present=False)) == given


@pytest.mark.reading("quorum", "none")
@pytest.mark.reading("quorum", "two_thirds")
@pytest.mark.parametrize(
    ("reading", "present", "refused"), [("none", 1, 0), ("two_thirds", 6, 0), ("two_thirds", 5, 1)]
)
def test_a_least_attendance_is_asked_only_by_a_reading(under, reading, present, refused):
    group = Group(key="grassroots_committee_members", name="Thành viên", convened=9, present=present)
    assert refusals(under(quorum=reading), opening(groups=(group,))) == [()] * refused


@pytest.mark.clause("HU23-IV.1-1")
@pytest.mark.parametrize("unit_kind", COMMITTEES)
def test_an_organisation_has_its_plan_before_its_review(hu23, unit_kind):
    assert warnings(hu23, opening(unit_kind)) == []
    assert warnings(hu23, opening(unit_kind, done=())) == [("HU23-IV.1-1",)]


@pytest.mark.clause("HU23-IV.1-5")
@pytest.mark.parametrize("unit_kind", COMMITTEES)
def test_the_member_in_charge_is_asked_before(hu23, unit_kind):
    assert warnings(hu23, opening(unit_kind, opinions_from=())) == [("HU23-IV.1-5",)]


@pytest.mark.clause("HU23-IV.4-2")
def test_collectives_are_reviewed_before_the_party_organisation(hu23):
    assert warnings(hu23, opening("cell")) == []
    assert warnings(hu23, opening("cell", done=("own_plans",))) == [("HU23-IV.4-2",)]


@pytest.mark.clause("HU23-II.2-7", "HU23-IV.4-2")
def test_grades_of_civil_servants_come_before_those_of_members(hu23):
    waiting = opening("cell", civil_grades_missing=(DEPUTY,))
    assert warnings(hu23, waiting) == [("HU23-II.2-7", "HU23-IV.4-2")]


@pytest.mark.clause("HU23-IV.5-2")
@pytest.mark.parametrize("unit_kind", [*COMMITTEES, "agency_leadership", "cell"])
def test_where_points_were_given_a_standing_member_attends(hu23, unit_kind):
    asked = opening(unit_kind, suggested=True)
    assert refusals(hu23, asked) == [("HU23-IV.5-2",)]
    assert refusals(hu23, replace(asked, working_group=(DEPUTY,))) == []


@pytest.mark.parametrize(
    ("row", "source"),
    [
        pytest.param(row, source, marks=pytest.mark.clause(f"HU23-{row}"))
        for row, sources in OPINIONS.items()
        for source in sources
    ],
)
def test_a_missing_opinion_on_the_report_of_the_standing_committee(hu23, row, source):
    asked = opening("standing_committee")
    assert warnings(hu23, asked) == []
    short = replace(asked, opinions_from=tuple(each for each in asked.opinions_from if each != source))
    assert warnings(hu23, short) == [(f"HU23-{row}",)]


@pytest.mark.clause("HU23-IV.5-11")
@pytest.mark.parametrize(("leads", "commented", "told"), [(True, False, 1), (True, True, 0), (False, False, 0)])
def test_the_comment_of_the_residence_is_pointed_out(hu23, leads, commented, told):
    asked = ConcludeLine(subject="p9", owed_steps=(), is_leader=leads, residence_comment=commented)
    assert warnings(hu23, asked) == [("HU23-IV.5-11",)] * told
    assert warnings(hu23, replace(asked, is_collective=True)) == []


@pytest.mark.clause("HU23-IV.5-12")
@pytest.mark.parametrize(("day", "refused"), [(12, False), (13, True), (None, True)])
def test_members_of_the_standing_committee_are_reviewed_elsewhere_first(hu23, day, refused):
    known = date(2023, 12, day) if day else None
    member = LeaderInCell(person="p9", name="Ủy viên", cell="cb", result_on=known)
    asked = opening("standing_committee", leaders=(member,))
    assert refusals(hu23, asked) == ([("HU23-IV.5-12",)] if refused else [])


@pytest.mark.clause("HU23-IV.5-16")
def test_the_standing_committee_is_convened(hu23):
    asked = opening("standing_committee")
    assert refusals(hu23, asked) == []
    assert refusals(hu23, replace(asked, groups=())) == [("HU23-IV.5-16",)]
    group = next(one for one in hu23.process.groups if "HU23-IV.5-16" in one.rows)
    assert (group.key, group.unit_kinds, group.posts) == ("standing_committee_members", ("standing_committee",), ())


@pytest.mark.clause("HU23-IV.6-5")
def test_the_standing_committee_grades_on_the_table_of_the_board(hu23):
    asked = opening("standing_committee", kind="grading")
    assert refusals(hu23, asked) == []
    assert refusals(hu23, replace(asked, done=())) == [("HU23-IV.6-5",)]


MEMBERS = tuple(f"standing_committee.{post}" for post in ("secretary", "deputy_secretary", "standing_member"))
PLACES = {
    "HU23-II.2-2": (*COMMITTEES, "agency_leadership", "leader"),
    "HU23-II.1-2": ("member",),
    "HU23-IV.5-12": ("member", *MEMBERS, "leader"),
    "HU23-IV.5-16": ("standing_committee",),
}


@pytest.mark.parametrize(
    ("row", "subjects"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in PLACES.items()]
)
def test_before_whom_each_is_reviewed(hu23, row, subjects):
    found = {place.subject: place.before for place in hu23.process.places if row in place.rows}
    assert set(subjects) <= set(found)
    before = {"member": "own_cell", "leader": "collective_led", **dict.fromkeys(MEMBERS, "standing_committee")}
    assert found == {subject: before.get(subject, subject) for subject in found}
    assert len(found) == {"HU23-II.2-2": 13}.get(row, len(subjects))

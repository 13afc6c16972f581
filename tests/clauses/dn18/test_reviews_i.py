"""I.2, I.4: before whom a review is held, who takes part, in which order, and what a report must say."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import AdvanceStep, Group, IssueSlips, Named, ReviseReport, SubmitSelfReview, Voter
from tests.clauses.hx17.season import opening, refusals, report, warnings

PLACES = {
    "B.I.2.1.1-1": [("executive_committee", "executive_committee")],
    "B.I.2.1.1-2": [("cell_committee", "cell_committee")],
    "B.I.2.1.1-3": [("union_executive", "union_executive"), ("youth_union_executive", "youth_union_executive")],
    "B.I.2.1.2-1": [("member", "own_cell")],
    "B.I.2.1.2-2": [("leader", "collective_led")],
    "B.I.2.1.2-3": [("standing_committee", "executive_committee")],
    "B.I.2.1.2-4": [("executive_committee_member", "executive_committee")],
    "B.I.2.1.2-5": [("cell_committee_member", "cell_committee")],
    "B.I.2.1.2-6": [
        ("union_executive_member", "union_executive"),
        ("youth_union_executive_member", "youth_union_executive"),
    ],
}


@pytest.mark.parametrize(
    ("row", "given"),
    [pytest.param(f"DN18-{row}", given, marks=pytest.mark.clause(f"DN18-{row}")) for row, given in PLACES.items()],
)
def test_who_is_reviewed_before_whom(dn18, row, given):
    assert [(place.subject, place.before) for place in dn18.process.places if row in place.rows] == given


GROUPS = ("executive_members", "cell_committee_members", "union_members", "youth_members", "official_members")
ROSTERS = [
    ("executive_committee", "executive_members", ("B.I.2.2-1", "B.I.4.2.3.a-1")),
    ("cell_committee", "cell_committee_members", ("B.I.2.2-2", "B.I.4.2.3.b-1")),
    ("union_executive", "union_members", ("B.I.2.2-3",)),
    ("youth_union_executive", "youth_members", ("B.I.2.2-3",)),
    ("cell", "official_members", ("B.I.4.2.3.c-1",)),
]


def called(*keys, present=9):
    """Groups of nine with so many present."""
    return tuple(Group(key=key, name=key, convened=9, present=present) for key in keys)


@pytest.mark.parametrize(
    ("unit_kind", "group", "rows"),
    [pytest.param(*each, marks=pytest.mark.clause(*(f"DN18-{row}" for row in each[2]))) for each in ROSTERS],
)
def test_a_review_opens_before_those_it_must_be_held_before(dn18, unit_kind, group, rows):
    assert refusals(dn18, opening(unit_kind, groups=called(*GROUPS))) == []
    others = called(*(key for key in GROUPS if key != group))
    assert refusals(dn18, opening(unit_kind, groups=others)) == [tuple(f"DN18-{row}" for row in rows)]


@pytest.mark.clause("DN18-B.I.2.2-1", "DN18-B.I.2.2-2", "DN18-B.I.2.2-3")
def test_a_group_is_every_seat_of_its_body(dn18):
    bodies = ("executive_committee", "cell_committee", "union_executive", "youth_union_executive")
    assert [each.unit_kinds for each in dn18.process.groups] == [(body,) for body in bodies]
    assert [each.posts for each in dn18.process.groups] == [()] * 4


@pytest.mark.reading("quorum", "none")
@pytest.mark.reading("quorum", "two_thirds")
@pytest.mark.parametrize(
    ("reading", "present", "refused"), [("none", 1, 0), ("two_thirds", 6, 0), ("two_thirds", 5, 1)]
)
def test_a_least_attendance_is_asked_only_by_a_reading(under, reading, present, refused):
    asked = opening("executive_committee", groups=called("executive_members", present=present))
    assert len(refusals(under(quorum=reading), asked)) == refused


@pytest.mark.reading("head_absent_chair", "deputy")
@pytest.mark.reading("head_absent_chair", "meeting_moved")
@pytest.mark.parametrize(("reading", "refused"), [("deputy", 0), ("meeting_moved", 1)])
def test_a_deputy_chairs_or_the_meeting_is_moved(under, reading, refused):
    asked = opening("executive_committee", groups=called(*GROUPS), head_present=False)
    asked = replace(asked, chair=asked.stand_ins[0])
    assert len(refusals(under(head_absent_chair=reading), asked)) == refused


def slips(standing):
    """One slip of the cell's ballot for a person of the standing."""
    return IssueSlips(
        ballot="member_grade",
        number=1,
        place="chi_bo_1",
        place_kind="cell",
        roll_taken=True,
        voters=(Voter(person="v", name="An", standing=standing),),
        lines=(),
        options=("HTXSNV", "HTTNV", "HTNV", "KHTNV"),
        enrolled=10,
    )


@pytest.mark.clause("DN18-B.I.4.2.3.c-2")
@pytest.mark.reading("exempt_volunteer", "speaks_only")
@pytest.mark.reading("exempt_volunteer", "as_member")
@pytest.mark.parametrize(("reading", "given"), [("speaks_only", [("DN18-B.I.4.2.3.c-2",)]), ("as_member", [])])
def test_an_exempt_member_is_not_one_of_those_convened(under, reading, given):
    book = under(exempt_volunteer=reading)
    assert (refusals(book, slips("exempt")), refusals(book, slips("official"))) == (given, [])


@pytest.mark.clause("DN18-B.I.2.2-6")
def test_a_guest_gets_no_slip(dn18):
    assert refusals(dn18, slips("guest"), recording=True) == [("DN18-B.I.2.2-6",)]


TOLD = ("strengths", "faults", "causes", "explanation")


@pytest.mark.clause("DN18-B.I.4.1.2-2")
@pytest.mark.parametrize("missing", TOLD[:3])
def test_a_report_states_strengths_faults_and_causes(dn18, missing):
    asked = report(unit_kind="cell_committee", filled=TOLD)
    assert refusals(dn18, asked) == []
    assert refusals(dn18, replace(asked, filled=tuple(each for each in TOLD if each != missing))) == [
        ("DN18-B.I.4.1.2-2",)
    ]


@pytest.mark.clause("DN18-B.I.4.1.2-3")
def test_a_report_without_explanations_is_pointed_out(dn18):
    asked = report(unit_kind="cell_committee", filled=TOLD)
    assert warnings(dn18, asked) == []
    assert warnings(dn18, replace(asked, filled=TOLD[:3])) == [("DN18-B.I.4.1.2-3",)]


def self_review(**change):
    """A self-review that says everything."""
    made = SubmitSelfReview(form_code="2", filled=TOLD, done_on=date(2018, 12, 20), due_on=date(2018, 12, 30))
    return replace(made, **change)


@pytest.mark.clause("DN18-B.I.4.1.2-2", "DN18-B.I.4.1.2-3")
def test_a_self_review_states_the_same(dn18):
    assert (refusals(dn18, self_review()), warnings(dn18, self_review())) == ([], [])
    assert refusals(dn18, self_review(filled=("strengths", "faults", "explanation"))) == [("DN18-B.I.4.1.2-2",)]
    assert warnings(dn18, self_review(filled=TOLD[:3])) == [("DN18-B.I.4.1.2-3",)]


@pytest.mark.clause("DN18-B.I.4.1.1.b-1")
def test_a_second_self_review_is_refused(dn18):
    assert refusals(dn18, self_review(already=1), recording=True) == [("DN18-B.I.4.1.1.b-1",)]


ORDER = ("DN18-B.I.4.2.1-2", "DN18-B.I.4.2.1-3")


@pytest.mark.clause(*ORDER)
def test_collectives_and_leaders_come_before_the_others(dn18):
    asked = AdvanceStep(step="individual.present", owed_steps=(), unit_kind="cell", chair="p1", about="p9")
    assert refusals(dn18, asked) == []
    waiting = replace(asked, others_before=(Named(key="p2", name="Bí thư"),))
    assert refusals(dn18, waiting) == [ORDER]


@pytest.mark.clause("DN18-B.I.4.2.1-4")
@pytest.mark.parametrize(
    ("final", "done", "given"),
    [
        (True, ("individuals_concluded",), []),
        (True, (), [("DN18-B.I.4.2.1-4",)]),
        (False, (), []),
    ],
)
def test_the_report_of_a_collective_is_completed_after_the_individuals(dn18, final, done, given):
    assert refusals(dn18, ReviseReport(unit_kind="cell_committee", done=done, final=final)) == given


BESIDE = ("union_executive", "youth_union_executive")
OPINIONS = {
    "executive_committee": ((2, 3, 4, 5), ("executive_committee", "cell", "superior_board", *BESIDE)),
    "cell_committee": ((6, 7), ("agency_leadership", *BESIDE)),
}
ASKED = [
    pytest.param(kind, numbers, source, marks=pytest.mark.clause(*(f"DN18-B.I.4.1.1.a-{n}" for n in numbers)))
    for kind, (numbers, sources) in OPINIONS.items()
    for source in sources
]


@pytest.mark.parametrize(("unit_kind", "numbers", "source"), ASKED)
def test_a_missing_opinion_on_the_report_is_pointed_out(dn18, unit_kind, numbers, source):
    sources = OPINIONS[unit_kind][1]
    asked = opening(unit_kind, groups=called(*GROUPS), opinions_from=sources)
    assert warnings(dn18, asked) == []
    short = replace(asked, opinions_from=tuple(each for each in sources if each != source))
    assert warnings(dn18, short) == [tuple(f"DN18-B.I.4.1.1.a-{number}" for number in numbers)]

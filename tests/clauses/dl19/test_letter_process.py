"""I.2, I.4 and the competent bodies: what may happen in which order, before whom, decided by whom."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import (
    AdvanceStep,
    ConcludeLine,
    Group,
    IssueSlips,
    Named,
    OpenMeeting,
    RecordDecision,
    SendReport,
    SlipLine,
    Voter,
)
from kiemdiem.core.process.method import as_named, steps_of
from tests.clauses.dl19.test_letter_readings_of_standards import readings

OFFICERS = ("secretary", "deputy_secretary", "member")
HEAD, DEPUTY = Named(key="p1", name="Bí thư"), Named(key="p2", name="Phó Bí thư")
MONDAY = date(2019, 12, 16)
SENDING = SendReport(form_code="Mẫu 1", unit_kind="executive_committee", sent_on=date(2019, 12, 11), meeting_on=MONDAY)
OPENING = OpenMeeting(
    unit="u",
    unit_kind="executive_committee",
    meeting_on=MONDAY,
    head=HEAD,
    head_present=True,
    chair=HEAD,
    stand_ins=(DEPUTY,),
    groups=(Group(key="members", name="Đảng ủy viên", convened=9, present=9),),
    sent_on=date(2019, 12, 10),
    done=("management_reviews",),
)
SLIPS = IssueSlips(
    ballot="member_proposal",
    number=1,
    place="cb_4",
    place_kind="cell",
    roll_taken=True,
    voters=(Voter(person="v1", name="Đảng viên 1", standing="official"),),
    lines=(SlipLine(subject="p9", name="Đảng viên 9", done_steps=("individual.discuss",)),),
    options=("HTXSNV", "HTTNV", "HTNV", "KHTNV"),
    enrolled=1,
)
DECISION = RecordDecision(
    subject_kind="member",
    body_kind="executive_committee",
    verdict_outcome="graded",
    grade="HTTNV",
    proposed_grade="HTTNV",
)


def refusals(book, facts):
    """The keys of the rows of every refusal, in the order of the rulebook."""
    return [each.rows for each in gates.ask(book, facts) if not each.allowed]


def step(book, key, **change):
    """A step with all earlier ones done, chaired by the head about somebody else."""
    method = key.partition(".")[0]
    owed = as_named(steps_of(book.process, method, unit_kind="cell", traits=("member",)))
    done = tuple(each.key for each in owed)
    about = "" if method == "collective" else "p9"
    made = AdvanceStep(step=key, owed_steps=owed, done_steps=done[: done.index(key)], chair="p1", about=about)
    return replace(made, other_chairs=2, **change)


def conclusion(**change):
    """The conclusion on one line."""
    made = ConcludeLine(subject="p9", owed_steps=(), conclusion="Có ưu điểm, khuyết điểm.", contributions=1)
    return replace(made, **change)


@pytest.mark.clause("DL19-I.4.1.a-3")
@pytest.mark.parametrize(("sent", "refused"), [(11, False), (12, True), (14, True)])
def test_the_draft_goes_out_three_working_days_before(dl19, sent, refused):
    day = date(2019, 12, sent)
    row = [("DL19-I.4.1.a-3",)] if refused else []
    assert refusals(dl19, replace(SENDING, sent_on=day)) == row
    assert refusals(dl19, replace(OPENING, sent_on=day)) == row
    assert refusals(dl19, replace(SENDING, sent_on=day, unit_kind="cell_committee")) == row


@readings("lead_time_counting", plain_refuses=11, clear_days=10, saturday_works=12)
def test_how_the_days_of_notice_are_counted(under, reading, given):
    book = under(lead_time_counting=reading)
    late = [day for day in range(9, 14) if refusals(book, replace(SENDING, sent_on=date(2019, 12, day)))]
    assert late == list(range(given + 1, 14))


@pytest.mark.clause("DL19-I.4.2-4")
@readings("head_absent_chair", deputy=[], meeting_moved=[("DL19-I.4.2-4",)])
def test_who_presides_when_the_head_is_absent(under, reading, given):
    absent = replace(OPENING, head_present=False, chair=DEPUTY)
    assert refusals(under(head_absent_chair=reading), absent) == given
    assert refusals(under(head_absent_chair=reading), replace(OPENING, chair=DEPUTY)) == [("DL19-I.4.2-4",)]


@readings("quorum", none=[], two_thirds=[()])
def test_how_many_must_be_there(under, reading, given):
    few = Group(key="members", name="Đảng ủy viên", convened=9, present=5)
    assert refusals(under(quorum=reading), replace(OPENING, groups=(few,))) == given
    enough = replace(few, present=6)
    assert refusals(under(quorum=reading), replace(OPENING, groups=(enough,))) == []


@pytest.mark.clause("DL19-I.4.2-4")
@pytest.mark.clause("DL19-I.4.2-5")
@pytest.mark.clause("DL19-I.4.2-6")
def test_a_collective_presents_discusses_and_concludes(dl19):
    order = [each.key for each in steps_of(dl19.process, "collective", unit_kind="executive_committee", traits=())]
    assert order == ["collective.present", "collective.comments", "collective.conclude"]
    rows = ("DL19-I.4.2-4", "DL19-I.4.2-5", "DL19-I.4.2-6")
    for key in order[1:]:
        assert refusals(dl19, step(dl19, key)) == []
        assert refusals(dl19, step(dl19, key, done_steps=())) == [rows]


@pytest.mark.clause("DL19-I.4.2-7")
@pytest.mark.clause("DL19-I.4.2-8")
def test_an_individual_presents_hears_and_completes(dl19):
    order = [each.key for each in steps_of(dl19.process, "individual", unit_kind="cell", traits=("member",))]
    assert order[:4] == [f"individual.{name}" for name in ("present", "comments", "conclude", "complete")]
    for key in order[1:]:
        assert refusals(dl19, step(dl19, key)) == []
        assert refusals(dl19, step(dl19, key, done_steps=())) == [("DL19-I.4.2-7", "DL19-I.4.2-8")]


@pytest.mark.clause("DL19-I.4.2-9")
def test_a_deputy_chairs_the_review_of_the_head(dl19):
    assert refusals(dl19, step(dl19, "individual.present", about="p1")) == [("DL19-I.4.2-9",)]
    assert refusals(dl19, step(dl19, "individual.present", about="p1", chair="p2")) == []


@pytest.mark.clause("DL19-I.4.2-1")
@pytest.mark.clause("DL19-I.4.2-2")
def test_collectives_and_heads_go_first(dl19):
    waiting = step(dl19, "individual.present", others_before=(HEAD,))
    assert refusals(dl19, waiting) == [("DL19-I.4.2-1", "DL19-I.4.2-2")]


@pytest.mark.clause("DL19-I.4.2-5")
@pytest.mark.clause("DL19-I.4.2-6")
@pytest.mark.clause("DL19-I.4.2-7")
@pytest.mark.clause("DL19-I.4.2-8")
@pytest.mark.parametrize(
    ("collective", "heard", "concluded"),
    [(True, "DL19-I.4.2-5", "DL19-I.4.2-6"), (False, "DL19-I.4.2-7", "DL19-I.4.2-8")],
)
def test_a_line_is_concluded_with_what_was_said(dl19, collective, heard, concluded):
    assert refusals(dl19, conclusion(is_collective=collective)) == []
    assert refusals(dl19, conclusion(is_collective=collective, contributions=0)) == [(heard,)]
    assert refusals(dl19, conclusion(is_collective=collective, conclusion=" ")) == [(concluded,)]


@pytest.mark.clause("DL19-II-1")
def test_only_those_reviewed_stand_on_the_slip(dl19):
    line = replace(SLIPS.lines[0], review_done=False)
    assert refusals(dl19, replace(SLIPS, lines=(line,))) == [("DL19-II-1",)]
    assert refusals(dl19, SLIPS) == []


@readings("probationary_vote", no_vote=[("DL19-II.2.5.B2-3",)], votes=[])
def test_a_probationary_member_with_a_slip(under, reading, given):
    voter = replace(SLIPS.voters[0], standing="probationary")
    assert refusals(under(probationary_vote=reading), replace(SLIPS, voters=(voter,))) == given


@readings("ballot_secrecy", secret=[("DL19-II.1.5.B1-3", "DL19-II.2.5.B2-3")], open=[])
def test_an_open_vote(under, reading, given):
    assert refusals(under(ballot_secrecy=reading), replace(SLIPS, secret=False)) == given


@pytest.mark.clause("DL19-II.1.5.B3-2")
@pytest.mark.clause("DL19-II.2.4-1")
@pytest.mark.parametrize("kind", ["member", "cell"])
def test_the_party_committee_decides_on_members_and_cells(dl19, kind):
    rows = [("DL19-II.1.5.B3-2", "DL19-II.2.4-1")]
    assert refusals(dl19, replace(DECISION, subject_kind=kind)) == []
    assert refusals(dl19, replace(DECISION, subject_kind=kind, body_kind="cell")) == rows


@pytest.mark.clause("DL19-II.1.5.B3-1")
def test_the_block_committee_decides_on_the_party_body(dl19):
    body = replace(DECISION, subject_kind="party_body")
    assert refusals(dl19, body) == [("DL19-II.1.5.B3-1",)]
    assert refusals(dl19, replace(body, body_kind="superior")) == []


@pytest.mark.clause("DL19-II.2.4-1")
def test_a_decision_may_depart_from_the_proposal_with_a_reason(dl19):
    other = replace(DECISION, grade="HTNV")
    assert refusals(dl19, other) == [("DL19-II.2.4-1",)]
    assert refusals(dl19, replace(other, departs_reason="Theo kết luận kiểm tra.")) == []


@pytest.mark.parametrize(
    ("row", "verb", "body", "subject"),
    [
        pytest.param(row, *rest, marks=pytest.mark.clause(row))
        for row, *rest in (
            ("DL19-II.1.4-1", "proposes", "executive_committee", "party_body"),
            ("DL19-II.1.4-2", "proposes", "cell", "cell"),
            ("DL19-II.2.5.B2-1", "proposes", "cell", "member"),
            ("DL19-II.1.5.B3-1", "decides", "superior", "party_body"),
            ("DL19-II.1.5.B3-2", "decides", "executive_committee", "cell"),
            ("DL19-II.2.4-1", "decides", "executive_committee", "member"),
        )
    ],
)
def test_which_body_does_what(dl19, row, verb, body, subject):
    (found,) = [one for one in dl19.process.mandates if row in one.rows]
    assert (found.verb, found.body, found.subjects) == (verb, body, (subject,))


@pytest.mark.parametrize(
    ("row", "places"),
    [
        pytest.param(row, places, marks=pytest.mark.clause(row))
        for row, places in (
            (
                "DL19-I.2.1-1",
                [("executive_committee", "executive_committee"), ("cell_committee", "cell_committee")],
            ),
            ("DL19-I.2.2-1", [("member", "own_cell")]),
            (
                "DL19-I.2.2-2",
                [(f"executive_committee.{post}", "executive_committee") for post in OFFICERS],
            ),
            ("DL19-I.2.2-3", [("member", "own_cell")]),
        )
    ],
)
def test_before_whom_each_is_reviewed(dl19, row, places):
    assert [(one.subject, one.before) for one in dl19.process.places if row in one.rows] == places

"""III.1.3: what each of the four grades of a member asks, at the edge and one step beyond."""

import pytest

from tests.clauses.hx17.grading import CIVIL_SERVANT, MEMBER, VOTED_DONE, VOTED_GOOD, VOTED_NOT, grade, state, verdict


@pytest.mark.clause("HX17-III.1.3-1")
def test_members_are_graded_in_four_grades(hx17):
    assert hx17.subjects.scale("member_grade").codes == ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
    assert hx17.subjects.subject("member").scale == "member_grade"
    assert grade(hx17, "member") == "HTXSNV"


@pytest.mark.clause("HX17-III.1.3.a-1")
@pytest.mark.parametrize(("task", "given"), [("excellent", "HTXSNV"), ("good", "HTTNV")])
def test_excellent_needs_tasks_excellently_done(hx17, task, given):
    assert grade(hx17, "member", task_result=task) == given


@pytest.mark.clause("HX17-III.1.3.a-2")
@pytest.mark.parametrize(("votes", "given"), [(15, "HTXSNV"), (14, "HTTNV")])
def test_excellent_needs_more_than_two_thirds_of_the_official_members(hx17, votes, given):
    assert grade(hx17, "member", enrolled_2=21, votes_excellent=votes) == given


@pytest.mark.clause("HX17-III.1.3.a-3")
def test_a_civil_servant_needs_one_of_three_cases_for_excellent(hx17):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade="HTTNV") == "HTTNV"
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade="HTTNV", title_proposed=True) == "HTXSNV"
    assert grade(hx17, "member", is_ccvc=False) == "HTXSNV"


@pytest.mark.clause("HX17-III.1.3.a-3")
def test_an_award_never_lifts_a_civil_servant_graded_below_good(hx17):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade="HTNV", merit_certificate=True) == "HTNV"


@pytest.mark.clause("HX17-III.1.3.a-4")
def test_case_one_is_an_excellent_civil_servant_grade(hx17):
    entry = "member.excellent.civil_servant.grade"
    assert grade(hx17, "member", **CIVIL_SERVANT) == "HTXSNV"
    assert state(hx17, "member", entry, is_ccvc=True, ccvc_grade="HTXSNV") == "met"
    assert state(hx17, "member", entry, is_ccvc=True, ccvc_grade="HTTNV") == "not_met"


@pytest.mark.clause("HX17-III.1.3.a-5")
@pytest.mark.parametrize(("proposed", "given"), [(True, "HTXSNV"), (False, "HTTNV")])
def test_case_two_is_a_proposed_emulation_title(hx17, proposed, given):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade="HTTNV", title_proposed=proposed) == given


@pytest.mark.clause("HX17-III.1.3.a-6")
@pytest.mark.parametrize(("awarded", "given"), [(True, "HTXSNV"), (False, "HTTNV")])
def test_case_three_is_a_certificate_of_merit(hx17, awarded, given):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade="HTTNV", merit_certificate=awarded) == given


@pytest.mark.clause("HX17-III.1.3.b-1")
@pytest.mark.parametrize(("task", "given"), [("good", "HTTNV"), ("basic", "HTNV")])
def test_good_needs_tasks_well_done(hx17, task, given):
    assert grade(hx17, "member", task_result=task, **VOTED_GOOD) == given


@pytest.mark.clause("HX17-III.1.3.b-2")
@pytest.mark.parametrize(("enrolled", "votes", "given"), [(20, 11, "HTTNV"), (20, 10, "no_grade"), (21, 11, "HTTNV")])
def test_good_needs_more_than_half_of_the_official_members(hx17, enrolled, votes, given):
    assert grade(hx17, "member", enrolled_1=enrolled, votes_good=votes, votes_excellent=0) == given


@pytest.mark.clause("HX17-III.1.3.b-3")
@pytest.mark.parametrize(("held", "given"), [("HTTNV", "HTTNV"), ("HTNV", "HTNV"), (None, "cannot_say")])
def test_good_needs_a_good_civil_servant_grade(hx17, held, given):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade=held, **VOTED_GOOD) == given


@pytest.mark.clause("HX17-III.1.3.c-1")
@pytest.mark.parametrize(("task", "given"), [("basic", "HTNV"), ("failed", "no_grade")])
def test_done_needs_tasks_basically_done(hx17, task, given):
    assert grade(hx17, "member", task_result=task, **VOTED_DONE) == given


@pytest.mark.clause("HX17-III.1.3.c-2")
@pytest.mark.parametrize(("votes", "given"), [(11, "HTNV"), (10, "no_grade")])
def test_done_needs_more_than_half_of_the_official_members(hx17, votes, given):
    changes = {"enrolled_1": 20, "votes_good": 5, "votes_done": votes, "votes_excellent": 0}
    assert grade(hx17, "member", **changes) == given


@pytest.mark.clause("HX17-III.1.3.c-3")
@pytest.mark.parametrize(
    ("held", "given"), [("HTNV", "HTNV"), ("HTNV_LIMITED", "HTNV"), ("KHTNV", "no_grade"), ("HTTNV", "HTNV")]
)
def test_done_takes_limited_capacity_as_done(hx17, held, given):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade=held, **VOTED_DONE) == given


@pytest.mark.clause("HX17-III.1.3.c-3")
def test_the_state_scale_has_five_grades(hx17):
    codes = ("HTXSNV", "HTTNV", "HTNV", "HTNV_LIMITED", "KHTNV")
    assert hx17.subjects.scale("cadre_grade").codes == codes
    assert hx17.subjects.subject("member").fact("ccvc_grade").scale == "cadre_grade"


@pytest.mark.clause("HX17-III.1.3.d-1")
@pytest.mark.parametrize(("serving", "given"), [(True, "KHTNV"), (False, "no_grade")])
def test_serving_a_discipline_is_a_ground(hx17, serving, given):
    assert grade(hx17, "member", serving_discipline=serving, **VOTED_NOT) == given


@pytest.mark.clause("HX17-III.1.3.d-2")
@pytest.mark.parametrize(("votes", "given"), [(11, "KHTNV"), (10, "no_grade")])
def test_not_done_needs_a_ground_and_more_than_half(hx17, votes, given):
    changes = {"enrolled_1": 20, "votes_good": 5, "votes_not": votes, "votes_excellent": 0}
    assert grade(hx17, "member", serving_discipline=True, **changes) == given
    assert grade(hx17, "member", serving_discipline=False, **changes) == "no_grade"


@pytest.mark.clause("HX17-III.1.3.d-3")
@pytest.mark.parametrize(("task", "given"), [("failed", "KHTNV"), ("basic", "no_grade")])
def test_failing_the_tasks_of_the_cell_is_a_ground(hx17, task, given):
    assert grade(hx17, "member", task_result=task, **VOTED_NOT) == given


@pytest.mark.clause("HX17-III.1.3.d-4")
@pytest.mark.parametrize(("held", "given"), [("KHTNV", "KHTNV"), ("HTNV_LIMITED", "no_grade")])
def test_a_failing_civil_servant_grade_is_a_ground(hx17, held, given):
    assert grade(hx17, "member", is_ccvc=True, ccvc_grade=held, **VOTED_NOT) == given


@pytest.mark.clause("HX17-III.1.3.d-4")
def test_a_grade_of_who_is_no_longer_a_civil_servant_is_no_ground(hx17):
    assert grade(hx17, "member", is_ccvc=False, ccvc_grade="KHTNV", **VOTED_NOT) == "no_grade"


@pytest.mark.clause("HX17-III.1.3.d-5")
@pytest.mark.parametrize(("fault", "given"), [(True, "KHTNV"), (False, "no_grade")])
def test_doing_what_members_must_not_is_a_ground(hx17, fault, given):
    assert grade(hx17, "member", fault_prohibited=fault, **VOTED_NOT) == given


@pytest.mark.clause("HX17-III.1.3.d-6")
@pytest.mark.parametrize(("fault", "given"), [(True, "KHTNV"), (False, "no_grade")])
def test_refusing_assignment_is_a_ground(hx17, fault, given):
    assert grade(hx17, "member", fault_refusal=fault, **VOTED_NOT) == given


@pytest.mark.clause("HX17-III-1")
def test_grading_rests_on_the_civil_servant_grade_and_the_member_tasks(hx17):
    assert verdict(hx17, "member", task_result=None).finding("member.good.task").missing == ("task_result",)
    missing = verdict(hx17, "member", is_ccvc=True).finding("member.good.civil_servant").missing
    assert missing == ("ccvc_grade",)
    assert [fact.key for fact in hx17.subjects.subject("member").facts if "HX17-III-1" in fact.rows] == [
        "task_result",
        "ccvc_grade",
    ]


@pytest.mark.clause("HX17-III.1.1-1")
def test_all_members_are_graded(hx17):
    assert grade(hx17, "member") == "HTXSNV"
    assert set(MEMBER) == {"subject", *hx17.subjects.subject("member").groups} | {
        fact.key for fact in hx17.subjects.subject("member").facts
    }


@pytest.mark.clause("HX17-III.1.1-2")
@pytest.mark.parametrize(
    ("work", "activity", "outcome"), [(True, True, "not_graded"), (True, False, "graded"), (False, True, "graded")]
)
def test_the_exempt_are_not_graded(hx17, work, activity, outcome):
    assert verdict(hx17, "member", exempt_work=work, exempt_activity=activity).outcome == outcome


@pytest.mark.clause("HX17-III.1.1-3")
@pytest.mark.parametrize(("months", "outcome"), [(5, "not_graded"), (6, "graded"), (None, "cannot_say")])
def test_members_of_less_than_six_months_are_not_graded(hx17, months, outcome):
    assert verdict(hx17, "member", months_since_admission=months).outcome == outcome


@pytest.mark.clause("HX17-III.1.4-10")
def test_only_those_reviewed_are_graded(hx17):
    waiting = verdict(hx17, "member", review_done=False)
    assert (waiting.outcome, waiting.flags) == ("not_graded", ("waiting",))
    assert verdict(hx17, "member", review_done=True).flags == ()


@pytest.mark.clause("HX17-III.1.4-9")
def test_a_vote_above_the_civil_servant_grade_is_pointed_out(hx17):
    found = verdict(hx17, "member", is_ccvc=True, ccvc_grade="HTNV", **VOTED_GOOD)
    assert (found.voted_grade, found.grade, found.flags) == ("HTTNV", "HTNV", ("vote_above_standard",))
    assert verdict(hx17, "member", is_ccvc=True, ccvc_grade="HTTNV", **VOTED_GOOD).flags == ()

"""II.2.1 to II.2.4: who is graded, what each grade of a member asks, what gives the lowest one."""

import pytest

from tests.clauses.dl19.grading import LEVELS, VOTED_DONE, VOTED_GOOD, VOTED_NOT, grade, state, verdict

KEY = ("level_b1", "level_b2")
REST = tuple(level for level in LEVELS if level not in KEY)


@pytest.mark.clause("DL19-II.2.1-1")
def test_every_member_is_graded(dl19):
    subject = dl19.subjects.subject("member")
    assert grade(dl19, "member") == "HTXSNV"
    assert not {"exempt_work", "exempt_activity", "months_since_admission"} & {fact.key for fact in subject.facts}


@pytest.mark.clause("DL19-II-1")
def test_grading_follows_the_review(dl19):
    waiting = verdict(dl19, "member", review_done=False)
    assert (waiting.outcome, waiting.flags) == ("not_graded", ("waiting",))
    assert [verdict(dl19, kind, review_done=False).outcome for kind in ("cell", "party_body")] == ["not_graded"] * 2


@pytest.mark.clause("DL19-II.2.3.a-1")
@pytest.mark.parametrize(("changes", "given"), [({"exemplary": False}, "HTTNV"), ({"products": 0}, "HTTNV")])
def test_the_best_are_exemplary_and_have_products(dl19, changes, given):
    assert grade(dl19, "member", **changes) == given
    assert grade(dl19, "member", products=1) == "HTXSNV"


@pytest.mark.clause("DL19-II.2.3.a-2")
@pytest.mark.parametrize("level", KEY)
def test_results_of_tasks_must_be_excellent(dl19, level):
    assert state(dl19, "member", "member.excellent.key", **{level: "XUAT_SAC"}) == "met"
    assert state(dl19, "member", "member.excellent.key", **{level: "TOT"}) == "not_met"
    assert grade(dl19, "member", **{level: "TOT"}) == "HTTNV"


@pytest.mark.clause("DL19-II.2.3.a-2")
@pytest.mark.parametrize("level", REST)
def test_the_rest_must_be_good_for_the_best(dl19, level):
    assert grade(dl19, "member", **{level: "TOT"}) == "HTXSNV"
    assert grade(dl19, "member", **{level: "TRUNG_BINH"}) == "HTTNV"
    assert state(dl19, "member", "member.excellent.rest", **{level: "TRUNG_BINH"}) == "not_met"


@pytest.mark.clause("DL19-II.2.3.a-2")
@pytest.mark.parametrize(("asked", "level"), [("signs_reviewed", "level_a5"), ("suggested", "level_e")])
def test_criteria_that_may_be_absent_count_where_they_are_there(dl19, asked, level):
    assert grade(dl19, "member", **{asked: False, level: None}) == "HTXSNV"
    assert grade(dl19, "member", **{asked: True, level: "TOT"}) == "HTXSNV"
    assert grade(dl19, "member", **{asked: True, level: "TRUNG_BINH"}) == "HTTNV"
    assert grade(dl19, "member", **{asked: True, level: None}) == "cannot_say"


@pytest.mark.clause("DL19-II.2.3.a-3")
@pytest.mark.parametrize(
    ("held", "given"), [("HTXSNV", "HTXSNV"), ("HTTNV", "HTTNV"), ("HTNV", "HTNV"), (None, "cannot_say")]
)
def test_a_civil_servant_needs_the_best_grade_of_his_office(dl19, held, given):
    assert grade(dl19, "member", is_ccvc=True, ccvc_grade=held) == given
    assert grade(dl19, "member", is_ccvc=False, ccvc_grade=held) == "HTXSNV"


@pytest.mark.clause("DL19-II.2.3.b-1")
@pytest.mark.parametrize("level", KEY)
def test_results_of_tasks_must_be_good(dl19, level):
    assert grade(dl19, "member", **{level: "TOT"}, **VOTED_GOOD) == "HTTNV"
    assert grade(dl19, "member", **{level: "TRUNG_BINH"}, **VOTED_GOOD) == "HTNV"


@pytest.mark.clause("DL19-II.2.3.b-1")
@pytest.mark.parametrize("level", REST)
def test_the_rest_must_be_average_for_good(dl19, level):
    assert grade(dl19, "member", **{level: "TRUNG_BINH"}, **VOTED_GOOD) == "HTTNV"
    assert state(dl19, "member", "member.good.rest", **{level: "KEM"}) == "not_met"


@pytest.mark.clause("DL19-II.2.3.b-1")
@pytest.mark.parametrize(("asked", "level"), [("signs_reviewed", "level_a5"), ("suggested", "level_e")])
def test_criteria_that_may_be_absent_must_be_average_for_good(dl19, asked, level):
    assert grade(dl19, "member", **{asked: True, level: "TRUNG_BINH"}, **VOTED_GOOD) == "HTTNV"
    assert grade(dl19, "member", **{asked: True, level: "KEM"}, **VOTED_GOOD) == "HTNV"


@pytest.mark.clause("DL19-II.2.3.b-2")
@pytest.mark.parametrize(("held", "given"), [("HTTNV", "HTTNV"), ("HTNV", "HTNV")])
def test_a_good_civil_servant(dl19, held, given):
    assert grade(dl19, "member", is_ccvc=True, ccvc_grade=held, **VOTED_GOOD) == given


@pytest.mark.clause("DL19-II.2.3.c-1")
@pytest.mark.parametrize("level", LEVELS)
def test_basic_criteria_must_be_average(dl19, level):
    assert grade(dl19, "member", **{level: "TRUNG_BINH"}, **VOTED_DONE) == "HTNV"
    assert grade(dl19, "member", **{level: "KEM"}, **VOTED_DONE) == "KHTNV"


@pytest.mark.clause("DL19-II.2.3.c-2")
@pytest.mark.parametrize(("held", "found"), [("HTNV", "met"), ("KHTNV", "not_met")])
def test_a_civil_servant_who_did_his_work(dl19, held, found):
    assert state(dl19, "member", "member.done.civil_servant", is_ccvc=True, ccvc_grade=held, **VOTED_DONE) == found
    assert state(dl19, "member", "member.done.civil_servant", is_ccvc=False, ccvc_grade=held) == "met"


@pytest.mark.clause("DL19-II.2.3.d-1")
@pytest.mark.parametrize("votes", [{}, VOTED_GOOD, VOTED_DONE, VOTED_NOT])
def test_whoever_does_not_reach_done_is_not_done(dl19, votes):
    found = verdict(dl19, "member", level_a1="KEM", **votes)
    assert found.grade == "KHTNV"
    assert ("vote_above_standard" in found.flags) is (votes != VOTED_NOT)


@pytest.mark.clause("DL19-II.2.3.d-1")
def test_a_lowest_vote_needs_a_ground(dl19):
    found = verdict(dl19, "member", **VOTED_NOT)
    assert (found.outcome, found.flags) == ("no_grade", ("lowest_without_ground",))


@pytest.mark.clause("DL19-II.2.3.d-2")
@pytest.mark.parametrize(("concluded", "given"), [(True, "KHTNV"), (False, "HTXSNV"), (None, "cannot_say")])
def test_concluded_degradation_is_the_lowest_grade(dl19, concluded, given):
    assert grade(dl19, "member", degradation_concluded=concluded) == given


@pytest.mark.clause("DL19-II.2.3.d-3")
@pytest.mark.parametrize(
    ("done", "assigned", "given"), [(4, 10, "KHTNV"), (5, 10, "HTXSNV"), (4, 9, "KHTNV"), (5, 9, "HTXSNV")]
)
def test_less_than_half_of_the_targets(dl19, done, assigned, given):
    assert grade(dl19, "member", targets_done=done, targets_assigned=assigned) == given


@pytest.mark.clause("DL19-II.2.3.d-4")
@pytest.mark.parametrize(("servant", "held", "given"), [(True, "KHTNV", "KHTNV"), (True, "HTNV", "HTNV")])
def test_a_failing_civil_servant(dl19, servant, held, given):
    assert grade(dl19, "member", is_ccvc=servant, ccvc_grade=held) == given
    assert grade(dl19, "member", is_ccvc=False, ccvc_grade=held) == "HTXSNV"
    assert state(dl19, "member", "member.failed.civil_servant", is_ccvc=servant, ccvc_grade=held) == (
        "met" if given == "KHTNV" else "not_met"
    )


@pytest.mark.clause("DL19-II.2.3.d-5")
@pytest.mark.parametrize(("disciplined", "given"), [(True, "KHTNV"), (False, "HTXSNV"), (None, "cannot_say")])
def test_who_was_disciplined_in_the_year(dl19, disciplined, given):
    assert grade(dl19, "member", disciplined_in_year=disciplined) == given


@pytest.mark.clause("DL19-II.2.3.d-6")
@pytest.mark.parametrize(("counted", "given"), [(True, "HTXSNV"), (False, "KHTNV"), (None, "cannot_say")])
def test_one_violation_counts_once(dl19, counted, given):
    assert grade(dl19, "member", disciplined_in_year=True, violations_counted=counted) == given

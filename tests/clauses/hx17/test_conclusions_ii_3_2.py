"""HX17 II.3.2 — self-reviews, comments of residence and workplace, conclusions and the close of a meeting."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.comments import comments_owed
from kiemdiem.core.process.facts import ConfirmSelfReview, HoldSupplementary, Named, Planned, SubmitSelfReview
from tests.clauses.hx17.season import closing, conclusion, refusals, warnings

SUBMITTED = SubmitSelfReview(
    form_code="01-KĐ.ĐV",
    owed=(Named(key="rm1", name="Tư tưởng chính trị"),),
    filled=("rm1",),
    done_on=date(2017, 11, 27),
    due_on=date(2017, 11, 27),
)


@pytest.mark.clause("HX17-II.3.2.a-1")
@pytest.mark.parametrize(("already", "stopped"), [(0, False), (1, True)])
def test_each_person_makes_one_self_review_only(hx17, already, stopped):
    facts = replace(SUBMITTED, already=already)
    stop = [("HX17-II.3.2.a-1",)] if stopped else []
    assert (refusals(hx17, facts), refusals(hx17, facts, recording=True)) == (stop, stop)


@pytest.mark.clause("HX17-II.3.2.a-1")
def test_the_self_review_is_one_form_used_everywhere_and_whole(hx17):
    (form,) = [each for each in hx17.forms.forms if "HX17-II.3.2.a-1" in each.rows]
    assert (form.code, form.paper, form.most_per_person) == ("01-KĐ.ĐV", "review", 1)
    assert refusals(hx17, replace(SUBMITTED, filled=())) == [("HX17-II.3.2.a-1",)]


@pytest.mark.clause("HX17-IV.3-5")
@pytest.mark.parametrize(("day", "told"), [(27, False), (28, True)])
def test_a_late_self_review_is_taken_and_told(hx17, day, told):
    facts = replace(SUBMITTED, done_on=date(2017, 11, day))
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [("HX17-IV.3-5",)] if told else [])


@pytest.mark.clause("HX17-IV.8-3", "HX17-II.3.2.c-10")
@pytest.mark.parametrize("done", [(), ("concluded",), ("completed",)])
def test_the_cell_confirms_the_self_review_completed_by_its_conclusion(hx17, done):
    assert refusals(hx17, ConfirmSelfReview(done=done)) == [("HX17-II.3.2.c-10", "HX17-IV.8-3")]
    assert refusals(hx17, ConfirmSelfReview(done=("concluded", "completed"))) == []


def owed(book, **member):
    """The comments owed on a member, with their rows."""
    plain = {"is_leader": False, "cell_kind": "residential", "lives_in_cell": True, "work_kinds": ()}
    return [(each.comment, each.rows) for each in comments_owed(book.process, **{**plain, **member})]


def held(book, **member):
    """The rows that hold the conclusion of a member for want of a comment."""
    return refusals(book, conclusion(book, **member))


def test_nobody_else_needs_a_comment(hx17):
    assert (owed(hx17), held(hx17)) == ([], [])


@pytest.mark.parametrize(
    ("member", "comment", "row"),
    [
        pytest.param({"is_leader": True}, "residence", "c-4", marks=pytest.mark.clause("HX17-II.3.2.c-4")),
        *(
            pytest.param({"cell_kind": kind}, "residence", "c-5", marks=pytest.mark.clause("HX17-II.3.2.c-5"))
            for kind in ("military", "police", "health_station", "school")
        ),
        pytest.param({"lives_in_cell": False}, "residence", "c-6", marks=pytest.mark.clause("HX17-II.3.2.c-6")),
        pytest.param({"lives_in_cell": None}, "residence", "c-6", marks=pytest.mark.clause("HX17-II.3.2.c-6")),
        *(
            pytest.param({"work_kinds": (kind,)}, "workplace", "c-7", marks=pytest.mark.clause("HX17-II.3.2.c-7"))
            for kind in ("cooperative", "civil_guard", "part_time_ward")
        ),
    ],
)
def test_a_missing_comment_holds_the_line_of_whom_the_rule_names(hx17, member, comment, row):
    rows = (f"HX17-II.3.2.{row}",)
    assert owed(hx17, **member) == [(comment, rows)]
    assert held(hx17, **member) == [rows]
    assert held(hx17, **member, residence_comment=True, workplace_comment=True) == []
    other = {"residence": "workplace_comment", "workplace": "residence_comment"}[comment]
    assert held(hx17, **member, **{other: True}) == [rows]


@pytest.mark.clause("HX17-II.3.2.c-4", "HX17-II.3.2.c-5")
def test_a_comment_asked_for_by_two_rows_is_owed_once(hx17):
    found = owed(hx17, is_leader=True, cell_kind="school", lives_in_cell=False)
    assert found == [("residence", ("HX17-II.3.2.c-4", "HX17-II.3.2.c-5"))]


@pytest.mark.clause("HX17-II.3.2.c-6")
def test_living_elsewhere_matters_in_residential_cells_only(hx17):
    assert owed(hx17, cell_kind="agency", lives_in_cell=False) == []


@pytest.mark.clause("HX17-II.3.2.c-10")
def test_the_chair_concludes_on_each_person(hx17):
    for recording in (False, True):
        found = refusals(hx17, conclusion(hx17, conclusion=" "), recording=recording)
        assert found == [("HX17-II.3.2.c-10",)]


@pytest.mark.clause("HX17-II.3.2.c-8")
def test_comments_of_those_present_are_recorded(hx17):
    assert refusals(hx17, conclusion(hx17, contributions=0)) == [("HX17-II.3.2.c-8",)]
    assert refusals(hx17, conclusion(hx17, contributions=1)) == []


@pytest.mark.clause("HX17-II.3.2.c-2", "HX17-II.3.2.c-9")
@pytest.mark.parametrize("missing", ["individual.present", "individual.comments", "individual.response"])
def test_no_conclusion_before_every_step(hx17, missing):
    facts = conclusion(hx17)
    assert refusals(hx17, facts) == []
    left = tuple(each for each in facts.done_steps if each != missing)
    assert refusals(hx17, replace(facts, done_steps=left)) == [("HX17-II.3.2.c-2", "HX17-II.3.2.c-9")]


@pytest.mark.clause("HX17-II.3.2.c-4", "HX17-II.3.2.c-7")
def test_the_comments_are_stated_in_a_step_of_their_own(hx17):
    (step,) = [each for method in hx17.process.methods for each in method.steps if "HX17-II.3.2.c-7" in each.rows]
    assert (step.key, step.only_in, step.only_for) == ("individual.comments", (), ())


@pytest.mark.parametrize(
    ("change", "row"),
    [
        pytest.param({"degree": ""}, "HX17-II.3.1.c-3", marks=pytest.mark.clause("HX17-II.3.1.c-3")),
        pytest.param({"effect": ""}, "HX17-II.3.1.c-3", marks=pytest.mark.clause("HX17-II.3.1.c-3")),
        pytest.param({"conclusion": ""}, "HX17-II.3.1.c-4", marks=pytest.mark.clause("HX17-II.3.1.c-4")),
    ],
)
def test_faults_of_a_collective_are_weighed_before_the_conclusion(hx17, change, row):
    facts = conclusion(hx17, method="collective", unit_kind="peoples_committee", traits=())
    assert refusals(hx17, facts) == []
    assert refusals(hx17, replace(facts, **change)) == [(row,)]


@pytest.mark.clause("HX17-II.3.1.c-2", "HX17-II.3.1.c-3")
def test_no_conclusion_on_a_collective_before_its_steps(hx17):
    facts = conclusion(hx17, method="collective", unit_kind="peoples_committee", traits=(), done_steps=())
    assert refusals(hx17, facts) == [("HX17-II.3.1.c-2", "HX17-II.3.1.c-3")]


SOMEBODY = (Named(key="p9", name="Đảng viên 9"),)


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        pytest.param(
            {"minutes": ""},
            ("HX17-IV.5-5", "HX17-IV.8-11"),
            marks=pytest.mark.clause("HX17-IV.5-5", "HX17-IV.8-11"),
        ),
        pytest.param({"open_lines": SOMEBODY}, ("HX17-III.1.4-10",), marks=pytest.mark.clause("HX17-III.1.4-10")),
        pytest.param({"carried": SOMEBODY}, ("HX17-III.1.4-11",), marks=pytest.mark.clause("HX17-III.1.4-11")),
        pytest.param({"rounds_open": SOMEBODY}, ("HX17-III.1.4-8",), marks=pytest.mark.clause("HX17-III.1.4-8")),
        pytest.param(
            {"rounds_unannounced": SOMEBODY},
            ("HX17-III.1.4-5", "HX17-III.1.4-8"),
            marks=pytest.mark.clause("HX17-III.1.4-5", "HX17-III.1.4-8"),
        ),
    ],
)
def test_a_meeting_closes_with_nothing_left_open(hx17, change, rows):
    assert refusals(hx17, closing()) == []
    assert refusals(hx17, closing(**change)) == [rows]


@pytest.mark.clause("HX17-III.1.4-11")
def test_the_absent_are_carried_to_a_named_meeting(hx17):
    assert refusals(hx17, closing(carried=SOMEBODY, carried_to=("p9",))) == []


@pytest.mark.clause("HX17-III.1.4-11")
def test_the_absent_are_taken_at_the_nearest_meeting_when_present(hx17):
    facts = HoldSupplementary(meeting_on=date(2017, 12, 10), about=SOMEBODY, present=("p9",))
    earlier = Planned(unit="u", name="Họp chi bộ", on=date(2017, 12, 9))
    later = replace(earlier, on=date(2017, 12, 10))
    assert [refusals(hx17, replace(facts, missed=(each,))) for each in (later, earlier)] == [[], [("HX17-III.1.4-11",)]]
    assert refusals(hx17, replace(facts, present=())) == [("HX17-III.1.4-11",)]

"""III.2.3.a: the four grades of a cell, at the edge and one step beyond."""

import pytest

from kiemdiem.core.judge.children import Child, count_children
from tests.clauses.hx17.grading import CELL, DATABASE, grade, points, state, verdict

GOOD = {"points": points(8000), "task_result": "good", "linked_highest": 0}
DONE = {"points": points(6000), "task_result": "basic", "linked_highest": 0, "linked_second": 0}


@pytest.mark.clause("HX17-III.2.3.a-8")
def test_cells_are_graded_in_four_grades(hx17):
    assert hx17.subjects.scale("cell_grade").codes == ("TSVM", "HTTNV", "HTNV", "YEU_KEM")
    assert hx17.subjects.subject("cell").scale == "cell_grade"
    assert grade(hx17, "cell") == "TSVM"


@pytest.mark.clause("HX17-III.2.3.a-9")
@pytest.mark.parametrize(("total", "given"), [(9000 * 3, "TSVM"), (9000 * 3 - 1, "HTTNV")])
def test_clean_and_strong_needs_ninety_points_not_rounded(hx17, total, given):
    assert grade(hx17, "cell", points={"sum": total, "slips": 3}) == given


@pytest.mark.clause("HX17-III.2.3.a-10")
@pytest.mark.parametrize(("change", "given"), [({"task_result": "good"}, "HTTNV"), ({"united": False}, "HTNV")])
def test_clean_and_strong_needs_unity_and_excellent_tasks(hx17, change, given):
    assert grade(hx17, "cell", **change) == given


@pytest.mark.clause("HX17-III.2.3.a-11")
@pytest.mark.parametrize(("regular", "given"), [(True, "TSVM"), (False, "HTTNV"), (None, "cannot_say")])
def test_clean_and_strong_needs_regular_activity(hx17, regular, given):
    assert grade(hx17, "cell", activity_regular=regular) == given


@pytest.mark.clause("HX17-III.2.3.a-12")
@pytest.mark.parametrize(("done", "given"), [(20, "TSVM"), (19, "HTTNV")])
def test_clean_and_strong_needs_all_members_done(hx17, done, given):
    assert grade(hx17, "cell", members_graded=20, members_done=done) == given


@pytest.mark.clause("HX17-III.2.3.a-12")
def test_a_member_without_a_result_holds_the_cell_back(hx17):
    held = verdict(hx17, "cell", members_pending=1)
    assert held.outcome == "cannot_say"
    assert held.finding("cell.clean.members").missing == ("members_pending",)


@pytest.mark.clause("HX17-III.2.3.a-12")
def test_figures_of_a_cell_are_counted_from_its_members(hx17):
    results = [("graded", "HTXSNV"), ("graded", "HTNV"), ("graded", "KHTNV"), ("not_graded", None), ("no_grade", None)]
    children = [Child("cell-1", outcome, grade) for outcome, grade in results]
    children.append(Child("cell-1", "not_graded", None, waiting=True))
    counted = count_children(hx17, "cell", children=children, cursor=DATABASE.cursor(), dialect="sqlite")
    figures = {"members_graded": 3, "members_done": 2, "members_not": 1, "members_pending": 2}
    assert counted == {"cell-1": figures}


@pytest.mark.clause("HX17-III.2.3.a-13")
@pytest.mark.parametrize(("highest", "given"), [(4, "TSVM"), (3, "HTTNV"), (None, "cannot_say")])
def test_clean_and_strong_needs_every_organisation_at_its_highest(hx17, highest, given):
    assert grade(hx17, "cell", linked_total=4, linked_highest=highest) == given


@pytest.mark.clause("HX17-III.2.3.a-14")
@pytest.mark.parametrize(("mean", "given"), [(7000, "HTTNV"), (6999, "HTNV"), (9500, "HTTNV")])
def test_good_needs_seventy_points(hx17, mean, given):
    assert grade(hx17, "cell", **{**GOOD, "points": points(mean)}) == given


@pytest.mark.clause("HX17-III.2.3.a-15")
@pytest.mark.parametrize(("change", "given"), [({"united": False}, "HTNV"), ({"task_result": "basic"}, "HTNV")])
def test_good_needs_unity_and_tasks_well_done(hx17, change, given):
    assert grade(hx17, "cell", **GOOD) == "HTTNV"
    assert grade(hx17, "cell", **{**GOOD, **change}) == given


@pytest.mark.clause("HX17-III.2.3.a-16")
@pytest.mark.parametrize(("disciplined", "given"), [(0, "HTTNV"), (1, "HTNV")])
def test_good_needs_no_disciplined_officer(hx17, disciplined, given):
    assert grade(hx17, "cell", **{**GOOD, "officers_disciplined": disciplined}) == given


@pytest.mark.clause("HX17-III.2.3.a-17")
@pytest.mark.parametrize(("second", "given"), [(4, "HTTNV"), (3, "HTNV")])
def test_good_needs_every_organisation_at_its_second_level(hx17, second, given):
    assert grade(hx17, "cell", **{**GOOD, "linked_second": second}) == given


@pytest.mark.clause("HX17-III.2.3.a-18")
@pytest.mark.parametrize(("mean", "given"), [(5000, "HTNV"), (4999, "YEU_KEM"), (9999, "HTNV")])
def test_done_needs_fifty_points(hx17, mean, given):
    changes = {**DONE, "points": points(mean)}
    assert grade(hx17, "cell", **changes) == given
    assert state(hx17, "cell", "cell.done.points", **changes) == ("met" if given == "HTNV" else "not_met")


@pytest.mark.clause("HX17-III.2.3.a-18")
def test_done_needs_tasks_basically_done(hx17):
    assert state(hx17, "cell", "cell.done.task", **DONE) == "met"
    assert state(hx17, "cell", "cell.done.task", **{**DONE, "task_result": "failed"}) == "not_met"


@pytest.mark.clause("HX17-III.2.3.a-19")
@pytest.mark.parametrize(
    ("change", "given"),
    [
        ({"task_result": "failed"}, "YEU_KEM"),
        ({"points": points(4999)}, "YEU_KEM"),
        ({"points": points(5000)}, "HTNV"),
    ],
)
def test_a_cell_that_fails_its_tasks_or_fifty_points_is_weak(hx17, change, given):
    assert grade(hx17, "cell", **change) == given


@pytest.mark.parametrize(
    ("graded", "band"),
    [
        pytest.param("TSVM", (90, None), marks=pytest.mark.clause("HX17-III.2.3.a-9")),
        pytest.param("HTTNV", (70, 90), marks=pytest.mark.clause("HX17-III.2.3.a-14")),
        pytest.param("HTNV", (50, 70), marks=pytest.mark.clause("HX17-III.2.3.a-18")),
        pytest.param("YEU_KEM", (0, 50), marks=pytest.mark.clause("HX17-III.2.3.a-19")),
    ],
)
def test_the_band_of_points_of_a_grade(hx17, graded, band):
    bands = {one.grade: (one.at_least, one.below) for one in hx17.standards.of("cell").bands[0].bands}
    assert bands[graded] == band


@pytest.mark.parametrize(
    ("place", "code"),
    [
        pytest.param(0, "highest", marks=pytest.mark.clause("HX17-III.2.3.a-13")),
        pytest.param(1, "second", marks=pytest.mark.clause("HX17-III.2.3.a-17")),
        pytest.param(-1, "lowest", marks=pytest.mark.clause("HX17-III.2.3.a-22")),
    ],
)
def test_a_level_of_the_organisations_of_a_cell(hx17, place, code):
    assert hx17.subjects.scale("linked_level").codes[place] == code


@pytest.mark.clause("HX17-III.2.3.a-20")
@pytest.mark.parametrize(("fault", "given"), [(True, "YEU_KEM"), (False, "TSVM"), (None, "cannot_say")])
def test_disunity_makes_a_cell_weak(hx17, fault, given):
    assert grade(hx17, "cell", disunity=fault) == given


@pytest.mark.clause("HX17-III.2.3.a-21")
@pytest.mark.parametrize(("fault", "given"), [(True, "YEU_KEM"), (False, "TSVM"), (None, "cannot_say")])
def test_corruption_up_to_discipline_makes_a_cell_weak(hx17, fault, given):
    assert grade(hx17, "cell", member_disciplined=fault) == given


@pytest.mark.clause("HX17-III.2.3.a-22")
@pytest.mark.parametrize(("lowest", "given"), [(1, "TSVM"), (2, "YEU_KEM"), (3, "YEU_KEM")])
def test_two_organisations_at_the_lowest_level_make_a_cell_weak(hx17, lowest, given):
    assert grade(hx17, "cell", front_mass_lowest=lowest) == given


@pytest.mark.clause("HX17-III.2.3.a-23")
@pytest.mark.parametrize(("failed", "given"), [(11, "YEU_KEM"), (10, "HTTNV")])
def test_more_than_half_of_the_members_failing_makes_a_cell_weak(hx17, failed, given):
    assert grade(hx17, "cell", members_graded=20, members_done=20 - failed, members_not=failed) == given


@pytest.mark.clause("HX17-III.2.1-1")
def test_cells_and_the_party_body_are_graded(hx17):
    graded = [subject.key for subject in hx17.subjects.subjects if "HX17-III.2.1-1" in subject.rows]
    assert graded == ["cell", "party_body"]
    assert grade(hx17, "cell", **CELL) == "TSVM"

"""A.2, II.1.4, II.1.6, II.2.4, II.3.4: grades, levels of criteria, and what a review must say."""

import pytest

from tests.clauses.dn18.grading import GRADES, grade, verdict

SAID = ("Xuất sắc", "Tốt", "Trung bình", "Kém")


def names(book, scale):
    """What the levels of a scale are called, best first."""
    return tuple(level.name for level in book.subjects.scale(scale).levels)


@pytest.mark.clause("DN18-B.II.1.4-6")
def test_there_are_four_grades(dn18):
    assert dn18.subjects.scale("grade").codes == GRADES
    assert [one.scale for one in dn18.subjects.subjects] == ["grade"] * 5


@pytest.mark.clause("DN18-B.II.1.6.B1-1")
def test_a_criterion_has_four_levels(dn18, filled):
    assert names(dn18, "criterion_level") == SAID
    scales = {one.key: one.fact("criterion_1").scale for one in filled.subjects.subjects if one.key != "leader"}
    assert scales == {
        "member": "criterion_level",
        "cell": "criterion_level",
        "collective": "collective_level",
        "party_body": "criterion_level",
    }


@pytest.mark.clause("DN18-B.II.3.4.B1-1")
@pytest.mark.reading("collective_level_labels", "own_labels")
def test_the_criteria_of_a_collective_have_levels_of_their_own(dn18):
    own = ("Xuất sắc", "Hoàn thành tốt", "Hoàn thành", "Không hoàn thành")
    assert names(dn18, "collective_level") == own
    assert dn18.subjects.scale("collective_level").codes == dn18.subjects.scale("criterion_level").codes


@pytest.mark.reading("collective_level_labels", "one_set")
def test_all_criteria_may_have_the_same_labels(under):
    assert names(under(collective_level_labels="one_set"), "collective_level") == SAID


SUBJECTS = ("member", "cell", "collective", "party_body")


def judged(book, kind, facts):
    """The grade by those of the facts that the reading asks for."""
    declared = {fact.key for fact in book.subjects.subject(kind).facts}
    return grade(book, kind, **{key: value for key, value in facts.items() if key in declared})


@pytest.mark.reading("criterion_granularity", "bullet")
@pytest.mark.reading("criterion_granularity", "sub_item")
@pytest.mark.parametrize("kind", SUBJECTS)
@pytest.mark.parametrize(("reading", "given"), [("bullet", "HTXSNV"), ("sub_item", "HTTNV")])
def test_a_level_is_given_to_a_criterion_or_to_each_part_of_it(under, kind, reading, given):
    facts = {"criterion_1": "excellent", "item_1": "average", "item_2": "excellent"}
    assert judged(under(criterion_granularity=reading), kind, facts) == given


@pytest.mark.reading("assessor_weight", "advisory")
@pytest.mark.reading("assessor_weight", "weighted")
@pytest.mark.parametrize("kind", SUBJECTS)
@pytest.mark.parametrize(("reading", "given"), [("advisory", "HTXSNV"), ("weighted", "HTTNV")])
def test_the_assessing_parties_advise_or_are_averaged(under, kind, reading, given):
    facts = {"criterion_1": "excellent", "weighted_criterion_1": "good"}
    assert judged(under(assessor_weight=reading), kind, facts) == given


@pytest.mark.parametrize("kind", SUBJECTS)
def test_parts_of_criteria_may_be_averaged_too(under, kind):
    book = under(assessor_weight="weighted", criterion_granularity="sub_item")
    assert (grade(book, kind), grade(book, kind, weighted_item_2="average")) == ("HTXSNV", "HTTNV")


@pytest.mark.clause("DN18-A.2-3", "DN18-A.2-4", "DN18-A.2-5")
@pytest.mark.parametrize(("code", "row", "answer"), [("YC1", 3, "rows"), ("YC3", 4, "text"), ("YC4", 5, "prompt")])
def test_what_every_review_must_say(dn18, code, row, answer):
    (item,) = [one for one in dn18.criteria.items("principles") if one.code == code]
    assert (item.rows, item.answer) == ((f"DN18-A.2-{row}",), answer)


@pytest.mark.clause("DN18-A.2-3")
def test_signs_of_degradation_are_asked_of_collectives_members_and_leaders(dn18):
    firsts = [dn18.criteria.items(use.content)[:1] for use in dn18.criteria.uses[:3]]
    assert [item.key for (item,) in firsts] == ["item.degradation_signs"] * 3


@pytest.mark.reading("head_cap", "warning")
@pytest.mark.parametrize("kind", ["member", "leader"])
@pytest.mark.parametrize(
    ("is_head", "unit", "state"),
    [(True, "HTTNV", "met"), (True, "HTXSNV", "not_met"), (False, "HTNV", "not_met")],
)
def test_a_head_above_the_unit_is_pointed_out(filled, kind, is_head, unit, state):
    found = verdict(filled, kind, is_head=is_head, led_unit_grade=unit)
    assert (found.grade, found.finding(f"{kind}.head_above_unit").state) == ("HTXSNV", state)


@pytest.mark.reading("head_cap", "hard")
@pytest.mark.parametrize("kind", ["member", "leader"])
@pytest.mark.parametrize("unit", ["HTXSNV", "HTTNV", "HTNV"])
def test_a_head_may_be_held_to_the_grade_of_the_unit(under, kind, unit):
    book = under(head_cap="hard")
    assert grade(book, kind, is_head=True, led_unit_grade=unit) == unit
    assert grade(book, kind, is_head=False, led_unit_grade=unit) == "HTXSNV"

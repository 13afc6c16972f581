"""What the guidance takes from other acts, and the contents of reviews; without standards nothing is graded."""

import pytest

from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf
from tests.clauses.bd20.grading import DONE, GOOD, LOWEST, NOT, grade, verdict, votes

KINDS = ("collective", "cell", "party_body", "leader", "member")
VOTED = ("collective", "leader", "member")
FRAMES = {"cell": "organisation_frame", "party_body": "organisation_frame"}
EVERY = pytest.mark.parametrize("kind", KINDS)


@EVERY
@pytest.mark.clause("BD20-5.13-1")
def test_without_standards_nobody_gets_a_grade(bd20, kind):
    assert (grade(bd20, kind), bd20.standards.of(kind).standards) == ("cannot_say", ())


@EVERY
@pytest.mark.clause("BD20-5.13-1")
def test_a_grade_asks_what_was_filled_in(filled, kind):
    assert grade(filled, kind, asks_excellent_2=False) == "HTTNV"
    assert grade(filled, kind, asks_excellent_1=False, asks_good_1=False) == "HTNV"
    assert grade(filled, kind, asks_excellent_1=None) == "cannot_say"


@EVERY
@pytest.mark.clause("BD20-5.13-1")
def test_nothing_is_left_over_for_whoever_meets_nothing(filled, kind):
    nothing = {"asks_excellent_1": False, "asks_good_1": False, "asks_done_1": False}
    assert grade(filled, kind, **nothing) == "no_grade"


@pytest.mark.clause("BD20-5.13-1")
@pytest.mark.parametrize("kind", ["cell", "party_body"])
@pytest.mark.parametrize("ground", ["ground_1", "ground_2"])
def test_a_ground_gives_the_lowest_grade_to_an_organisation_that_meets_no_other(filled, kind, ground):
    nothing = {"asks_excellent_1": False, "asks_good_1": False, "asks_done_1": False}
    assert grade(filled, kind, **nothing, **{ground: True}) == LOWEST


@pytest.mark.clause("BD20-5.13-1")
@pytest.mark.parametrize("kind", VOTED)
@pytest.mark.parametrize(
    ("changes", "outcome"), [({}, "no_grade"), ({"ground_1": True}, LOWEST), ({"ground_2": True}, LOWEST)]
)
def test_the_lowest_grade_asks_a_ground_and_the_votes(filled, kind, changes, outcome):
    assert grade(filled, kind, **votes(NOT), **changes) == outcome


@pytest.mark.clause("BD20-5.13-1")
@pytest.mark.parametrize("kind", VOTED)
def test_conditions_of_each_grade_are_its_own(filled, kind):
    gaps = shelf.sample_gaps("bd20")
    frame = f"{kind}_frame"
    more = {**gaps[frame], "good": ["a", "b"], "done": ["c", "d"]}
    book = loader.effective(shelf.rulebook("bd20"), gaps={**gaps, frame: more})
    assert grade(book, kind, **votes(GOOD), asks_good_2=False) == "HTNV"
    assert grade(book, kind, **votes(DONE), asks_done_2=False) == "no_grade"


@EVERY
@pytest.mark.clause("BD20-5.13-1")
def test_what_was_filled_in_is_attested(filled, kind):
    found = {
        one.fact: one.record.attestation for one in filled.sources.facts if one.subject == kind and "_1" in one.fact
    }
    asked = ("asks_excellent_1", "asks_good_1", "asks_done_1", "ground_1")
    assert found == {fact: f"{kind}.{fact}" for fact in asked}


@pytest.mark.clause("BD20-5.2-1", "BD20-5.8-4")
def test_the_text_names_three_grades_and_the_lowest_is_filled_in(bd20, filled):
    assert [level.code for level in bd20.subjects.scale("grade").levels] == ["HTXSNV", "HTTNV", "HTNV"]
    assert filled.subjects.scale("grade").codes[3:] == (LOWEST,)
    assert {one.scale for one in bd20.subjects.subjects} == {"grade"}


@pytest.mark.parametrize("gap", shelf.rulebook("bd20").gaps.gaps, ids=lambda gap: gap.key)
def test_every_gap_has_a_fictional_filling(gap):
    assert set(shelf.sample_gaps("bd20")[gap.key]) >= set(gap.fills["required"])


GAPS = {
    "BD20-0-2": "result_forms",
    "BD20-4.B3-2": "signs_27",
    "BD20-4.B5-1": "result_forms",
    "BD20-5.15-1": "cell_activity",
    "BD20-2-1": "key_posts",
    "BD20-4.B2-6": "score_sheet",
    "BD20-5.2-1": "grade_scale",
}


@pytest.mark.parametrize(
    ("row", "key"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in GAPS.items()]
)
def test_what_another_act_says_is_a_gap(bd20, row, key):
    assert [gap.key for gap in bd20.gaps.gaps if row in gap.rows] == [key]


@pytest.mark.reading("key6", "operator_list")
@pytest.mark.clause("BD20-2-1")
def test_the_six_key_posts_are_filled_in(bd20, filled):
    assert (bd20.filled, len(filled.filled["key_posts"]["posts"])) == ({}, 6)


def texts(book, content):
    """The items of a content set: code and kind of answer."""
    return [(item.code, item.answer) for item in book.criteria.items(content)]


@pytest.mark.clause("BD20-4.B2-3")
def test_collectives_and_leaders_are_reviewed_on_how_they_lead(bd20):
    found = [item.key for one in bd20.criteria.sets for item in one.items if "BD20-4.B2-3" in item.rows]
    assert found == ["item.collective_role", "item.leader_role"]
    assert {use.subject: use.content for use in bd20.criteria.uses} == dict.fromkeys(
        ("collective", "member", "leader", "cell")
    ) | {kind: kind for kind in ("collective", "member", "leader", "cell")}
    assert ([one[0] for one in texts(bd20, "leader")], [one[0] for one in texts(bd20, "collective")]) == (
        ["CN1", "CN2", "LD1"],
        ["TT1", "TT2"],
    )


@pytest.mark.clause("BD20-5.3-1")
def test_targets_set_for_each_collective_and_person_are_reviewed(bd20):
    found = [item.key for one in bd20.criteria.sets for item in one.items if "BD20-5.3-1" in item.rows]
    assert found == ["item.collective_targets", "item.member_targets"]


@pytest.mark.clause("BD20-4.B3-2")
def test_members_are_checked_against_the_27_signs(bd20, filled):
    assert ("CN2", "rows") in texts(bd20, "member")
    signs = [item for item in filled.criteria.items("member") if item.parent == "CN2"]
    assert (len(signs), {item.answer for item in signs}) == (27, {"prompt"})


@pytest.mark.clause("BD20-5.15-1")
def test_the_activity_of_a_cell_is_assessed_by_what_was_filled_in(bd20, filled):
    assert (texts(bd20, "cell"), texts(filled, "cell")) == ([], [("SH1", "text")])


def test_every_open_question_that_names_the_guidance_is_asked(bd20):
    numbers = [one.amb for one in bd20.interpretations.interpretations]
    general = (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 14, 15, 18, 19, 20, 23, 24)
    assert numbers == [*(f"AMB-G-{n:02}" for n in general), *(f"AMB-BD20-{n:02}" for n in range(1, 18))]


@pytest.mark.clause("BD20-5.13-1")
def test_a_cap_applies_to_what_was_filled_in(filled):
    found = verdict(filled, "cell", violations_counted=3)
    assert [one.entry for one in found.findings if one.place == "cap" and one.state == "met"] == [
        "cell.violations_1",
        "cell.violations_2",
    ]

"""II.2, IV.5: what stands in other acts is filled in or openly waived; until then nothing is graded."""

import pytest

from kiemdiem.core.law import loader
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.process.facts import Named, OpenSeason
from kiemdiem.core.process.method import steps_of
from kiemdiem.rulebooks import shelf
from tests.clauses.hu23.conftest import WAIVED
from tests.clauses.hu23.grading import DATABASE, KINDS, LOWEST, SECOND, THIRD, grade, judge, row_of, verdict, votes
from tests.clauses.hx17.season import decision, refusals

ROW = "HU23-II.2-1"
FRAMES = {"cell": "organisation_frame", "party_body": "organisation_frame"}


def frame(kind):
    """The gap that holds the standards of a kind."""
    return FRAMES.get(kind, f"{kind}_frame")


@pytest.mark.clause(ROW)
@pytest.mark.reading("external_rules", "own_layer")
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_gets_a_grade_before_the_layer_is_there(hu23, kind):
    assert (grade(hu23, kind), hu23.standards.of(kind).standards) == ("cannot_say", ())
    assert (hu23.subjects.scales, hu23.ballots.ballots, hu23.quotas.quotas) == ((), (), ())


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("open_gap", ["grades", "voting", ""])
def test_every_part_of_the_layer_is_waited_for(hu23, kind, open_gap):
    left_open = open_gap or frame(kind)
    gaps = {key: content for key, content in shelf.sample_gaps("hu23").items() if key != left_open}
    assert grade(loader.effective(hu23, gaps=gaps), kind) == "cannot_say"


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
def test_waived_standards_compute_no_grade_and_say_so(waiving, kind):
    found = verdict(waiving(frame(kind)), kind)
    assert (found.outcome, found.flags) == ("no_grade", ("standards_waived",))
    assert grade(waiving(frame(kind)), kind, review_done=False) == "not_graded"


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
def test_without_a_vote_by_waiver_the_conditions_alone_decide(waiving, kind):
    book = waiving("voting")
    assert [grade(book, kind, criterion_1=level) for level in ("CAP_1", "CAP_2", "CAP_3")] == [
        "MAU_A",
        "MAU_B",
        "MAU_C",
    ]
    assert book.ballots.ballots == ()


@pytest.mark.clause(ROW)
def test_the_grades_themselves_cannot_be_waived(hu23):
    with pytest.raises(RulebookProblems) as found:
        loader.effective(hu23, gaps={"grades": WAIVED})
    assert [problem.entry for problem in found.value.problems] == ["grades"]


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("changes", "given"),
    [
        ({}, "MAU_A"),
        ({"criterion_1": "CAP_2"}, "MAU_B"),
        ({"criterion_2": "CAP_2"}, "MAU_A"),
        ({"criterion_2": "CAP_3"}, "MAU_B"),
        ({"criterion_1": "CAP_3"}, "MAU_C"),
        ({"further_top_1": False}, "MAU_B"),
        ({"criterion_1": None}, "cannot_say"),
        (votes(LOWEST), "no_grade"),
        ({**votes(LOWEST), "criterion_1": "CAP_4"}, "MAU_D"),
        ({**votes(LOWEST), "criterion_2": "CAP_4"}, "MAU_D"),
        ({**votes(LOWEST), "fault_1": True}, "MAU_D"),
    ],
)
def test_a_grade_asks_what_was_filled_in(filled, kind, changes, given):
    assert grade(filled, kind, **changes) == given


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("kind", KINDS)
def test_further_conditions_of_lower_grades_are_asked_too(hu23, kind):
    gaps = shelf.sample_gaps("hu23")
    more = {**gaps[frame(kind)], "further_second": ["x"], "further_third": ["y"]}
    book = loader.effective(hu23, gaps={**gaps, frame(kind): more})
    assert grade(book, kind, **votes(SECOND)) == "MAU_B"
    assert grade(book, kind, **votes(SECOND), further_second_1=False) == "MAU_C"
    assert grade(book, kind, **votes(THIRD), further_third_1=False) == "no_grade"


@pytest.mark.clause(ROW)
@pytest.mark.reading("external_rules", "own_layer")
@pytest.mark.reading("external_rules", "copied_layer")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("reading", "remarks"), [("own_layer", 0), ("copied_layer", 1)])
def test_a_layer_copied_from_elsewhere_is_named_on_every_verdict(under, reading, remarks, kind):
    found = verdict(under(external_rules=reading), kind)
    named = [one.sentence for one in found.findings if f"remark:{one.entry}" in found.flags]
    assert (found.grade, len(named)) == ("MAU_A", remarks)
    assert all("Văn bản minh họa" in sentence for sentence in named)


@pytest.mark.clause(ROW)
def test_a_share_filled_in_is_kept(filled):
    rows = [row_of(filled, "cell", subject=f"c{number}") for number in range(5)]
    found = judge(filled, "cell", rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")
    assert {(one.quotas[0].places, one.quotas[0].candidates) for one in found} == {(1, 5)}
    assert [(quota.subject, quota.percent, quota.grade, quota.base_grade) for quota in filled.quotas.quotas] == [
        ("member", 25, "MAU_A", "MAU_B"),
        ("cell", 25, "MAU_A", "MAU_B"),
    ]


@pytest.mark.clause(ROW)
def test_no_season_opens_while_a_part_of_the_layer_is_open(hu23):
    asked = OpenSeason(open_gaps=(Named(key="quotas", name="Tỷ lệ"),))
    assert refusals(hu23, asked, recording=True) == [(ROW,)]
    assert refusals(hu23, OpenSeason()) == []


@pytest.mark.clause(ROW)
@pytest.mark.parametrize(
    ("outcome", "reason", "given"),
    [("no_grade", "", [(ROW,)]), ("no_grade", "Kết luận của tập thể", []), ("cannot_say", "Lý do", [(ROW,)])],
)
def test_a_waived_standard_is_decided_with_reasons_an_open_one_not_at_all(hu23, outcome, reason, given):
    asked = decision(verdict_outcome=outcome, grade="MAU_A", proposed_grade="", departs_reason=reason)
    assert refusals(hu23, asked) == given


@pytest.mark.clause(ROW)
def test_a_decision_departs_from_a_proposal_with_reasons_only(hu23):
    asked = decision(grade="MAU_A", proposed_grade="MAU_B")
    assert refusals(hu23, asked, recording=True) == [(ROW,)]
    assert refusals(hu23, decision(grade="MAU_A", proposed_grade="MAU_B", departs_reason="x")) == []


@pytest.mark.clause(ROW, "HU23-IV.5-5")
def test_the_contents_of_a_review_are_those_filled_in(hu23, filled):
    kinds = ("collective", "member", "leader")
    assert [len(hu23.criteria.items(kind)) for kind in kinds] == [4, 4, 4]
    assert [[item.code for item in filled.criteria.items(kind)[4:]] for kind in kinds] == [
        ["TT1", "TT2"],
        ["CN1", "CN2"],
        ["CN1", "CN2", "LD1"],
    ]


@pytest.mark.clause(ROW, "HU23-IV.5-5", "HU23-IV.5-10", "HU23-IV.6-4")
def test_every_gap_says_its_rows_and_has_a_fictional_filling(hu23):
    named = {gap.key: gap.rows for gap in hu23.gaps.gaps}
    assert {row for rows in named.values() for row in rows} == {ROW, "HU23-IV.5-5", "HU23-IV.5-10", "HU23-IV.6-4"}
    sample = shelf.sample_gaps("hu23")
    assert set(sample) == set(named)
    assert [gap.key for gap in hu23.gaps.gaps if not set(gap.fills["required"]) <= set(sample[gap.key])] == []
    assert [gap.key for gap in hu23.gaps.gaps if not gap.waivable] == ["grades"]


@pytest.mark.clause("HU23-IV.6-4")
def test_the_forms_the_board_issues_stand_beside_those_of_the_plan(hu23, filled):
    issued = [form for form in filled.forms.forms if "HU23-IV.6-4" in form.rows]
    assert [(form.code, form.foreign, form.filled_by) for form in issued] == [("MH-01", True, ("org_board",))]
    assert len(filled.forms.forms) == len(hu23.forms.forms) + 1


@pytest.mark.clause(ROW)
@pytest.mark.parametrize("method", ["collective", "individual"])
def test_the_steps_of_a_review_are_those_filled_in(hu23, filled, method):
    assert steps_of(hu23.process, method, unit_kind="cell") == ()
    assert [step.title for step in steps_of(filled.process, method, unit_kind="cell")] == [
        "Trình bày (minh họa)",
        "Kết luận (minh họa)",
    ]

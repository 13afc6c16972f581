"""HX17 0, I.2, III, III.2.3, IV.10, IV.11, End — who proposes, decides, signs; what a decision rests on."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import AwardUnits, CloseSeason, KeyScoreSlip, Named, ProposeGrade, ScalePart
from tests.clauses.hx17.season import decision, refusals, warnings

RECOGNISED = ("HX17-III.2.3.b-1",)


def mandate(book, row):
    """What the mandate of a row gives: verb, body, subjects, post."""
    (found,) = [each for each in book.process.mandates if row in each.rows]
    return found.verb, found.body, found.subjects, found.post


@pytest.mark.parametrize(
    ("row", "given"),
    [
        pytest.param(row, given, marks=pytest.mark.clause(row))
        for row, given in {
            "HX17-III.2.3.b-1": ("decides", "executive_committee", ("member", "cell"), ""),
            "HX17-IV.11-1": ("decides", "executive_committee", ("party_body",), ""),
            "HX17-III.2.3.b-2": ("proposes", "standing_committee", ("member", "cell", "party_body"), ""),
            "HX17-IV.10-1": ("proposes", "standing_committee", ("member", "cell", "party_body"), ""),
            "HX17-End-3": ("signs", "executive_committee", ("plan", "report_up"), "standing_committee.secretary"),
            "HX17-End-1": ("settles", "standing_committee", ("difficulty",), ""),
            "HX17-I.2-2": ("supervises", "executive_committee", ("cell", "collective", "member"), ""),
            "HX17-IV.PC-1": ("supervises", "executive_committee", ("cell",), ""),
        }.items()
    ],
)
def test_which_body_settles_what(hx17, row, given):
    assert mandate(hx17, row) == given


@pytest.mark.clause("HX17-II.2.2.b-1")
def test_which_posts_make_a_leader_and_where_they_are_voted_on(hx17):
    found = [(f"{each.unit_kind}.{each.post}", each.votes_in) for each in hx17.body.leader_posts]
    standing = ("secretary", "standing_deputy_secretary", "deputy_secretary", "standing_member")
    others = (
        "council_standing_body.chair",
        "council_standing_body.vice_chair",
        "peoples_committee.chair",
        "peoples_committee.vice_chair",
        "front_standing_board.chair",
        "farmers_standing_board.chair",
        "women_standing_board.chair",
        "veterans_standing_board.chair",
        "youth_union_standing_board.secretary",
    )
    assert found == [
        *((f"standing_committee.{post}", "executive_committee") for post in standing),
        *((post, "collective_led") for post in others),
    ]


@pytest.mark.reading("leader_vote_other", "no_vote")
def test_posts_the_clause_does_not_name_may_have_no_place_of_vote(under):
    found = under(leader_vote_other="no_vote").body.leader_posts
    assert [f"{each.unit_kind}.{each.post}" for each in found if each.votes_in == "nowhere"] == [
        "council_standing_body.chair",
        "peoples_committee.chair",
        "peoples_committee.vice_chair",
        "front_standing_board.chair",
    ]


@pytest.mark.clause("HX17-III.2.3.b-1")
@pytest.mark.parametrize("kind", ["member", "cell"])
def test_the_executive_committee_recognises_members_and_cells(hx17, kind):
    assert refusals(hx17, decision(subject_kind=kind)) == []
    other = decision(subject_kind=kind, body_kind="standing_committee")
    assert (refusals(hx17, other), refusals(hx17, other, recording=True)) == ([RECOGNISED], [RECOGNISED])


@pytest.mark.clause("HX17-IV.11-1")
def test_the_executive_committee_classifies_its_own_party_body(hx17):
    assert refusals(hx17, decision(subject_kind="party_body")) == []
    other = decision(subject_kind="party_body", body_kind="standing_committee")
    assert refusals(hx17, other) == [("HX17-IV.11-1",)]


@pytest.mark.clause("HX17-III.2.3.b-1")
@pytest.mark.parametrize(
    "change",
    [
        {"verdict_outcome": ""},
        {"verdict_outcome": "cannot_say"},
        {"verdict_outcome": "no_grade", "proposed_grade": ""},
        {"verdict_outcome": "not_graded", "proposed_grade": ""},
        {"grade": "HTNV"},
        {"alone": True},
        {"keyed_by_subject": True},
    ],
)
def test_a_decision_rests_on_a_verdict_gives_its_reason_and_is_nobodys_own(hx17, change):
    assert refusals(hx17, decision(**change)) == [RECOGNISED]


@pytest.mark.clause("HX17-III.2.3.b-1")
@pytest.mark.parametrize("change", [{"grade": "HTNV"}, {"verdict_outcome": "no_grade", "proposed_grade": ""}])
def test_a_departure_with_its_reason_is_allowed(hx17, change):
    assert refusals(hx17, decision(**change, departs_reason="Còn hạn chế đã kết luận")) == []


@pytest.mark.clause("HX17-III-1")
@pytest.mark.parametrize("missing", ["year_summary", "review_comments", "civil_grade", "task_result"])
def test_a_missing_ground_of_the_grading_is_told(hx17, missing):
    facts = decision(inputs=tuple(each for each in decision().inputs if each != missing))
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [("HX17-III-1",)])


@pytest.mark.clause("HX17-III.1.4-9")
@pytest.mark.reading("ccvc_consistency", "satisfies")
def test_a_grade_against_the_civil_servants_needs_a_reason(hx17):
    apart = decision(civil_agrees=False)
    assert refusals(hx17, apart) == [("HX17-III.1.4-9",)]
    assert refusals(hx17, replace(apart, departs_reason="Đã đối chiếu")) == []
    assert [refusals(hx17, decision(civil_agrees=each)) for each in (True, None)] == [[], []]


@pytest.mark.clause("HX17-III.1.4-9")
@pytest.mark.reading("ccvc_consistency", "identical")
def test_no_reason_lets_the_two_grades_differ_where_they_must_be_the_same(under):
    apart = decision(civil_agrees=False, departs_reason="Đã đối chiếu")
    assert refusals(under(ccvc_consistency="identical"), apart) == [("HX17-III.1.4-9",)]


PROPOSED = ProposeGrade(
    subject_kind="party_body",
    body_kind="standing_committee",
    done_on=date(2017, 12, 11),
    done=("executive_review", "sat.proposal"),
)


@pytest.mark.clause("HX17-IV.10-1")
@pytest.mark.parametrize(
    ("subject", "body", "stopped"),
    [
        ("party_body", "standing_committee", False),
        ("party_body", "office", True),
        ("member", "cell", False),
        ("cell", "standing_committee", False),
        ("cell", "office", True),
        ("member", "office", True),
    ],
)
def test_who_proposes_grades(hx17, subject, body, stopped):
    facts = replace(PROPOSED, subject_kind=subject, body_kind=body)
    assert refusals(hx17, facts) == ([("HX17-IV.10-1",)] if stopped else [])


@pytest.mark.clause("HX17-III.2.3.b-2")
def test_the_party_bodys_grade_is_proposed_after_the_executive_committees_review(hx17):
    assert refusals(hx17, replace(PROPOSED, done=("sat.proposal",))) == [("HX17-III.2.3.b-2",)]


@pytest.mark.clause("HX17-III.2.3.b-3")
def test_the_party_bodys_grade_waits_for_the_scale_of_the_higher_guidance(hx17):
    facts = replace(PROPOSED, unfilled_gaps=(Named(key="party_body_scale", name="Thang điểm Đảng bộ"),))
    assert refusals(hx17, facts) == [("HX17-III.2.3.b-3",)]
    assert refusals(hx17, replace(facts, subject_kind="cell")) == []


@pytest.mark.clause("HX17-III.2.3.b-3")
def test_the_score_slip_has_a_variant_for_the_party_body(hx17):
    found = [(each.code, each.filled_by) for each in hx17.forms.forms if each.variant == "party_body"]
    assert found == [("03-KĐ.ĐV", ("executive_committee",))]


def awarded(top, chosen):
    """So many cells with the top grade, the first of them chosen."""
    cells = tuple(Named(key=f"c{number}", name=f"Chi bộ {number}") for number in range(top))
    return AwardUnits(body_kind="executive_committee", top=cells, chosen=cells[:chosen])


AWARD = ("HX17-III.2.3.b-4",)


@pytest.mark.clause("HX17-III.2.3.b-4")
@pytest.mark.parametrize(
    ("top", "chosen", "stopped"), [(5, 1, False), (5, 2, True), (9, 1, False), (24, 4, False), (24, 5, True)]
)
def test_a_fifth_of_the_best_cells_is_commended(hx17, top, chosen, stopped):
    assert refusals(hx17, awarded(top, chosen)) == ([AWARD] if stopped else [])


@pytest.mark.clause("HX17-III.2.3.b-4")
@pytest.mark.reading("award_small", "down")
def test_fewer_than_five_give_no_place_and_a_warning(hx17):
    assert (refusals(hx17, awarded(4, 1)), warnings(hx17, awarded(4, 0))) == ([AWARD], [AWARD])


@pytest.mark.clause("HX17-III.2.3.b-4")
@pytest.mark.reading("award_small", "at_least_one")
@pytest.mark.parametrize(("top", "chosen", "stopped"), [(4, 1, False), (4, 2, True), (0, 0, False)])
def test_fewer_than_five_may_give_one_place(under, top, chosen, stopped):
    assert refusals(under(award_small="at_least_one"), awarded(top, chosen)) == ([AWARD] if stopped else [])


@pytest.mark.clause("HX17-III.2.3.b-4")
def test_only_the_executive_committee_commends_and_only_the_best(hx17):
    stranger = replace(awarded(5, 0), chosen=(Named(key="x", name="Chi bộ khác"),))
    wrong = (replace(awarded(5, 1), body_kind="standing_committee"), stranger)
    assert [refusals(hx17, each) for each in wrong] == [[AWARD], [AWARD]]


SLIP = KeyScoreSlip(
    subject_kind="cell",
    scale=(ScalePart(key="s1", name="Nhiệm vụ chính trị", most=40),),
    parts={"s1": 4000},
    written_total=4000,
)
SCORE = ("HX17-III.2.3.a-1",)


@pytest.mark.clause("HX17-III.2.3.a-1")
def test_a_score_slip_keeps_to_its_maxima_and_its_parts_beat_its_total(hx17):
    over = replace(SLIP, parts={"s1": 4001})
    empty = replace(SLIP, parts={"s1": None})
    assert [refusals(hx17, each, recording=True) for each in (SLIP, over, empty)] == [[], [SCORE], [SCORE]]
    assert refusals(hx17, replace(empty, empty_part="zero")) == []
    assert warnings(hx17, replace(SLIP, written_total=3900)) == [SCORE]


@pytest.mark.clause("HX17-III.2.3.a-1")
@pytest.mark.parametrize(
    ("reading", "stopped"),
    [
        pytest.param("official_only", True, marks=pytest.mark.reading("who_scores_cell", "official_only")),
        pytest.param("all_members", False, marks=pytest.mark.reading("who_scores_cell", "all_members")),
    ],
)
def test_whether_probationary_members_score_the_cell(under, reading, stopped):
    book = under(who_scores_cell=reading)
    assert refusals(book, SLIP) == []
    assert refusals(book, replace(SLIP, scorer_standing="probationary")) == ([SCORE] if stopped else [])


REGISTER = (Named(key="a", name="An"), Named(key="b", name="Bình"))
CLOSED = CloseSeason(register=REGISTER, graded=("a",), not_graded=("b",), done=("report_up",))


@pytest.mark.clause("HX17-III.1.1-1", "HX17-III.1.4-11")
@pytest.mark.parametrize(
    "change",
    [
        {"graded": ()},
        {"left": ("a",)},
        {"left": ("c",)},
        {"graded": (), "pending": ("a",)},
    ],
)
def test_a_season_closes_when_everybody_ended_in_one_place(hx17, change):
    rows = [("HX17-III.1.1-1", "HX17-III.1.4-11")]
    assert refusals(hx17, CLOSED) == []
    assert (refusals(hx17, replace(CLOSED, **change)), refusals(hx17, replace(CLOSED, **change), recording=True)) == (
        rows,
        rows,
    )


@pytest.mark.clause("HX17-IV.12-1")
def test_a_season_closes_after_the_report_to_the_town(hx17):
    assert refusals(hx17, replace(CLOSED, done=())) == [("HX17-IV.12-1",)]


@pytest.mark.clause("HX17-0-1")
def test_the_act_is_the_wards_plan_of_16_november_2017(hx17):
    found = hx17.identity
    assert (found.code, found.year, found.issued_on, found.kind, found.status) == (
        "hx17",
        2017,
        "2017-11-16",
        "plan",
        "draft",
    )
    assert (found.rows, found.number, found.status_label) == (("HX17-0-1",), None, "dự thảo")


@pytest.mark.clause("HX17-0-2")
def test_the_plan_stands_on_four_acts(hx17):
    assert [(each.number, each.issued_on) for each in hx17.identity.basis] == [
        ("27-HD/BTCTW", "2014-09-25"),
        ("03-HD/BTCTU", "2014-10-24"),
        ("59-KH/TU", "2017-11-03"),
        ("209-CV/BTC", "2017-11-10"),
    ]

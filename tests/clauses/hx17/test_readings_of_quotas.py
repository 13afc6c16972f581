"""Each reading of the quotas and of what stands in a cell's figures."""

from datetime import date

import pytest

from kiemdiem.core import calendar
from kiemdiem.core.judge.judge import judge
from kiemdiem.core.judge.places import places
from kiemdiem.grading.queries.acts import combined
from tests.clauses.hx17.grading import CELL, DATABASE, MEMBER, VOTED_GOOD, cell_of, grade


def allowed(book, reached):
    """How many of a group may be excellent."""
    (quota,) = book.quotas.of("member")
    return places(quota, reached=reached, graded=reached)


def awarded(book, reached):
    """How many of so many clean and strong cells may be commended."""
    (quota,) = book.quotas.of("cell")
    return places(quota, reached=reached, graded=reached)


@pytest.mark.reading("quota_base", "before_lift")
def test_the_base_counts_those_lifted(hx17):
    assert [allowed(hx17, reached) for reached in (6, 7, 14)] == [0, 1, 2]


@pytest.mark.reading("quota_base", "after_lift")
def test_the_base_may_leave_those_lifted_out(under):
    book = under(quota_base="after_lift")
    assert [allowed(book, reached) for reached in (7, 8, 15, 16)] == [0, 1, 1, 2]
    assert [one.grade for one in cell_of(book, good=5, excellent=(20, 19))][5:] == ["HTTNV", "HTTNV"]


@pytest.mark.reading("quota_rounding", "down")
def test_a_share_is_rounded_down(hx17):
    assert allowed(hx17, 13) == 1


@pytest.mark.reading("quota_rounding", "up")
def test_a_share_may_be_rounded_up(under):
    book = under(quota_rounding="up")
    assert [allowed(book, reached) for reached in (1, 6, 7, 13)] == [1, 1, 2, 2]
    assert [one.grade for one in cell_of(book, good=5, excellent=(20,))][5:] == ["HTXSNV"]


@pytest.mark.reading("quota_rounding", "nearest")
def test_a_share_may_be_rounded_to_the_nearest(under):
    book = under(quota_rounding="nearest")
    assert [allowed(book, reached) for reached in (3, 4, 9, 10)] == [0, 1, 1, 2]


@pytest.mark.reading("quota_scope", "cell")
@pytest.mark.reading("quota_scope", "party_body")
@pytest.mark.parametrize(("scope", "given"), [("cell", "HTTNV"), ("party_body", "HTXSNV")])
def test_the_share_is_taken_of_the_cell_or_of_the_ward(under, scope, given):
    book = under(quota_scope=scope)
    people = [{**MEMBER, **VOTED_GOOD, "subject": f"m{n}", "cell": f"c{n}"} for n in range(6)]
    rows = [*people, {**MEMBER, "subject": "best", "cell": "c0"}]
    assert judge(book, "member", rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")[6].grade == given


@pytest.mark.reading("small_cell_15", "none")
def test_a_small_cell_has_no_place_and_says_so(hx17):
    (best,) = cell_of(hx17, good=5, excellent=(20,))[5:]
    assert (best.grade, best.flags) == ("HTTNV", ("quota_over", "quota_no_place"))


@pytest.mark.reading("small_cell_15", "at_least_one")
def test_a_small_cell_may_have_one_place(under):
    book = under(small_cell_15="at_least_one")
    assert [allowed(book, reached) for reached in (0, 1, 6, 14)] == [0, 1, 1, 2]
    assert [one.grade for one in cell_of(book, good=4, excellent=(20, 19))][4:] == ["HTXSNV", "HTTNV"]


@pytest.mark.reading("round2_overflow", "rank_by_votes")
def test_candidates_are_ranked_by_votes(hx17):
    found = cell_of(hx17, good=5, excellent=(18, 20))
    assert [one.quotas[0].state for one in found[5:]] == ["over", "kept"]


@pytest.mark.reading("round2_overflow", "committee_selects")
def test_the_committee_may_select_among_all_candidates(under):
    found = cell_of(under(round2_overflow="committee_selects"), good=5, excellent=(18, 20))
    assert [one.quotas[0].state for one in found[5:]] == ["tie", "tie"]
    assert "cấp ủy lựa chọn" in found[5].quotas[0].sentence


@pytest.mark.reading("award_small", "down")
def test_a_fifth_of_four_cells_is_none(hx17):
    assert [awarded(hx17, clean) for clean in (4, 5, 10)] == [0, 1, 2]


@pytest.mark.reading("award_small", "at_least_one")
def test_one_of_few_cells_may_be_commended(under):
    assert [awarded(under(award_small="at_least_one"), clean) for clean in (0, 1, 4, 10)] == [0, 1, 1, 2]


@pytest.mark.reading("percent_base", "graded")
def test_shares_are_taken_of_those_graded(hx17):
    assert grade(hx17, "cell", members_enrolled=30, members_graded=20, members_done=20) == "TSVM"


@pytest.mark.reading("percent_base", "enrolled")
def test_shares_may_be_taken_of_all_enrolled(under):
    book = under(percent_base="enrolled")
    assert grade(book, "cell", members_enrolled=21, members_graded=20, members_done=20) == "HTTNV"
    failing = {"members_graded": 20, "members_done": 9, "members_not": 11}
    assert grade(book, "cell", members_enrolled=21, **failing) == "YEU_KEM"
    assert grade(book, "cell", members_enrolled=22, **failing) == "HTTNV"


@pytest.mark.reading("score_aggregation", "mean")
@pytest.mark.reading("score_aggregation", "median")
@pytest.mark.reading("score_aggregation", "sum")
@pytest.mark.reading("score_aggregation", "mean_to_half")
@pytest.mark.parametrize(
    ("reading", "pair", "given"),
    [
        ("mean", (26960, 3), "HTTNV"),
        ("median", (18000, 2), "TSVM"),
        ("sum", (26960, 1), "TSVM"),
        ("mean_to_half", (9000, 1), "TSVM"),
    ],
)
def test_slips_make_the_points_of_a_cell(under, reading, pair, given):
    book = under(score_aggregation=reading)
    found = combined([8900, 9000, 9060], how=book.ballots.score_slip("cell").combine)
    assert found == pair
    assert grade(book, "cell", points={"sum": found[0], "slips": found[1]}) == given


@pytest.mark.reading("tsvm_discipline", "also_required")
def test_a_disciplined_officer_costs_the_best_grade(hx17):
    assert grade(hx17, "cell", officers_disciplined=1) == "HTNV"


@pytest.mark.reading("tsvm_discipline", "not_required")
def test_a_disciplined_officer_may_leave_the_best_grade_open(under):
    assert grade(under(tsvm_discipline="not_required"), "cell", officers_disciplined=1) == "TSVM"


@pytest.mark.reading("weak_precedence", "weak_first")
def test_a_fault_is_weak_whatever_the_points(hx17):
    assert grade(hx17, "cell", disunity=True) == "YEU_KEM"


@pytest.mark.reading("weak_precedence", "points_first")
def test_points_may_be_asked_before_faults(under):
    book = under(weak_precedence="points_first")
    assert grade(book, "cell", disunity=True) == "TSVM"
    assert grade(book, "cell", points={"sum": 4999, "slips": 1}) == "YEU_KEM"


@pytest.mark.reading("two_orgs", "two_or_more")
@pytest.mark.reading("two_orgs", "exactly_two")
@pytest.mark.parametrize(("reading", "given"), [("two_or_more", "YEU_KEM"), ("exactly_two", "TSVM")])
def test_three_organisations_at_the_lowest_level(under, reading, given):
    book = under(two_orgs=reading)
    assert grade(book, "cell", front_mass_lowest=3) == given
    assert grade(book, "cell", front_mass_lowest=2) == "YEU_KEM"


@pytest.mark.reading("linked_orgs", "mapped")
def test_no_organisation_of_its_own_leaves_the_condition_aside(hx17):
    assert grade(hx17, "cell", linked_total=0, linked_highest=0, linked_second=0) == "TSVM"


@pytest.mark.reading("linked_orgs", "ward_level")
def test_the_organisations_of_the_ward_may_stand_in(under):
    book = under(linked_orgs="ward_level")
    none = {"linked_total": 0, "linked_highest": 0, "linked_second": 0}
    ward = {"ward_total": 6, "ward_highest": 6, "ward_second": 6}
    assert grade(book, "cell", **none, **ward) == "TSVM"
    assert grade(book, "cell", **none, **{**ward, "ward_highest": 5}) == "HTTNV"
    assert grade(book, "cell", **CELL | ward | {"ward_highest": 0}) == "TSVM"


@pytest.mark.parametrize(
    ("reading", "until"),
    [
        pytest.param("meeting", "meeting", marks=pytest.mark.reading("six_month_ref_date", "meeting")),
        pytest.param("year_end", "year_end", marks=pytest.mark.reading("six_month_ref_date", "year_end")),
        pytest.param("issued", "issued", marks=pytest.mark.reading("six_month_ref_date", "issued")),
    ],
)
def test_the_six_months_are_counted_to_the_day_chosen(under, reading, until):
    source = under(six_month_ref_date=reading).entry("source.member.months_since_admission")
    assert source.record.until == until


@pytest.mark.parametrize(
    ("reading", "months"),
    [
        pytest.param("last_day", 6, marks=pytest.mark.reading("month_end", "last_day")),
        pytest.param("next_month", 5, marks=pytest.mark.reading("month_end", "next_month")),
    ],
)
def test_six_months_from_the_last_of_august(under, reading, months):
    record = under(month_end=reading).entry("source.member.months_since_admission").record
    assert calendar.full_months(date(2017, 8, 31), date(2018, 2, 28), month_end=record.month_end) == months
    assert calendar.full_months(date(2017, 8, 31), date(2018, 3, 1), month_end=record.month_end) == 6


@pytest.mark.parametrize(
    ("reading", "inside"),
    [
        pytest.param("day_before", False, marks=pytest.mark.reading("discipline_one_year", "day_before")),
        pytest.param(
            "anniversary_inside", True, marks=pytest.mark.reading("discipline_one_year", "anniversary_inside")
        ),
    ],
)
def test_the_anniversary_of_a_discipline(under, reading, inside):
    record = under(discipline_one_year=reading).entry("source.member.serving_discipline").record
    start, counts = date(2016, 12, 7), record.anniversary_counts
    assert calendar.within_year(start, date(2017, 12, 6), anniversary=counts) is True
    assert calendar.within_year(start, date(2017, 12, 7), anniversary=counts) is inside
    assert calendar.within_year(start, date(2017, 12, 8), anniversary=counts) is False


@pytest.mark.parametrize(
    ("reading", "own_line"),
    [
        pytest.param("votes", "votes", marks=pytest.mark.reading("self_vote", "votes")),
        pytest.param("left_out", "left_out", marks=pytest.mark.reading("self_vote", "left_out")),
    ],
)
def test_the_line_of_the_voter_himself(under, reading, own_line):
    book = under(self_vote=reading)
    assert {ballot.own_line for ballot in book.ballots.ballots} == {own_line}


@pytest.mark.reading("graded_org_subject", "party_body")
@pytest.mark.reading("graded_org_subject", "executive_committee")
@pytest.mark.parametrize(
    ("reading", "name"), [("party_body", "Đảng bộ"), ("executive_committee", "Tập thể Ban Chấp hành Đảng bộ")]
)
def test_what_is_graded_for_the_ward(under, reading, name):
    assert under(graded_org_subject=reading).subjects.subject("party_body").text == name


@pytest.mark.reading("exempt_words", "either")
def test_either_exemption_may_exclude_from_grading(under):
    book = under(exempt_words="either")
    assert grade(book, "member", exempt_work=True) == "not_graded"
    assert grade(book, "member", exempt_activity=True) == "not_graded"

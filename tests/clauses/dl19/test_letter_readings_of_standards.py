"""Each reading of what the standards leave open, on the same facts."""

import pytest

from kiemdiem.core.judge.judge import judge
from tests.clauses.dl19.grading import CELL, DATABASE, MEMBER, VOTED_DONE, VOTED_NOT, grade, verdict

MENDED = {"disciplined": True, "self_detected": True, "consequences_remedied": True}


def readings(question, **given):
    """One case per reading of a question: the reading and what it gives."""
    return pytest.mark.parametrize(
        ("reading", "given"),
        [pytest.param(key, one, marks=pytest.mark.reading(question, key)) for key, one in given.items()],
    )


@readings("cell_htxs_percent", parallel="HTXSNV", literal="HTTNV")
def test_a_cell_in_which_one_member_is_only_done(under, reading, given):
    book = under(cell_htxs_percent=reading)
    assert grade(book, "cell", members_good=19) == given
    assert grade(book, "cell", members_good=20) == "HTXSNV"


@readings("discipline_exception", both="HTNV", only_done="KHTNV")
def test_a_mended_discipline(under, reading, given):
    assert grade(under(discipline_exception=reading), "cell", **MENDED) == given
    assert grade(under(discipline_exception=reading), "party_body", **MENDED) == given


@readings("discipline_exception_reach", at_most_done="HTNV", no_limit="HTXSNV")
def test_how_far_a_mended_discipline_lets_it_go(under, reading, given):
    assert grade(under(discipline_exception_reach=reading), "cell", **MENDED) == given
    assert grade(under(discipline_exception_reach=reading), "party_body", **MENDED) == given


@readings("discipline_in_year", in_year="HTXSNV", in_force="KHTNV")
def test_a_discipline_of_last_year_still_in_force(under, reading, given):
    row = {**MEMBER, "discipline_in_force": True}
    facts = {fact.key for fact in under(discipline_in_year=reading).subjects.subject("member").facts}
    kept = {key: value for key, value in row.items() if key in facts or key in ("subject", "cell", "party_body")}
    found = judge(under(discipline_in_year=reading), "member", rows=[kept], cursor=DATABASE.cursor(), dialect="sqlite")
    assert found[0].reached == given


@readings("basic_criteria", all_mandatory="KHTNV", groups_a_b="HTNV")
def test_a_poor_criterion_outside_the_first_two_groups(under, reading, given):
    book = under(basic_criteria=reading)
    assert [grade(book, "member", **{level: "KEM"}, **VOTED_DONE) for level in ("level_c", "level_d")] == [given] * 2
    assert grade(book, "member", level_a1="KEM", **VOTED_DONE) == "KHTNV"


@readings("basic_criteria", all_mandatory="KHTNV", groups_a_b="no_grade")
def test_the_ground_of_a_lowest_vote_follows_the_basic_criteria(under, reading, given):
    assert grade(under(basic_criteria=reading), "member", level_c="KEM", **VOTED_NOT) == given


@readings("basic_adverb", basic_ones="KHTNV", basically_reached="HTNV")
def test_criteria_reached_on_the_whole(under, reading, given):
    book = under(basic_adverb=reading)
    stated = {"basically_reached": True} if reading == "basically_reached" else {}
    assert grade(book, "member", level_a1="KEM", **stated, **VOTED_DONE) == given


@pytest.mark.reading("basic_adverb", "basically_reached")
def test_criteria_not_reached_on_the_whole(under):
    book = under(basic_adverb="basically_reached")
    lowered = {"level_b1": "TRUNG_BINH", "basically_reached": False}
    assert [grade(book, "member", **lowered, **votes) for votes in (VOTED_DONE, VOTED_NOT)] == ["KHTNV"] * 2


@readings("key_criteria", headings="HTTNV", results="HTXSNV")
def test_good_work_for_the_party_in_the_best_organisation(under, reading, given):
    book = under(key_criteria=reading)
    assert [grade(book, "cell", **{f"level_a{n}": "TOT"}) for n in range(1, 5)] == [given] * 4
    assert [grade(book, "party_body", **{level: "TOT"}) for level in ("level_b1", "level_b2")] == ["HTTNV"] * 2
    assert grade(book, "member", level_b1="TOT") == given
    assert grade(book, "member", level_b2="TOT") == "HTTNV"


@readings("key_criteria", headings="met", results="not_met")
def test_a_poor_criterion_as_a_poor_programme(under, reading, given):
    found = verdict(under(key_criteria=reading), "cell", level_a1="KEM")
    assert (found.finding("cell.failed.programmes").state, found.grade) == (given, "KHTNV")


@pytest.mark.clause("DL19-II.1.3.c-1")
@readings("htnv_no_percent", allowed="HTNV", all_done="KHTNV")
def test_one_failing_member_of_twenty(under, reading, given):
    book = under(htnv_no_percent=reading)
    assert grade(book, "cell", members_good=19, members_done=19, members_not=1) == given
    assert grade(book, "party_body", cells_good=9, cells_done=9, cells_not=1) == given
    assert grade(book, "party_body", cells_good=9, cells_done=9, cells_not=1, **VOTED_NOT) == (
        "no_grade" if given == "HTNV" else "KHTNV"
    )


@pytest.mark.clause("DL19-II.2.1-1")
@readings("exempt_members", nobody_out="graded", exempt_out="not_graded", new_out="graded")
def test_the_exempt(under, reading, given):
    book = under(exempt_members=reading)
    known = {"exempt_out": {"exempt_work": True, "exempt_activity": True}, "new_out": {"months_since_admission": 6}}
    assert verdict(book, "member", **known.get(reading, {})).outcome == given


@pytest.mark.clause("DL19-II.2.1-1")
@pytest.mark.reading("exempt_members", "exempt_out")
def test_one_exemption_is_not_enough(under):
    book = under(exempt_members="exempt_out")
    assert verdict(book, "member", exempt_work=True, exempt_activity=False).outcome == "graded"
    (members,) = [one for one in book.subjects.reviewed if one.subject == "member"]
    assert members.except_all_of == ("exempt_work", "exempt_activity")


@pytest.mark.clause("DL19-II.2.1-1")
@pytest.mark.reading("exempt_members", "new_out")
@pytest.mark.parametrize(("months", "given"), [(5, "not_graded"), (6, "graded")])
def test_the_newly_admitted(under, months, given):
    assert verdict(under(exempt_members="new_out"), "member", months_since_admission=months).outcome == given


@readings("percent_base", graded="HTXSNV", enrolled="HTNV")
def test_a_member_who_has_no_grade_in_the_share(under, reading, given):
    more = {"members_enrolled": 21} if reading == "enrolled" else {}
    assert grade(under(percent_base=reading), "cell", **more) == given


@readings("percent_base", graded="KHTNV", enrolled="HTNV")
def test_a_fifth_of_those_graded_or_of_all(under, reading, given):
    book = under(percent_base=reading)
    more = {"cells_enrolled": 15} if reading == "enrolled" else {}
    assert grade(book, "party_body", **more, cells_good=7, cells_done=7, cells_not=3) == given


@readings("criterion_granularity", bullet="HTXSNV", sub_item="HTTNV")
def test_one_point_below_a_criterion_is_average(under, reading, given):
    book = under(criterion_granularity=reading)
    facts = book.subjects.subject("member").facts
    finer = {fact.key: "XUAT_SAC" for fact in facts if fact.scale == "criterion_level"}
    row = {key: value for key, value in MEMBER.items() if not key.startswith("level_")} | finer
    row |= {"level_a1_2": "TRUNG_BINH"} if reading == "sub_item" else {}
    assert judge(book, "member", rows=[row], cursor=DATABASE.cursor(), dialect="sqlite")[0].reached == given


@pytest.mark.reading("criterion_granularity", "sub_item")
@pytest.mark.parametrize(
    ("servant", "level", "reached"),
    [(True, "TOT", "HTTNV"), (False, "TOT", "HTXSNV"), (True, "TRUNG_BINH", "HTNV"), (False, "TRUNG_BINH", "HTXSNV")],
)
def test_the_results_of_a_civil_servant_in_detail(under, servant, level, reached):
    book = under(criterion_granularity="sub_item")
    facts = book.subjects.subject("member").facts
    finer = {fact.key: "XUAT_SAC" for fact in facts if fact.scale == "criterion_level"}
    row = {key: value for key, value in MEMBER.items() if not key.startswith("level_")} | finer
    row |= {"is_ccvc": servant, "ccvc_grade": "HTXSNV", "level_b2_3": level}
    assert judge(book, "member", rows=[row], cursor=DATABASE.cursor(), dialect="sqlite")[0].reached == reached


@pytest.mark.reading("criterion_granularity", "sub_item")
def test_a_poor_point_of_a_programme_fails_an_organisation(under):
    book = under(criterion_granularity="sub_item")
    finer = {fact.key: "XUAT_SAC" for fact in book.subjects.subject("cell").facts if fact.scale == "criterion_level"}
    row = {key: value for key, value in CELL.items() if not key.startswith("level_")} | finer | {"level_a2_8": "KEM"}
    (found,) = judge(book, "cell", rows=[row], cursor=DATABASE.cursor(), dialect="sqlite")
    assert (found.reached, found.finding("cell.failed.programmes").state) == ("KHTNV", "met")


@pytest.mark.reading("same_level_orgs", "mapped")
def test_no_organisation_mapped_leaves_the_condition_aside(dl19):
    assert grade(dl19, "cell", linked_total=0, linked_good=0, linked_done=0) == "HTXSNV"

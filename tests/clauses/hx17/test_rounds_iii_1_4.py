"""HX17 II.3.2.c, III.1.4 — who is offered a slip, where, on whom; two rounds, counted twice and announced."""

from dataclasses import replace

import pytest

from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import AnnounceRound, Named, Needed, RepeatVote, SlipLine, Tally, Voter
from tests.clauses.hx17.season import (
    answer_under,
    count,
    leader_slips,
    locking,
    refusals,
    second_round,
    slips,
    warnings,
)

SECRET = ("HX17-III.1.4-1",)
LEADER_VOTE = ("HX17-II.3.2.c-11",)


@pytest.mark.clause("HX17-III.1.4-1")
@pytest.mark.parametrize("change", [{"roll_taken": False}, {"tellers": 1}, {"secret": False}, {"voters": ()}])
def test_members_are_graded_by_secret_ballot_on_a_fresh_roll_with_two_tellers(hx17, change):
    assert refusals(hx17, slips()) == []
    assert refusals(hx17, slips(**change)) == [SECRET]


def with_voter(standing, *, present=True):
    """The round with one more voter."""
    return slips(voters=(*slips().voters, Voter(person="x", name="Người thứ 11", standing=standing, present=present)))


@pytest.mark.clause("HX17-III.1.4-1")
@pytest.mark.parametrize("standing", ["guest", "non_party", "suspended", "attendee"])
def test_only_members_of_the_cell_vote_on_members(hx17, standing):
    assert refusals(hx17, with_voter(standing)) == [SECRET]


@pytest.mark.clause("HX17-III.1.4-1")
def test_no_slip_goes_to_somebody_absent(hx17):
    absent = with_voter("official", present=False)
    assert refusals(hx17, absent) == [SECRET]
    assert refusals(hx17, absent, recording=True) == [SECRET]


@pytest.mark.clause("HX17-III.1.4-12")
@pytest.mark.reading("probationary_vote", "no_vote")
def test_probationary_members_have_no_slip(hx17):
    assert refusals(hx17, with_voter("probationary")) == [("HX17-III.1.4-12",)]
    marked = gates.may(hx17, with_voter("probationary"), recording=True)
    assert (marked.out_of_order, marked.rows) == (True, ("HX17-III.1.4-12",))


@pytest.mark.reading("probationary_vote", "votes")
def test_probationary_members_may_vote_under_the_other_reading(under):
    assert refusals(under(probationary_vote="votes"), with_voter("probationary")) == []


@pytest.mark.clause("HX17-II.1.2-2")
@pytest.mark.reading("exempt_volunteer", "speaks_only")
def test_an_exempt_member_who_comes_may_speak_and_not_vote(hx17):
    assert refusals(hx17, with_voter("exempt")) == [("HX17-II.1.2-2",)]


@pytest.mark.reading("exempt_volunteer", "as_member")
def test_an_exempt_member_who_comes_may_be_as_others(under):
    assert refusals(under(exempt_volunteer="as_member"), with_voter("exempt")) == []


@pytest.mark.clause("HX17-III.1.4-10")
def test_only_the_reviewed_stand_on_the_slip(hx17):
    waiting = SlipLine(subject="p8", name="Đảng viên 8", review_done=False)
    assert refusals(hx17, slips(lines=(waiting,))) == [("HX17-III.1.4-10",)]


@pytest.mark.clause("HX17-III.1.4-4")
@pytest.mark.parametrize(
    ("options", "stopped"),
    [
        (("HTTNV", "HTNV", "KHTNV"), False),
        (("HTXSNV", "HTTNV", "HTNV", "KHTNV"), True),
        (("HTTNV", "HTNV"), True),
    ],
)
def test_the_first_round_is_marked_among_three_grades(hx17, options, stopped):
    stop = [("HX17-III.1.4-4",)] if stopped else []
    assert (refusals(hx17, slips(options=options)), refusals(hx17, slips(options=options), recording=True)) == (
        stop,
        stop,
    )


@pytest.mark.clause("HX17-III.1.4-6")
@pytest.mark.parametrize(("options", "stopped"), [(("HTXSNV",), False), (("HTXSNV", "HTTNV"), True)])
def test_the_second_round_is_about_the_top_grade_only(hx17, options, stopped):
    assert refusals(hx17, slips(number=2, options=options)) == ([("HX17-III.1.4-6",)] if stopped else [])


@pytest.mark.clause("HX17-III.1.4-3")
def test_grades_out_of_reach_are_told_before_slips_go_out(hx17):
    found = answer_under(hx17, slips(needed=(Needed(grade="HTTNV", votes=11),)), "HX17-III.1.4-3")
    assert (found.allowed, found.numbers) == (True, {"present": 10, "enrolled": 10, "HTTNV": 11})
    assert warnings(hx17, slips(needed=(Needed(grade="HTTNV", votes=10),))) == []


@pytest.mark.clause("HX17-III.1.4-3")
@pytest.mark.parametrize(("number", "stopped"), [(2, False), (3, True), (0, True)])
def test_there_are_two_rounds(hx17, number, stopped):
    assert refusals(hx17, second_round(number=number)) == ([("HX17-III.1.4-3",)] if stopped else [])


@pytest.mark.clause("HX17-III.1.4-5")
@pytest.mark.parametrize("done", [(), ("round1_counted",), ("round1_announced",)])
def test_the_first_round_is_counted_and_announced_before_the_second(hx17, done):
    assert refusals(hx17, second_round(done=done)) == [("HX17-III.1.4-5",)]
    assert refusals(hx17, second_round()) == []


@pytest.mark.clause("HX17-III.1.4-6")
def test_the_second_round_takes_those_with_the_good_grade(hx17):
    stranger = (Named(key="p7", name="Đảng viên 7"),)
    assert refusals(hx17, second_round(candidates=stranger)) == [("HX17-III.1.4-6",)]
    assert refusals(hx17, second_round(candidates=())) == [("HX17-III.1.4-6",)]


@pytest.mark.clause("HX17-III.1.4-6")
@pytest.mark.reading("reuse_slips", "fresh")
def test_the_second_round_has_fresh_slips(hx17):
    assert refusals(hx17, second_round(fresh_slips=False)) == [("HX17-III.1.4-6",)]


@pytest.mark.clause("HX17-III.1.4-6")
@pytest.mark.reading("reuse_slips", "reused")
def test_used_slips_may_be_handed_out_again_and_then_no_recount(under):
    book = under(reuse_slips="reused")
    assert refusals(book, second_round()) == [("HX17-III.1.4-6",)]
    assert warnings(book, second_round(fresh_slips=False)) == [("HX17-III.1.4-6",)]


@pytest.mark.clause("HX17-III.1.4-5")
@pytest.mark.parametrize("change", [{"issued": 11}, {"returned": 11}, {"valid": 8}, {"invalid": 2}])
def test_a_count_is_locked_only_when_it_adds_up(hx17, change):
    wrong = count(**change)
    assert refusals(hx17, locking()) == []
    assert refusals(hx17, locking(wrong)) == [("HX17-III.1.4-5",)]
    assert refusals(hx17, locking(wrong), recording=True) == [("HX17-III.1.4-5",)]


@pytest.mark.clause("HX17-III.1.4-5")
def test_a_count_is_locked_only_when_two_people_counted_the_same(hx17):
    other = count(lines=(Tally(subject="p9", votes={"HTTNV": 6, "HTNV": 2}, blank=1),))
    one = replace(locking(), second=None)
    assert [refusals(hx17, each) for each in (locking(count(), other), one)] == [[("HX17-III.1.4-5",)]] * 2


@pytest.mark.clause("HX17-III.1.4-4")
def test_a_mark_for_the_top_grade_voids_its_line_in_the_first_round(hx17):
    counted = count(lines=(Tally(subject="p9", votes={"HTXSNV": 1, "HTTNV": 7}, blank=1),))
    voided = count(lines=(Tally(subject="p9", votes={"HTTNV": 7}, blank=1, line_invalid=1),))
    assert [refusals(hx17, locking(each)) for each in (counted, voided)] == [[("HX17-III.1.4-4",)], []]


@pytest.mark.clause("HX17-III.1.4-8", "HX17-III.1.4-5")
def test_a_result_is_announced_after_its_count(hx17):
    assert refusals(hx17, AnnounceRound()) == [("HX17-III.1.4-5", "HX17-III.1.4-8")]
    assert refusals(hx17, AnnounceRound(done=("round_locked",))) == []


AGAIN = RepeatVote(
    reason="Không mức nào đủ phiếu",
    undecided=(Named(key="p9", name="Đảng viên 9"),),
    chosen=(Named(key="p9", name="Đảng viên 9"),),
)
NO_MAJORITY = ("HX17-III.1.3.b-2", "HX17-III.1.3.c-2")


@pytest.mark.clause("HX17-III.1.3.b-2", "HX17-III.1.3.c-2")
@pytest.mark.reading("no_majority_rule", "repeat_once")
def test_a_vote_without_a_majority_is_repeated_once_on_those_lines(hx17):
    settled = replace(AGAIN, undecided=())
    cases = (AGAIN, replace(AGAIN, repeats=1), settled)
    assert [refusals(hx17, each) for each in cases] == [[], [NO_MAJORITY], [NO_MAJORITY]]


@pytest.mark.reading("no_majority_rule", "cumulative")
def test_nothing_is_repeated_where_votes_add_up(under):
    assert refusals(under(no_majority_rule="cumulative"), AGAIN) == [NO_MAJORITY]


@pytest.mark.reading("no_majority_rule", "plurality")
def test_nothing_is_repeated_where_most_votes_win(under):
    assert refusals(under(no_majority_rule="plurality"), AGAIN) == [NO_MAJORITY]


@pytest.mark.clause("HX17-III.1.3.b-2")
def test_a_repeat_says_why(hx17):
    assert refusals(hx17, replace(AGAIN, reason="")) == [("HX17-III.1.3.b-2",)]


STANDING = SlipLine(
    subject="p1", name="Bí thư", posts=("standing_committee.secretary", "peoples_committee.chair"), leads=("u",)
)
PLACE = ("HX17-II.3.2.c-12", "HX17-II.3.2.c-13")


@pytest.mark.clause("HX17-II.3.2.c-12", "HX17-II.3.2.c-13", "HX17-II.3.2.c-14")
@pytest.mark.parametrize("reading", ["collective_led", "no_vote"])
def test_standing_members_are_voted_on_before_the_executive_committee_only(under, reading):
    book = under(leader_vote_other=reading)
    there = leader_slips(STANDING, place="ban_chap_hanh", place_kind="executive_committee")
    assert (refusals(book, there), refusals(book, leader_slips(STANDING))) == ([], [PLACE])


@pytest.mark.clause("HX17-II.3.2.c-14")
def test_a_standing_member_who_heads_a_mass_organisation_is_no_exception(hx17):
    posts = ("standing_committee.standing_member", "women_standing_board.chair")
    line = SlipLine(subject="p6", name="Chủ tịch Hội Phụ nữ", posts=posts, leads=("u",))
    there = leader_slips(line, place="ban_chap_hanh", place_kind="executive_committee")
    assert (refusals(hx17, there), refusals(hx17, leader_slips(line))) == ([], [PLACE])


@pytest.mark.clause("HX17-II.3.2.c-14")
@pytest.mark.parametrize(
    "post",
    [
        "council_standing_body.vice_chair",
        "farmers_standing_board.chair",
        "women_standing_board.chair",
        "veterans_standing_board.chair",
        "youth_union_standing_board.secretary",
    ],
)
def test_vice_chair_of_council_and_heads_of_mass_organisations_are_voted_on_where_they_lead(hx17, post):
    line = SlipLine(subject="p4", name="Trưởng đoàn thể", posts=(post,), leads=("u",))
    there, elsewhere = leader_slips(line, place_kind=post.partition(".")[0]), leader_slips(line, place="ban_chap_hanh")
    assert (refusals(hx17, there), refusals(hx17, elsewhere)) == ([], [("HX17-II.3.2.c-14",)])


OTHERS = ["peoples_committee.vice_chair", "front_standing_board.chair", "council_standing_body.chair"]


@pytest.mark.clause("HX17-II.3.2.c-14")
@pytest.mark.reading("leader_vote_other", "collective_led")
@pytest.mark.parametrize("post", OTHERS)
def test_other_leaders_are_voted_on_where_they_lead(hx17, post):
    line = SlipLine(subject="p5", name="Lãnh đạo", posts=(post,), leads=("u",))
    assert refusals(hx17, leader_slips(line)) == []
    assert refusals(hx17, leader_slips(line, place="khac")) == [("HX17-II.3.2.c-14",)]


@pytest.mark.clause("HX17-II.3.2.c-14")
@pytest.mark.reading("leader_vote_other", "no_vote")
@pytest.mark.parametrize("post", OTHERS)
def test_other_leaders_may_have_no_vote_taken(under, post):
    line = SlipLine(subject="p5", name="Lãnh đạo", posts=(post,), leads=("u",))
    assert refusals(under(leader_vote_other="no_vote"), leader_slips(line)) == [("HX17-II.3.2.c-14",)]


@pytest.mark.clause("HX17-II.3.2.c-14")
@pytest.mark.parametrize("post", ["women_standing_board.chair", "peoples_committee.vice_chair"])
def test_a_seat_in_the_executive_committee_is_no_collective_led(hx17, post):
    line = SlipLine(subject="p5", name="Lãnh đạo", posts=(post, "executive_committee.member"), leads=("u", "bch"))
    there = leader_slips(line, place="bch", place_kind="executive_committee")
    assert (refusals(hx17, there), refusals(hx17, leader_slips(line))) == ([("HX17-II.3.2.c-14",)], [])


LED = SlipLine(subject="p4", name="Trưởng đoàn thể", posts=("women_standing_board.chair",), leads=("u",))


@pytest.mark.clause("HX17-II.3.2.c-11")
@pytest.mark.reading("ballot_secrecy", "secret")
def test_leaders_are_voted_on_secretly_after_their_review(hx17):
    assert refusals(hx17, leader_slips(LED, secret=False)) == [LEADER_VOTE]
    assert refusals(hx17, leader_slips(replace(LED, review_done=False))) == [LEADER_VOTE]


@pytest.mark.clause("HX17-II.3.2.c-11")
@pytest.mark.reading("ballot_secrecy", "open")
def test_an_open_vote_on_leaders_is_recorded_as_such(under):
    facts = leader_slips(LED, secret=False)
    book = under(ballot_secrecy="open")
    assert (refusals(book, facts), warnings(book, facts)) == ([], [LEADER_VOTE])


@pytest.mark.clause("HX17-II.3.2.c-11")
@pytest.mark.parametrize(("standing", "stopped"), [("non_party", False), ("guest", True)])
def test_members_of_the_body_vote_on_leaders_party_members_or_not(hx17, standing, stopped):
    voter = Voter(person="x", name="Ủy viên", standing=standing)
    assert refusals(hx17, leader_slips(LED, voters=(voter,))) == ([LEADER_VOTE] if stopped else [])


@pytest.mark.clause("HX17-II.3.2.c-11", "HX17-III.1.4-2")
def test_the_slips_are_the_forms_named(hx17):
    slip_forms = [(each.code, each.variant, each.subject_kind) for each in hx17.forms.forms if each.paper == "slip"]
    assert slip_forms == [
        ("03-KĐ.ĐV", "cell", "cell"),
        ("03-KĐ.ĐV", "party_body", "party_body"),
        ("07-KĐ.ĐV", "round_1", "member"),
        ("07-KĐ.ĐV", "round_2", "member"),
        ("04-ĐG.CBLĐQL", "", "leader"),
    ]

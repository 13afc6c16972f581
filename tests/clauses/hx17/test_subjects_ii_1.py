"""II.1 and III: who and what is reviewed, and who may not vote."""

import pytest

BOARDS = ("farmers_standing_board", "women_standing_board", "veterans_standing_board", "youth_union_standing_board")


def kinds(book, key):
    """The kinds of body an entry names."""
    return next(one.unit_kinds for one in book.subjects.reviewed if one.key == key)


@pytest.mark.clause("HX17-II.1.1-1")
def test_the_executive_committee_is_reviewed(hx17):
    assert kinds(hx17, "reviewed.executive_committee") == ("executive_committee",)


@pytest.mark.clause("HX17-II.1.1-2")
def test_the_standing_body_of_the_council_is_reviewed(hx17):
    assert kinds(hx17, "reviewed.council") == ("council_standing_body",)


@pytest.mark.clause("HX17-II.1.1-3")
def test_the_peoples_committee_is_reviewed(hx17):
    assert kinds(hx17, "reviewed.peoples_committee") == ("peoples_committee",)


@pytest.mark.clause("HX17-II.1.1-4")
def test_the_standing_board_of_the_front_is_reviewed(hx17):
    assert kinds(hx17, "reviewed.front") == ("front_standing_board",)


@pytest.mark.clause("HX17-II.1.1-5")
def test_the_standing_boards_of_four_mass_organisations_are_reviewed(hx17):
    assert kinds(hx17, "reviewed.mass_organisations") == BOARDS


@pytest.mark.clause("HX17-II.1.2-1")
def test_all_members_are_reviewed(hx17):
    members = next(one for one in hx17.subjects.reviewed if one.subject == "member")
    assert (members.posts, members.unit_kinds) == ((), ())


@pytest.mark.clause("HX17-II.1.2-2")
@pytest.mark.reading("exempt_words", "both")
def test_those_exempt_from_both_are_not_reviewed(hx17):
    members = next(one for one in hx17.subjects.reviewed if one.subject == "member")
    assert (members.except_all_of, members.except_any_of) == (("exempt_work", "exempt_activity"), ())


@pytest.mark.reading("exempt_words", "either")
def test_those_exempt_from_either_are_not_reviewed_under_the_other_reading(under):
    members = next(one for one in under(exempt_words="either").subjects.reviewed if one.subject == "member")
    assert (members.except_all_of, members.except_any_of) == ((), ("exempt_work", "exempt_activity"))


@pytest.mark.clause("HX17-0-1")
def test_the_rulebook_is_the_plan_of_the_ward_of_16_november_2017(hx17):
    identity = hx17.identity
    assert (identity.kind, identity.year, identity.issued_on, identity.number) == ("plan", 2017, "2017-11-16", None)
    assert identity.issuer == "Ban Chấp hành Đảng bộ phường Hương Xuân"


@pytest.mark.clause("HX17-0-1")
@pytest.mark.reading("draft_status", "draft")
def test_the_plan_is_a_draft_and_says_so(hx17):
    assert (hx17.identity.status, hx17.identity.status_label) == ("draft", "dự thảo")


@pytest.mark.reading("draft_status", "issued")
def test_the_plan_may_be_taken_as_issued(under):
    identity = under(draft_status="issued").identity
    assert (identity.status, identity.status_label) == ("issued", "")


@pytest.mark.clause("HX17-0-2")
def test_four_acts_are_the_basis(hx17):
    assert [basis.number for basis in hx17.identity.basis] == [
        "27-HD/BTCTW",
        "03-HD/BTCTU",
        "59-KH/TU",
        "209-CV/BTC",
    ]

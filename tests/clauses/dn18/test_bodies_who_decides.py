"""0, C, End, I.4.1, II.1-II.3: which body decides, proposes, appraises, assesses, signs; units and posts."""

import pytest

from tests.clauses.hx17.season import decision, refusals

COMMITTEE, CELL_COMMITTEE = "executive_committee", "cell_committee"
UNION, YOUTH = "union_executive", "youth_union_executive"
FOUR = (CELL_COMMITTEE, "mass_leadership", "residence_committee", "cell")
BOTH, MASS = ("ccvc_member", "other_member"), (UNION, YOUTH)
MANDATES = {
    "II.1.2-1": [("decides", COMMITTEE, ("cell",))],
    "II.1.5.b-1": [("decides", COMMITTEE, ("cell",))],
    "II.1.6.B3-3": [("decides", COMMITTEE, ("cell",))],
    "II.1.2-2": [("appraises", COMMITTEE, ("member",))],
    "II.2.3.a-1": [("proposes", CELL_COMMITTEE, ("member",))],
    "II.2.4.B3-1": [("appraises", "helper_office", ("member",))],
    "II.2.4.B3-2": [("decides", COMMITTEE, ("member",))],
    "II.1.4-3": [("proposes", "standing_committee", ("cell",))],
    "II.1.4-5": [("decides", COMMITTEE, ("leader",)), ("proposes", COMMITTEE, ("leader_managed_above",))],
    "II.1.6.B3-2": [("decides", "superior", ("party_body",))],
    "II.3.3.a-1": [("decides", "superior", (COMMITTEE,))],
    "II.3.3.b-1": [("decides", COMMITTEE, (CELL_COMMITTEE,))],
    "II.3.3.c-1": [("decides", COMMITTEE, MASS), ("assesses", UNION, (UNION,)), ("assesses", YOUTH, (YOUTH,))],
    "II.1.5.a-1": [("assesses", COMMITTEE, ("party_body",))],
    "II.1.5.a-2": [("assesses", "superior_board", ("party_body",))],
    "II.1.5.a-3": [("assesses", "superior_mass", ("party_body",))],
    "II.1.5.a-4": [("assesses", "peer_committee", ("party_body",))],
    "II.1.5.a-5": [("assesses", CELL_COMMITTEE, ("party_body",))],
    "II.1.5.b-2": [("assesses", CELL_COMMITTEE, ("cell",))],
    "II.1.5.b-3": [("assesses", body, ("cell",)) for body in ("agency_leadership", *MASS)],
    "II.1.5.b-4": [("assesses", CELL_COMMITTEE, ("cell",))],
    "II.2.3.b-1": [("assesses", "member", ("member",))],
    "II.2.3.c-2": [
        ("assesses", CELL_COMMITTEE, BOTH),
        ("assesses", "mass_leadership", BOTH),
        ("assesses", "agency_head", ("ccvc_member",)),
        ("assesses", "residence_committee", BOTH),
        ("assesses", "cell", BOTH),
    ],
    "II.2.3.c-3": [
        ("assesses", body, BOTH) for body in (CELL_COMMITTEE, "mass_leadership", "residence_committee", "cell")
    ],
    "II.3.3.a-2": [("assesses", COMMITTEE, (COMMITTEE,))],
    "II.3.3.a-3": [("assesses", "superior_board", (COMMITTEE,))],
    "II.3.3.a-4": [("assesses", "superior_mass", (COMMITTEE,))],
    "II.3.3.a-5": [("assesses", "peer_committee", (COMMITTEE,))],
    "II.3.3.a-6": [("assesses", "cell", (COMMITTEE,))],
    "II.3.3.b-2": [("assesses", CELL_COMMITTEE, (CELL_COMMITTEE,))],
    "II.3.3.b-3": [("assesses", body, (CELL_COMMITTEE,)) for body in ("agency_leadership", *MASS)],
    "II.3.3.b-4": [("assesses", CELL_COMMITTEE, (CELL_COMMITTEE,))],
    "II.3.3.c-2": [("assesses", "superior_mass", MASS)],
    "II.3.3.c-3": [("assesses", COMMITTEE, MASS)],
    "I.4.1.3-1": [("supervises", COMMITTEE, ("cell",))],
    "I.4.1.1.b-4": [("supplies", CELL_COMMITTEE, ("member",))],
}


def mandates(book, row):
    """What the mandates of a row give."""
    return [(each.verb, each.body, each.subjects) for each in book.process.mandates if row in each.rows]


@pytest.mark.parametrize(
    ("row", "given"),
    [
        pytest.param(f"DN18-B.{row}", given, marks=pytest.mark.clause(f"DN18-B.{row}"))
        for row, given in MANDATES.items()
    ],
)
def test_which_body_does_what(dn18, row, given):
    assert mandates(dn18, row) == given


@pytest.mark.parametrize(
    ("row", "post", "given"),
    [
        pytest.param(row, post, given, marks=pytest.mark.clause(row))
        for row, post, given in (
            ("DN18-C.2-1", "executive_committee.party_affairs_officer", ("supplies", ("coordination",))),
            ("DN18-C.2-3", "executive_committee.party_affairs_officer", ("settles", ("difficulty",))),
            ("DN18-End-2", "standing_committee.deputy_secretary", ("signs", ("plan",))),
        )
    ],
)
def test_what_is_left_to_one_post(dn18, row, post, given):
    (found,) = [each for each in dn18.process.mandates if row in each.rows]
    assert (found.post, (found.verb, found.subjects), found.body) == (post, given, COMMITTEE)


READINGS = [
    ("proposing_body", "standing_committee", "II.1.4-3", [("proposes", "standing_committee", ("cell",))]),
    ("proposing_body", "party_committee", "II.1.4-3", [("proposes", COMMITTEE, ("cell",))]),
    ("member_grade_decider", "cell_decides", "II.2.3.a-1", [("decides", CELL_COMMITTEE, ("member",))]),
    ("member_grade_decider", "cell_decides", "II.2.4.B3-2", [("appraises", COMMITTEE, ("member",))]),
    ("step3_object", "cells", "II.1.6.B3-3", [("decides", COMMITTEE, ("cell",))]),
    ("step3_object", "both", "II.1.6.B3-3", [("decides", COMMITTEE, ("cell", CELL_COMMITTEE))]),
    ("leader_grade_or_propose", "by_tier", "II.1.4-5", MANDATES["II.1.4-5"]),
    (
        "leader_grade_or_propose",
        "always_propose",
        "II.1.4-5",
        [("proposes", COMMITTEE, ("leader",)), ("proposes", COMMITTEE, ("leader_managed_above",))],
    ),
    ("cell_vote_on_committee", "advisory", "III-3", []),
    ("cell_vote_on_committee", "assessor_below", "III-3", [("assesses", "cell", ("party_body",))]),
    ("mass_committee_self_grade", "like_others", "II.3.3.c-1", MANDATES["II.3.3.c-1"]),
    ("mass_committee_self_grade", "not_required", "II.3.3.c-1", [("decides", COMMITTEE, MASS)]),
]


@pytest.mark.parametrize(
    ("question", "reading", "row", "given"),
    [pytest.param(*each, marks=pytest.mark.reading(each[0], each[1])) for each in READINGS],
)
def test_which_body_does_what_under_a_reading(under, question, reading, row, given):
    assert mandates(under(**{question: reading}), f"DN18-B.{row}") == given


@pytest.mark.reading("copied_duty", "liaison")
@pytest.mark.reading("copied_duty", "literal")
@pytest.mark.parametrize(
    ("reading", "subjects"), [("liaison", ("coordination",)), ("literal", ("coordination", "advice_to_superior"))]
)
def test_the_officer_for_party_affairs_coordinates_or_advises_above(under, reading, subjects):
    assert mandates(under(copied_duty=reading), "DN18-C.2-1") == [("supplies", COMMITTEE, subjects)]


@pytest.mark.clause("DN18-B.II.1.5.b-4", "DN18-B.II.3.3.b-4")
@pytest.mark.reading("peer_self_exclusion", "others_only")
@pytest.mark.reading("peer_self_exclusion", "all")
@pytest.mark.parametrize(("reading", "others_only"), [("others_only", True), ("all", False)])
@pytest.mark.parametrize("row", ["DN18-B.II.1.5.b-4", "DN18-B.II.3.3.b-4"])
def test_committees_of_cells_assess_each_other(under, reading, others_only, row):
    book = under(peer_self_exclusion=reading)
    assert [each.others_only for each in book.process.mandates if row in each.rows] == [others_only]


DECIDERS = [
    ("member", COMMITTEE, "standing_committee", ("DN18-B.II.2.3.a-1", "DN18-B.II.2.4.B3-2")),
    ("cell", COMMITTEE, CELL_COMMITTEE, ("DN18-B.II.1.2-1", "DN18-B.II.1.5.b-1", "DN18-B.II.1.6.B3-3")),
    ("leader", COMMITTEE, "standing_committee", ("DN18-B.II.1.4-5",)),
    ("party_body", "superior", COMMITTEE, ("DN18-B.II.1.6.B3-2",)),
    ("collective", COMMITTEE, CELL_COMMITTEE, ("DN18-B.II.3.3.a-1", "DN18-B.II.3.3.b-1", "DN18-B.II.3.3.c-1")),
    ("collective", "superior", UNION, ("DN18-B.II.3.3.a-1", "DN18-B.II.3.3.b-1", "DN18-B.II.3.3.c-1")),
]


@pytest.mark.parametrize(
    ("kind", "body", "other", "rows"), [pytest.param(*each, marks=pytest.mark.clause(*each[3])) for each in DECIDERS]
)
def test_only_the_competent_body_decides(dn18, kind, body, other, rows):
    assert refusals(dn18, decision(subject_kind=kind, body_kind=body)) == []
    assert refusals(dn18, decision(subject_kind=kind, body_kind=other), recording=True) == [rows]


@pytest.mark.reading("member_grade_decider", "cell_decides")
def test_the_committee_of_the_cell_may_be_the_one_to_decide(under):
    book = under(member_grade_decider="cell_decides")
    rows = ("DN18-B.II.2.3.a-1", "DN18-B.II.2.4.B3-2")
    assert refusals(book, decision(body_kind=CELL_COMMITTEE)) == []
    assert refusals(book, decision(body_kind=COMMITTEE)) == [rows]


@pytest.mark.reading("leader_grade_or_propose", "by_tier")
@pytest.mark.reading("leader_grade_or_propose", "always_propose")
@pytest.mark.parametrize(("reading", "refused"), [("by_tier", []), ("always_propose", [("DN18-B.II.1.4-5",)])])
def test_the_committee_decides_on_leaders_or_only_proposes(under, reading, refused):
    book = under(leader_grade_or_propose=reading)
    assert refusals(book, decision(subject_kind="leader", body_kind=COMMITTEE)) == refused
    assert refusals(book, decision(subject_kind="leader", body_kind="superior")) == []


@pytest.mark.clause("DN18-0-3")
def test_the_department_stands_under_the_block(dn18):
    kinds = {unit.unit_kind: unit.name for unit in dn18.body.units if "DN18-0-3" in unit.rows}
    assert kinds == {"superior": "Đảng ủy khối các cơ quan tỉnh", "party_body": "Đảng bộ Sở Tư pháp"}
    assert dn18.identity.superior == kinds["superior"]


@pytest.mark.clause("DN18-B.I.1.1-2", "DN18-B.II.1.1-2")
def test_there_are_four_cells_each_with_its_committee(dn18):
    pairs = [(unit.key, unit.parent) for unit in dn18.body.units if unit.unit_kind == CELL_COMMITTEE]
    assert pairs == [(f"chi_uy_{n}", f"chi_bo_{n}") for n in range(1, 5)]
    assert [unit.key for unit in dn18.body.units if unit.unit_kind == "cell"] == [cell for _, cell in pairs]


@pytest.mark.clause("DN18-B.I.1.2-3", "DN18-B.I.1.2-4")
@pytest.mark.parametrize(("reading", "first"), [("with_deputies", "secretary"), ("higher_only", "deputy_secretary")])
def test_the_posts_of_leaders_are_those_reviewed(under, reading, first):
    book = under(secretary_included=reading)
    posts = [f"{each.unit_kind}.{each.post}" for each in book.body.leader_posts]
    reviewed = [post for one in book.subjects.reviewed if one.subject == "leader" for post in one.posts]
    assert (posts[: len(reviewed)], posts[0]) == (reviewed, f"standing_committee.{first}")


@pytest.mark.clause("DN18-B.I.2.1.2-6")
def test_whoever_sits_in_a_mass_committee_is_reviewed_there_and_not_voted_on(dn18):
    found = [each for each in dn18.body.leader_posts if each.unit_kind in MASS]
    assert [(each.unit_kind, each.post) for each in found] == [
        (UNION, "chair"), (UNION, "member"), (YOUTH, "secretary"), (YOUTH, "member"),
    ]  # fmt: skip
    assert {each.votes_in for each in found} == {"nowhere"}


@pytest.mark.clause("DN18-0-1")
def test_the_rulebook_is_the_plan_of_2018(dn18):
    found = dn18.identity
    assert (found.kind, found.year, found.issuer, found.number) == (
        "plan",
        2018,
        "Đảng ủy Sở Tư pháp",
        None,
    )


@pytest.mark.clause("DN18-0-2")
@pytest.mark.reading("basis_issuer", "as_printed")
def test_two_guidances_are_the_basis(dn18):
    assert [(basis.number, basis.issued_on) for basis in dn18.identity.basis] == [
        ("02-HD/BTCTU", "2018-11-30"),
        ("24-HD/ĐUK", "2018-12-11"),
    ]
    assert dn18.identity.basis[0].issuer == "Ban Thường vụ Tỉnh ủy"

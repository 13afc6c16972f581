"""A.2, I.1, II.1.1, II.2.1, II.3.1: who and what is reviewed and graded, and who is not."""

import pytest

from tests.clauses.dn18.grading import grade, verdict

CELL_POSTS = ("cell_committee.secretary", "cell_committee.deputy_secretary", "cell_committee.member")
STANDING = ("standing_committee.deputy_secretary", "standing_committee.standing_member", "executive_committee.member")


def reviewed(book, row):
    """Who an entry of the row has reviewed: kind of subject, bodies, posts."""
    return [(one.subject, one.unit_kinds, one.posts) for one in book.subjects.reviewed if row in one.rows]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        pytest.param(row, kind, marks=pytest.mark.clause(row))
        for row, kind in {
            "DN18-B.I.1.1-1": "executive_committee",
            "DN18-B.I.1.1-2": "cell_committee",
            "DN18-B.I.1.1-3": "union_executive",
            "DN18-B.I.1.1-4": "youth_union_executive",
            "DN18-B.II.3.1-1": "executive_committee",
            "DN18-B.II.3.1-2": "cell_committee",
        }.items()
    ],
)
def test_a_collective_is_reviewed_and_graded(dn18, row, kind):
    assert reviewed(dn18, row) == [("collective", (kind,), ())]


@pytest.mark.clause("DN18-B.II.3.1-3")
def test_the_committees_of_union_and_youth_are_graded(dn18):
    assert [kinds for _, kinds, _ in reviewed(dn18, "DN18-B.II.3.1-3")] == [
        ("union_executive",),
        ("youth_union_executive",),
    ]


@pytest.mark.clause("DN18-B.II.3.1-1", "DN18-B.II.3.1-2", "DN18-B.II.3.1-3")
def test_collectives_have_a_grade(filled):
    assert filled.subjects.subject("collective").scale == "grade"
    assert grade(filled, "collective") == "HTXSNV"


@pytest.mark.clause("DN18-A.2-1")
def test_committees_cells_and_members_are_all_reviewed(dn18):
    kinds = [kinds for _, kinds, _ in reviewed(dn18, "DN18-A.2-1")]
    assert kinds == [("executive_committee",), ("cell_committee",), ()]


@pytest.mark.clause("DN18-A.2-1", "DN18-B.II-1", "DN18-B.IV.3.1-1")
@pytest.mark.parametrize("kind", ["member", "leader", "cell", "collective", "party_body"])
def test_nobody_is_graded_before_the_review(filled, kind):
    found = verdict(filled, kind, review_done=False)
    assert (found.outcome, found.flags) == ("not_graded", ("waiting",))


@pytest.mark.clause("DN18-B.I.1.2-1")
def test_all_members_are_reviewed(dn18):
    assert reviewed(dn18, "DN18-B.I.1.2-1") == [("member", (), ())]


@pytest.mark.clause("DN18-B.I.1.2-2", "DN18-B.II.2.1-3")
@pytest.mark.parametrize(
    ("work", "activity", "outcome"),
    [(True, True, "not_graded"), (True, False, "HTXSNV"), (False, True, "HTXSNV")],
)
def test_those_exempt_from_work_and_activity_are_not_graded(filled, work, activity, outcome):
    assert grade(filled, "member", exempt_work=work, exempt_activity=activity) == outcome
    (members,) = [one for one in filled.subjects.reviewed if one.subject == "member"]
    assert members.except_all_of == ("exempt_work", "exempt_activity")


@pytest.mark.clause("DN18-B.I.1.2-3")
@pytest.mark.reading("secretary_included", "with_deputies")
def test_the_secretary_is_reviewed_with_the_deputies(dn18):
    posts = ("standing_committee.secretary", *STANDING)
    assert reviewed(dn18, "DN18-B.I.1.2-3") == [("leader", (), posts)]


@pytest.mark.reading("secretary_included", "higher_only")
def test_the_secretary_may_be_left_to_the_higher_level(under):
    assert reviewed(under(secretary_included="higher_only"), "DN18-B.I.1.2-3") == [("leader", (), STANDING)]


@pytest.mark.clause("DN18-B.I.1.2-4")
def test_the_committee_of_a_cell_is_reviewed_one_by_one(dn18):
    assert reviewed(dn18, "DN18-B.I.1.2-4") == [("leader", (), CELL_POSTS)]


@pytest.mark.reading("btv_as_collective", "together")
@pytest.mark.reading("btv_as_collective", "separate")
@pytest.mark.parametrize(("reading", "bodies"), [("together", 0), ("separate", 1)])
def test_the_standing_committee_is_reviewed_with_or_beside_the_committee(under, reading, bodies):
    found = under(btv_as_collective=reading).subjects.reviewed
    assert sum(one.unit_kinds == ("standing_committee",) for one in found) == bodies


@pytest.mark.clause("DN18-B.II.1.1-1", "DN18-B.II.1.1-2")
@pytest.mark.parametrize("kind", ["party_body", "cell"])
def test_the_party_body_and_its_cells_are_graded(filled, dn18, kind):
    assert dn18.subjects.subject(kind).rows == ("DN18-B.II.1.1-1" if kind == "party_body" else "DN18-B.II.1.1-2",)
    assert grade(filled, kind) == "HTXSNV"


@pytest.mark.clause("DN18-B.II.2.1-1")
def test_official_and_probationary_members_are_graded_alike(filled):
    keys = {fact.key for fact in filled.subjects.subject("member").facts}
    assert [key for key in keys if "month" in key or "probation" in key] == []
    assert filled.subjects.subject("member").rows == ("DN18-B.II.2.1-1", "DN18-B.II.2.1-2")


@pytest.mark.clause("DN18-B.II.2.1-2")
@pytest.mark.reading("temporary_member", "activity_cell")
@pytest.mark.parametrize(("fact", "outcome"), [("temporary_here", "HTXSNV"), ("temporary_away", "not_graded")])
def test_a_temporary_member_is_graded_where_he_takes_part(filled, fact, outcome):
    assert grade(filled, "member", **{fact: True}) == outcome


@pytest.mark.reading("temporary_member", "official_cell")
@pytest.mark.parametrize(("fact", "outcome"), [("temporary_here", "not_graded"), ("temporary_away", "HTXSNV")])
def test_a_temporary_member_may_be_graded_where_he_is_enrolled(under, fact, outcome):
    assert grade(under(temporary_member="official_cell"), "member", **{fact: True}) == outcome


@pytest.mark.clause("DN18-B.II.2.3.c-1", "DN18-B.I.4.1.1.b-6")
@pytest.mark.parametrize(
    ("paid", "graded", "outcome"),
    [(True, True, "HTXSNV"), (True, False, "not_graded"), (False, False, "HTXSNV")],
)
def test_a_civil_servant_waits_for_the_grade_of_the_agency(filled, paid, graded, outcome):
    assert grade(filled, "member", is_ccvc=paid, ccvc_graded=graded) == outcome


@pytest.mark.clause("DN18-B.II.2.3.c-1")
def test_whoever_the_state_or_a_public_unit_pays_is_a_civil_servant_here(dn18):
    (source,) = [one for one in dn18.sources.facts if one.fact == "is_ccvc"]
    assert source.record.any_of == ("ccvc", "state_budget_paid", "public_unit_paid")


@pytest.mark.clause("DN18-B.I.4.1.1.b-6")
def test_the_grade_of_the_agency_is_attested_when_it_came_in(dn18):
    (source,) = [one for one in dn18.sources.facts if one.fact == "ccvc_graded"]
    assert (source.record.kind, source.record.attestation) == ("attested", "member.ccvc_graded")


@pytest.mark.clause("DN18-B.II.2.1-2")
def test_temporary_stays_are_taken_from_the_register(dn18):
    found = {one.fact: one.record.any_of for one in dn18.sources.facts if one.fact.startswith("temporary")}
    assert found == {"temporary_away": ("temporary_away",), "temporary_here": ("temporary_here",)}


@pytest.mark.clause("DN18-B.II.2.1-3")
@pytest.mark.parametrize("fact", ["exempt_work", "exempt_activity"])
def test_exemptions_are_taken_from_the_register(dn18, fact):
    assert [one.record.any_of for one in dn18.sources.facts if one.fact == fact] == [(fact,)]


@pytest.mark.clause("DN18-B.II-1")
def test_every_review_is_known_by_its_conclusion(dn18):
    found = [one.subject for one in dn18.sources.facts if one.record.kind == "reviewed"]
    assert found == ["member", "leader", "cell", "collective", "party_body"]

"""The bodies, the calendar, the sitting and the records of the season: each stands where its row wants it."""

from dataclasses import replace

import pytest

from kiemdiem.core.process.facts import ProposeGrade, SubmitSelfReview
from tests.clauses.dl19.test_letter_proceedings import DAY, rows
from tests.clauses.dl19.test_letter_process import refusals

COMMITTEE = ("secretary", "deputy_secretary", "member")


def by_row(*cases):
    """One case a tuple; its first value is the row it names, without the code of the rulebook."""
    return [pytest.param(*rest, marks=pytest.mark.clause(f"DL19-{row}")) for row, *rest in cases]


@pytest.mark.parametrize(
    ("key", "kind", "parent", "posts"),
    by_row(
        ("II.1.5.B3-1", "dang_uy_khoi", "superior", None, ()),
        ("II.1.1-1", "dang_bo", "party_body", None, ()),
        ("I.1.1-1", "dang_uy", "executive_committee", "dang_bo", COMMITTEE),
        ("I.1.1-2", "chi_bo_4", "cell", "dang_bo", COMMITTEE[:2]),
        ("I.1.1-2", "chi_uy_4", "cell_committee", "chi_bo_4", COMMITTEE),
        ("II.1.5.B2-1", "bo_phan_to_chuc", "organisation_section", "dang_bo", ("head",)),
        ("I.4.2-3", "ban_giam_doc", "agency_leadership", "dang_bo", ("head", "deputy_head")),
        ("I.4.2-3", "cac_phong", "division", "dang_bo", ("head", "deputy_head")),
        ("II.1.5.B2-2", "cong_doan", "union_executive", "dang_bo", ("chair", "member")),
        ("II.1.5.B2-2", "chi_doan", "youth_union_executive", "dang_bo", ("secretary", "member")),
    ),
)
def test_the_bodies_of_the_letter(dl19, key, kind, parent, posts):
    (found,) = [unit for unit in dl19.body.units if unit.key == key]
    assert (found.unit_kind, found.parent, tuple(seat.post for seat in found.seats)) == (kind, parent, posts)


@pytest.mark.clause("DL19-I.1.1-2")
def test_only_cell_4_has_a_committee(dl19):
    assert [(unit.key, unit.parent) for unit in dl19.body.units if unit.unit_kind == "cell_committee"] == [
        ("chi_uy_4", "chi_bo_4")
    ]
    assert [unit.key for unit in dl19.body.units if unit.collective] == ["dang_uy", "chi_uy_4"]


@pytest.mark.clause("DL19-I.1.2-2")
def test_whose_posts_make_a_leader(dl19):
    found = [(post.unit_kind, post.post) for post in dl19.body.leader_posts]
    assert found == [
        *(("executive_committee", post) for post in COMMITTEE),
        *(("cell_committee", post) for post in COMMITTEE),
        *(("cell", post) for post in COMMITTEE[:2]),
    ]
    assert {post.votes_in for post in dl19.body.leader_posts} == {"nowhere"}
    (reviewed,) = [entry for entry in dl19.subjects.reviewed if entry.subject == "leader"]
    assert sorted(reviewed.posts) == sorted(f"{kind}.{post}" for kind, post in found)


@pytest.mark.parametrize(
    ("key", "kind", "owed_by", "owed_to"),
    by_row(
        ("I.4.1.b-1", "suggestions", "suggestion", ("executive_committee",), None),
        ("I.4.1.a-1", "collective_report", "paper", ("executive_committee", "cell_committee"), None),
        ("I.4.1.a-4", "self_review", "paper", ("cell",), None),
        ("I.4.2-3", "management_reviews", "result", ("agency_leadership", "division"), None),
        ("I.4.2-15", "cell_committee_review", "meeting", ("cell_committee",), None),
        ("I.4.2-13", "executive_review", "meeting", ("executive_committee",), None),
        ("I.2.2-1", "cell_meetings", "window", ("cell",), None),
        ("II-1", "cell_meetings", "window", ("cell",), None),
        ("II.1.5.B2-1", "ratings", "rating", ("organisation_section",), "executive_committee"),
        ("II.1.5.B2-3", "ratings", "rating", ("organisation_section",), "executive_committee"),
        ("II.1.5.B1-4", "cell_results", "report", ("cell",), "executive_committee"),
        ("II.2.5.B2-4", "cell_results", "report", ("cell",), "executive_committee"),
        ("II.2.5.B2-5", "appraisal", "report", ("organisation_section",), "executive_committee"),
        ("II.2.4-1", "executive_decision", "meeting", ("executive_committee",), None),
        ("II.1.5.B1-4", "report_up", "report", ("executive_committee",), "superior"),
    ),
)
def test_the_calendar_in_the_letters_order(dl19, key, kind, owed_by, owed_to):
    (found,) = [item for item in dl19.plan.items if item.key == key]
    assert (found.kind, found.owed_by, found.owed_to) == (kind, owed_by, owed_to)


@pytest.mark.clause("DL19-II.1.5.B3-2")
@pytest.mark.clause("DL19-II.2.4-1")
@pytest.mark.clause("DL19-II.2.5.B2-5")
@pytest.mark.clause("DL19-II.1.4-1")
@pytest.mark.clause("DL19-II.1.5.B1-3")
def test_the_sitting_hears_decides_and_grades_itself(dl19):
    (sitting,) = dl19.process.sittings
    assert (sitting.kind, sitting.held_by, sitting.plan_item) == (
        "decision",
        ("executive_committee",),
        "executive_decision",
    )
    assert [(step.key, step.rows[0]) for step in sitting.steps] == [
        ("decision.appraisal", "DL19-II.2.5.B2-5"),
        ("decision.members", "DL19-II.2.4-1"),
        ("decision.cells", "DL19-II.1.5.B3-2"),
        ("decision.self_grade", "DL19-II.1.4-1"),
    ]


@pytest.mark.clause("DL19-II.2.5.B2-5")
def test_the_organisation_section_appraises(dl19):
    (found,) = [one for one in dl19.process.mandates if one.verb == "appraises"]
    assert (found.body, found.subjects) == ("organisation_section", ("member", "cell"))


@pytest.mark.clause("DL19-I.4.1.a-4")
def test_each_individual_makes_one_self_review(dl19):
    second = SubmitSelfReview(form_code="Mẫu 2", filled=("self_grade",), already=1, done_on=DAY, due_on=DAY)
    assert refusals(dl19, second) == rows("I.4.1.a-4")


@pytest.mark.clause("DL19-II.1.4-1")
@pytest.mark.clause("DL19-II.1.4-2")
@pytest.mark.clause("DL19-II.2.5.B2-1")
@pytest.mark.parametrize(
    ("subject", "bodies", "row"),
    [
        ("cell", ("cell", "cell_committee"), ("DL19-II.1.4-2", "DL19-II.2.5.B2-1")),
        ("member", ("cell", "cell_committee"), ("DL19-II.1.4-2", "DL19-II.2.5.B2-1")),
        ("party_body", ("executive_committee",), ("DL19-II.1.4-1",)),
    ],
)
def test_who_proposes_a_grade(dl19, subject, bodies, row):
    asked = ProposeGrade(subject_kind=subject, body_kind="superior", done_on=DAY)
    assert refusals(dl19, asked) == [row]
    assert [refusals(dl19, replace(asked, body_kind=body)) for body in bodies] == [[]] * len(bodies)


@pytest.mark.parametrize(
    "fact",
    by_row(
        ("II.3.2.a-1", "level_a1"),
        ("II.3.2.a-2", "level_a2"),
        ("II.3.2.b-1", "level_b1"),
        ("II.3.2.b-2", "level_b2"),
        ("II.3.2.b-3", "level_b3"),
        ("II.3.2.b-4", "level_b4"),
        ("II.3.2.c-1", "level_c"),
    ),
)
def test_a_collective_rates_its_own_criteria(dl19, fact):
    (found,) = [one.record for one in dl19.sources.facts if (one.subject, one.fact) == ("collective", fact)]
    assert (found.kind, found.attestation) == ("attested", f"collective.{fact}")


@pytest.mark.parametrize(
    ("gap", "words"),
    by_row(
        ("I.3.2.a-5", "signs_27", "27 biểu hiện"),
        ("I.3.2.b-4", "title_standards", "Tiêu chuẩn chức danh"),
        ("I.4.1.a-2", "opinion_sources", "được lấy ý kiến"),
    ),
)
def test_what_the_letter_takes_from_elsewhere_is_a_gap(dl19, gap, words):
    (found,) = [one for one in dl19.gaps.gaps if one.key == gap]
    assert words in found.text
    assert dl19.filled.get(gap) is None


@pytest.mark.clause("DL19-II.1.5.B1-3")
def test_who_votes_on_the_grade_of_a_cell_and_of_the_party_body(dl19):
    cell, body = dl19.ballots.ballot("cell_self_grade"), dl19.ballots.ballot("party_body_self_grade")
    assert (cell.held_by, cell.by_first) == (("cell_committee", "cell"), True)
    assert (body.held_by, dl19.process.sittings[0].ballots) == ((), ("party_body_self_grade",))

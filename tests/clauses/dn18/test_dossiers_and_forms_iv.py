"""I.4.1, II, IV, V.3, End: forms, dossiers, notices."""

import pytest

from kiemdiem.core.process.papers import About, dossier_of, papers_owed

COMMITTEE, BLOCK, MASS = "executive_committee", "superior", ("union_executive", "youth_union_executive")
COMMITTEES = (COMMITTEE, "cell_committee")
FORMS = {
    "B.I.4.1.1.a-1": [("01", (*COMMITTEES, *MASS))],
    "B.I.4.1.1.b-1": [("2", ("member",))],
    "B.I.4.1.1.b-2": [("3", ("member",))],
    "B.I.4.1.1.b-3": [("phụ lục", ("member",))],
    "B.I.4.1.1.b-5": [("6", ("residence_committee",))],
    "B.II.2.4.B2-4": [("6", ("residence_committee",))],
    "B.II.1.6.B1-2": [(code, (*COMMITTEES, "assessor")) for code in ("4e.1", "4e.2")],
    "B.II.1.6.B2-1": [(code, (*COMMITTEES, "assessor")) for code in ("4e.1", "4e.2")],
    "B.II.2.4.B1-1": [("5", ("member", "cell_committee", "mass_leadership"))],
    "B.II.2.4.B2-2": [("5", ("member", "cell_committee", "mass_leadership"))],
    "B.II.2.4.B2-5": [("5.a-ĐUK", ("member",))],
    "B.II.2.4.B2-6": [("7", ("cell_committee",))],
    "B.II.3.4.B1-2": [(code, ("collective", "assessor")) for code in ("8", "8a", "8b", "8c")],
    "B.II.3.4.B2-1": [(code, ("collective", "assessor")) for code in ("8", "8a", "8b", "8c")],
}


def forms(book, row):
    """The forms of a row: code and who fills them in."""
    return [(form.code, form.filled_by) for form in book.forms.forms if row in form.rows]


@pytest.mark.parametrize(
    ("row", "given"),
    [pytest.param(f"DN18-{row}", given, marks=pytest.mark.clause(f"DN18-{row}")) for row, given in FORMS.items()],
)
def test_a_row_has_its_form_and_who_fills_it_in(dn18, row, given):
    assert forms(dn18, row) == given


@pytest.mark.reading("mass_committee_report", "same_form")
@pytest.mark.reading("mass_committee_report", "no_report")
@pytest.mark.parametrize(("reading", "writers"), [("same_form", (*COMMITTEES, *MASS)), ("no_report", COMMITTEES)])
def test_committees_of_union_and_youth_report_or_not(under, reading, writers):
    assert forms(under(mass_committee_report=reading), "DN18-B.I.4.1.1.a-1") == [("01", writers)]


@pytest.mark.clause("DN18-B.I.4.1.1.b-1", "DN18-B.I.4.1.1.b-2")
@pytest.mark.parametrize("key", ["self_review", "commitment"])
def test_each_person_writes_one(dn18, key):
    assert [form.most_per_person for form in dn18.forms.forms if form.key == key] == [1]


ITEMS = [
    ("B.IV.1-1", "cell_summary", "", "unit", False),
    ("B.IV.1-2", "cell_summary", "", "unit", False),
    ("B.IV.1-3", "cell_summary", "", "unit", False),
    ("B.IV.2-2", "cell_review", "", "unit", False),
    ("B.IV.2-4", "cell_review", "", "unit", True),
    ("B.IV.2-5", "cell_review", "commitment", "member", False),
    ("B.IV.2-6", "cell_review", "", "unit", False),
    ("B.IV.2-7", "after_committee", "", "unit", False),
    ("B.IV.2-8", "after_committee", "", "unit", False),
    ("B.IV.2-9", "after_committee", "", "unit", False),
    *((f"B.IV.2-{number}", "cell_review", "", "unit", True) for number in range(10, 14)),
    *((f"B.V.3-{number}", "inspection", "", "unit", False) for number in range(5, 13)),
    ("B.V.3-13", "inspection", "", "member", False),
    ("B.V.3-14", "inspection", "", "unit", False),
    ("B.V.3-15", "inspection", "", "unit", True),
]


@pytest.mark.parametrize(
    ("row", "dossier", "form", "per", "if_any"),
    [pytest.param(*each, marks=pytest.mark.clause(f"DN18-{each[0]}")) for each in ITEMS],
)
def test_each_paper_stands_in_its_dossier(dn18, row, dossier, form, per, if_any):
    found = [
        (one.key, each.form, each.per, each.if_any)
        for one in dn18.dossier.dossiers
        for each in one.items
        if f"DN18-{row}" in each.rows
    ]
    assert found == [(dossier, form, per, if_any)]


@pytest.mark.clause("DN18-B.IV.2-1", "DN18-B.IV.2-3")
@pytest.mark.parametrize(
    ("row", "given"),
    [
        ("DN18-B.IV.2-1", [("collective_report", "unit", False, False), ("", "unit", False, True)]),
        ("DN18-B.IV.2-3", [("self_review", "member", True, False), ("member_analysis", "member", False, False)]),
    ],
)
def test_two_papers_of_one_row(dn18, row, given):
    items = [each for each in dossier_of(dn18.dossier, "cell_review").items if row in each.rows]
    assert [(each.form, each.per, each.confirmed, each.if_any) for each in items] == given


LISTS = [
    ("B.IV-1", "cell_summary", ("cell_committee",), COMMITTEE, None),
    ("B.IV-1", "cell_review", ("cell_committee",), COMMITTEE, None),
    ("B.V.3-4", "inspection", (COMMITTEE,), BLOCK, None),
    ("B.II.3.3.c-4", "mass_assessors", MASS, COMMITTEE, None),
    ("B.II.1.5.a-7", "party_body_assessors", (COMMITTEE,), BLOCK, "superior_board"),
    ("B.II.1.5.b-5", "cell_assessors", ("cell_committee",), COMMITTEE, None),
    ("B.II.3.3.a-7", "committee_assessors", (COMMITTEE,), BLOCK, None),
    ("B.II.3.3.b-5", "cell_committee_assessors", ("cell_committee",), COMMITTEE, None),
]


@pytest.mark.parametrize(
    ("row", "key", "owed_by", "owed_to", "via"),
    [pytest.param(*each, marks=pytest.mark.clause(f"DN18-{each[0]}")) for each in LISTS],
)
def test_who_owes_a_dossier_to_whom(dn18, row, key, owed_by, owed_to, via):
    found = dossier_of(dn18.dossier, key)
    assert (found.rows, found.owed_by, found.owed_to, found.via) == ((f"DN18-{row}",), owed_by, owed_to, via)
    assert len(found.items) >= 1


@pytest.mark.reading("mass_committee_report_to", "party_committee")
@pytest.mark.reading("mass_committee_report_to", "block")
@pytest.mark.parametrize(
    ("reading", "to", "via"), [("party_committee", COMMITTEE, None), ("block", BLOCK, "superior_board")]
)
def test_union_and_youth_report_to_the_committee_or_the_block(under, reading, to, via):
    found = dossier_of(under(mass_committee_report_to=reading).dossier, "mass_assessors")
    assert (found.owed_to, found.via) == (to, via)


AFTER = ("grading_summary", "appraisal_summary", "conclusion")


@pytest.mark.reading("cells_before_committee", "committee_owes")
@pytest.mark.reading("cells_before_committee", "literal")
@pytest.mark.parametrize(("reading", "key"), [("committee_owes", "after_committee"), ("literal", "cell_review")])
def test_what_arises_at_the_committees_meeting_is_owed_by_it_or_by_the_cell(under, reading, key):
    book = under(cells_before_committee=reading)
    owed = {paper.item for one in book.dossier.dossiers for paper in papers_owed(one, ())}
    assert {item for item in owed if item.endswith(AFTER)} == {f"{key}.{each}" for each in AFTER}


@pytest.mark.clause("DN18-B.IV.2-10")
def test_papers_if_any_are_never_missing(dn18):
    review = dossier_of(dn18.dossier, "cell_review")
    owed = [paper.item for paper in papers_owed(review, (About(subject="p", name="An"),))]
    names = ("report", "remedies", "self_review", "self_scores", "commitment", "minutes")
    assert owed == [f"cell_review.{each}" for each in names]


@pytest.mark.clause("DN18-B.IV.3.1-2")
def test_the_assessment_is_told_to_the_subject_and_to_whoever_manages_it(dn18):
    assert [(each.owed_to, each.about) for each in dn18.notices.notices] == [
        ("member", "assessment"),
        ("agency_leadership", "assessment"),
    ]


@pytest.mark.clause("DN18-End-1")
def test_the_plan_goes_to_seven_recipients_two_of_them_for_report(dn18):
    found = [(each.unit_kind, each.for_report) for each in dn18.notices.recipients]
    below = ("standing_committee", "inspection_committee", COMMITTEE, "cell", "office")
    assert found == [(BLOCK, True), ("superior_board", True), *((kind, False) for kind in below)]

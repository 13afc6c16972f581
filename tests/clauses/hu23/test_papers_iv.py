"""II.3, III, IV: dossiers and forms, who owes them and who receives them."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import SubmitDossier
from kiemdiem.core.process.papers import About, dossier_of, papers_owed
from tests.clauses.hu23.test_bodies_iv import BOARD, DATA, OFFICE, STANDING
from tests.clauses.hx17.season import refusals

ADDRESSES = [
    ("grassroots", STANDING, BOARD, ("III-2", "IV.1-3")),
    ("own_papers", OFFICE, "", ("IV.5-13",)),
    ("district", "superior", "superior_board", ("III-4", "IV.6-7")),
]


@pytest.mark.parametrize(
    ("dossier", "to", "via", "rows"),
    [pytest.param(*each, marks=pytest.mark.clause(*(f"HU23-{row}" for row in each[3]))) for each in ADDRESSES],
)
def test_a_dossier_goes_to_its_place(hu23, dossier, to, via, rows):
    day = date(2023, 12, 21)
    asked = SubmitDossier(dossier=dossier, from_kind="x", to_kind=to, via_kind=via, done_on=day, due_on=day)
    told = [tuple(f"HU23-{row}" for row in rows)]
    assert refusals(hu23, asked) == []
    assert refusals(hu23, replace(asked, to_kind="cell")) == told
    assert refusals(hu23, replace(asked, via_kind="cell")) == (told if via else [])


@pytest.mark.parametrize(
    ("key", "owed_by", "rows"),
    [
        pytest.param(*each, marks=pytest.mark.clause(*(f"HU23-{row}" for row in each[2])))
        for each in (
            (
                "grassroots",
                ("grassroots_committee", "police_committee", "military_committee", "cell", "agency_leadership"),
                ("III-2", "IV.1-3"),
            ),
            ("own_papers", (STANDING,), ("IV.5-13",)),
            ("district", (STANDING,), ("III-4", "IV.6-7")),
        )
    ],
)
def test_who_owes_a_dossier(hu23, key, owed_by, rows):
    found = dossier_of(hu23.dossier, key)
    _, to, via, _ = next(each for each in ADDRESSES if each[0] == key)
    assert (found.owed_by, found.owed_to, found.via or "") == (owed_by, to, via)
    assert found.rows == tuple(f"HU23-{row}" for row in rows)


ITEMS = {
    "III-4": [("district", "collective_report", "unit"), ("district", "results_table", "unit")],
    "IV.1-3": [("grassroots", "results_report", "unit")],
    "IV.1-4": [("grassroots", "collective_report", "unit")],
    "IV.1-9": [("grassroots", "remediation_plan", "unit")],
    "IV.5-3": [("grassroots", "", "unit")],
    "IV.5-10": [("own_papers", "self_review", "leader")],
    "IV.5-11": [("own_papers", "residence_comment", "leader")],
    "IV.5-12": [("own_papers", "", "leader")],
    "IV.6-5": [("district", "results_table", "unit")],
    "IV.6-7": [("district", "collective_report", "unit"), ("district", "self_review", "leader")],
}


@pytest.mark.parametrize(
    ("row", "given"),
    [pytest.param(f"HU23-{row}", given, marks=pytest.mark.clause(f"HU23-{row}")) for row, given in ITEMS.items()],
)
def test_each_paper_stands_in_its_dossier(hu23, row, given):
    found = [(one.key, item.form, item.per) for one in hu23.dossier.dossiers for item in one.items if row in item.rows]
    assert found == given


@pytest.mark.clause("HU23-IV.5-11", "HU23-IV.5-13")
@pytest.mark.reading("papers_22_12", "all_three")
@pytest.mark.reading("papers_22_12", "self_review_only")
@pytest.mark.parametrize(
    ("reading", "names"),
    [("all_three", ("self_review", "residence_comment", "prior_results")), ("self_review_only", ("self_review",))],
)
def test_what_a_standing_member_sends_to_the_office(under, reading, names):
    book = under(papers_22_12=reading)
    member = About(subject="p", name="An", is_leader=True)
    owed = papers_owed(dossier_of(book.dossier, "own_papers"), (member,))
    assert [paper.item for paper in owed] == [f"own_papers.{name}" for name in names]
    asked = SubmitDossier(
        dossier="own_papers", from_kind=STANDING, to_kind=OFFICE, done_on=date(2023, 12, 20), owed=owed, received=owed
    )
    assert refusals(book, asked) == []
    assert refusals(book, replace(asked, received=())) == [("HU23-IV.5-11", "HU23-IV.5-13")]


@pytest.mark.clause("HU23-III-2", "HU23-IV.1-9")
def test_a_dossier_without_the_plan_of_remedies_is_not_complete(hu23):
    owed = papers_owed(dossier_of(hu23.dossier, "grassroots"), ())
    assert [paper.item.partition(".")[2] for paper in owed] == ["report", "results", "remediation"]
    asked = SubmitDossier(
        dossier="grassroots",
        from_kind="cell",
        to_kind=STANDING,
        via_kind=BOARD,
        done_on=date(2023, 12, 20),
        owed=owed,
        received=owed,
    )
    assert refusals(hu23, asked) == []
    assert refusals(hu23, replace(asked, received=owed[:2])) == [("HU23-III-2", "HU23-IV.1-9")]


REPORTING = (
    "grassroots_committee",
    "police_committee",
    "military_committee",
    "cell",
    "agency_leadership",
    "council_standing_body",
    "peoples_committee",
    *DATA[1:],
    STANDING,
)
UNITS = ("grassroots_committee", "police_committee", "military_committee", "cell")
SUGGESTING = (STANDING, "party_building_board", OFFICE)
SUGGESTED = ("grassroots_committee", "agency_leadership", "cell", "leader")
FORMS = {
    "II.3-2": [
        (
            "suggestion",
            (STANDING, "party_building_board", OFFICE),
            ("grassroots_committee", "agency_leadership", "cell", "leader"),
        )
    ],
    "II.3-3": [
        (
            "suggestion",
            (STANDING, "party_building_board", OFFICE),
            ("grassroots_committee", "agency_leadership", "cell", "leader"),
        )
    ],
    "IV.1-3": [("results_report", UNITS, (BOARD, STANDING))],
    "IV.1-4": [("collective_report", REPORTING, (STANDING,))],
    "IV.1-6": [("registration", UNITS, (OFFICE,))],
    "IV.1-9": [("remediation_plan", (*UNITS, "agency_leadership"), (STANDING,))],
    "IV.5-10": [("self_review", ("member",), (OFFICE,))],
    "IV.5-11": [("residence_comment", ("residence_committee",), (OFFICE,))],
    "IV.6-5": [("results_table", (BOARD,), (STANDING,))],
    "IV.6-9": [("data_supply", ("party_building_board", *DATA), (BOARD,))],
    "IV.6-10": [("data_supply", ("party_building_board", *DATA), (BOARD,))],
    "IV.6-11": [("year_summary", (OFFICE,), ("superior",))],
}


@pytest.mark.parametrize(
    ("row", "given"),
    [pytest.param(f"HU23-{row}", given, marks=pytest.mark.clause(f"HU23-{row}")) for row, given in FORMS.items()],
)
def test_a_row_has_its_form(hu23, row, given):
    found = [(form.key, form.filled_by, form.received_by) for form in hu23.forms.forms if row in form.rows]
    assert found == given
    assert [form.code for form in hu23.forms.forms if row in form.rows] == [f"HU23/{key}" for key, _, _ in given]


@pytest.mark.clause("HU23-IV.1-10")
def test_the_plan_of_remedies_says_how_it_is_followed(hu23):
    (form,) = [form for form in hu23.forms.forms if "HU23-IV.1-10" in form.rows]
    assert form.sections == ("collective_faults", "individual_faults", "solutions", "follow_up")

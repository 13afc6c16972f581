"""0, I.1, II.2, IV, End: which body does what, decisions, results sent on, recipients, and who signs."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import AwardUnits, ProposeGrade, SendResults
from tests.clauses.hx17.season import decision, refusals, warnings

STANDING, BOARD, OFFICE = "standing_committee", "org_board", "office"
GRADED = ("collective", "leader", "cell", "party_body")
DATA = (
    "agency_leadership",
    "front_standing_board",
    *(f"{body}_standing_board" for body in ("union", "farmers", "women", "veterans", "youth_union")),
)
MANDATES = {
    "II.2-2": [("supervises", "grassroots_committee", ("cell", "member"))],
    "II.2-6": [("supervises", STANDING, ("party_body", "cell", "collective"))],
    "II.3-1": [("suggests", body, GRADED) for body in (STANDING, "party_building_board", BOARD, OFFICE)],
    "III-4": [("decides", STANDING, ("collective", "leader", "member"))],
    "III-5": [("decides", "executive_committee", ("party_body",))],
    "IV.1-2": [("supervises", "grassroots_committee", ("cell",))],
    "IV.1-7": [("decides", STANDING, ("attendance_schedule",))],
    "IV.2-1": [
        ("supervises", "police_committee", ("police_cell",)),
        ("supervises", "military_committee", ("military_cell",)),
        ("supervises", "grassroots_committee", ("police_cell", "military_cell")),
    ],
    "IV.4-1": [
        ("assesses", "council_standing_body", ("commune_council", "commune_committee")),
        ("assesses", "peoples_committee", ("commune_council", "commune_committee", "agency_leadership")),
    ],
    "IV.5-1": [("supervises", STANDING, ("assigned_unit",))],
    "IV.5-2": [("supervises", STANDING, ("suggested_unit",))],
    "IV.5-3": [("appraises", STANDING, ("commendation",))],
    "IV.6-1": [
        ("suggests", BOARD, GRADED),
        ("appraises", BOARD, ("suggestion",)),
        ("decides", STANDING, ("suggestion",)),
    ],
    "IV.6-2": [("proposes", BOARD, ("editorial_team",))],
    "IV.6-3": [("proposes", BOARD, ("working_group_by_block",))],
    "IV.6-5": [("proposes", BOARD, ("cell", "party_body"))],
    "IV.6-6": [("decides", STANDING, ("cell", "party_body"))],
    "IV.6-7": [("supplies", BOARD, ("district_dossier",))],
    "IV.6-8": [("supervises", "party_building_board", ("cell", "party_body"))],
    "IV.6-9": [("supplies", "party_building_board", ("unit_data",))],
    "IV.6-10": [("supplies", body, ("mass_grades",)) for body in DATA],
    "IV.6-11": [("supplies", OFFICE, ("year_summary",))],
    "IV.6-12": [("supplies", OFFICE, ("opinion_round",))],
    "IV.6-13": [("supervises", OFFICE, ("plan",))],
    "End-3": [("signs", STANDING, ("plan",))],
}


@pytest.mark.parametrize(
    ("row", "given"),
    [pytest.param(f"HU23-{row}", given, marks=pytest.mark.clause(f"HU23-{row}")) for row, given in MANDATES.items()],
)
def test_which_body_does_what(hu23, row, given):
    assert [(each.verb, each.body, each.subjects) for each in hu23.process.mandates if row in each.rows] == given


@pytest.mark.parametrize(
    ("row", "post"),
    [
        pytest.param(row, post, marks=pytest.mark.clause(row))
        for row, post in (
            ("HU23-II.2-2", "grassroots_committee.secretary"),
            ("HU23-IV.5-1", "standing_committee.standing_member"),
            ("HU23-End-3", "standing_committee.secretary"),
        )
    ],
)
def test_what_is_left_to_one_post(hu23, row, post):
    assert [each.post for each in hu23.process.mandates if row in each.rows] == [post]


@pytest.mark.clause("HU23-IV.2-1")
def test_forces_of_a_commune_stand_in_its_body_and_have_their_own_above(hu23):
    units = {unit.key: unit for unit in hu23.body.units if "HU23-IV.2-1" in unit.rows}
    cells = {unit.cell_kind: unit.parent for unit in units.values() if unit.unit_kind == "cell"}
    assert cells == {"police": "dang_bo_xa", "military": "dang_bo_xa"}
    above = {unit.unit_kind: unit.parent for unit in units.values() if unit.unit_kind.endswith("committee")}
    assert above == {"police_committee": "dang_bo_cong_an", "military_committee": "dang_bo_quan_su"}


DECIDERS = [
    ("cell", False, STANDING, "executive_committee", "HU23-IV.6-6"),
    ("party_body", False, STANDING, "executive_committee", "HU23-IV.6-6"),
    ("party_body", True, "executive_committee", STANDING, "HU23-III-5"),
    ("collective", False, STANDING, "grassroots_committee", "HU23-III-4"),
    ("leader", False, STANDING, "grassroots_committee", "HU23-III-4"),
]


@pytest.mark.parametrize(
    ("kind", "own", "body", "other", "row"),
    [pytest.param(*each, marks=pytest.mark.clause(each[4])) for each in DECIDERS],
)
def test_only_the_competent_body_decides(hu23, kind, own, body, other, row):
    asked = decision(subject_kind=kind, own_body=own, body_kind=body)
    assert refusals(hu23, asked) == []
    assert refusals(hu23, replace(asked, body_kind=other), recording=True) == [(row,)]


@pytest.mark.clause("HU23-III-5")
@pytest.mark.parametrize(("body", "refused"), [(STANDING, 0), ("executive_committee", 1), (BOARD, 1)])
def test_the_standing_committee_proposes_the_grade_of_the_district(hu23, body, refused):
    asked = ProposeGrade(subject_kind="party_body", body_kind=body, done_on=date(2023, 12, 27))
    assert refusals(hu23, asked) == [("HU23-III-5",)] * refused


@pytest.mark.clause("HU23-II.2-7")
def test_a_member_grade_that_differs_from_the_agencys_is_pointed_out(hu23):
    assert warnings(hu23, decision(civil_agrees=True)) == []
    assert warnings(hu23, decision(civil_agrees=False)) == [("HU23-II.2-7",)]


@pytest.mark.clause("HU23-II.2-3")
def test_nobody_decides_alone_or_on_himself(hu23):
    for asked in (decision(alone=True), decision(keyed_by_subject=True)):
        assert refusals(hu23, asked, recording=True) == [("HU23-II.2-3",)]


@pytest.mark.clause("HU23-III-4", "HU23-IV.5-3")
def test_the_standing_committee_considers_commendation(hu23):
    assert refusals(hu23, AwardUnits(body_kind=STANDING)) == []
    assert refusals(hu23, AwardUnits(body_kind="executive_committee")) == [("HU23-III-4", "HU23-IV.5-3")]
    steps = [step.key for one in hu23.process.sittings for step in one.steps if "HU23-IV.5-3" in step.rows]
    assert steps == ["grading.commend"]


@pytest.mark.clause("HU23-III-4", "HU23-III-5", "HU23-IV.6-5", "HU23-IV.6-6")
def test_two_sittings_grade_below_and_the_district(hu23, filled):
    told = [
        (one.kind, one.held_by, one.plan_item, one.groups, [step.key for step in one.steps])
        for one in hu23.process.sittings
    ]
    grading = ["grading.hear", "grading.decide", "grading.commend"]
    assert told == [
        ("grading", (STANDING,), "standing_grading", ("standing_committee_members",), grading),
        (
            "conference",
            ("executive_committee",),
            "executive_conference",
            ("executive_committee_members",),
            ["conference.grade"],
        ),
    ]
    assert [one.ballots for one in hu23.process.sittings] == [(), ()]
    assert [one.ballots for one in filled.process.sittings] == [
        ("collective_grade", "cell_grade", "party_body_grade"),
        (),
    ]
    (hear,) = [step for one in hu23.process.sittings for step in one.steps if "HU23-IV.6-5" in step.rows]
    assert hear.key == "grading.hear"


def results(step, sender, to, via=""):
    """Results sent in good time."""
    return SendResults(
        step=step,
        from_kind=sender,
        to_kind=to,
        via_kind=via,
        done_on=date(2024, 1, 3),
        due_on=date(2024, 1, 4),
        done=("executive_conference",),
    )


SENT = [
    ("grassroots_dossiers", "cell", STANDING, BOARD, "to_kind", OFFICE, ("IV.1-3",)),
    ("grassroots_dossiers", "cell", STANDING, BOARD, "via_kind", OFFICE, ("IV.1-3",)),
    ("aggregation", BOARD, STANDING, "", "from_kind", OFFICE, ("IV.6-5",)),
    ("aggregation", BOARD, STANDING, "", "to_kind", OFFICE, ("IV.6-5",)),
    ("report_up", STANDING, "superior", "", "from_kind", OFFICE, ("III-4",)),
    ("report_up", STANDING, "superior", "", "to_kind", OFFICE, ("III-4",)),
    ("year_summary", OFFICE, "superior", "", "from_kind", BOARD, ("IV.6-11",)),
]


@pytest.mark.parametrize(
    ("step", "sender", "to", "via", "wrong", "value", "rows"),
    [pytest.param(*each, marks=pytest.mark.clause(*(f"HU23-{row}" for row in each[6]))) for each in SENT],
)
def test_results_go_from_whom_to_whom(hu23, step, sender, to, via, wrong, value, rows):
    asked = results(step, sender, to, via)
    assert (refusals(hu23, asked), warnings(hu23, asked)) == ([], [])
    assert refusals(hu23, replace(asked, **{wrong: value})) == [tuple(f"HU23-{row}" for row in rows)]


@pytest.mark.clause("HU23-III-4")
def test_the_report_to_the_province_after_its_last_day_is_late(hu23):
    asked = replace(results("report_up", STANDING, "superior"), done_on=date(2024, 1, 5))
    assert warnings(hu23, asked) == [("HU23-III-4",)]


@pytest.mark.clause("HU23-III-4", "HU23-III-5")
@pytest.mark.reading("district_grade_order", "conference_first")
@pytest.mark.reading("district_grade_order", "independent")
@pytest.mark.parametrize(
    ("reading", "told"), [("conference_first", [("HU23-III-4", "HU23-III-5")]), ("independent", [])]
)
def test_the_conference_comes_before_the_report_or_by_its_own_day(under, reading, told):
    asked = results("report_up", STANDING, "superior")
    book = under(district_grade_order=reading)
    assert (warnings(book, asked), warnings(book, replace(asked, done=()))) == ([], told)


@pytest.mark.clause("HU23-0-1")
@pytest.mark.reading("plan_number", "operator_enters")
def test_the_rulebook_is_the_plan_of_2023_without_a_number(hu23):
    found = hu23.identity
    assert (found.kind, found.year, found.issuer, found.number, found.symbol) == (
        "plan",
        2023,
        "Ban Thường vụ Huyện ủy",
        None,
        "KH/HU",
    )


@pytest.mark.clause("HU23-0-2", "HU23-0-3")
@pytest.mark.reading("basis_issuer", "keep_both")
def test_four_acts_are_the_basis(hu23):
    told = {basis.number: (basis.issued_on, basis.rows) for basis in hu23.identity.basis}
    assert told == {
        "124-QĐ/TW": ("2023-10-04", ("HU23-0-2",)),
        "25-HD/BTCTW": ("2023-11-10", ("HU23-0-2",)),
        "210-KH/TU": ("2023-11-25", ("HU23-0-3",)),
        "22-HD/TU": ("2023-11-25", ("HU23-0-3",)),
    }
    assert hu23.identity.basis[0].issuer == "Ban Chấp hành Trung ương; Bộ Chính trị"


@pytest.mark.clause("HU23-I.1-1", "HU23-II.2-6", "HU23-End-1")
def test_the_plan_says_its_purpose_and_how_it_is_carried_out(hu23):
    rows = [("HU23-I.1-1",), ("HU23-II.2-6",), ("HU23-End-1",)]
    assert [heading.rows for heading in hu23.plan.headings] == rows


@pytest.mark.clause("HU23-I.2-1", "HU23-I.2-3", "HU23-II.2-3", "HU23-II.2-4")
def test_four_requirements_stand_in_every_review(hu23):
    rows = [item.rows for item in hu23.criteria.items("principles")]
    assert rows == [("HU23-I.2-1",), ("HU23-I.2-3",), ("HU23-II.2-3",), ("HU23-II.2-4",)]
    assert [use.content for use in hu23.criteria.uses] == ["collective", "member", "leader"]


@pytest.mark.clause("HU23-End-2")
def test_the_plan_goes_to_eight_recipients_two_of_them_above(hu23):
    told = [(one.unit_kind, one.for_report) for one in hu23.notices.recipients]
    below = ("peoples_committee", "party_building_board", "grassroots_committee", "agency_leadership")
    rest = ("executive_committee", OFFICE)
    assert told == [("superior", True), ("superior_board", True), *((kind, False) for kind in (*below, *rest))]


def test_every_open_question_that_names_the_plan_is_asked(hu23):
    numbers = [one.amb for one in hu23.interpretations.interpretations]
    general = [f"AMB-G-{n:02}" for n in (1, 5, 6, 7, 8, 9, 11, 13, 14, 15, 18, 19, 24)]
    assert numbers == [*general, *(f"AMB-HU23-{n:02}" for n in range(1, 9))]
    assert sum(len(one.readings) > 1 for one in hu23.interpretations.interpretations) == 19

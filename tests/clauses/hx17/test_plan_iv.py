"""HX17 IV — the calendar of the season: what is due, from when to when, by whom, to whom."""

from datetime import date

import pytest

from kiemdiem.core import calendar
from kiemdiem.core.calendar import WorkCalendar
from tests.clauses.hx17.season import COLLECTIVES, MASS, WARD_BODIES, item

ALL = (*COLLECTIVES, "cell")
PREPARED = (date(2017, 11, 21), date(2017, 11, 27))


def days(book, key):
    """First and last day of an item, and whether its end binds."""
    found = item(book, key)
    return found.from_on, found.until_on, found.deadline


@pytest.mark.clause("HX17-IV.1-1")
def test_the_plan_is_passed_at_a_conference_on_the_16th(hx17):
    found = item(hx17, "plan_conference")
    assert (found.from_on, found.until_on) == (date(2017, 11, 16), date(2017, 11, 16))
    assert (found.kind, found.owed_by, found.rows) == ("meeting", ("executive_committee",), ("HX17-IV.1-1",))


@pytest.mark.clause("HX17-IV.1-2")
def test_the_conference_convenes_bodies_and_cell_secretaries(hx17):
    (place,) = [each for each in hx17.process.places if each.rows == ("HX17-IV.1-2",)]
    assert place.groups == (
        "executive_members",
        "council_chairs",
        "peoples_committee_members",
        "front_members",
        "farmers_executive",
        "women_executive",
        "veterans_executive",
        "youth_union_executive",
        "cell_secretaries",
    )
    groups = {each.key: (each.unit_kinds, each.posts) for each in hx17.process.groups}
    assert groups["cell_secretaries"] == (("cell",), ("secretary",))
    assert groups["executive_members"] == (("executive_committee",), ())


@pytest.mark.clause("HX17-IV.2-1")
def test_every_organisation_and_cell_is_briefed_from_17_to_20_november(hx17):
    assert days(hx17, "briefing") == (date(2017, 11, 17), date(2017, 11, 20), True)
    assert item(hx17, "briefing").owed_by == ALL


@pytest.mark.clause("HX17-IV.3-1")
def test_preparation_runs_from_21_to_27_november(hx17):
    assert days(hx17, "preparation") == (*PREPARED, True)
    assert item(hx17, "preparation").owed_by == ALL


@pytest.mark.parametrize(
    ("key", "kind", "owed_by", "about"),
    [
        pytest.param("collective_report", "paper", COLLECTIVES, "collective", marks=pytest.mark.clause("HX17-IV.3-2")),
        pytest.param("leadership_report", "paper", ("cell",), "cell", marks=pytest.mark.clause("HX17-IV.3-3")),
        pytest.param("comments", "paper", ("cell",), "member", marks=pytest.mark.clause("HX17-IV.3-4")),
        pytest.param("self_review", "paper", ("cell",), "member", marks=pytest.mark.clause("HX17-IV.3-5")),
        pytest.param(
            "civil_grades", "result", ("peoples_committee",), "member", marks=pytest.mark.clause("HX17-IV.3-6")
        ),
        pytest.param("mass_branches", "result", MASS, "", marks=pytest.mark.clause("HX17-IV.3-7")),
        pytest.param(
            "opinions", "opinion", ("front_standing_board", *MASS), "", marks=pytest.mark.clause("HX17-IV.3-8")
        ),
    ],
)
def test_what_is_prepared_and_who_owes_it(hx17, key, kind, owed_by, about):
    found = item(hx17, key)
    assert days(hx17, key) == (*PREPARED, True)
    assert (found.kind, found.owed_by, found.subject_kind) == (kind, owed_by, about)


@pytest.mark.clause("HX17-IV.3-8")
def test_opinions_go_to_the_executive_committee(hx17):
    assert item(hx17, "opinions").owed_to == "executive_committee"


@pytest.mark.clause("HX17-IV.4-1")
def test_ward_bodies_review_from_29_november_to_2_december(hx17):
    assert days(hx17, "collective_reviews") == (date(2017, 11, 29), date(2017, 12, 2), True)
    assert item(hx17, "collective_reviews").owed_by == WARD_BODIES


@pytest.mark.clause("HX17-IV.5-1")
def test_ward_bodies_report_to_the_standing_committee_by_4_december(hx17):
    found = item(hx17, "leader_results")
    assert days(hx17, "leader_results") == (date(2017, 11, 29), date(2017, 12, 4), True)
    assert (found.owed_by, found.owed_to, found.kind) == (WARD_BODIES, "standing_committee", "report")


@pytest.mark.clause("HX17-IV.6-1")
def test_the_executive_committee_reviews_on_5_december(hx17):
    assert days(hx17, "executive_review") == (date(2017, 12, 5), date(2017, 12, 5), True)
    assert item(hx17, "executive_review").owed_by == ("executive_committee",)


@pytest.mark.clause("HX17-IV.7-1")
def test_cells_meet_from_1_to_7_december(hx17):
    assert days(hx17, "cell_meetings") == (date(2017, 12, 1), date(2017, 12, 7), True)
    assert item(hx17, "cell_meetings").owed_by == ("cell",)


@pytest.mark.parametrize(
    ("key", "day", "units"),
    [
        pytest.param("day_01", 1, ("cb_thanh_khe", "cb_cong_an"), marks=pytest.mark.clause("HX17-IV.7-2")),
        pytest.param("day_02", 2, ("cb_mam_non", "cb_tieu_hoc_2"), marks=pytest.mark.clause("HX17-IV.7-3")),
        pytest.param("day_03", 3, ("cb_thcs", "cb_tram_y_te"), marks=pytest.mark.clause("HX17-IV.7-4")),
        pytest.param(
            "day_04",
            4,
            ("cb_tieu_hoc_1", "cb_thanh_luong_4", "cb_thuong_thon"),
            marks=pytest.mark.clause("HX17-IV.7-5"),
        ),
        pytest.param(
            "day_06",
            6,
            ("cb_thanh_luong_2", "cb_lieu_nam", "cb_xuan_thap", "cb_quan_su"),
            marks=pytest.mark.clause("HX17-IV.7-6"),
        ),
        pytest.param(
            "day_07",
            7,
            ("cb_trung_thon", "cb_thanh_luong_3", "cb_thanh_tien"),
            marks=pytest.mark.clause("HX17-IV.7-7"),
        ),
    ],
)
def test_which_cells_meet_on_which_day(hx17, key, day, units):
    found = item(hx17, f"cell_meetings.{key}")
    assert (found.from_on, found.until_on, found.units) == (date(2017, 12, day), date(2017, 12, day), units)
    assert (found.kind, found.owed_by) == ("meeting", ("cell",))


@pytest.mark.clause("HX17-IV.7-7")
def test_sixteen_cells_meet_exactly_once_and_the_5th_stays_free(hx17):
    meetings = [each for each in hx17.plan.items if each.key.startswith("cell_meetings.day_")]
    cells = sorted(unit.key for unit in hx17.body.units if unit.unit_kind == "cell")
    assert sorted(unit for each in meetings for unit in each.units) == cells
    assert len(cells) == 16
    assert [each.from_on.day for each in meetings] == [1, 2, 3, 4, 6, 7]


@pytest.mark.clause("HX17-IV.7-7")
@pytest.mark.reading("fix_year_2017", "corrected")
def test_the_misprinted_year_is_read_as_2017_and_stays_visible(hx17):
    found = item(hx17, "cell_meetings.day_07")
    assert (found.from_on, found.printed_on) == (date(2017, 12, 7), date(2016, 12, 7))
    assert found.under == ("fix_year_2017",)


@pytest.mark.clause("HX17-IV.7-7")
@pytest.mark.reading("fix_year_2017", "literal")
def test_the_misprinted_year_may_be_read_as_printed(under):
    assert item(under(fix_year_2017="literal"), "cell_meetings.day_07").from_on == date(2016, 12, 7)


@pytest.mark.clause("HX17-IV.8-1")
def test_cells_report_within_two_days_through_the_office(hx17):
    (term,) = hx17.plan.terms
    assert (term.days, term.after, term.rows) == (2, "cell_meetings", ("HX17-IV.8-1",))
    assert (term.owed_by, term.owed_to, term.via) == (("cell",), "standing_committee", "office")


@pytest.mark.clause("HX17-IV.9-1")
def test_the_office_aggregates_on_9_and_10_december(hx17):
    found = item(hx17, "aggregation")
    assert days(hx17, "aggregation") == (date(2017, 12, 9), date(2017, 12, 10), True)
    assert (found.owed_by, found.owed_to) == (("office",), "standing_committee")


@pytest.mark.clause("HX17-IV.10-1")
def test_the_standing_committee_proposes_on_11_december(hx17):
    assert days(hx17, "standing_proposal") == (date(2017, 12, 11), date(2017, 12, 11), True)
    assert item(hx17, "standing_proposal").owed_by == ("standing_committee",)


@pytest.mark.clause("HX17-IV.11-1")
def test_the_executive_committee_appraises_on_13_december(hx17):
    assert days(hx17, "executive_decision") == (date(2017, 12, 13), date(2017, 12, 13), True)
    assert item(hx17, "executive_decision").owed_by == ("executive_committee",)


@pytest.mark.clause("HX17-IV.12-1")
def test_the_report_goes_to_the_town_from_14_to_16_december(hx17):
    found = item(hx17, "report_up")
    assert days(hx17, "report_up") == (date(2017, 12, 14), date(2017, 12, 16), True)
    assert (found.owed_by, found.owed_to) == (("standing_committee",), "superior")


@pytest.mark.clause("HX17-IV.PC-2")
def test_fourteen_supervisors_answer_for_sixteen_cells_once_each(hx17):
    rows = hx17.plan.supervisors
    assert [each.number for each in rows] == list(range(1, 15))
    assert [each.units for each in rows if len(each.units) == 2] == [
        ("cb_quan_su", "cb_cong_an"),
        ("cb_xuan_thap", "cb_tieu_hoc_1"),
    ]
    cells = sorted(unit.key for unit in hx17.body.units if unit.unit_kind == "cell")
    assert sorted(unit for each in rows for unit in each.units) == cells


@pytest.mark.clause("HX17-I.1-1")
def test_the_purposes_are_shown_as_the_plan_puts_them(hx17):
    found = next(each for each in hx17.plan.headings if each.rows == ("HX17-I.1-1",))
    assert (found.title, len(found.values)) == ("Mục đích", 3)


@pytest.mark.clause("HX17-III-1")
def test_grading_rests_on_four_grounds(hx17):
    found = next(each for each in hx17.plan.headings if each.rows == ("HX17-III-1",))
    assert (found.title, len(found.values)) == ("Căn cứ phân loại", 4)


def test_the_plan_itself_schedules_cells_on_a_weekend(hx17):
    on = [item(hx17, f"cell_meetings.day_0{day}").from_on for day in (1, 2, 3, 4)]
    assert [WorkCalendar().works_on(day) for day in on] == [True, False, False, True]
    assert calendar.printed(on[1]) == "02/12/2017"

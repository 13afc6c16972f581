"""0, End, Nop, 1, 2, 4.B2, 4.B4, 5.6: the act, its bodies, forms, dossiers, notices and days."""

from datetime import date

import pytest

from kiemdiem.core.process.facts import GiveNotice, Paper, SendResults, SubmitDossier
from kiemdiem.core.process.papers import dossier_of
from tests.clauses.hx17.season import item, refusals, warnings

STATE = ("council_standing_body", "peoples_committee", "front_standing_board")
MASS = ("farmers_standing_board", "women_standing_board", "veterans_standing_board", "youth_union_standing_board")
WRITERS = ("standing_committee", "executive_committee", "cell_committee", "agency_leadership")


@pytest.mark.clause("BD20-0-1")
def test_whose_guidance_it_is(bd20):
    act = bd20.identity
    assert (act.number, act.issued_on, act.year, act.kind) == ("01-HD/BTCHU", "2020-11-17", 2020, "guidance")
    assert (act.issuer, act.status) == ("Ban Tổ chức Huyện ủy", "issued")


@pytest.mark.clause("BD20-0-2")
def test_the_acts_it_stands_on(bd20):
    assert [(one.number, one.issued_on) for one in bd20.identity.basis] == [
        ("20-CV/BTCTU", "2020-11-04"),
        ("07-KH/HU", "2020-11-09"),
    ]


FORMS = {
    "BD20-1-1": [("01-HDKĐ.ĐG 2020", WRITERS)],
    "BD20-1-2": [("01-HDKĐ.ĐG 2020", WRITERS)],
    "BD20-1-3": [("01A-HDKĐ.ĐG 2020", WRITERS)],
    "BD20-2-3": [("02A-HDKĐ.ĐG 2020", ("member",))],
    "BD20-2-4": [("3-213-HDKĐ.ĐG 2020", ("residence_committee",))],
    "BD20-2-5": [("4-213-HDKĐ.ĐG 2020", ("residence_committee",))],
    "BD20-4.B2-5": [("01B-HDKĐ.ĐG 2020", ("voter",)), ("02B-HDKĐ.ĐG 2020", ("voter",))],
    "BD20-4.B3-4": [("3-HDKĐ.ĐG 2020", ("voter",))],
}


@pytest.mark.parametrize(
    ("row", "given"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in FORMS.items()]
)
def test_a_row_has_its_form_and_who_fills_it_in(bd20, row, given):
    assert [(form.code, form.filled_by) for form in bd20.forms.forms if row in form.rows] == given


@pytest.mark.clause("BD20-1-4")
def test_each_collective_reports_apart_and_is_reviewed_at_one_meeting(bd20):
    (form,) = [one for one in bd20.forms.forms if "BD20-1-4" in one.rows]
    assert (form.subject_kind, form.most_per_person) == ("collective", None)
    places = {one.subject: one.before for one in bd20.process.places}
    assert places["standing_committee"] == places["executive_committee"] == "executive_committee"
    assert [one.key for one in bd20.process.places if "BD20-1-4" in one.rows] == ["place.standing_committee"]


KEY_WRITERS = (
    "key_commune_title",
    "cell_secretary",
    "cell_deputy_secretary",
    "agency_head",
    "agency_deputy",
    "front_leader",
    "mass_leader",
)


@pytest.mark.clause("BD20-2-1", "BD20-2-2")
@pytest.mark.reading("ordinary_member_form", "same_forms")
@pytest.mark.reading("ordinary_member_form", "free_form")
@pytest.mark.parametrize(("reading", "last"), [("same_forms", "member"), ("free_form", "leader")])
def test_leaders_and_perhaps_every_member_write_on_form_02(under, reading, last):
    (form,) = [one for one in under(ordinary_member_form=reading).forms.forms if "BD20-2-1" in one.rows]
    assert (form.rows, form.code, form.filled_by) == (
        ("BD20-2-1", "BD20-2-2"),
        "02-HDKĐ.ĐG 2020",
        (*KEY_WRITERS, last),
    )


@pytest.mark.reading("cell_without_committee", "secretary_reports")
@pytest.mark.clause("BD20-1-2")
def test_a_cell_without_a_committee_has_a_secretary_to_report(bd20):
    cells = {unit.key: unit.seats for unit in bd20.body.units if unit.unit_kind == "cell"}
    led = {unit.parent for unit in bd20.body.units if unit.unit_kind == "cell_committee"}
    assert [seats[0].post for key, seats in cells.items() if key not in led] == ["secretary", "secretary"]


@pytest.mark.clause("BD20-4.B5-1")
def test_results_are_summarised_on_the_forms_filled_in(bd20, filled):
    counts = [sum("BD20-4.B5-1" in form.rows for form in book.forms.forms) for book in (bd20, filled)]
    assert counts == [0, 1]


PACK = [
    ("BD20-4.B4-5", "collective_report", "unit", False),
    ("BD20-4.B4-6", "self_review", "leader", False),
    ("BD20-4.B4-7", "", "leader", False),
    ("BD20-4.B4-8", "", "unit", False),
    ("BD20-4.B4-9", "residence_comment", "leader", False),
    ("BD20-4.B4-10", "", "leader", True),
    ("BD20-4.B4-11", "", "unit", True),
]


@pytest.mark.parametrize(
    ("row", "form", "per", "if_any"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in PACK]
)
def test_the_papers_of_the_meeting_of_the_committee(bd20, row, form, per, if_any):
    items = dossier_of(bd20.dossier, "committee_pack").items
    assert [(one.form, one.per, one.if_any) for one in items if row in one.rows] == [(form, per, if_any)]


@pytest.mark.clause("BD20-5.10-2")
def test_the_comment_of_the_temporary_cell_is_handed_to_the_official_one(bd20):
    found = dossier_of(bd20.dossier, "temporary_member")
    assert (found.owed_to, [one.if_any for one in found.items], found.rows) == ("cell", [True], ("BD20-5.10-2",))


@pytest.mark.clause("BD20-Nop-1")
def test_what_the_board_receives_of_those_the_district_manages(bd20):
    found = dossier_of(bd20.dossier, "managed_by_district")
    assert (found.owed_by, found.owed_to) == (("executive_committee",), "org_board")
    assert [(one.form, one.per, one.managed_by) for one in found.items] == [
        ("collective_report", "unit", None),
        ("self_review", "leader", "superior"),
        ("member_analysis", "leader", "superior"),
    ]


def handed_in(day=date(2020, 12, 14), to="org_board", **change):
    """The dossier for the board."""
    due = date(2020, 12, 14)
    return SubmitDossier(
        dossier="managed_by_district", from_kind="executive_committee", to_kind=to, done_on=day, due_on=due, **change
    )


@pytest.mark.clause("BD20-Nop-1")
@pytest.mark.parametrize(("day", "given"), [(14, []), (15, [("BD20-Nop-1",)])])
def test_a_dossier_after_the_day_is_late(bd20, day, given):
    assert warnings(bd20, handed_in(date(2020, 12, day))) == given
    assert refusals(bd20, handed_in(to="superior")) == [("BD20-Nop-1",)]


@pytest.mark.clause("BD20-Nop-1")
def test_a_dossier_lacking_a_paper_is_pointed_out(bd20):
    assert warnings(bd20, handed_in(owed=(Paper(item="managed_by_district.reports"),))) == [("BD20-Nop-1",)]


@pytest.mark.reading("deadline_on_rest_day", "not_moved")
@pytest.mark.reading("deadline_on_rest_day", "next_working_day")
@pytest.mark.reading("deadline_on_rest_day", "previous_working_day")
@pytest.mark.parametrize(
    ("reading", "day", "late"),
    [
        ("not_moved", 14, 1),
        ("next_working_day", 14, 0),
        ("previous_working_day", 11, 0),
        ("previous_working_day", 12, 1),
    ],
)
def test_a_deadline_on_a_day_of_rest(under, reading, day, late):
    facts = SubmitDossier(
        dossier="managed_by_district",
        from_kind="executive_committee",
        to_kind="org_board",
        done_on=date(2020, 12, day),
        due_on=date(2020, 12, 13),
    )
    assert len(warnings(under(deadline_on_rest_day=reading), facts)) == late


def sent(to="org_board", day=14):
    """The report on the results."""
    return SendResults(
        step="report_up",
        from_kind="executive_committee",
        to_kind=to,
        done_on=date(2020, 12, day),
        due_on=date(2020, 12, 14),
    )


@pytest.mark.clause("BD20-4.B5-1", "BD20-Nop-2")
def test_results_go_to_the_organisation_board_by_the_same_day(bd20):
    assert (refusals(bd20, sent()), warnings(bd20, sent())) == ([], [])
    assert refusals(bd20, sent(to="superior")) == [("BD20-4.B5-1", "BD20-Nop-2")]
    assert warnings(bd20, sent(day=15)) == [("BD20-Nop-2",)]


ITEMS = [
    ("civil_grades", "BD20-4.B1-1", "result", ("peoples_committee",)),
    ("cell_activity", "BD20-5.15-1", "preparation", ("cell",)),
    ("opinion_conference", "BD20-3-1", "meeting", ("front_standing_board",)),
    ("collective_reviews", "BD20-4.B2-1", "meeting", (*STATE, *MASS)),
    ("cell_committee_reviews", "BD20-4.B3-1", "meeting", ("cell_committee",)),
    ("cell_meetings", "BD20-4.B3-1", "meeting", ("cell",)),
    ("committee_review", "BD20-4.B4-1", "meeting", ("executive_committee", "standing_committee")),
    ("dossiers", "BD20-Nop-1", "report", ("executive_committee",)),
    ("report_up", "BD20-Nop-2", "report", ("executive_committee",)),
]


@pytest.mark.parametrize(
    ("key", "row", "kind", "owed_by"), [pytest.param(*each, marks=pytest.mark.clause(each[1])) for each in ITEMS]
)
@pytest.mark.reading("before_date", "day_before")
@pytest.mark.reading("before_date", "inclusive")
@pytest.mark.parametrize(("reading", "last"), [("day_before", 14), ("inclusive", 15)])
def test_everything_is_done_before_the_day_the_board_names(under, key, row, kind, owed_by, reading, last):
    found = item(under(before_date=reading), key)
    assert (found.kind, found.owed_by, row in found.rows) == (kind, owed_by, True)
    first = date(2020, 12, last) if kind == "report" else date(2020, 11, 17)
    assert (found.from_on, found.until_on) == (first, date(2020, 12, last))


@pytest.mark.clause("BD20-Nop-1", "BD20-Nop-2", "BD20-4.B5-1")
@pytest.mark.parametrize("key", ["dossiers", "report_up"])
def test_the_last_day_binds_towards_the_board(bd20, key):
    assert (item(bd20, key).owed_to, item(bd20, key).deadline) == ("org_board", True)


@pytest.mark.clause("BD20-5.1-1")
@pytest.mark.parametrize(("reading", "first"), [("day_before", 15), ("inclusive", 16)])
def test_the_year_is_summed_up_afterwards(under, reading, first):
    found = item(under(before_date=reading), "year_summary")
    assert (found.from_on, found.until_on) == (date(2020, 12, first), date(2020, 12, 31))


@pytest.mark.clause("BD20-4.B2-7")
def test_results_of_step_two_go_to_the_cell(bd20):
    (notice,) = [one for one in bd20.notices.notices if "BD20-4.B2-7" in one.rows]
    assert (notice.about, notice.owed_to, notice.owed_by, notice.leaders_only) == (
        "leader_result",
        "cell",
        (*STATE, *MASS),
        True,
    )
    given = GiveNotice(notice="leader_result", to_kind="cell", done_on=date(2020, 12, 1), proof="ký nhận")
    assert refusals(bd20, given) == []
    wrong = GiveNotice(notice="leader_result", to_kind="superior", done_on=date(2020, 12, 1), proof="ký nhận")
    assert refusals(bd20, wrong) == [("BD20-4.B2-7",)]


@pytest.mark.clause("BD20-5.6-1")
def test_the_result_is_told_to_the_subject_and_to_whoever_manages_it(bd20):
    found = [(one.key, one.about, one.owed_to) for one in bd20.notices.notices if "BD20-5.6-1" in one.rows]
    assert found == [("to_subject", "grade", "member"), ("to_manager", "grade", "cell")]


@pytest.mark.clause("BD20-End-1")
def test_the_guidance_goes_to_four_recipients_two_of_them_for_report(bd20):
    found = [(one.unit_kind, one.for_report) for one in bd20.notices.recipients]
    assert found == [
        ("provincial_org_board", True),
        ("superior", True),
        ("executive_committee", False),
        ("org_board", False),
    ]


MANDATES = {
    "BD20-5.5-4": [
        ("decides", "executive_committee", ("member",)),
        ("decides", "executive_committee", ("cell", "cell_committee", "agency_leadership", *MASS)),
        ("decides", "superior", ("party_body", "leader", "executive_committee", "standing_committee", *STATE)),
    ],
    "BD20-5.9-1": [("proposes", "cell", ("member",))],
    "BD20-5.10-1": [("assesses", "cell", ("member",))],
    "BD20-Nop-3": [("settles", "org_board", ("difficulty",))],
    "BD20-End-2": [("signs", "org_board", ("guidance",))],
}


@pytest.mark.parametrize(
    ("row", "given"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in MANDATES.items()]
)
def test_which_body_does_what(bd20, row, given):
    found = [(one.verb, one.body, one.subjects) for one in bd20.process.mandates if row in one.rows]
    assert found == given


@pytest.mark.clause("BD20-End-2")
def test_the_standing_deputy_head_signs(bd20):
    assert [one.post for one in bd20.process.mandates if one.verb == "signs"] == ["org_board.standing_deputy_head"]


LEADERS = {
    "BD20-4.B4-4": 5,
    "BD20-4.B2-1": 13,
}


@pytest.mark.parametrize(
    ("row", "count"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in LEADERS.items()]
)
def test_who_counts_as_a_leader(bd20, row, count):
    posts = [f"{one.unit_kind}.{one.post}" for one in bd20.body.leader_posts if row in one.rows]
    reviewed = {post for one in bd20.subjects.reviewed if row in one.rows for post in one.posts}
    here = {unit.unit_kind for unit in bd20.body.units}
    assert len(posts) == count
    assert set(posts) == {post for post in reviewed if post.partition(".")[0] in here}

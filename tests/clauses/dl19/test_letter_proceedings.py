"""I.4 and II.1.5, II.2.5: suggestions, who attends, how long, who rates, who reports to whom, what comes first."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import (
    AskRating,
    CloseMeeting,
    Named,
    PassPlan,
    ReceiveRating,
    SendResults,
    SubmitSelfReview,
    SuggestReview,
    Supervision,
)
from kiemdiem.core.process.method import as_named, steps_of
from tests.clauses.dl19.test_letter_process import OPENING, SLIPS, conclusion, refusals, step
from tests.clauses.dl19.test_letter_readings_of_standards import readings

DAY = date(2019, 12, 16)
CELL_4 = Named(key="chi_bo_4", name="Chi bộ 4")
PLAN = PassPlan(
    year=2019,
    passed_on=date(2019, 12, 3),
    owed_units=(CELL_4,),
    meetings=(),
    window_from_on=date(2019, 12, 3),
    window_until_on=date(2019, 12, 31),
    supervisors=(Supervision(supervisor="p1", name="Đảng ủy viên", unit="chi_bo_4"),),
)
PARTIES = ["agency_leadership", "union_executive", "youth_union_executive"]
LONG = CloseMeeting(minutes="Biên bản", minutes_words=2, minutes_met=480, sessions_met=2)
SENT = SendResults(
    step="cell_results", from_kind="cell", to_kind="executive_committee", done_on=DAY, due_on=date(2019, 12, 31)
)


def rows(name):
    """What one refusal by that row looks like."""
    return [(f"DL19-{name}",)]


def steps(book, kind, *traits):
    """The steps of an individual review at a body, by their last word."""
    found = steps_of(book.process, "individual", unit_kind=kind, traits=("member", *traits))
    return [each.key.removeprefix("individual.") for each in found]


def closing(kind, *, minutes, sessions=2, suggested=False):
    """A review about to be closed after so many minutes in so many sessions."""
    return replace(LONG, unit_kind=kind, minutes_met=minutes, sessions_met=sessions, suggested=suggested)


@pytest.mark.clause("DL19-I.4.1.b-1")
@pytest.mark.parametrize("kind", ["cell", "member"])
def test_the_party_committee_gives_points_to_review(dl19, kind):
    asked = SuggestReview(subject_kind=kind, body_kind="executive_committee")
    assert refusals(dl19, asked) == []
    assert refusals(dl19, replace(asked, body_kind="cell")) == rows("I.4.1.b-1")
    (found,) = [one for one in dl19.process.mandates if one.verb == "suggests"]
    assert (found.body, found.subjects) == ("executive_committee", ("cell", "member"))


@readings("which_collectives_first", management_side="management_reviews")
@pytest.mark.clause("DL19-I.4.2-3")
@pytest.mark.parametrize(("kind", "waits"), [("executive_committee", True), ("cell", True), ("cell_committee", False)])
def test_the_management_side_reviews_first(under, reading, given, kind, waits):
    book = under(which_collectives_first=reading)
    opening = replace(OPENING, unit_kind=kind)
    assert refusals(book, replace(opening, done=(given,))) == []
    assert refusals(book, replace(opening, done=())) == (rows("I.4.2-3") if waits else [])


@pytest.mark.clause("DL19-I.4.2-3")
def test_the_management_side_is_the_directorate_and_the_divisions(dl19):
    (item,) = [one for one in dl19.plan.items if one.key == "management_reviews"]
    assert item.owed_by == ("agency_leadership", "division")
    (gate,) = [one for one in dl19.process.gates if one.key == "open_meeting.management_first"]
    assert gate.under == ("which_collectives_first",)


@pytest.mark.clause("DL19-I.4.2-10")
def test_a_leader_is_reviewed_in_depth_where_the_post_is_held(dl19):
    for kind in ("executive_committee", "cell_committee"):
        assert steps(dl19, kind, "leader")[:2] == ["present", "duties"]
    assert steps(dl19, "cell", "leader")[:2] == ["present", "member_tasks"]
    assert steps(dl19, "cell")[:2] == ["present", "comments"]


@pytest.mark.clause("DL19-I.4.2-10")
@pytest.mark.clause("DL19-II.2.5.B1-2")
@pytest.mark.parametrize("left_out", ["individual.present", "individual.member_tasks"])
def test_nobody_is_concluded_before_he_reported_and_was_reviewed_there(dl19, left_out):
    owed = as_named(steps_of(dl19.process, "individual", unit_kind="cell", traits=("member", "leader")))
    done = tuple(each.key for each in owed)
    assert refusals(dl19, conclusion(owed_steps=owed, done_steps=done)) == []
    done = tuple(key for key in done if key != left_out)
    found = refusals(dl19, conclusion(owed_steps=owed, done_steps=done))
    assert found == [("DL19-I.4.2-10", "DL19-II.2.5.B1-2")]


@pytest.mark.clause("DL19-II.2.5.B1-2")
def test_every_member_reports_before_the_cell_first(dl19):
    first = steps_of(dl19.process, "individual", unit_kind="cell", traits=("member",))[0]
    assert ("DL19-II.2.5.B1-2" in first.rows, first.entry) == (True, "presented")


@pytest.mark.clause("DL19-I.4.2-11")
def test_a_working_group_attends_where_points_were_given(dl19):
    asked = replace(OPENING, suggested=True)
    assert refusals(dl19, asked) == rows("I.4.2-11")
    assert refusals(dl19, replace(asked, working_group=(CELL_4,))) == []
    assert refusals(dl19, OPENING) == []


@pytest.mark.clause("DL19-I.4.2-12")
def test_a_committee_member_directs_every_cell(dl19):
    assert refusals(dl19, PLAN) == []
    assert refusals(dl19, replace(PLAN, supervisors=())) == rows("I.4.2-12")
    (found,) = [one for one in dl19.process.mandates if one.verb == "supervises"]
    assert (found.body, found.subjects, found.rows) == ("executive_committee", ("cell",), ("DL19-I.4.2-12",))


@pytest.mark.clause("DL19-I.4.2-13")
@pytest.mark.clause("DL19-I.4.2-14")
@pytest.mark.clause("DL19-I.4.2-15")
@pytest.mark.parametrize(
    ("kind", "suggested", "minutes", "row"),
    [
        ("executive_committee", False, 480, "I.4.2-13"),
        ("executive_committee", True, 960, "I.4.2-14"),
        ("cell_committee", False, 240, "I.4.2-15"),
        ("cell_committee", True, 240, "I.4.2-15"),
    ],
)
def test_a_review_lasts_as_long_as_the_letter_says(dl19, kind, suggested, minutes, row):
    assert refusals(dl19, closing(kind, minutes=minutes, suggested=suggested)) == []
    assert refusals(dl19, closing(kind, minutes=minutes - 1, suggested=suggested)) == rows(row)
    assert refusals(dl19, closing("cell", minutes=1)) == []


@pytest.mark.clause("DL19-I.4.2-13")
@readings("day_length", two_sessions=[False, True], sessions_only=[True, False])
def test_how_long_a_day_is(under, reading, given):
    book = under(day_length=reading)
    short_sessions = closing("executive_committee", minutes=300, sessions=2)
    one_long_session = closing("executive_committee", minutes=480, sessions=1)
    assert [refusals(book, asked) == [] for asked in (short_sessions, one_long_session)] == given


@pytest.mark.clause("DL19-I.4.2-14")
@readings("two_days", at_least=[True, True, False], exactly=[False, True, False])
def test_whether_two_days_are_a_minimum(under, reading, given):
    book = under(two_days=reading)
    asked = [closing("executive_committee", minutes=minutes, suggested=True) for minutes in (961, 960, 959)]
    assert [refusals(book, each) == [] for each in asked] == given


@pytest.mark.clause("DL19-II.1.5.B2-1")
@pytest.mark.clause("DL19-II.1.5.B2-2")
@pytest.mark.parametrize("party", PARTIES)
def test_the_organisation_section_asks_three_parties(dl19, party):
    asked = AskRating(subject_kind="cell", from_kind="organisation_section", body_kind=party)
    assert refusals(dl19, asked) == []
    assert refusals(dl19, replace(asked, from_kind="office")) == rows("II.1.5.B2-1")
    assert refusals(dl19, replace(asked, body_kind="peoples_committee")) == rows("II.1.5.B2-2")


@pytest.mark.clause("DL19-II.1.5.B2-2")
def test_who_rates_cells_and_the_party_body(dl19):
    found = [one for one in dl19.process.mandates if "DL19-II.1.5.B2-2" in one.rows]
    assert [one.body for one in found] == PARTIES
    assert {(one.verb, one.subjects) for one in found} == {("assesses", ("cell", "party_body"))}
    assert [unit.unit_kind for unit in dl19.body.units if "DL19-II.1.5.B2-2" in unit.rows] == PARTIES


@pytest.mark.clause("DL19-II.1.5.B2-3")
def test_ratings_go_to_the_party_committee(dl19):
    given = ReceiveRating(subject_kind="cell", body_kind="union_executive", to_kind="executive_committee")
    assert refusals(dl19, given) == []
    assert refusals(dl19, replace(given, to_kind="cell")) == rows("II.1.5.B2-3")


@pytest.mark.clause("DL19-II.1.5.B1-4")
@pytest.mark.clause("DL19-II.2.5.B2-4")
def test_a_cell_reports_its_grade_and_its_ballot_to_the_party_committee(dl19):
    both = [("DL19-II.1.5.B1-4", "DL19-II.2.5.B2-4")]
    assert refusals(dl19, SENT) == []
    assert refusals(dl19, replace(SENT, to_kind="superior")) == both
    assert refusals(dl19, replace(SENT, from_kind="cell_committee")) == rows("II.2.5.B2-4")
    (owed,) = dl19.dossier.dossiers
    assert [item.rows for item in owed.items] == [("DL19-II.1.5.B1-4",), ("DL19-II.2.5.B2-4",)]
    assert (owed.owed_by, owed.owed_to) == (("cell",), "executive_committee")


@pytest.mark.clause("DL19-II.1.5.B1-4")
def test_the_party_committee_reports_its_own_grade_up(dl19):
    up = replace(SENT, step="report_up", from_kind="executive_committee", to_kind="superior")
    assert refusals(dl19, up) == []
    assert refusals(dl19, replace(up, to_kind="cell")) == rows("II.1.5.B1-4")


@pytest.mark.clause("DL19-II.2.4-2")
def test_every_member_grades_himself(dl19):
    handed = SubmitSelfReview(form_code="Mẫu 2", filled=("self_grade",), done_on=DAY, due_on=DAY)
    assert refusals(dl19, handed) == []
    assert refusals(dl19, replace(handed, filled=())) == rows("II.2.4-2")
    assert refusals(dl19, replace(handed, already=1)) == rows("I.4.1.a-4")
    (found,) = [one for one in dl19.process.mandates if "DL19-II.2.4-2" in one.rows]
    assert (found.verb, found.body, found.subjects) == ("assesses", "member", ("member",))


@pytest.mark.clause("DL19-II.2.5.B2-1")
@pytest.mark.clause("DL19-II.2.5.B2-2")
def test_a_proposed_grade_is_discussed_before_the_slips(dl19):
    assert steps(dl19, "cell")[-2:] == ["proposal", "discuss"]
    assert "discuss" not in steps(dl19, "executive_committee")
    assert refusals(dl19, step(dl19, "individual.discuss", done_steps=())) == [("DL19-I.4.2-7", "DL19-I.4.2-8")]
    silent = replace(SLIPS.lines[0], done_steps=("individual.proposal",))
    assert refusals(dl19, replace(SLIPS, lines=(silent,))) == rows("II.2.5.B2-2")
    assert refusals(dl19, SLIPS) == []


@pytest.mark.clause("DL19-II.2.5.B2-5")
def test_the_party_committee_decides_on_what_the_section_appraised(dl19):
    sitting = replace(OPENING, kind="decision", done=("appraisal",))
    assert refusals(dl19, sitting) == []
    assert refusals(dl19, replace(sitting, done=())) == rows("II.2.5.B2-5")
    appraised = replace(SENT, step="appraisal", from_kind="organisation_section")
    assert refusals(dl19, appraised) == []
    assert refusals(dl19, replace(appraised, from_kind="cell")) == rows("II.2.5.B2-5")
    assert refusals(dl19, replace(appraised, to_kind="superior")) == rows("II.2.5.B2-5")

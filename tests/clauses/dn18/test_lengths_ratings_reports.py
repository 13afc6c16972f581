"""I.4.1.2, I.4.2.2, II.1.5, II.1.6, II.2.4, II.3.4, III: how long, who gives points, who asks, who reports to whom."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import AskRating, CloseMeeting, ReceiveRating, SendResults, SuggestReview
from tests.clauses.hx17.season import refusals

COMMITTEE, CELL_COMMITTEE = "executive_committee", "cell_committee"
LENGTHS = [
    ("executive_committee", 480, "1"),
    ("standing_committee", 480, "1"),
    ("cell_committee", 480, "2"),
    ("union_executive", 240, "3"),
    ("youth_union_executive", 240, "3"),
]
SENT = SendResults(
    step="cell_files", from_kind=CELL_COMMITTEE, to_kind=COMMITTEE, done_on=date(2018, 12, 28),
    due_on=date(2018, 12, 30),
)  # fmt: skip
UP = replace(SENT, step="report_up", from_kind=COMMITTEE, to_kind="superior", via_kind="superior_board")


def rows(*names):
    """What one refusal by those rows looks like."""
    return [tuple(f"DN18-B.{name}" for name in names)]


def closing(unit_kind, *, minutes, sessions=2):
    """A review about to be closed after so many minutes in so many half days."""
    return CloseMeeting(unit_kind=unit_kind, minutes_met=minutes, sessions_met=sessions, minutes="Biên bản")


@pytest.mark.parametrize(
    ("unit_kind", "minutes", "number"),
    [pytest.param(*each, marks=pytest.mark.clause(f"DN18-B.I.4.2.2-{each[2]}")) for each in LENGTHS],
)
def test_a_review_lasts_a_day_or_a_session(dn18, unit_kind, minutes, number):
    assert refusals(dn18, closing(unit_kind, minutes=minutes)) == []
    assert refusals(dn18, closing(unit_kind, minutes=minutes - 1)) == rows(f"I.4.2.2-{number}")
    assert refusals(dn18, closing("cell", minutes=1)) == []


@pytest.mark.clause("DN18-B.I.4.2.2-1", "DN18-B.I.4.2.2-2", "DN18-B.I.4.2.2-3")
@pytest.mark.reading("day_length", "two_sessions")
@pytest.mark.reading("day_length", "sessions_only")
@pytest.mark.parametrize(("reading", "given"), [("two_sessions", [False, True]), ("sessions_only", [True, False])])
@pytest.mark.parametrize("unit_kind", ["executive_committee", "cell_committee"])
def test_a_day_is_eight_hours_or_two_sessions(under, reading, given, unit_kind):
    book = under(day_length=reading)
    short, long = closing(unit_kind, minutes=300), closing(unit_kind, minutes=480, sessions=1)
    assert [refusals(book, asked) == [] for asked in (short, long)] == given


@pytest.mark.clause("DN18-B.I.4.1.2-1")
def test_points_come_from_whoever_manages_the_collective_or_the_person(dn18):
    asked = SuggestReview(subject_kind="member", body_kind=CELL_COMMITTEE)
    managers = ("superior", COMMITTEE, "standing_committee", CELL_COMMITTEE, "union_executive", "youth_union_executive")
    assert [refusals(dn18, replace(asked, body_kind=kind)) for kind in managers] == [[]] * len(managers)
    assert refusals(dn18, replace(asked, body_kind="agency_leadership")) == rows("I.4.1.2-1")


@pytest.mark.clause("DN18-B.II.1.5.a-6", "DN18-B.II.1.6.B1-5")
@pytest.mark.parametrize(
    ("kind", "sender", "refused"),
    [("party_body", COMMITTEE, rows("II.1.5.a-6", "II.1.6.B1-5")), ("cell", CELL_COMMITTEE, rows("II.1.6.B1-5"))],
)
def test_a_committee_sends_out_the_slips_of_the_parties_itself(dn18, kind, sender, refused):
    asked = AskRating(subject_kind=kind, from_kind=sender, body_kind="union_executive")
    assert refusals(dn18, asked) == []
    assert refusals(dn18, replace(asked, from_kind="agency_leadership")) == refused


@pytest.mark.parametrize(
    ("kind", "to", "row"),
    [
        pytest.param(*each, marks=pytest.mark.clause(f"DN18-B.{each[2]}"))
        for each in (
            ("cell", COMMITTEE, "II.1.6.B2-2"),
            ("collective", COMMITTEE, "II.3.4.B2-2"),
            ("member", CELL_COMMITTEE, "II.2.4.B2-1"),
        )
    ],
)
def test_what_the_parties_find_goes_to_the_committee_that_gathers_it(dn18, kind, to, row):
    given = ReceiveRating(subject_kind=kind, body_kind="union_executive", to_kind=to)
    assert refusals(dn18, given) == []
    assert refusals(dn18, replace(given, to_kind="agency_leadership")) == rows(row)


@pytest.mark.clause("DN18-B.II.1.6.B1-4")
def test_the_grade_a_committee_gives_itself_is_reported_above(dn18):
    assert refusals(dn18, SENT) == []
    assert refusals(dn18, replace(SENT, to_kind="superior")) == rows("II.1.6.B1-4")


@pytest.mark.clause("DN18-B.II.1.6.B1-4", "DN18-B.II.1.6.B3-1", "DN18-B.II.3.4.B3-1")
def test_the_committee_gathers_and_sends_the_files_through_the_board(dn18):
    assert refusals(dn18, UP) == []
    both = rows("II.1.6.B1-4", "II.1.6.B3-1")
    assert refusals(dn18, replace(UP, to_kind=COMMITTEE)) == both
    assert refusals(dn18, replace(UP, via_kind="")) == both
    assert refusals(dn18, replace(UP, from_kind="standing_committee")) == rows("II.3.4.B3-1")
    (item,) = [one for one in dn18.plan.items if one.key == "report_up"]
    assert (item.owed_to, item.via) == ("superior", "superior_board")


@pytest.mark.clause("DN18-B.III-1")
def test_the_cells_and_the_committee_sum_up_their_year(dn18):
    found = [
        (each.key, item.key) for each in dn18.dossier.dossiers for item in each.items if "DN18-B.III-1" in item.rows
    ]
    assert found == [("cell_summary", "cell_summary.report"), ("inspection", "inspection.n01")]

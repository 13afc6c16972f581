"""III, IV.1, IV.5: what is due by when, from whom to whom; readings of the days; registration every week."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import (
    CloseMeeting,
    Named,
    PassPlan,
    Planned,
    ScheduleMeeting,
    Step,
    SubmitDossier,
    Supervision,
)
from tests.clauses.hx17.season import item, refusals, warnings

HERE = timezone(timedelta(hours=7))
GRASSROOTS = ("grassroots_committee", "police_committee", "military_committee", "cell")
STANDING = ("standing_committee",)
DUE = [
    (("III-3", "IV.5-15"), "standing_review", "meeting", STANDING, None, None, date(2023, 12, 26)),
    (("III-4",), "standing_grading", "meeting", STANDING, None, None, date(2024, 1, 4)),
    (("III-5",), "executive_conference", "meeting", ("executive_committee",), None, None, date(2024, 1, 6)),
    (("III-4",), "report_up", "report", STANDING, "superior", None, date(2024, 1, 4)),
    (("IV.5-13",), "own_papers", "report", STANDING, "office", None, date(2023, 12, 21)),
    (
        ("III-2",),
        "grassroots_dossiers",
        "report",
        (*GRASSROOTS, "agency_leadership"),
        "standing_committee",
        "org_board",
        date(2023, 12, 24),
    ),
]


@pytest.mark.reading("before_date", "day_before")
@pytest.mark.reading("before_date", "inclusive")
@pytest.mark.parametrize("reading", ["day_before", "inclusive"])
@pytest.mark.parametrize(
    ("rows", "key", "kind", "owed_by", "owed_to", "via", "last"),
    [pytest.param(*each, marks=pytest.mark.clause(*(f"HU23-{row}" for row in each[0]))) for each in DUE],
)
def test_what_is_due_before_the_day_printed(under, reading, rows, key, kind, owed_by, owed_to, via, last):
    found = item(under(before_date=reading), key)
    assert (found.kind, found.owed_by, found.owed_to, found.via) == (kind, owed_by, owed_to, via)
    assert found.rows == tuple(f"HU23-{row}" for row in rows)
    assert (found.until_on, found.deadline) == (last + timedelta(days=reading == "inclusive"), True)


@pytest.mark.clause("HU23-III-1")
@pytest.mark.reading("before_date", "day_before")
@pytest.mark.reading("before_date", "inclusive")
@pytest.mark.parametrize(("reading", "day"), [("day_before", 19), ("inclusive", 20)])
def test_reviews_are_finished_at_every_level(under, reading, day):
    found = item(under(before_date=reading), "reviews")
    assert (found.kind, found.until_on, found.deadline) == ("window", date(2023, 12, day), True)
    assert set(GRASSROOTS) < set(found.owed_by)
    assert not {"standing_committee", "executive_committee"} & set(found.owed_by)


@pytest.mark.clause("HU23-III-1")
@pytest.mark.reading("finish_scope", "with_self_grading")
@pytest.mark.reading("finish_scope", "review_only")
@pytest.mark.parametrize(("reading", "day"), [("with_self_grading", 19), ("review_only", 24)])
def test_whether_self_grading_is_finished_with_the_reviews(under, reading, day):
    found = item(under(finish_scope=reading), "self_grading")
    assert (found.kind, found.until_on, found.owed_by[-1]) == ("paper", date(2023, 12, day), "cell")


@pytest.mark.clause("HU23-IV.1-1")
@pytest.mark.clause("HU23-IV.6-5")
@pytest.mark.clause("HU23-IV.6-11")
@pytest.mark.parametrize(
    ("key", "kind", "owed_by", "owed_to", "last"),
    [
        ("own_plans", "paper", GRASSROOTS, None, date(2023, 12, 19)),
        ("aggregation", "report", ("org_board",), "standing_committee", date(2023, 12, 26)),
        ("year_summary", "report", ("office",), "superior", date(2024, 1, 4)),
    ],
)
def test_what_the_plan_asks_for_without_a_day_of_its_own(hu23, key, kind, owed_by, owed_to, last):
    found = item(hu23, key)
    assert (found.kind, found.owed_by, found.owed_to) == (kind, owed_by, owed_to)
    assert (found.until_on, found.deadline) == (last, False)


FIRST = {
    "own_plans": ("HU23-IV.1-1", date(2023, 11, 27)),
    "reviews": ("HU23-III-1", date(2023, 11, 27)),
    "standing_review": ("HU23-III-3", date(2023, 12, 22)),
    "aggregation": ("HU23-IV.6-5", date(2023, 12, 25)),
    "standing_grading": ("HU23-III-4", date(2023, 12, 27)),
    "executive_conference": ("HU23-III-5", date(2023, 12, 28)),
}


@pytest.mark.parametrize(
    ("key", "first"), [pytest.param(key, on, marks=pytest.mark.clause(row)) for key, (row, on) in FIRST.items()]
)
def test_from_which_day_on(hu23, key, first):
    assert item(hu23, key).from_on == first


def scheduled(unit_kind="grassroots_committee", **change):
    """A review on Tuesday 19 December 2023, registered the Thursday before at noon."""
    made = ScheduleMeeting(
        unit="dang_uy_xa",
        unit_kind=unit_kind,
        meeting_on=date(2023, 12, 19),
        window_from_on=date(2023, 11, 27),
        window_until_on=date(2023, 12, 19),
        registered_at=datetime(2023, 12, 14, 12, tzinfo=HERE),
    )
    return replace(made, **change)


@pytest.mark.clause("HU23-IV.1-6")
def test_every_thursday_is_a_day_of_registration(hu23):
    found = [one for one in hu23.plan.items if "HU23-IV.1-6" in one.rows]
    assert [one.until_on for one in found] == [date(2023, 11, 30) + timedelta(weeks=week) for week in range(4)]
    assert {(one.from_on.isoweekday(), one.until_on.isoweekday()) for one in found} == {(4, 4)}
    assert {(one.owed_by, one.owed_to) for one in found} == {(GRASSROOTS, "office")}


@pytest.mark.clause("HU23-IV.1-6")
@pytest.mark.reading("weekly_registration", "next_week")
@pytest.mark.reading("weekly_registration", "same_week")
@pytest.mark.parametrize(
    ("reading", "moment", "late"),
    [
        ("next_week", datetime(2023, 12, 14, 14, 59, tzinfo=HERE), False),
        ("next_week", datetime(2023, 12, 14, 15, tzinfo=HERE), True),
        ("same_week", datetime(2023, 12, 14, 15, tzinfo=HERE), False),
        ("same_week", datetime(2023, 12, 21, 15, tzinfo=HERE), True),
    ],
)
@pytest.mark.parametrize("unit_kind", GRASSROOTS)
def test_a_review_is_registered_before_three_on_thursday(under, reading, moment, late, unit_kind):
    asked = scheduled(unit_kind, registered_at=moment)
    book = under(weekly_registration=reading)
    assert refusals(book, asked) == ([("HU23-IV.1-6",)] if late else [])
    assert refusals(book, replace(asked, waiver_reason="Mưa lũ")) == []


WINDOWS = [
    ("grassroots_committee", "review", ("HU23-III-1",)),
    ("cell", "review", ("HU23-III-1",)),
    ("agency_leadership", "review", ("HU23-III-1",)),
    ("standing_committee", "review", ("HU23-III-3", "HU23-IV.5-15")),
    ("standing_committee", "grading", ("HU23-III-4", "HU23-III-5")),
    ("executive_committee", "conference", ("HU23-III-4", "HU23-III-5")),
]


@pytest.mark.parametrize(
    ("unit_kind", "kind", "rows"), [pytest.param(*each, marks=pytest.mark.clause(*each[2])) for each in WINDOWS]
)
def test_a_meeting_is_held_within_its_days(hu23, unit_kind, kind, rows):
    asked = scheduled(unit_kind, kind=kind)
    assert refusals(hu23, asked) == []
    assert refusals(hu23, replace(asked, window_until_on=date(2023, 12, 18))) == [rows]


@pytest.mark.clause("HU23-II.2-8", "HU23-IV.3-1")
@pytest.mark.parametrize(("summary", "refused"), [(20, False), (19, True), (18, True)])
def test_the_review_comes_before_the_summary_of_the_year(hu23, summary, refused):
    asked = scheduled(next_step="Tổng kết năm", next_step_on=date(2023, 12, summary))
    assert refusals(hu23, asked) == ([("HU23-II.2-8", "HU23-IV.3-1")] if refused else [])
    assert item(hu23, "reviews").rows[1:] == ("HU23-II.2-8", "HU23-IV.3-1")


@pytest.mark.clause("HU23-IV.1-7")
def test_nobody_attends_two_reviews_on_one_day(hu23):
    other = Planned(unit="dang_uy_cong_an", name="Đảng ủy Công an huyện", on=date(2023, 12, 19))
    assert refusals(hu23, scheduled(others=(other,))) == [("HU23-IV.1-7",)]
    assert refusals(hu23, scheduled(others=(replace(other, on=date(2023, 12, 18)),))) == []


def plan(**change):
    """A plan in which one member of the standing committee attends one review."""
    made = PassPlan(
        year=2023,
        passed_on=date(2023, 11, 27),
        owed_units=(Named(key="u", name="Đảng ủy xã"),),
        meetings=(Planned(unit="u", name="Đảng ủy xã", on=date(2023, 12, 12)),),
        window_from_on=date(2023, 11, 27),
        window_until_on=date(2023, 12, 19),
        supervisors=(Supervision(supervisor="p", name="An", unit="u"),),
    )
    return replace(made, **change)


@pytest.mark.clause("HU23-IV.1-7", "HU23-IV.5-1")
def test_every_review_has_one_member_who_attends(hu23):
    assert warnings(hu23, plan()) == []
    assert warnings(hu23, plan(supervisors=())) == [("HU23-IV.1-7", "HU23-IV.5-1")]


@pytest.mark.clause("HU23-III-2")
@pytest.mark.parametrize(("day", "told"), [(date(2023, 12, 24), 1), (date(2023, 12, 22), 0)])
def test_a_deadline_on_a_sunday_is_pointed_out(hu23, day, told):
    step = Step(key="s", title="Hồ sơ", from_on=day, until_on=day, deadline=True)
    assert warnings(hu23, plan(steps=(step,))) == [("HU23-III-2",)] * told


DOSSIERS = [
    ("grassroots", ("HU23-III-2",), date(2023, 12, 24)),
    ("own_papers", ("HU23-IV.5-13",), date(2023, 12, 21)),
    ("district", ("HU23-III-4", "HU23-IV.6-7"), date(2024, 1, 4)),
]
SENT = {
    "grassroots": ("standing_committee", "org_board"),
    "own_papers": ("office", ""),
    "district": ("superior", "superior_board"),
}


def handed_in(dossier, day, due_on):
    """A dossier handed in to the right place on a day."""
    to_kind, via_kind = SENT[dossier]
    return SubmitDossier(dossier=dossier, from_kind="x", to_kind=to_kind, via_kind=via_kind, done_on=day, due_on=due_on)


@pytest.mark.parametrize(
    ("dossier", "rows", "last"), [pytest.param(*each, marks=pytest.mark.clause(*each[1])) for each in DOSSIERS]
)
def test_a_dossier_after_its_last_day_is_late(under, dossier, rows, last):
    book = under(deadline_on_rest_day="previous_working_day" if dossier == "grassroots" else "not_moved")
    on = date(2023, 12, 22) if dossier == "grassroots" else last
    assert warnings(book, handed_in(dossier, on, last)) == []
    assert warnings(book, handed_in(dossier, on + timedelta(days=1), last)) == [rows]


@pytest.mark.clause("HU23-III-2")
@pytest.mark.reading("deadline_on_rest_day", "not_moved")
@pytest.mark.reading("deadline_on_rest_day", "next_working_day")
@pytest.mark.reading("deadline_on_rest_day", "previous_working_day")
@pytest.mark.parametrize(
    ("reading", "last"), [("not_moved", 24), ("next_working_day", 25), ("previous_working_day", 22)]
)
def test_a_sunday_as_last_day_stays_or_is_moved(under, reading, last):
    book = under(deadline_on_rest_day=reading)
    late = [
        day
        for day in range(21, 28)
        if "days_late" in numbers(book, handed_in("grassroots", date(2023, 12, day), date(2023, 12, 24)))
    ]
    assert late == list(range(last + 1, 28))


def numbers(book, asked):
    """The figures of what the rules say about a dossier."""
    return {name for each in gates.ask(book, asked) for name in each.numbers}


LENGTHS = {
    ("two_sessions", "range"): [(479, 2, 1), (480, 2, 0), (960, 5, 0), (961, 4, 1)],
    ("two_sessions", "minimum"): [(479, 2, 1), (480, 2, 0), (961, 5, 0)],
    ("sessions_only", "range"): [(480, 1, 1), (300, 2, 0), (1200, 4, 0), (900, 5, 1)],
}


@pytest.mark.clause("HU23-IV.5-14")
@pytest.mark.parametrize(
    ("length", "scope", "minutes", "sessions", "told"),
    [
        pytest.param(
            *key,
            *each,
            marks=[pytest.mark.reading("day_length", key[0]), pytest.mark.reading("planned_range", key[1])],
        )
        for key, figures in LENGTHS.items()
        for each in figures
    ],
)
def test_the_standing_committee_meets_one_day_to_two(under, length, scope, minutes, sessions, told):
    book = under(day_length=length, planned_range=scope)
    asked = CloseMeeting(unit_kind="standing_committee", minutes_met=minutes, sessions_met=sessions, minutes="x")
    assert warnings(book, asked) == [("HU23-IV.5-14",)] * told
    assert warnings(book, replace(asked, unit_kind="cell")) == []

"""Every kind of gate has its two sides: a case it allows and a case it refuses or warns of."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kiemdiem.core.process.facts import (
    Count,
    Group,
    LeaderInCell,
    Named,
    Needed,
    Paper,
    Planned,
    ScalePart,
    SlipLine,
    Step,
    Supervision,
    Tally,
    Voter,
)
from kiemdiem.core.process.kinds import KINDS

AN, BINH = Named(key="a", name="An"), Named(key="b", name="Bình")
HERE = timezone(timedelta(hours=7))
DAY, NEXT, LATER = date(2017, 12, 4), date(2017, 12, 5), date(2017, 12, 8)
WANTED = {"wanted": [{"key": "a", "name": "An"}]}
NEEDS = {"needs": [{"key": "a", "name": "Việc A"}], "todo": "Làm việc A."}
COUNT = Count(present=2, issued=2, returned=2, valid=2, invalid=0, lines=(Tally(subject="a", votes={"G": 2}),))
WRONG = Count(present=2, issued=2, returned=2, valid=1, invalid=0, lines=COUNT.lines)
VOTER = Voter(person="a", name="An", standing="official")
GUEST = Voter(person="b", name="Bình", standing="guest", present=False)
MEETING = Planned(unit="u", name="Chi bộ", on=DAY)
LEADER = LeaderInCell(person="a", name="An", cell="u", result_on=NEXT)
CHAIR = {"head": AN, "head_present": True, "stand_ins": ()}
STEPS = {"owed_steps": (AN, BINH)}
TEXTS = {"degree": "", "effect": ""}
LINES = {
    "open_points": (),
    "open_lines": (),
    "carried": (),
    "carried_to": (),
    "rounds_open": (),
    "rounds_unannounced": (),
}
MEMBER = {"cell_kind": "", "lives_in_cell": True, "work_kinds": (), "workplace_comment": False}
PLACED = {"in_kinds": ["board"], "place": "kind", "place_kind": "committee", "place_name": "ban"}
SUPERVISED = {"owed_units": (Named(key="u", name="Chi bộ"),), "meetings": (MEETING,)}
DECIDED = {"grade": "G", "departs_reason": ""}
REGISTER = {"register": (AN,), "not_graded": (), "pending": (), "left": ()}
PLAN = {"window_from_on": DAY, "window_until_on": NEXT}

# kind: (params, facts that are in order, what is changed to the contrary)
CASES = {
    "addressed": ({"to_kind": "x", "to_name": "X"}, {"to_kind": "x", "via_kind": ""}, {"to_kind": "y"}),
    "award_quota": ({"percent": 100}, {"top": (AN,), "chosen": ()}, {"chosen": (BINH,)}),
    "ballot_place": (
        PLACED,
        {
            "place": "u",
            "place_kind": "committee",
            "lines": (SlipLine(subject="a", name="An", posts=("board.chair",)),),
        },
        {"place_kind": "cell"},
    ),
    "before_next_step": (
        {"days": 2},
        {"meeting_on": DAY, "next_step": "", "next_step_on": None},
        {"next_step_on": DAY},
    ),
    "chair": ({}, {**CHAIR, "chair": AN}, {"chair": BINH}),
    "civil_agreement": ({}, {"civil_agrees": True, "departs_reason": ""}, {"civil_agrees": False}),
    "civil_grades_known": ({}, {"civil_grades_missing": ()}, {"civil_grades_missing": (AN,)}),
    "comment_stated": (
        {"comment": "residence", "leaders": True},
        {**MEMBER, "is_leader": False, "residence_comment": False},
        {"is_leader": True},
    ),
    "competent_body": ({"bodies": ["x"], "name": "X"}, {"body_kind": "x"}, {"body_kind": "y"}),
    "contributions": ({"least": 1}, {"contributions": 1}, {"contributions": 0}),
    "count_balance": ({}, {"subjects": (AN,), "first": COUNT, "second": None}, {"second": WRONG}),
    "counts_agree": ({}, {"first": COUNT, "second": COUNT}, {"second": None}),
    "decision_reason": ({}, {"departs_reason": "R"}, {"departs_reason": ""}),
    "delivered": ({}, {"recipients": (AN,), "delivered": ("a",)}, {"delivered": ()}),
    "departure_reason": ({}, {**DECIDED, "proposed_grade": "G"}, {"proposed_grade": "H"}),
    "done_in_window": ({}, {"done_on": DAY, **PLAN}, {"done_on": LATER}),
    "dossier_complete": ({}, {"owed": (), "received": ()}, {"owed": (Paper(item="a", name="A"),)}),
    "due_after_meeting": ({"days": 2}, {"meeting_on": DAY, "done_on": NEXT}, {"done_on": LATER}),
    "good_candidates": ({}, {"candidates": (AN,), "good": ("a",)}, {"good": ()}),
    "grounds": ({"allowed": [{"key": "a", "name": "A"}]}, {"grounds": ("a", "a")}, {"grounds": ("a", "b")}),
    "in_reach": (
        {},
        {"needed": (Needed(grade="G", votes=1),), "enrolled": 2, "voters": (VOTER,)},
        {"voters": (GUEST,)},
    ),
    "in_window": ({}, {"meeting_on": DAY, **PLAN}, {"meeting_on": LATER}),
    "inputs_used": (WANTED, {"inputs": ("a",)}, {"inputs": ()}),
    "lead_time": (
        {"days": 1},
        {"sent_on": DAY, "meeting_on": LATER, "waiver_reason": ""},
        {"sent_on": LATER},
    ),
    "leaders_before_cells": ({}, {"meetings": (MEETING,), "leaders": ()}, {"leaders": (LEADER,)}),
    "leaders_first": ({}, {"others_before": ()}, {"others_before": (AN,)}),
    "line_steps": (
        {"steps": [{"key": "a", "name": "thảo luận"}]},
        {"lines": (SlipLine(subject="a", name="An", done_steps=("a", "b")),)},
        {"lines": (SlipLine(subject="a", name="An", done_steps=("b",)),)},
    ),
    "lines_settled": ({"what": "lines"}, LINES, {"open_lines": (AN,)}),
    "managed_by": ({"body": "x", "name": "X"}, {"managed_by": ("y", "x")}, {"managed_by": ("y",)}),
    "marks_allowed": ({}, {"slip_options": ("G",), "first": COUNT, "second": None}, {"slip_options": ("H",)}),
    "meetings_in_window": ({}, {"meetings": (MEETING,), **PLAN, "reserved": ()}, {"reserved": (MEETING,)}),
    "met_long_enough": ({"half_days": 2}, {"minutes_met": 480, "sessions_met": 2}, {"minutes_met": 479}),
    "minutes_written": ({}, {"minutes": "Biên bản"}, {"minutes": " "}),
    "most": ({"most": 1}, {"already": 0}, {"already": 1}),
    "nearest_meeting": ({}, {"meeting_on": NEXT, "about": (), "present": (), "missed": ()}, {"missed": (MEETING,)}),
    "no_clash": ({}, {"unit": "v", "meeting_on": DAY, "others": ()}, {"others": (MEETING,)}),
    "no_grade_for": ({"holding": ["x"]}, {"grade": "G", "holding": ("y",)}, {"holding": ("x", "y")}),
    "not_alone": ({}, {"alone": False, "keyed_by_subject": False}, {"keyed_by_subject": True}),
    "nothing_open": ({"what": "gaps"}, {"unsigned_readings": (AN,), "open_gaps": ()}, {"open_gaps": (AN,)}),
    "notice_to": ({"to_kind": "x", "to_name": "X"}, {"to_kind": "x", "posts": (), "proof": "ký"}, {"proof": ""}),
    "on_time": ({}, {"done_on": DAY, "due_on": DAY}, {"done_on": NEXT}),
    "opinions_in": (WANTED, {"opinions_from": ("a",)}, {"opinions_from": ()}),
    "own_review_chair": ({}, {"chair": "a", "about": "b", "other_chairs": 1}, {"about": "a"}),
    "plan_year": ({}, {"year": 2017, "meetings": (MEETING,)}, {"year": 2016}),
    "present_voters": ({}, {"voters": (VOTER,)}, {"voters": ()}),
    "prior_done": (NEEDS, {"done": ("a",)}, {"done": ()}),
    "proposal_slot": ({}, {"unfilled_gaps": ()}, {"unfilled_gaps": (AN,)}),
    "quorum": (
        {"part": 1, "of": 2},
        {"groups": (Group(key="a", name="A", convened=2, present=1),)},
        {"groups": (Group(key="a", name="A", convened=3, present=1),)},
    ),
    "reason_given": ({}, {"reason": "Bão"}, {"reason": ""}),
    "registered_weekly": (
        {"weekday": 4, "hour": 15},
        {"registered_at": None, "meeting_on": DAY, "waiver_reason": ""},
        {"registered_at": datetime(2017, 11, 30, 15, tzinfo=HERE)},
    ),
    "register_settled": ({}, {**REGISTER, "graded": ("a",)}, {"graded": ()}),
    "repeat_once": ({}, {"repeats": 0, "undecided": (), "chosen": ()}, {"repeats": 1}),
    "reports_lead": ({"days": 3}, {"reports_until_on": None, "reviews": (MEETING,)}, {"reports_until_on": DAY}),
    "rest_days": (
        {},
        {"steps": (Step(key="a", title="A", from_on=DAY, until_on=DAY, deadline=True),)},
        {"steps": (Step(key="a", title="A", from_on=DAY, until_on=date(2017, 12, 9), deadline=True),)},
    ),
    "results_known": ({"holds_line": True}, {"meeting_on": NEXT, "leaders": (LEADER,)}, {"meeting_on": DAY}),
    "reviewed_lines": ({}, {"lines": ()}, {"lines": (SlipLine(subject="a", name="An", review_done=False),)}),
    "roll_taken": ({}, {"roll_taken": True, "tellers": 2}, {"tellers": 1}),
    "roster": (WANTED, {"groups": (Group(key="a", name="A", convened=1, present=1),)}, {"groups": ()}),
    "round_limit": ({"rounds": 2}, {"number": 2}, {"number": 3}),
    "score_parts": (
        {},
        {
            "scale": (ScalePart(key="s", name="S", most=10),),
            "parts": {"s": 1000},
            "written_total": None,
            "empty_part": "invalid",
        },
        {"parts": {"s": 1001}},
    ),
    "scorers": ({"standings": ["official"]}, {"scorer_standing": "official"}, {"scorer_standing": "guest"}),
    "secret": ({}, {"secret": True}, {"secret": False}),
    "sections_filled": (
        {"sections": [{"key": "a", "name": "A"}]},
        {"owed": (BINH,), "filled": ("a",)},
        {"filled": ("b",)},
    ),
    "sender": ({"from_kinds": ["x"], "from_name": "X"}, {"from_kind": "x"}, {"from_kind": "y"}),
    "slip_options": ({"grades": ["G"]}, {"options": ("G",)}, {"options": ("G", "H")}),
    "slips_used": ({}, {"fresh_slips": True}, {"fresh_slips": False}),
    "status_shown": ({}, {"draft_plan": False}, {"draft_plan": True}),
    "step_order": ({}, {**STEPS, "step": "b", "done_steps": ("a",)}, {"done_steps": ()}),
    "steps_done": ({"last_steps": ["b"]}, {**STEPS, "done_steps": ("a",)}, {"done_steps": ()}),
    "supervised_once": (
        {},
        {**SUPERVISED, "supervisors": (Supervision(supervisor="s", name="S", unit="u"),)},
        {"supervisors": ()},
    ),
    "text_given": ({"field": "conclusion", "name": "kết luận"}, {**TEXTS, "conclusion": "Tốt"}, {"conclusion": ""}),
    "units_once": ({}, SUPERVISED, {"meetings": ()}),
    "verdict_first": ({}, {**DECIDED, "verdict_outcome": "graded"}, {"verdict_outcome": ""}),
    "working_group": (
        {"by_name": "Đảng ủy"},
        {"suggested": True, "working_group": (AN,)},
        {"working_group": ()},
    ),
    "voters": ({"refused": ["guest"]}, {"voters": (VOTER,)}, {"voters": (GUEST,)}),
}


def asked(name, **change):
    """The answer of a kind to its case in order, with one change."""
    params, facts, _ = CASES[name]
    kind = KINDS[name]
    return kind.answer(kind.params.model_validate(params), kind.facts(**{**facts, **change}))


def test_every_kind_has_its_two_sides_here():
    assert sorted(CASES) == sorted(KINDS)


@pytest.mark.parametrize("name", sorted(CASES))
def test_what_is_in_order_passes_without_a_word(name):
    found = asked(name)
    assert (found.allowed, found.warning, found.why) == (True, "", "")


@pytest.mark.parametrize("name", sorted(CASES))
def test_what_is_not_is_told_with_its_way_out(name):
    found = asked(name, **CASES[name][2])
    assert (bool(found.why) and bool(found.todo)) is not found.allowed
    assert bool(found.warning) is found.allowed
    assert (found.why or found.warning)[0].isupper()


@pytest.mark.parametrize("name", sorted(CASES))
def test_reasons_leave_the_full_stop_to_the_sentence(name):
    found = asked(name, **CASES[name][2])
    assert not found.why.endswith(".")
    assert not found.todo or found.todo.endswith(".")


@pytest.mark.parametrize(
    ("params", "minutes", "sessions", "allowed"),
    [
        ({"half_days": 4}, 960, 2, True),
        ({"half_days": 4}, 959, 4, False),
        ({"half_days": 4}, None, 4, False),
        ({"half_days": 4, "exactly": True}, 961, 4, False),
        ({"half_days": 4, "counts": "sessions"}, None, 4, True),
        ({"half_days": 4, "counts": "sessions"}, 960, 3, False),
        ({"half_days": 4, "counts": "sessions", "exactly": True}, 960, 5, False),
        ({"half_days": 2, "longest": 4}, 960, 4, True),
        ({"half_days": 2, "longest": 4}, 961, 4, False),
        ({"half_days": 2, "longest": 4, "counts": "sessions"}, 961, 4, True),
    ],
)
def test_how_long_a_body_met(params, minutes, sessions, allowed):
    kind = KINDS["met_long_enough"]
    facts = kind.facts(minutes_met=minutes, sessions_met=sessions)
    assert kind.answer(kind.params.model_validate(params), facts).allowed is allowed


@pytest.mark.parametrize(
    ("week", "moment", "reason", "allowed"),
    [
        ("before", datetime(2017, 11, 30, 14, 59, tzinfo=HERE), "", True),
        ("before", datetime(2017, 11, 30, 7, 59, tzinfo=UTC), "", True),
        ("before", datetime(2017, 11, 30, 15, tzinfo=HERE), "", False),
        ("before", datetime(2017, 11, 30, 15, tzinfo=HERE), "Bão", True),
        ("same", datetime(2017, 12, 7, 14, 59, tzinfo=HERE), "", True),
        ("same", datetime(2017, 12, 7, 15, tzinfo=HERE), "", False),
    ],
)
def test_a_meeting_is_registered_before_an_hour_of_a_week(week, moment, reason, allowed):
    kind = KINDS["registered_weekly"]
    params = kind.params(weekday=4, hour=15, week=week)
    for day in (DAY, date(2017, 12, 10)):
        facts = kind.facts(registered_at=moment, meeting_on=day, waiver_reason=reason)
        assert kind.answer(params, facts).allowed is allowed


def test_points_to_review_are_more_than_none():
    kind = KINDS["grounds"]
    assert not kind.answer(
        kind.params.model_validate({"allowed": [{"key": "a", "name": "A"}]}), kind.facts(grounds=())
    ).allowed

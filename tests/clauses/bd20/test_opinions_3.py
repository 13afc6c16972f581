"""3: whose opinions are collected on which report, at which conference, and by when reports go out."""

from datetime import date

import pytest

from tests.clauses.bd20.meeting import DONE, OPINIONS, SOURCES, STATE, review
from tests.clauses.hx17.season import refusals, report, warnings


@pytest.mark.parametrize(
    ("row", "kind", "source"),
    [
        pytest.param(f"BD20-3-{number}", kind, source, marks=pytest.mark.clause(f"BD20-3-{number}"))
        for number, (kind, sources) in OPINIONS.items()
        for source in sources
    ],
)
def test_a_missing_opinion_on_the_report_is_pointed_out(bd20, row, kind, source):
    assert warnings(bd20, review(kind)) == []
    short = review(kind, opinions_from=tuple(each for each in SOURCES if each != source))
    assert (row,) in warnings(bd20, short)


@pytest.mark.clause("BD20-3-3")
@pytest.mark.reading("body_names", "party_and_state")
def test_bodies_named_in_short_are_those_of_party_and_state(bd20):
    (names,) = [one for one in bd20.interpretations.interpretations if one.key == "body_names"]
    assert [slip.read for slip in names.slips] == [
        "Ban Thường vụ Huyện ủy",
        "Thường trực Hội đồng nhân dân, Ủy ban nhân dân",
    ]


@pytest.mark.clause("BD20-3-1")
@pytest.mark.parametrize("kind", ["executive_committee", *STATE])
def test_opinions_are_collected_at_a_conference_before_the_review(bd20, kind):
    done = tuple(each for each in DONE if each != "opinion_conference")
    assert (refusals(bd20, review(kind)), refusals(bd20, review(kind, done=done))) == ([], [("BD20-3-1",)])


@pytest.mark.clause("BD20-3-1", "BD20-3-14")
def test_the_front_chairs_the_conference_of_a_commune(bd20):
    (sitting,) = bd20.process.sittings
    assert (sitting.held_by, sitting.plan_item, sitting.rows) == (
        ("front_standing_board",),
        "opinion_conference",
        ("BD20-3-1", "BD20-3-14"),
    )
    assert [one.entry for one in sitting.steps] == ["presented", "contribution"]
    (item,) = [one for one in bd20.plan.items if one.key == "opinion_conference"]
    assert (item.owed_by, "BD20-3-14" in item.rows) == (("front_standing_board",), True)


CALLED = {
    "BD20-3-15": ("standing_bodies", 3, 0),
    "BD20-3-16": ("branch_leaders", 4, 4),
    "BD20-3-17": ("cell_officers", 2, 3),
    "BD20-3-18": ("hamlet_heads", 1, 2),
}


@pytest.mark.parametrize(
    ("row", "given"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in CALLED.items()]
)
def test_who_is_called_to_the_conference(bd20, row, given):
    (group,) = [one for one in bd20.process.groups if row in one.rows]
    assert (group.key, len(group.unit_kinds), len(group.posts)) == given
    assert group.key in bd20.process.sittings[0].groups


LEAD = [(date(2020, 12, 2), 0), (date(2020, 12, 3), 0), (date(2020, 12, 4), 1)]


@pytest.mark.clause("BD20-3-2")
@pytest.mark.parametrize(("sent", "refused"), LEAD)
def test_reports_go_out_three_working_days_before(bd20, sent, refused):
    meeting = date(2020, 12, 8)
    asked = report(unit_kind="executive_committee", sent_on=sent, meeting_on=meeting)
    assert refusals(bd20, asked) == [("BD20-3-2",)] * refused
    conference = review("front_standing_board", kind="opinion_conference", sent_on=sent, meeting_on=meeting)
    assert refusals(bd20, conference) == [("BD20-3-2",)] * refused
    assert (warnings(bd20, asked) == [("BD20-3-2",)]) == (sent == date(2020, 12, 3))


@pytest.mark.reading("lead_time_counting", "plain_refuses")
@pytest.mark.reading("lead_time_counting", "clear_days")
@pytest.mark.reading("lead_time_counting", "saturday_works")
@pytest.mark.parametrize(
    ("reading", "refused"), [("plain_refuses", [0, 0, 1]), ("clear_days", [0, 1, 1]), ("saturday_works", [0, 0, 0])]
)
def test_working_days_are_counted_as_the_reading_says(under, reading, refused):
    book, meeting = under(lead_time_counting=reading), date(2020, 12, 8)
    for kind in ("report", "conference"):
        facts = [
            report(unit_kind="executive_committee", sent_on=sent, meeting_on=meeting)
            if kind == "report"
            else review("front_standing_board", kind="opinion_conference", sent_on=sent, meeting_on=meeting)
            for sent, _ in LEAD
        ]
        assert [len(refusals(book, each)) for each in facts] == refused

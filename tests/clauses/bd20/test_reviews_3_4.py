"""4, 5.1-5.5, 5.15: meetings, their order, and what comes before what."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import AdvanceStep, HoldSupplementary, LeaderInCell, Named, OpenSeason
from kiemdiem.core.process.method import as_named, steps_of
from tests.clauses.bd20.meeting import DONE, GROUPS, GUESTS, STATE, called, review
from tests.clauses.hx17.season import (
    DEPUTY,
    closing,
    conclusion,
    decision,
    moved,
    refusals,
    scheduled,
    step,
    warnings,
)


@pytest.mark.parametrize(
    ("kind", "group"),
    [pytest.param(*each, marks=pytest.mark.clause("BD20-4.B2-1", "BD20-4.B2-2")) for each in STATE.items()],
)
def test_step_two_is_held_before_the_members_of_each_body(bd20, kind, group):
    (place,) = [one for one in bd20.process.places if one.subject == kind]
    (called_group,) = [one for one in bd20.process.groups if one.key == group]
    assert (place.before, place.groups, called_group.unit_kinds, called_group.rows) == (
        kind,
        (group,),
        (kind,),
        ("BD20-4.B2-2",),
    )
    others = called(*(key for key in GROUPS if key != group))
    assert refusals(bd20, review(kind, groups=others)) == [("BD20-4.B2-1", "BD20-4.B2-2")]


@pytest.mark.clause("BD20-4.B2-1")
def test_which_bodies_are_reviewed_in_step_two(bd20):
    found = [one.unit_kinds for one in bd20.subjects.reviewed if one.key == "reviewed.bodies"]
    assert found == [tuple(STATE)]
    assert [one.key for one in bd20.process.places if one.before == "collective_led"] == ["place.leaders"]
    assert "BD20-4.B2-1" in bd20.subjects.subject("collective").rows + bd20.subjects.subject("leader").rows


@pytest.mark.clause("BD20-4.B3-1")
def test_step_three_is_held_in_the_cell(bd20):
    places = {one.subject: one.before for one in bd20.process.places if "BD20-4.B3-1" in one.rows}
    assert places == {"cell_committee": "cell", "member": "own_cell"}
    others = called(*(key for key in GROUPS if key != "official_members"))
    for kind in ("cell", "cell_committee"):
        assert refusals(bd20, review(kind, groups=others)) == [("BD20-4.B3-1",)]
    found = [(one.subject, one.unit_kinds) for one in bd20.subjects.reviewed if "BD20-4.B3-1" in one.rows]
    assert found == [("collective", ("cell_committee",)), ("member", ())]
    assert bd20.subjects.subject("member").rows == ("BD20-4.B3-1",)


STEP_FOUR = ("secretary", "secretaries", "deputies", "council_vice_chair", "peoples_committee_vice_chair")


@pytest.mark.clause("BD20-4.B4-1", "BD20-4.B4-2", "BD20-4.B4-4")
def test_step_four_is_held_by_the_committee(bd20):
    before = [one.key for one in bd20.process.places if one.before == "executive_committee"]
    names = ("executive_committee", "standing_committee", *STEP_FOUR)
    assert before == [f"place.{name}" for name in names]
    assert [one.ballot for one in bd20.process.places if one.key in before] == [False, False, *[True] * 5]
    for group in ("committee_members", "vice_chairs"):
        others = called(*(key for key in GROUPS if key != group))
        assert refusals(bd20, review("executive_committee", groups=others)) == [("BD20-4.B4-1", "BD20-4.B4-2")]


@pytest.mark.clause("BD20-4.B4-2")
def test_committee_members_and_vice_chairs_attend(bd20):
    found = {one.key: (one.unit_kinds, one.posts) for one in bd20.process.groups if "BD20-4.B4-2" in one.rows}
    assert found == {
        "committee_members": (("executive_committee", "standing_committee"), ()),
        "vice_chairs": (("council_standing_body", "peoples_committee"), ("vice_chair",)),
    }


@pytest.mark.clause("BD20-4.B4-3")
@pytest.mark.parametrize("group", GUESTS)
def test_guests_of_the_district_are_invited(bd20, group):
    others = called(*(key for key in GROUPS if key != group))
    asked = review("executive_committee", groups=others)
    assert (refusals(bd20, asked), warnings(bd20, asked)) == ([], [("BD20-4.B4-3",)])
    assert [one.key for one in bd20.process.groups if "BD20-4.B4-3" in one.rows] == list(GUESTS)


@pytest.mark.clause("BD20-4.B4-4")
def test_who_is_reviewed_in_step_four(bd20):
    found = [
        (one.subject, one.unit_kinds, len(one.posts)) for one in bd20.subjects.reviewed if "BD20-4.B4-4" in one.rows
    ]
    assert found == [
        ("collective", ("executive_committee", "standing_committee"), 0),
        ("leader", (), 3),
        ("leader", (), 2),
    ]
    assert "BD20-4.B4-4" in bd20.subjects.subject("collective").rows


@pytest.mark.clause("BD20-4.B1-1", "BD20-5.5-3")
def test_a_civil_servant_without_a_grade_is_pointed_out_in_the_cell(bd20):
    waiting = review("cell", civil_grades_missing=(Named(key="p", name="An"),))
    assert (warnings(bd20, review("cell")), warnings(bd20, waiting)) == ([], [("BD20-4.B1-1", "BD20-5.5-3")])


@pytest.mark.clause("BD20-4.B2-7", "BD20-4.B3-3")
def test_results_of_step_two_are_known_in_the_cell(bd20):
    late = LeaderInCell(person="p", name="An", cell="u", result_on=None)
    asked = review("cell", leaders=(late,))
    assert warnings(bd20, asked) == [("BD20-4.B2-7", "BD20-4.B3-3")]
    assert warnings(bd20, review("cell", leaders=(replace(late, result_on=date(2020, 12, 8)),))) == []


@pytest.mark.clause("BD20-5.15-1")
def test_the_activity_of_the_cell_is_assessed_before_the_review(bd20):
    done = tuple(each for each in DONE if each != "cell_activity")
    assert refusals(bd20, review("cell", done=done)) == [("BD20-5.15-1",)]


@pytest.mark.clause("BD20-5.5-1")
@pytest.mark.parametrize("kind", ["cell", "peoples_committee", "council_standing_body"])
def test_those_below_are_reviewed_before_the_committee(bd20, kind):
    done = tuple(each for each in DONE if each != f"reviewed.{kind}")
    asked = review("executive_committee", done=done)
    assert (refusals(bd20, asked), warnings(bd20, asked)) == ([], [("BD20-5.5-1",)])


ANNOUNCED = ("individual.residence", "individual.suggestions", "individual.opinions", "individual.prior_results")


@pytest.mark.clause("BD20-4.B3-3")
@pytest.mark.parametrize("skipped", ANNOUNCED)
def test_four_things_are_announced_in_the_cell_before_a_member_speaks(bd20, skipped):
    asked = step(bd20, "individual.present", unit_kind="cell")
    assert refusals(bd20, asked) == []
    short = replace(asked, done_steps=tuple(each for each in asked.done_steps if each != skipped))
    assert refusals(bd20, short) == [("BD20-4.B3-2", "BD20-4.B3-3")]
    found = [(one.key, one.only_in) for one in bd20.process.methods[1].steps if "BD20-4.B3-3" in one.rows]
    assert found == [(key, ("cell",)) for key in ANNOUNCED]


@pytest.mark.clause("BD20-4.B3-2", "BD20-4.B3-1")
@pytest.mark.parametrize("key", ["individual.contributions", "individual.conclude"])
def test_a_member_speaks_to_the_signs_before_the_others(bd20, key):
    asked = step(bd20, key, unit_kind="cell")
    short = replace(asked, done_steps=tuple(each for each in asked.done_steps if each != "individual.present"))
    assert (refusals(bd20, asked), refusals(bd20, short)) == ([], [("BD20-4.B3-2", "BD20-4.B3-3")])
    found = [one.key for one in bd20.process.methods[1].steps if "BD20-4.B3-1" in one.rows]
    assert found == ["individual.present", "individual.contributions", "individual.conclude"]


@pytest.mark.clause("BD20-4.B2-4")
def test_results_are_announced_before_a_collective_is_reviewed(bd20):
    asked = step(bd20, "collective.present", unit_kind="peoples_committee")
    assert refusals(bd20, asked) == []
    assert refusals(bd20, replace(asked, done_steps=())) == [("BD20-4.B2-3", "BD20-4.B2-4")]


@pytest.mark.clause("BD20-4.B2-3")
@pytest.mark.parametrize("key", ["collective.discuss", "collective.conclude"])
def test_a_collective_presents_how_it_leads_before_the_others_speak(bd20, key):
    asked = step(bd20, key, unit_kind="peoples_committee")
    short = replace(asked, done_steps=("collective.announce",))
    assert refusals(bd20, short) == [("BD20-4.B2-3", "BD20-4.B2-4")]
    owed = as_named(steps_of(bd20.process, "collective", unit_kind="peoples_committee", traits=()))
    assert [each.key for each in owed] == [
        f"collective.{name}" for name in ("announce", "present", "discuss", "conclude")
    ]


@pytest.mark.clause("BD20-4.B2-3", "BD20-4.B3-1")
@pytest.mark.parametrize(("method", "row"), [("collective", "BD20-4.B2-3"), ("individual", "BD20-4.B3-1")])
def test_nothing_is_concluded_before_every_step(bd20, method, row):
    asked = conclusion(bd20, method=method, unit_kind="cell")
    assert refusals(bd20, asked) == []
    assert refusals(bd20, replace(asked, done_steps=asked.done_steps[:-1])) == [(row,)]


@pytest.mark.clause("BD20-4.B4-12", "BD20-5.5-2")
def test_collectives_come_before_individuals(bd20):
    asked = AdvanceStep(
        step="individual.residence", owed_steps=(), unit_kind="executive_committee", chair="p1", about="p9"
    )
    waiting = replace(asked, others_before=(Named(key="c", name="Ban Chấp hành"),))
    assert (refusals(bd20, asked), refusals(bd20, waiting)) == ([], [("BD20-4.B4-12", "BD20-5.5-2")])


@pytest.mark.clause("BD20-5.1-1")
@pytest.mark.parametrize(("day", "given"), [(14, []), (15, [("BD20-5.1-1",)])])
def test_a_review_is_held_before_the_year_is_summed_up(bd20, day, given):
    days = {"meeting_on": date(2020, 12, day), "next_step_on": date(2020, 12, 15)}
    assert refusals(bd20, scheduled(**days)) == given
    assert refusals(bd20, moved(**days)) == given
    assert refusals(bd20, scheduled(kind="opinion_conference", **days)) == []


@pytest.mark.clause("BD20-5.4-2")
def test_whoever_was_absent_is_graded_as_soon_as_possible(bd20):
    absent = (Named(key="p9", name="An"),)
    assert refusals(bd20, closing(carried=absent)) == [("BD20-5.4-2",)]
    assert refusals(bd20, closing(carried=absent, carried_to=("p9",))) == []
    held = HoldSupplementary(meeting_on=date(2020, 12, 12), about=absent, present=("p9",))
    assert refusals(bd20, held) == []
    assert refusals(bd20, replace(held, present=())) == [("BD20-5.4-2",)]


@pytest.mark.reading("quorum", "none")
@pytest.mark.reading("quorum", "two_thirds")
@pytest.mark.parametrize(
    ("reading", "present", "refused"), [("none", 1, 0), ("two_thirds", 6, 0), ("two_thirds", 5, 1)]
)
def test_a_least_attendance_is_asked_only_by_a_reading(under, reading, present, refused):
    asked = review("cell", groups=called("official_members", present=present))
    assert len(refusals(under(quorum=reading), asked)) == refused


@pytest.mark.reading("head_absent_chair", "deputy")
@pytest.mark.reading("head_absent_chair", "meeting_moved")
@pytest.mark.parametrize(("reading", "refused"), [("deputy", 0), ("meeting_moved", 1)])
def test_a_deputy_chairs_or_the_meeting_is_moved(under, reading, refused):
    asked = review("cell", head_present=False, chair=DEPUTY)
    assert len(refusals(under(head_absent_chair=reading), asked)) == refused


DECIDED = {"done": ("collective_decided", "below_decided")}


@pytest.mark.clause("BD20-5.5-4")
@pytest.mark.parametrize("kind", ["member", "leader", "cell", "collective", "party_body"])
def test_only_the_competent_authority_decides(bd20, kind):
    for body in ("executive_committee", "superior"):
        assert refusals(bd20, decision(subject_kind=kind, body_kind=body, **DECIDED)) == []
    assert refusals(bd20, decision(subject_kind=kind, body_kind="cell", **DECIDED), recording=True) == [("BD20-5.5-4",)]


@pytest.mark.clause("BD20-5.5-4")
@pytest.mark.parametrize("kind", ["member", "leader"])
def test_different_results_are_decided_with_a_reason(bd20, kind):
    asked = decision(subject_kind=kind, holding=(f"{kind}.results_differ",), **DECIDED)
    assert refusals(bd20, asked, recording=True) == [("BD20-5.5-4",)]
    assert refusals(bd20, replace(asked, departs_reason="Ban Thường vụ xem xét")) == []


EXCLUDED = ("BD20-5.8-1", "BD20-5.8-2", "BD20-5.10-1")


@pytest.mark.clause(*EXCLUDED)
@pytest.mark.parametrize("key", ["collective.new", "cell.new", "party_body.new", "member.new", "member.elsewhere"])
def test_whoever_is_not_graded_gets_no_grade_by_decision(bd20, key):
    asked = decision(subject_kind=key.partition(".")[0], holding=(key,), **DECIDED)
    assert refusals(bd20, asked, recording=True) == [EXCLUDED]
    assert refusals(bd20, replace(asked, grade="")) == []


@pytest.mark.clause("BD20-5.5-2")
def test_the_collective_is_decided_before_its_members(bd20):
    asked = decision(subject_kind="leader", done=())
    assert (warnings(bd20, asked), warnings(bd20, replace(asked, **DECIDED))) == ([("BD20-5.5-2",)], [])


@pytest.mark.clause("BD20-5.5-1")
def test_those_below_are_decided_before_those_above(bd20):
    asked = decision(subject_kind="party_body", body_kind="superior", done=())
    assert (refusals(bd20, asked), refusals(bd20, replace(asked, **DECIDED))) == ([("BD20-5.5-1",)], [])


@pytest.mark.reading("regrade_effect", "recompute")
@pytest.mark.reading("regrade_effect", "no_effect")
@pytest.mark.parametrize("reading", ["recompute", "no_effect"])
def test_a_regrade_changes_no_rule(bd20, under, reading):
    book = under(regrade_effect=reading)
    assert book.readings["regrade_effect"] == reading
    assert [entry.key for entry in book.entries if "regrade_effect" in entry.under] == []
    assert book.process == bd20.process


def test_a_season_opens_with_gaps_and_never_with_unsigned_readings(bd20):
    waiting = (Named(key="result_forms", name="Biểu mẫu"),)
    assert refusals(bd20, OpenSeason(open_gaps=waiting)) == []
    assert refusals(bd20, OpenSeason(unsigned_readings=waiting), recording=True) == [()]

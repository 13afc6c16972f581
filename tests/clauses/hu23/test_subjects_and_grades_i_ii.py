"""0, I.2, II, IV.4, IV.5, IV.6: who is reviewed and graded, what must come first, what is shown beside a grade."""

import pytest

from tests.clauses.hu23.grading import KINDS, grade, verdict

COLLECTIVES = {
    "grassroots_committee",
    "police_committee",
    "military_committee",
    "council_standing_body",
    "peoples_committee",
    "agency_leadership",
    "front_standing_board",
    "union_standing_board",
    "farmers_standing_board",
    "women_standing_board",
    "veterans_standing_board",
    "youth_union_standing_board",
}
STANDING = ("secretary", "deputy_secretary", "standing_member")


def reviewed(book, row):
    """The subjects a row has reviewed: kind, bodies, posts."""
    return [(one.subject, one.unit_kinds, one.posts) for one in book.subjects.reviewed if row in one.rows]


@pytest.mark.clause("HU23-0-4")
def test_the_plan_covers_organisations_members_collectives_and_leaders(hu23):
    assert tuple(one.key for one in hu23.subjects.subjects if "HU23-0-4" in one.rows) == KINDS
    assert [kind for kind, _, _ in reviewed(hu23, "HU23-0-4")] == ["collective", "member", "leader"]


@pytest.mark.clause("HU23-II.1-1")
def test_collectives_are_those_from_district_to_commune(hu23):
    ((kind, bodies, posts),) = reviewed(hu23, "HU23-II.1-1")
    assert (kind, set(bodies), posts) == ("collective", COLLECTIVES, ())
    assert [one.key for one in hu23.subjects.subjects if "HU23-II.1-1" in one.rows] == [
        "collective",
        "cell",
        "party_body",
    ]


@pytest.mark.clause("HU23-II.1-1")
def test_the_tree_goes_from_district_over_commune_or_agency_to_cell(hu23):
    units = {unit.key: unit for unit in hu23.body.units}
    named = [unit for unit in units.values() if "HU23-II.1-1" in unit.rows]
    paths = {unit.key: (unit.unit_kind, units[unit.parent].unit_kind if unit.parent else "") for unit in named}
    assert paths == {
        "dang_bo_huyen": ("party_body", ""),
        "phong_ban": ("agency_leadership", "party_body"),
        "dang_bo_xa": ("party_body", "party_body"),
        "dang_uy_xa": ("grassroots_committee", "party_body"),
        "chi_bo_thon": ("cell", "party_body"),
        "chi_bo_huyen_uy": ("cell", "party_body"),
    }
    assert (units["chi_bo_thon"].parent, units["chi_bo_huyen_uy"].parent) == ("dang_bo_xa", "dang_bo_huyen")


@pytest.mark.clause("HU23-II.1-2")
def test_individuals_are_all_members_and_those_who_lead(hu23):
    members, leaders = reviewed(hu23, "HU23-II.1-2")
    assert members == ("member", (), ())
    assert (leaders[0], len(leaders[2])) == ("leader", 4)
    posts = tuple(f"{p.unit_kind}.{p.post}" for p in hu23.body.leader_posts if "HU23-II.1-2" in p.rows)
    assert posts == leaders[2]
    assert [one.key for one in hu23.subjects.subjects if "HU23-II.1-2" in one.rows] == ["member", "leader"]


@pytest.mark.clause("HU23-IV.5-4")
def test_the_standing_committee_and_each_of_its_members_are_reviewed(hu23):
    collective, members = reviewed(hu23, "HU23-IV.5-4")
    assert collective == ("collective", ("standing_committee",), ())
    assert members == ("leader", (), tuple(f"standing_committee.{post}" for post in STANDING))
    (body,) = [unit for unit in hu23.body.units if "HU23-IV.5-4" in unit.rows]
    assert (body.unit_kind, body.collective) == ("standing_committee", True)
    posts = [(p.unit_kind, p.post) for p in hu23.body.leader_posts if "HU23-IV.5-4" in p.rows]
    assert posts == [("standing_committee", post) for post in STANDING]
    places = [(p.subject, p.before) for p in hu23.process.places if "HU23-IV.5-4" in p.rows]
    assert places == [(f"standing_committee.{post}", "standing_committee") for post in STANDING]


WAITING = [
    ("HU23-II.2-7", "member", {"is_ccvc": True, "ccvc_graded": False}),
    ("HU23-IV.4-2", "member", {"is_ccvc": True, "ccvc_graded": False}),
    *(
        (row, kind, facts)
        for kind in ("cell", "party_body")
        for row, facts in (
            ("HU23-IV.4-1", {"has_state_body": True, "state_graded": False}),
            ("HU23-IV.4-2", {"has_state_body": True, "collectives_graded": False}),
            ("HU23-IV.6-10", {"has_mass_bodies": True, "mass_graded": False}),
        )
    ),
    *(("HU23-II.2-1", kind, {"review_done": False}) for kind in KINDS),
]


@pytest.mark.parametrize(
    ("row", "kind", "facts"), [pytest.param(*each, marks=pytest.mark.clause(each[0])) for each in WAITING]
)
def test_who_waits_for_another_result(hu23, filled, row, kind, facts):
    for book in (hu23, filled):
        found = verdict(book, kind, **facts)
        assert (found.outcome, found.flags) == ("not_graded", ("waiting",))
        held = [one for one in found.findings if one.place == "exclusion" and one.state == "met"]
        assert [row in one.rows for one in held] == [True]
    done = {fact: not value if fact.endswith(("graded", "done")) else value for fact, value in facts.items()}
    assert grade(filled, kind, **done) == "MAU_A"
    unknown = {fact: None if fact.endswith(("graded", "done")) else value for fact, value in facts.items()}
    assert grade(filled, kind, **unknown) == "cannot_say"
    without = {fact: False if fact.startswith(("is_", "has_")) else value for fact, value in facts.items()}
    assert grade(filled, kind, **without) == ("MAU_A" if without != facts else "not_graded")


@pytest.mark.parametrize("kind", ["member", "leader"])
@pytest.mark.parametrize(
    ("code", "number"), [(code, number) for number, code in enumerate(("MAU_A", "MAU_B", "MAU_C", "MAU_D"), start=1)]
)
@pytest.mark.clause("HU23-I.2-2")
def test_the_grade_of_the_collective_stands_on_each_sheet(filled, kind, code, number):
    found = verdict(filled, kind, unit_grade=code)
    assert (found.grade, found.flags) == ("MAU_A", (f"remark:{kind}.unit_grade.{number}",))
    assert verdict(filled, kind).flags == ()


HEAD = {
    "warning": {None: "MAU_A", "MAU_A": "MAU_A", "MAU_B": "MAU_A", "MAU_D": "MAU_A"},
    "hard": {None: "cannot_say", "MAU_A": "MAU_A", "MAU_B": "MAU_B", "MAU_C": "MAU_C", "MAU_D": "no_grade"},
}


@pytest.mark.clause("HU23-II.2-5")
@pytest.mark.parametrize("kind", ["member", "leader"])
@pytest.mark.parametrize(
    ("reading", "unit", "given"),
    [
        pytest.param(reading, unit, given, marks=pytest.mark.reading("head_cap", reading))
        for reading, grades in HEAD.items()
        for unit, given in grades.items()
    ],
)
def test_a_head_beside_his_unit(under, kind, reading, unit, given):
    found = verdict(under(head_cap=reading), kind, is_head=True, unit_grade=unit)
    told = f"remark:{kind}.head_above_unit" in found.flags
    assert (found.grade or found.outcome, told) == (given, reading == "warning" and unit not in (None, "MAU_A"))
    assert grade(under(head_cap=reading), kind, is_head=False, unit_grade=unit) == "MAU_A"


@pytest.mark.clause("HU23-II.2-7")
def test_the_grade_as_a_civil_servant_is_shown_beside(filled):
    found = verdict(filled, "member", is_ccvc=True, ccvc_graded=True, ccvc_grade="MAU_B")
    assert (found.grade, found.flags) == ("MAU_A", ("remark:member.ccvc_grade.2",))


SOURCES = {
    ("member", "is_ccvc"): ("HU23-II.2-7", "work"),
    ("member", "ccvc_graded"): ("HU23-II.2-7", "attested"),
    ("member", "ccvc_grade"): ("HU23-II.2-7", "outside_grade"),
    ("member", "unit_grade"): ("HU23-I.2-2", "attested"),
    ("leader", "is_head"): ("HU23-II.2-5", "attested"),
    **{
        (kind, fact): (row, "attested")
        for kind in ("cell", "party_body")
        for fact, row in (
            ("has_state_body", "HU23-IV.4-1"),
            ("state_graded", "HU23-IV.4-1"),
            ("collectives_graded", "HU23-IV.4-2"),
            ("has_mass_bodies", "HU23-IV.6-10"),
            ("mass_graded", "HU23-IV.6-10"),
        )
    },
}


@pytest.mark.parametrize(
    ("subject", "fact", "row", "record"),
    [pytest.param(*key, *told, marks=pytest.mark.clause(told[0])) for key, told in SOURCES.items()],
)
def test_where_a_fact_comes_from(filled, subject, fact, row, record):
    (found,) = [one for one in filled.sources.facts if (one.subject, one.fact) == (subject, fact)]
    assert (row in found.rows, found.record.kind) == (True, record)

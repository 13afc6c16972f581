"""Heading, I.1, II.3 and the missing part: whose letter it is, who is reviewed, what must be filled in."""

import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf
from tests.clauses.dl19.grading import DATABASE, grade, verdict

GAP_ROWS = {
    "collective_standards": ("DL19-0-4", "DL19-II.3.3.a-2"),
    "leader_standards": ("DL19-0-4", "DL19-II.3.3.a-2"),
    "missing_rules": ("DL19-0-4", "DL19-II.3.3.a-2"),
    "signs_27": ("DL19-I.3.2.a-5",),
    "title_standards": ("DL19-I.3.2.b-4",),
    "opinion_sources": ("DL19-I.4.1.a-2",),
}


@pytest.fixture
def filled(dl19):
    """The rulebook with its gaps filled by the sample, under readings given as question=reading."""

    def chosen(**readings):
        return loader.effective(dl19, readings=readings, gaps=shelf.sample_gaps("dl19"))

    return chosen


@pytest.mark.clause("DL19-0-1")
def test_whose_letter_it_is(dl19):
    act = dl19.identity
    assert (act.number, act.issued_on, act.year, act.kind, act.status) == (
        "54-CV/ĐU",
        "2019-12-03",
        2019,
        "letter",
        "issued",
    )
    assert act.issuer == "Đảng ủy Sở Khoa học và Công nghệ"


@pytest.mark.clause("DL19-0-3")
def test_the_acts_it_stands_on(dl19):
    assert [(one.number, one.issued_on) for one in dl19.identity.basis] == [
        ("04-HD/TU", "2019-11-21"),
        ("26-CV/ĐUK", "2019-11-28"),
    ]


@pytest.mark.clause("DL19-0-4")
@pytest.mark.clause("DL19-II.3.3.a-2")
def test_what_is_missing_is_a_gap_and_never_a_rule(dl19):
    assert {gap.key: gap.rows for gap in dl19.gaps.gaps} == GAP_ROWS
    assert (dl19.standards.of("collective").standards, dl19.notices.notices) == ((), ())
    assert [scale.key for scale in dl19.subjects.scales if "DL19-II.3.3.a-2" in scale.rows] == []


def reviewed(book, row):
    """Who is reviewed under a row."""
    return [(one.subject, one.unit_kinds) for one in book.subjects.reviewed if row in one.rows]


@pytest.mark.parametrize(
    ("row", "who"),
    [
        pytest.param(row, who, marks=pytest.mark.clause(row))
        for row, who in {
            "DL19-I.1.1-1": ("collective", ("executive_committee",)),
            "DL19-I.1.1-2": ("collective", ("cell_committee",)),
            "DL19-I.1.2-1": ("member", ()),
            "DL19-I.1.2-2": ("leader", ()),
        }.items()
    ],
)
def test_who_is_reviewed(dl19, row, who):
    assert reviewed(dl19, row) == [who]


@pytest.mark.clause("DL19-I.1.2-1")
def test_nobody_is_left_out_of_the_review(dl19):
    (members,) = [one for one in dl19.subjects.reviewed if one.subject == "member"]
    assert (members.except_all_of, members.except_any_of) == ((), ())


@pytest.mark.clause("DL19-I.1.2-2")
def test_committee_members_of_both_levels_are_leaders(dl19):
    (leaders,) = [one for one in dl19.subjects.reviewed if one.subject == "leader"]
    assert leaders.posts == tuple(
        f"{unit}.{post}"
        for unit, posts in {
            "executive_committee": ("secretary", "deputy_secretary", "member"),
            "cell_committee": ("secretary", "deputy_secretary", "member"),
            "cell": ("secretary", "deputy_secretary"),
        }.items()
        for post in posts
    )


@pytest.mark.clause("DL19-II.3.1-1")
def test_collectives_are_graded_once_their_standards_are_there(dl19, filled):
    assert verdict(dl19, "collective").outcome == "cannot_say"
    assert grade(filled(), "collective") == "MAU_A"


@pytest.mark.clause("DL19-II-1")
def test_a_collective_waits_for_its_review(filled):
    assert verdict(filled(), "collective", review_done=False).flags == ("waiting",)


@pytest.mark.clause("DL19-II.3.3.a-1")
def test_the_best_collective_is_united(filled):
    assert grade(filled(), "collective", united=False) == "MAU_B"
    assert grade(filled(), "collective", united=None) == "cannot_say"


@pytest.mark.clause("DL19-II.3.3.a-2")
@pytest.mark.parametrize(
    ("changes", "given"),
    [
        ({"level_b1": "TOT"}, "MAU_B"),
        ({"level_a1": "TRUNG_BINH"}, "MAU_B"),
        ({"level_b1": "TRUNG_BINH"}, "MAU_C"),
        ({"level_b4": "KEM"}, "MAU_D"),
        ({"level_c": "KEM"}, "MAU_D"),
    ],
)
def test_collectives_are_graded_by_what_the_committee_added(filled, changes, given):
    assert grade(filled(), "collective", **changes) == given


@pytest.mark.reading("missing_part", "marked_missing")
@pytest.mark.reading("missing_part", "parent_layer")
@pytest.mark.parametrize(("reading", "given"), [("marked_missing", "MAU_A"), ("parent_layer", "cannot_say")])
def test_the_standards_of_collectives_come_from_the_committee_or_from_above(filled, reading, given):
    assert grade(filled(missing_part=reading), "collective") == given


@pytest.mark.reading("leader_grading", "off")
def test_leaders_are_graded_as_members_only(filled):
    assert "leader" not in [one.key for one in filled().subjects.subjects]


@pytest.mark.clause("DL19-II.3.3.a-2")
@pytest.mark.reading("leader_grading", "operator_added")
def test_leaders_may_be_graded_by_what_the_committee_added(dl19, under, filled):
    leader = {"subject": "l1", "review_done": True, "level_1": "XUAT_SAC"}
    rows = [{**leader, "level_2": level} for level in ("XUAT_SAC", "TOT", "TRUNG_BINH", "KEM")]
    book = filled(leader_grading="operator_added")
    found = [judge(book, "leader", rows=[row], cursor=DATABASE.cursor(), dialect="sqlite")[0].grade for row in rows]
    assert found == ["MAU_A", "MAU_B", "MAU_C", "MAU_D"]
    assert under(leader_grading="operator_added").subjects.subject("leader").scale is None


@pytest.mark.clause("DL19-II-1")
@pytest.mark.reading("leader_grading", "operator_added")
def test_a_leader_waits_for_his_review_too(filled):
    row = {"subject": "l1", "review_done": False, "level_1": "XUAT_SAC", "level_2": "XUAT_SAC"}
    book = filled(leader_grading="operator_added")
    (found,) = judge(book, "leader", rows=[row], cursor=DATABASE.cursor(), dialect="sqlite")
    assert (found.outcome, found.finding("leader.review_not_done").state) == ("not_graded", "met")

"""I.3, II.1.2, II.2.2 and II.3.2: every content item and criterion stands in its set, in the order of the letter."""

import pytest


def tree(lines):
    """The rows, codes and parents of a list of (row, code, how many parts)."""
    return [
        line
        for row, code, parts in lines
        for line in ((row, code, None), *[(f"{row}.{n}", f"{code}.{n}", code) for n in range(1, parts + 1)])
    ]


SETS = {
    "collective": tree([(f"DL19-I.3.1-{n}", f"RC{n}", 4 if n == 3 else 0) for n in range(1, 9)]),
    "member": tree(
        [
            *[(f"DL19-I.3.2.a-{n}", f"RM1.{n}", parts) for n, parts in enumerate((3, 4, 5, 3), start=1)],
            *[("DL19-I.3.2.a-" + row, code, 0) for row, code in (("5", "RM1.5"), ("6", "RM2.1"), ("7", "RM2.2"))],
            *[("DL19-I.3.2.a-" + row, code, 0) for row, code in (("8", "RM2.3"), ("9", "RM3"))],
            *[("DL19-I.3.2.a-" + row, code, 0) for row, code in (("10", "RM4"), ("11", "RM5"))],
        ]
    ),
    "leader": tree([("DL19-I.3.2.b-2", "RL1", 5), ("DL19-I.3.2.b-3", "RL2", 4)]),
    "organisation": tree(
        [
            *[(f"DL19-II.1.2.a-{n}", f"OA{n}", parts) for n, parts in enumerate((5, 8, 5, 4), start=1)],
            *[(f"DL19-II.1.2.b-{n}", f"OB{n}", 0) for n in (1, 2, 3)],
            ("DL19-II.1.2.c-1", "OC", 0),
        ]
    ),
    "member_grading": tree(
        [
            *[(f"DL19-II.2.2.a-{n}", f"MA{n}", parts) for n, parts in enumerate((3, 4, 5, 3, 0), start=1)],
            ("DL19-II.2.2.b-1", "MB1", 0),
            ("DL19-II.2.2.b-2", "MB2", 3),
            ("DL19-II.2.2.c-1", "MC", 0),
            ("DL19-II.2.2.d-1", "MD", 0),
            ("DL19-II.2.2.dd-1", "ME", 0),
        ]
    ),
    "collective_grading": tree(
        [
            ("DL19-II.3.2.a-1", "LA1", 0),
            ("DL19-II.3.2.a-2", "LA2", 0),
            *[(f"DL19-II.3.2.b-{n}", f"LB{n}", 0) for n in range(1, 5)],
            ("DL19-II.3.2.c-1", "LC", 0),
        ]
    ),
}
EACH = [
    pytest.param(name, *line, marks=pytest.mark.clause(line[0]), id=line[1])
    for name, lines in SETS.items()
    for line in lines
]


def own(book, content):
    """The items of a set by their code, those it includes left out."""
    chosen = next(one for one in book.criteria.sets if one.key == content)
    return {item.code: item for item in chosen.items}


@pytest.mark.parametrize(("content", "row", "code", "parent"), EACH)
def test_an_item_stands_in_its_set(dl19, content, row, code, parent):
    item = own(dl19, content)[code]
    assert (item.rows[0], item.parent) == (row, parent)
    assert list(own(dl19, content)) == [line[1] for line in SETS[content]]


@pytest.mark.clause("DL19-I.3.1-8")
def test_responsibility_for_each_fault_is_answered_by_rows_of_persons(dl19):
    assert {code for code, item in own(dl19, "collective").items() if item.answer == "rows"} == {"RC8"}


@pytest.mark.clause("DL19-I.3.2.b-1")
def test_leaders_answer_what_members_do_and_their_own(dl19):
    assert [item.code for item in dl19.criteria.items("leader")] == [*own(dl19, "member"), *own(dl19, "leader")]
    assert {use.subject: use.content for use in dl19.criteria.uses}["leader"] == "leader"


@pytest.mark.clause("DL19-II.2.2.b-3")
def test_civil_servants_answer_three_points_of_their_results(dl19):
    deep = [item for item in own(dl19, "member_grading").values() if item.for_whom == "civil_servant"]
    assert [item.code for item in deep] == ["MB2.1", "MB2.2", "MB2.3"]
    assert {item.rows[1] for item in deep} == {"DL19-II.2.2.b-3"}


CRITERIA = {
    "member": {"a": 5, "b": 2},
    "cell": {"a": 4, "b": 3},
    "party_body": {"a": 4, "b": 3},
    "collective": {"a": 2, "b": 4},
}


@pytest.mark.clause("DL19-II.1.5.B1-1")
@pytest.mark.parametrize("kind", CRITERIA)
def test_each_criterion_has_one_of_four_levels(dl19, kind):
    assert dl19.subjects.scale("criterion_level").codes == ("XUAT_SAC", "TOT", "TRUNG_BINH", "KEM")
    levels = [fact.key for fact in dl19.subjects.subject(kind).facts if fact.scale == "criterion_level"]
    tail = ["level_c", "level_d", "level_e"] if kind == "member" else ["level_c"]
    assert levels == [f"level_{g}{n}" for g, most in CRITERIA[kind].items() for n in range(1, most + 1)] + tail


@pytest.mark.reading("criterion_granularity", "bullet")
@pytest.mark.reading("criterion_granularity", "sub_item")
def test_every_point_below_a_criterion_may_have_its_level(dl19, under):
    fine = under(criterion_granularity="sub_item")
    parts = {"member": 15 + 3, "cell": 22, "party_body": 22}
    for kind, many in parts.items():
        coarse = {fact.key for fact in dl19.subjects.subject(kind).facts}
        finer = {fact.key for fact in fine.subjects.subject(kind).facts}
        assert coarse - finer == {f"level_a{n}" for n in range(1, 5)}
        assert len(finer - coarse) == many

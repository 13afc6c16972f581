"""I.2, II.2 and III.2.2: every content item stands in its set, in the order of the plan."""

import pytest

COLLECTIVE = [
    ("HX17-II.2.1-1", "RC1", None),
    ("HX17-II.2.1-2", "RC2", None),
    *[(f"HX17-II.2.1-2.{n}", f"RC2.{n}", "RC2") for n in range(1, 5)],
    ("HX17-II.2.1-3", "RC3", None),
    *[(f"HX17-II.2.1-3.{n}", f"RC3.{n}", "RC3") for n in range(1, 9)],
    ("HX17-II.2.1-4", "RC4", None),
    ("HX17-II.2.1-5", "RC5", None),
]
PARTS_OF_MEMBER = {2: ("RM1", 4), 3: ("RM2", 3), 4: ("RM3", 2), 5: ("RM4", 3), 6: ("RM5", 3)}
MEMBER = [
    line
    for row, (code, parts) in PARTS_OF_MEMBER.items()
    for line in (
        (f"HX17-II.2.2.a-{row}", code, None),
        *[(f"HX17-II.2.2.a-{row}.{n}", f"{code}.{n}", code) for n in range(1, parts + 1)],
    )
]
PARTS_OF_LEADER = {3: ("RL1", 4), 4: ("RL2", 2), 5: ("RL3", 0)}
LEADER = [
    line
    for row, (code, parts) in PARTS_OF_LEADER.items()
    for line in (
        (f"HX17-II.2.2.b-{row}", code, None),
        *[(f"HX17-II.2.2.b-{row}.{n}", f"{code}.{n}", code) for n in range(1, parts + 1)],
    )
]
POINTS = {"S1": 40, "S2": 20, "S3": 15, "S4": 15, "S5": 10}
PARTS_OF_CELL = {1: 3, 2: 5, 3: 7, 4: 4, 5: 4}
CELL = [
    line
    for row, parts in PARTS_OF_CELL.items()
    for line in (
        (f"HX17-III.2.2-{row}", f"S{row}", None),
        *[(f"HX17-III.2.2-{row}.{n}", f"S{row}.{n}", f"S{row}") for n in range(1, parts + 1)],
    )
]


def each(lines):
    """One case per line, marked with the row it proves."""
    return [pytest.param(*line, marks=pytest.mark.clause(line[0]), id=line[1]) for line in lines]


def own(book, content):
    """The items of a set by their code, those it includes left out."""
    chosen = next(one for one in book.criteria.sets if one.key == content)
    return {item.code: item for item in chosen.items}


@pytest.mark.parametrize(("row", "code", "parent"), each(COLLECTIVE))
def test_an_item_of_the_collective_report(hx17, row, code, parent):
    item = own(hx17, "collective")[code]
    assert (item.rows, item.parent) == ((row,), parent)
    assert item.text


@pytest.mark.parametrize(("row", "code", "parent"), each(MEMBER))
def test_an_item_of_the_self_review(hx17, row, code, parent):
    item = own(hx17, "member_basic")[code]
    assert (item.rows, item.parent, item.for_whom) == ((row,), parent, "everybody")


@pytest.mark.parametrize(("row", "code", "parent"), each(LEADER))
def test_an_item_of_a_leader(hx17, row, code, parent):
    item = own(hx17, "leader")[code]
    assert (item.rows, item.parent) == ((row,), parent)


@pytest.mark.parametrize(("row", "code", "parent"), each(CELL))
def test_an_item_by_which_a_cell_is_graded(hx17, row, code, parent):
    item = own(hx17, "cell")[code]
    assert (item.rows, item.parent, item.points) == ((row,), parent, POINTS.get(code))


@pytest.mark.clause("HX17-II.2.1-5")
def test_degradation_is_answered_by_rows_of_persons(hx17):
    assert own(hx17, "collective")["RC5"].answer == "rows"


@pytest.mark.clause("HX17-II.2.2.a-7")
def test_civil_servants_go_deep_into_six_points(hx17):
    deep = {code: item for code, item in own(hx17, "member_basic").items() if item.for_whom == "civil_servant"}
    points = ("volume", "quality", "progress", "effectiveness", "service", "unity")
    assert tuple(deep) == tuple(f"RM3.{point}" for point in points)
    assert {item.parent for item in deep.values()} == {"RM3"}
    assert {item.rows for item in deep.values()} == {("HX17-II.2.2.a-7",)}


@pytest.mark.clause("HX17-II.2.2.a-1")
def test_members_answer_the_basic_set(hx17):
    uses = {use.subject: use.content for use in hx17.criteria.uses}
    assert uses["member"] == "member_basic"


@pytest.mark.clause("HX17-II.2.2.b-2")
def test_leaders_answer_the_basic_set_and_their_own(hx17):
    codes = [item.code for item in hx17.criteria.items("leader")]
    assert codes == [*own(hx17, "member_basic"), *own(hx17, "leader")]


@pytest.mark.clause("HX17-III.1.2-1")
def test_members_are_graded_on_what_they_are_reviewed_on(hx17):
    sets = [one.key for one in hx17.criteria.sets if "HX17-III.1.2-1" in one.rows]
    assert sets == ["member_basic", "leader"]


@pytest.mark.clause("HX17-I.2-3")
def test_every_review_answers_three_resolutions(hx17):
    names = [one.name for one in hx17.criteria.resolutions]
    assert names == [
        "Nghị quyết Trung ương 4 (khóa XI)",
        "Nghị quyết Trung ương 4 (khóa XII)",
        "Chỉ thị 05-CT/TW ngày 15/5/2016",
    ]


@pytest.mark.clause("HX17-III.2.2-4")
@pytest.mark.reading("content4_title", "same_item")
def test_content_four_shows_both_titles(hx17):
    item = own(hx17, "cell")["S4"]
    assert item.text == "Lãnh đạo xây dựng hệ thống chính trị tổ dân phố"
    assert item.other_title.startswith("Lãnh đạo xây dựng chính quyền, Mặt trận Tổ quốc")

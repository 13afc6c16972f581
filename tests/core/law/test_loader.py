"""A rulebook loads, or every fault of it is named with file, line, entry and what to write instead."""

import unicodedata

import pytest

from kiemdiem.core.law.loader import effective, load
from kiemdiem.core.law.problems import RulebookProblems
from tests.core.law.folder import ROWS, TEXTS, spoiled


def problems(texts):
    """The faults found in the texts."""
    with pytest.raises(RulebookProblems) as found:
        load(texts, catalogue=ROWS)
    return found.value.problems


def test_a_sound_rulebook_loads_under_its_default_readings():
    book = load(TEXTS, catalogue=ROWS)
    assert (book.code, book.readings, book.quotas.quotas[0].percent) == ("small", {"how_many": "few"}, 15)
    assert book.quotas.quotas[0].under == ("how_many",)


def test_the_same_texts_give_the_same_fingerprint_whatever_the_order_of_keys():
    lines = TEXTS["rulebook.yaml"].strip().splitlines()
    turned = {**TEXTS, "rulebook.yaml": "\n".join(reversed(lines))}
    assert load(turned, catalogue=ROWS).sha256 == load(TEXTS, catalogue=ROWS).sha256


def test_texts_are_taken_in_composed_form():
    apart = {name: unicodedata.normalize("NFD", text) for name, text in TEXTS.items()}
    assert load(apart, catalogue=ROWS).sha256 == load(TEXTS, catalogue=ROWS).sha256


def test_another_reading_gives_another_rulebook_in_force():
    book = load(TEXTS, catalogue=ROWS)
    other = effective(book, readings={"how_many": "many"})
    assert (other.quotas.quotas[0].percent, book.quotas.quotas[0].percent) == (20, 15)
    assert other.sha256 != book.sha256
    assert effective(other, readings={"how_many": "few"}).sha256 == book.sha256


S, Q, B = "standards.yaml", "quotas.yaml", "subjects.yaml"
FAULTS = [
    (B, "rows: [R-1]", "rows: [R-9]", 11, "done", "danh mục không có dòng 'R-9'"),
    (S, "when: done", "when: gone", 15, "good.done", "không có dữ kiện 'gone'"),
    (S, "when: done", "when: yes", 15, "good.done", "'yes' là số nguyên, cần đúng/sai"),
    (S, "when: done", "when: done AND yes", 15, "good.done", "'yes' là số nguyên, không phải đúng/sai"),
    (
        "standards.yaml",
        "when: done",
        "when: abs(yes) > 1",
        15,
        "good.done",
        "không dùng được 'ABS(yes)' trong điều kiện",
    ),
    (S, "when: done", "when: yes / 2 > 1", 15, "good.done", "không dùng được 'yes / 2' trong điều kiện"),
    (S, "level >= DAT", "level >= GOOD", 22, "fair.level", "không có dữ kiện 'GOOD'"),
    (S, "level >= DAT", "level >= yes", 22, "fair.level", "so sánh mức của thang grades với số nguyên"),
    (S, "kind: share", "kind: shore", 14, "good.votes", "không có loại 'shore'"),
    (
        "standards.yaml",
        "more_than: 2/3",
        "more_than: 3/2",
        14,
        "good.votes",
        "'3/2' phải lớn hơn 0 và không quá 1 (100%)",
    ),
    (S, "more_than: 2/3", "more_then: 2/3", 14, "good.votes", "không có khóa 'more_then'"),
    (S, "below: 80", "below: 70", 31, "band.b", "khung DAT và TOT hở"),
    (S, "below: 80", "below: 90", 31, "band.b", "khung DAT và TOT chồng nhau"),
    (S, "at_least: 0,", "at_least: 10,", 32, "band.c", "dưới 10 điểm không có khung nào"),
    (
        "standards.yaml",
        "grade: DAT\n",
        "grade: TOT\n",
        3,
        "standards.person",
        "mức 'TOT' của 'person' có hai tiêu chuẩn",
    ),
    (
        "standards.yaml",
        "residual: KEM",
        "residual: null",
        3,
        "standards.person",
        "'person' chưa có tiêu chuẩn cho mức 'KEM'",
    ),
    (Q, "few: 15", "few: 150", 9, "quota", "'percent' không thể là 150"),
    (Q, "of: {few: 15, many: 20}", "of: {few: 15}", 9, "", "thiếu giá trị cho cách hiểu 'many'"),
    (Q, "by_reading: how_many", "by_reading: how_much", 9, "", "không có câu hỏi diễn giải 'how_much'"),
    (Q, "group: team", "group: club", 3, "quota", "không có cột nhóm 'club'"),
    (Q, "falls_to: DAT", "falls_to: TOT", 3, "quota", "thiếu 'falls_to'"),
    (Q, "base: reached_good", "base: after", 10, "quota", "'base' không thể là 'after'"),
    (B, "key: yes,", "key: done,", 4, "person", "hai dữ kiện của 'person' trùng khóa"),
    (B, "parts: [yes]", "parts: [no]", 18, "balance", "không có dữ kiện 'no'"),
    (B, "    text: Người\n", "    text: Người\n    text: Ai\n", 7, "", "khóa 'text' viết hai lần trong một mục"),
    (B, "scale: grades, clause", "scale: marks, clause", 4, "person", "không có thang mức 'marks'"),
    ("interpretations.yaml", ", default: true", "", 3, "how_many", "phải có đúng một cách hiểu mặc định"),
    ("rulebook.yaml", "year: 2017", "year: 2017.5", 7, "", "số '2017.5' không phải số nguyên"),
    ("rulebook.yaml", "kind: plan", "kind: song", 8, "", "'kind' không thể là 'song'"),
    ("rulebook.yaml", "title: Bộ quy tắc nhỏ", "titel: Bộ quy tắc nhỏ", 3, "", "không có khóa 'titel'"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "entry", "message"), FAULTS, ids=[f[2][:24] for f in FAULTS])
def test_a_fault_is_named_with_its_place(file, old, new, line, entry, message):
    found = problems(spoiled(file, old, new))
    named = [one for one in found if message in one.message]
    assert [(one.file, one.entry) for one in named[:1]] == [(file, entry)]
    assert abs(named[0].line - line) <= 1


def test_a_missing_and_an_unknown_file_are_named():
    texts = {name: text for name, text in TEXTS.items() if name != "standards.yaml"} | {"extra.yaml": "a: 1"}
    assert {(one.file, one.message) for one in problems(texts)} == {
        ("standards.yaml", "thiếu tệp này"),
        ("extra.yaml", "tệp không thuộc bộ quy tắc"),
    }


def test_unknown_answers_are_refused():
    book = load(TEXTS, catalogue=ROWS)
    for answers in ({"readings": {"how_many": "none"}}, {"readings": {"what": "few"}}, {"gaps": {"pit": 1}}):
        with pytest.raises(RulebookProblems):
            effective(book, **answers)


def test_a_hint_says_what_to_write_instead():
    (found,) = problems(spoiled("standards.yaml", "below: 80", "below: 70"))
    assert found.hint == "viết below: 80"
    assert found.sentence() == "standards.yaml:30 [band.b]: khung DAT và TOT hở → viết below: 80"


def test_a_fact_that_nothing_fills_is_named_once_sources_are_written():
    told = "clause: I, text: t, subject: person"
    known = "\n".join(
        f"  - {{key: s.{fact}, {told}, fact: {fact}, record: {{kind: reviewed}}}}"
        for fact in ("done", "yes", "voters", "level", "score")
    )
    (found,) = problems({**TEXTS, "sources.yaml": f"facts:\n{known}\n"})
    assert (found.file, found.message) == ("sources.yaml", "dữ kiện 'came_on' của 'person' không lấy từ đâu")


LISTED = """
gaps:
  - {key: hole, clause: IV, text: Chỗ trống, source: Văn bản khác, blocks: không gì, fills: {type: object}}
"""
CRITERIA = """
sets:
  - key: items
    clause: I
    text: Nội dung
    items:
      - {key: first, clause: I, text: Có sẵn, code: A}
      - from_gap: hole
        at: PATH
        each: {key: "item.n{number}", clause: I, text: "Mục {value}", code: "{value}", points: "{number}"}
"""


@pytest.mark.parametrize(("path", "given"), [("list", {"list": ["X", "Y"]}), ("", ["X", "Y"])])
def test_an_entry_stands_once_for_each_of_what_was_filled_in(path, given):
    texts = {**TEXTS, "gaps.yaml": LISTED, "criteria.yaml": CRITERIA.replace("PATH", f'"{path}"')}
    book = load(texts, catalogue=ROWS)
    assert [item.key for item in book.criteria.items("items")] == ["first"]
    found = effective(book, gaps={"hole": given}).criteria.items("items")[1:]
    assert [(one.key, one.text, one.code, one.points) for one in found] == [
        ("item.n1", "Mục X", "X", 1),
        ("item.n2", "Mục Y", "Y", 2),
    ]


def test_the_named_values_of_what_was_filled_in_are_told_apart():
    criteria = CRITERIA.replace("PATH", "list").replace("{value}", "{value.name}")
    book = load({**TEXTS, "gaps.yaml": LISTED, "criteria.yaml": criteria}, catalogue=ROWS)
    (_, item) = effective(book, gaps={"hole": {"list": [{"name": "X", "note": "Y"}]}}).criteria.items("items")
    assert (item.text, item.code) == ("Mục X", "X")

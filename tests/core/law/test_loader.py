"""A rulebook loads, or every fault of it is named with file, line, entry and what to write instead."""

import unicodedata

import pytest

from kiemdiem.core.law.loader import effective, load
from kiemdiem.core.law.problems import RulebookProblems
from tests.core.law.folder import ROWS, TEXTS


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


def test_unknown_answers_are_refused():
    book = load(TEXTS, catalogue=ROWS)
    for answers in ({"readings": {"how_many": "none"}}, {"readings": {"what": "few"}}, {"gaps": {"pit": 1}}):
        with pytest.raises(RulebookProblems):
            effective(book, **answers)


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


NESTED = """
sets:
  - from_gap: hole
    at: outer
    each:
      key: "set.{value}"
      clause: I
      text: "{value}"
      items:
        - from_gap: hole
          at: inner
          each: {key: "item.{number}", clause: I, text: "{value}", code: "{value}"}
"""


def test_a_pattern_inside_a_pattern_keeps_its_own_number_and_value():
    book = load({**TEXTS, "gaps.yaml": LISTED, "criteria.yaml": NESTED}, catalogue=ROWS)
    (found,) = effective(book, gaps={"hole": {"outer": ["o"], "inner": ["A", "B"]}}).criteria.sets
    assert (found.key, [(item.key, item.code) for item in found.items]) == ("set.o", [("item.1", "A"), ("item.2", "B")])

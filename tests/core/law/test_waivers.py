"""A gap that the committee does without: what stands then, and what such an act must say."""

import sqlite3

import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law.loader import effective, load
from kiemdiem.core.law.problems import RulebookProblems
from tests.core.judge.test_judge import OPEN
from tests.core.law.folder import ROWS, TEXTS

WAIVED = {"waived": {"body": "Ban Thường vụ", "document": "01-QĐ/HU", "issued_on": "2023-12-01"}}
PERSON = {"subject": "a", "team": "t", "done": True}
MARKS = """
sets:
  - key: items
    clause: I
    text: Nội dung
    items:
      - {key: needs, needs_gap: [hole, other], clause: I, text: Cần đủ, code: N}
      - {key: answer, needs_answer: [hole, other], clause: I, text: Cần trả lời, code: A}
      - {from_gap: hole, each: {key: filled, clause: I, text: "{value.name}", code: F}}
      - {from_gap: hole, needs_gap: other, each: {key: both, clause: I, text: "{value.name}", code: B}}
"""
GAPS = """
gaps:
  - {key: hole, clause: IV, text: Chỗ trống, source: Văn bản khác, blocks: mức, fills: {type: object}, waivable: true}
  - {key: other, clause: IV, text: Khác, source: Văn bản khác, blocks: mức, fills: {type: object}, waivable: WAIVABLE}
"""


def standing(waivable="true", **gaps):
    """The keys of the items that stand with these answers to the gaps."""
    texts = {**TEXTS, "gaps.yaml": GAPS.replace("WAIVABLE", waivable), "criteria.yaml": MARKS}
    book = effective(load(texts, catalogue=ROWS), gaps=gaps)
    return [item.key for item in book.criteria.items("items")]


@pytest.mark.parametrize(
    ("gaps", "keys"),
    [
        ({}, []),
        ({"hole": {"name": "X"}}, ["filled"]),
        ({"hole": {"name": "X"}, "other": {"name": "Y"}}, ["needs", "answer", "filled", "both"]),
        ({"hole": {"name": "X"}, "other": WAIVED}, ["answer", "filled"]),
        ({"hole": WAIVED, "other": WAIVED}, ["answer"]),
        ({"hole": WAIVED}, []),
    ],
)
def test_what_stands_once_gaps_are_filled_or_waived(gaps, keys):
    assert standing(**gaps) == keys


@pytest.mark.parametrize("missing", ["body", "document", "issued_on"])
def test_a_waiver_names_the_act_that_says_so(missing):
    told = {name: text for name, text in WAIVED["waived"].items() if name != missing}
    with pytest.raises(RulebookProblems) as found:
        standing(hole={"waived": told})
    (problem,) = found.value.problems
    assert (problem.entry, problem.hint) == ("hole", "ghi đủ body, document, issued_on")


def test_what_no_decision_can_do_without_is_not_waived():
    with pytest.raises(RulebookProblems) as found:
        standing("false", other=WAIVED)
    (problem,) = found.value.problems
    assert (problem.entry, problem.hint) == ("other", "điền nội dung theo văn bản được dẫn chiếu")


@pytest.mark.parametrize(
    ("answer", "outcome", "flags"),
    [(None, "cannot_say", ()), (WAIVED, "no_grade", ("standards_waived",)), (1, "graded", ())],
)
def test_standards_done_without_leave_the_grade_to_a_reasoned_decision(answer, outcome, flags):
    cursor = sqlite3.connect(":memory:", isolation_level=None).cursor()
    standards = OPEN.replace("give: true}", "give: true, waived: false}")
    standards = standards.replace("TOT}", "TOT}, {needs_gap: hole, key: fair, clause: II, text: Đạt, grade: DAT}")
    gaps = GAPS.replace("WAIVABLE", "false")
    book = load({**TEXTS, "standards.yaml": standards, "gaps.yaml": gaps}, catalogue=ROWS)
    book = effective(book, gaps={} if answer is None else {"hole": answer})
    (found,) = judge(book, "person", rows=[PERSON], cursor=cursor, dialect="sqlite", quotas=False)
    (absent,) = judge(book, "person", rows=[{**PERSON, "done": False}], cursor=cursor, dialect="sqlite", quotas=False)
    assert (found.outcome, found.flags) == (outcome, flags)
    assert (absent.outcome, absent.flags) == ("not_graded", ())

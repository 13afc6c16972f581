"""The worked examples come out as they say, with the fictional fillings: grade, what is missing or flagged."""

import pytest
from ruamel.yaml import YAML

from kiemdiem.core.judge.judge import judge
from kiemdiem.rulebooks import shelf
from tests.clauses.bd20.grading import DATABASE


def examples():
    """Every worked example with the file it stands in."""
    for file, text in shelf.cases("bd20").items():
        content = YAML(typ="safe").load(text)
        for case in content["cases"]:
            yield pytest.param(content, case, id=f"{file}: {case['name']}")


@pytest.mark.parametrize(("content", "case"), list(examples()))
def test_a_worked_example(filled, content, case):
    row = {"subject": "ví dụ", **content["usual"], **case["facts"]}
    cursor = DATABASE.cursor()
    (found,) = judge(filled, content["subject"], rows=[row], cursor=cursor, dialect="sqlite", quotas=False)
    states = {one.entry: one.state for one in found.findings}
    assert (found.grade, found.outcome) == (case.get("grade"), case.get("outcome", "graded"))
    assert list(found.flags) == case.get("flags", [])
    assert [states[key] for key in case.get("not_met", [])] == ["not_met"] * len(case.get("not_met", []))
    assert [states[key] for key in case.get("unknown", [])] == ["cannot_say"] * len(case.get("unknown", []))

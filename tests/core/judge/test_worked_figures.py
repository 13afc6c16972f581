"""Figures of other regulations, worked out by hand before this engine was, come out of it: shares, points, gaps."""

import sqlite3
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law.loader import effective, load

CURSOR = sqlite3.connect(":memory:", isolation_level=None).cursor()
FOLDER = Path(__file__).with_name("worked")


@cache
def book(name):
    """A small rulebook of one of those regulations."""
    files = [path for path in (FOLDER / name).glob("*.yaml") if path.name != "cases.yaml"]
    return load({path.name: path.read_text(encoding="utf-8") for path in files}, catalogue=())


def cases(name):
    """The cases of that rulebook."""
    return YAML(typ="safe").load((FOLDER / name / "cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", cases("shares")["cases"], ids=lambda case: case["name"])
def test_a_share_worked_by_hand(case):
    rules = effective(book("shares"), readings=case.get("readings", {}))
    levels = ["XS"] * case["excellent"] + ["TOT"] * case.get("good", 0) + ["HT"] * case.get("lower", 0)
    rows = [
        {"subject": f"p{number}", "body": "b", "level": level, "votes": len(levels) - number}
        for number, level in enumerate(levels)
    ]
    found = judge(rules, "member", rows=rows, cursor=CURSOR, dialect="sqlite")
    assert found[0].quotas[0].places == case["places"]
    assert [one.grade for one in found].count("XS") == min(case["places"], case["excellent"])


@pytest.mark.parametrize("case", cases("points")["cases"], ids=lambda case: case["name"])
def test_points_and_tasks_worked_by_hand(case):
    row = {"subject": "p", **cases("points")["usual"], **case["facts"]}
    (found,) = judge(book("points"), "person", rows=[row], cursor=CURSOR, dialect="sqlite")
    assert (found.grade, found.outcome) == (case.get("grade"), case.get("outcome", "graded"))
    assert [found.finding(key).state for key in case.get("not_met", [])] == ["not_met"] * len(case.get("not_met", []))
    assert case.get("said", "") in " ".join(one.sentence for one in found.findings)

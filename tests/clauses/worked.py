"""The worked examples a rulebook ships, and what each must come out as: grade, what is missing or flagged."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from ruamel.yaml import YAML

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.rulebooks import shelf


def examples(code: str) -> Iterator[Any]:
    """Every worked example with the content of the file it stands in."""
    for file, text in shelf.cases(code).items():
        content = YAML(typ="safe").load(text)
        for case in content["cases"]:
            yield pytest.param(content, case, id=f"{file}: {case['name']}")


def must_come_out(
    book: Rulebook, content: dict[str, Any], case: dict[str, Any], *, database: sqlite3.Connection
) -> None:
    """The example comes out as it says under the book."""
    row = {"subject": "ví dụ", **content["usual"], **case["facts"]}
    cursor = database.cursor()
    (found,) = judge(book, content["subject"], rows=[row], cursor=cursor, dialect="sqlite", quotas=False)
    states = {one.entry: one.state for one in found.findings}
    assert (found.grade, found.outcome) == (case.get("grade"), case.get("outcome", "graded"))
    assert list(found.flags) == case.get("flags", [])
    assert [states[key] for key in case.get("not_met", [])] == ["not_met"] * len(case.get("not_met", []))
    assert [states[key] for key in case.get("unknown", [])] == ["cannot_say"] * len(case.get("unknown", []))

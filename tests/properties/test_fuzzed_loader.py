"""However a rulebook's texts are spoiled, the loader takes them or says in words, and with the place, why it does not.

A longer run over whole loads: `PYTHONPATH=src:. python -m tests.properties.test_fuzzed_loader EXAMPLES [SEED]`.
"""

import re
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from functools import cache

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law import loader
from kiemdiem.core.law.checks import checked
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.yaml_text import parse
from kiemdiem.rulebooks import shelf
from tests.properties.mutating import spoiled

FOREIGN = re.compile(r"\b(Input|should|expected|found|Value|error|None|True|False|Traceback)\b")
WHOLE_FILE = ("thiếu tệp này", "tệp không thuộc", "tệp dài quá")
KEPT = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


@cache
def base(code):
    """A shipped rulebook: its texts, its files parsed, the rows of its catalogue."""
    texts = shelf.texts(code)
    return texts, loader.parsed(texts), frozenset(shelf.catalogue(code).rows)


def loaded(code, name, text):
    """The rulebook with one file's text in place of its own, under its default readings only.

    Raises: RulebookProblems.
    """
    _, folder, rows = base(code)
    book = loader.build(folder.replaced(name, parse(name, text)), rows=rows, readings={}, gaps={})
    problems = checked(book)
    if problems:
        raise RulebookProblems(tuple(problems))
    return book


def loaded_whole(code, name, text):
    """The same by way of the loader, under every reading.

    Raises: RulebookProblems.
    """
    texts, _, rows = base(code)
    return loader.load({**texts, name: text}, catalogue=rows)


def examine(code, name, text, *, load):
    """The rulebook stands, or each of its faults is located and readable; which of both.

    Whether it can be judged by is tried in the longer run only: printing the statements takes its time.
    """
    try:
        book = load(code, name, text)
    except RulebookProblems as found:
        for one in found.problems:
            assert one.file
            assert one.line or one.message.startswith(WHOLE_FILE), one
            assert one.message, one
            assert one.hint, one
            assert not FOREIGN.search(re.sub("'.*?'|“.*?”", "", one.message + one.hint)), one
        return "refused"
    if load is loaded_whole:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            judge_nothing(book, memory.cursor())
    return "stands"


def judge_nothing(book, cursor):
    """Two subjects of every kind of which nothing is known come out of the judge."""
    for subject in book.subjects.subjects:
        rows = [{"subject": each} | dict.fromkeys(subject.groups, "g") for each in ("a", "b")]
        assert len(judge(book, subject.key, rows=rows, cursor=cursor, dialect="sqlite")) == 2


def small(code):
    """The files of a rulebook that are read in no time."""
    return sorted(name for name, text in base(code)[0].items() if len(text) < 8_000)


def run_over(code, *, names, load, seen, **how):
    """Spoils files of one rulebook so many times; counts how it went."""

    @settings(KEPT, **how)
    @given(st.data())
    def run(data):
        name, text = data.draw(spoiled(base(code)[0], names))
        seen[f"{code} {examine(code, name, text, load=load)}"] += 1

    return run


@pytest.mark.parametrize("code", shelf.codes())
def test_a_spoiled_rulebook_stands_or_is_refused_in_words(code):
    seen = Counter()
    run_over(code, names=small(code), load=loaded, seen=seen, max_examples=12, derandomize=True)()
    assert seen[f"{code} refused"] > 0


def long_run(examples, start):
    """Says how many spoiled rulebooks stood and how many were refused; stops at the first that did neither."""
    seen = Counter()
    for code in shelf.codes():
        run = run_over(code, names=sorted(base(code)[0]), load=loaded_whole, seen=seen, max_examples=examples)
        seed(start)(run)()
        sys.stdout.write(f"{dict(seen)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    long_run(*(int(value) for value in (*sys.argv[1:], *("300", "1")[len(sys.argv) - 1 :])))

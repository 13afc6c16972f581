"""The judge on a database and the slow oracle say the same of every drawn person under every drawn rulebook.

A longer run: `python -m tests.properties.test_oracle BOOKS [PEOPLE] [SEED]`.
"""

import os
import random
import sqlite3
import sys
from contextlib import ExitStack, closing, contextmanager

import duckdb
import psycopg
import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law.loader import load
from tests.properties.drawing import Drawer, ranked, texts_of
from tests.properties.oracle import EXCLUDED, NOTHING, UNKNOWN, WAITING, Oracle, flags, quota_states, truth

WORDS = {EXCLUDED: "not_graded", WAITING: "not_graded", UNKNOWN: "cannot_say", NOTHING: "no_grade"}
STATES = {True: "met", False: "not_met", None: "cannot_say"}


@contextmanager
def cursors():
    """The databases at hand, closed again."""
    with ExitStack() as open_ones:
        sqlite = open_ones.enter_context(closing(sqlite3.connect(":memory:", isolation_level=None)))
        found = {"sqlite": sqlite.cursor(), "duckdb": open_ones.enter_context(closing(duckdb.connect())).cursor()}
        if os.environ.get("KIEMDIEM_TEST_DB") == "postgres":
            address = os.environ["KIEMDIEM_DATABASE"]
            found["postgres"] = open_ones.enter_context(psycopg.connect(address, autocommit=True)).cursor()
        yield found


def conditions(book):
    """Every drawn condition by its key, those inside others too."""
    top = [one["condition"] for part in ("exclusions", "caps") for one in book[part]]
    top += book["triggers"] + [condition for one in book["standards"] for condition in one["conditions"]]
    inside = [part for one in top if one["kind"] == "any_of" for part in one["of"]]
    return {one["key"]: one for one in (*top, *inside)}


def expected(book, people):
    """What the oracle says: outcome, grade, reached, voted, ceiling, quota standings, states of conditions."""
    oracle = Oracle(book)
    rows = [ranked(row) for row in people]
    reached = [oracle.reached(row) for row in rows]
    grades, standings = list(reached), [[] for _ in rows]
    for quota in book["quotas"]:
        for number, state in enumerate(quota_states(oracle, quota, list(zip(rows, grades, strict=True)))):
            standings[number].append(state)
            if state and state[0] in ("over", "tie") and quota.get("falls_to"):
                grades[number] = quota["falls_to"]
    found = []
    for number, row in enumerate(rows):
        votes = oracle.first(lambda code, row=row: oracle.votes(code, row)) if oracle.voted else NOTHING
        allowed = oracle.first(lambda code, row=row: oracle.others(code, row))
        found.append(
            {
                "outcome": WORDS.get(grades[number], "graded"),
                "grade": code_or_none(grades[number]),
                "reached": code_or_none(reached[number]),
                "voted": code_or_none(votes),
                "ceiling": code_or_none(allowed) if oracle.voted else None,
                "flags": flags(oracle, row, reached=reached[number], votes=votes, allowed=allowed),
                "quotas": standings[number],
                "states": {key: STATES[truth(one, row)] for key, one in conditions(book).items()},
            }
        )
    return found


def code_or_none(word):
    """The grade, or nothing for the other words."""
    return None if word in WORDS else word


def said(verdict):
    """What the judge says, in the oracle's words."""
    quotas = [
        None if one.state == "not_concerned" else (one.state, one.rank, one.standing, one.places)
        for one in verdict.quotas
    ]
    return {
        "outcome": verdict.outcome,
        "grade": verdict.grade,
        "reached": verdict.reached,
        "voted": verdict.voted_grade,
        "ceiling": verdict.ceiling,
        "flags": [flag for flag in verdict.flags if not flag.startswith("quota_")],
        "quotas": quotas,
        "states": {finding.entry: finding.state for finding in verdict.findings},
    }


def mismatches(seed, people, databases):
    """What differs between the oracle and each database for one drawn rulebook."""
    drawer = Drawer(random.Random(seed))
    book = drawer.book()
    rows = [drawer.person(number) for number in range(people)]
    law = load(texts_of(book), catalogue=())
    right = expected(book, rows)
    for dialect, cursor in databases.items():
        found = judge(law, "person", rows=rows, cursor=cursor, dialect=dialect)
        assert [one.subject for one in found] == [row["subject"] for row in rows]
        for row, verdict, want in zip(rows, found, right, strict=True):
            if said(verdict) != want:
                yield seed, dialect, row["subject"], said(verdict), want


@pytest.fixture(scope="module")
def databases():
    """The databases at hand."""
    with cursors() as found:
        yield found


@pytest.mark.parametrize("seed", range(25))
def test_the_judge_agrees_with_the_oracle(seed, databases):
    assert list(mismatches(seed, 40, databases)) == []


def test_the_oracle_notices_a_changed_mark(databases):
    drawer = Drawer(random.Random(3))
    book = drawer.book()
    rows = [drawer.person(number) for number in range(200)]
    law = load(texts_of(book), catalogue=())
    changed = {**book, "exclusions": [], "triggers": [], "caps": []}
    found = judge(law, "person", rows=rows, cursor=databases["sqlite"], dialect="sqlite")
    assert [said(one)["outcome"] for one in found] != [one["outcome"] for one in expected(changed, rows)]


if __name__ == "__main__":
    books, people, start = (int(value) for value in (*sys.argv[1:], "100", "60", "1000")[:3])
    with cursors() as at_hand:
        wrong = [one for seed in range(start, start + books) for one in mismatches(seed, people, at_hand)]
    sys.stdout.write(f"{books} books, {people} people each: {len(wrong)} mismatches\n{wrong[:3]}\n")
    sys.exit(1 if wrong else 0)

"""The judge on a database and the slow oracle say the same of every drawn person under every drawn rulebook.

A longer run: `PYTHONPATH=src:. python -m tests.properties.test_oracle BOOKS [PEOPLE] [SEED]`; with
KIEMDIEM_TEST_DB=postgres on PostgreSQL too.
"""

import os
import sqlite3
import sys
from collections import Counter
from contextlib import ExitStack, closing, contextmanager

import duckdb
import psycopg
import pytest

from tests.properties.comparing import draw, expected, mismatches, said, verdicts


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


@pytest.fixture(scope="module")
def databases():
    """The databases at hand."""
    with cursors() as found:
        yield found


@pytest.mark.parametrize("seed", range(12))
def test_the_judge_agrees_with_the_oracle(seed, databases):
    assert list(mismatches(seed, 30, databases)) == []


def test_the_oracle_notices_a_changed_mark(databases):
    drawn = draw(3, 200)
    drawn.books["person"].update(exclusions=[], triggers=[], caps=[])
    found = verdicts(drawn, cursor=databases["sqlite"], dialect="sqlite")["person"]
    assert [said(one)["outcome"] for one in found] != [one["outcome"] for one in expected(drawn)["person"]]


def long_run(books, people, start):
    """Says how many books were judged on which databases and shows what differed; the exit code."""
    found, wrong = Counter(), []
    with cursors() as at_hand:
        for seed in range(start, start + books):
            wrong += mismatches(seed, people, at_hand)
            found.update(one["outcome"] for one in expected(draw(seed, people))["person"])
            if (seed - start) % 100 == 99:
                sys.stdout.write(f"{seed - start + 1} books: {len(wrong)} mismatches\n")
                sys.stdout.flush()
        engines = ", ".join(at_hand)
    sys.stdout.write(f"{books} books, {people} people each, on {engines}: {len(wrong)} mismatches {dict(found)}\n")
    sys.stdout.writelines(f"{one}\n" for one in wrong[:3])
    return 1 if wrong else 0


if __name__ == "__main__":
    import tests.conftest  # noqa: F401 - starts the embedded PostgreSQL where it is asked for

    sys.exit(long_run(*(int(value) for value in (*sys.argv[1:], *("100", "60", "1000")[len(sys.argv) - 1 :]))))

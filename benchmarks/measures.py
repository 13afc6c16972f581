"""How two ways of doing the same are measured against each other, and how their results are compared."""

import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb

RUNS = 7


def alternating(sides: Mapping[str, Callable[[], object]], *, runs: int = RUNS) -> dict[str, float]:
    """Median seconds of each side, by the clock and of the processor; the sides take turns, so that whatever else the
    machine does bears on all of them alike. The ratios are of the first side to every other.
    """
    clock: dict[str, list[float]] = {name: [] for name in sides}
    processor: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(runs):
        for name, work in sides.items():
            started, used = time.perf_counter(), time.process_time()
            work()
            clock[name].append(time.perf_counter() - started)
            processor[name].append(time.process_time() - used)
    first, *others = sides
    found = {f"{name}_s": round(statistics.median(taken), 4) for name, taken in clock.items()}
    found |= {f"{name}_cpu_s": round(statistics.median(taken), 4) for name, taken in processor.items()}
    for other in others:
        found[f"ratio_to_{other}"] = round(found[f"{first}_s"] / found[f"{other}_s"], 3)
        found[f"cpu_ratio_to_{other}"] = round(found[f"{first}_cpu_s"] / found[f"{other}_cpu_s"], 3)
    return found | {"runs": runs}


def milliseconds(work: Callable[[], object], *, warm: int = 20, runs: int = 200) -> float:
    """The median of one call, once everything is warm."""
    for _ in range(warm):
        work()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return round(statistics.median(taken) * 1000, 3)


def table(place: Path) -> str:
    """A table of results as a statement names it: one Parquet file, or all of a folder."""
    return f"'{place / '*.parquet' if place.is_dir() else place}'"


def differences(left: Path, right: Path) -> int:
    """How many rows stand in one table of results and not in the other, in any column."""
    with duckdb.connect(config={"memory_limit": "4GB"}) as opened:
        names = [line[0] for line in opened.execute(f"DESCRIBE FROM {table(left)}").fetchall()]
        columns = ", ".join(name if name in ("subject", "cell", "party_body") else f"{name}::BIGINT" for name in names)
        sides = [f"SELECT {columns} FROM {table(place)}" for place in (left, right)]
        counts = [f"(SELECT count(*) FROM ({a} EXCEPT ALL {b}))" for a, b in (sides, sides[::-1])]
        return int(opened.execute(f"SELECT {' + '.join(counts)}").fetchall()[0][0])


def content(place: Path) -> str:
    """The fingerprint of a table of results, whatever the order of its rows and the width of its numbers."""
    with duckdb.connect(config={"memory_limit": "2GB"}) as opened:
        names = [line[0] for line in opened.execute(f"DESCRIBE FROM {table(place)}").fetchall()]
        row = f"md5_number(concat_ws('|', {', '.join(names)}))"
        parts = f"count(*), bit_xor({row}), sum(({row} % 1000000007)::HUGEINT)"
        return "-".join(
            f"{int(part):x}" for part in opened.execute(f"SELECT {parts} FROM {table(place)}").fetchall()[0]
        )

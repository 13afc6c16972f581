"""The facts of a made-up country: 5.6 million members, 300,000 cells, 50,000 party bodies, 34 provinces.

Run: `.venv/bin/python benchmarks/country.py DIR [--book hx17] [--members N] [--seed N]`. Writes one Parquet table per
kind of subject, as `judge` reads them, and beside them `units/` with the province of every cell. The same seed gives
the same country on the same DuckDB. Nobody in it exists.
"""

import argparse
import csv
import random
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import duckdb

SMALLEST, LARGEST = 3, 120
CELLS_PER_MEMBER, BODIES_PER_CELL = 300_000 / 5_600_000, 50_000 / 300_000
ALONE = 0.30
PROVINCES = 34

# `u`: even between 0 and 1 by row and name. `z`: about normal, by three of them. Nothing depends on the order of rows.
MACROS = """
CREATE MACRO u(n, name) AS (hash(n, name, {seed}) >> 11)::DOUBLE / 9007199254740992.0;
CREATE MACRO z(n, name) AS 2.0 * (u(n, name || '1') + u(n, name || '2') + u(n, name || '3') - 1.5);
CREATE MACRO of_people(people, part) AS greatest(0, least(people, round(people * part)))::SMALLINT;
"""


@dataclass(frozen=True)
class Kind:
    """How the facts of one kind of subject are made: from which table, and each column, in order."""

    key: str
    table: str
    drawn: str
    columns: MappingProxyType[str, str]


def kind(key: str, table: str, *, drawn: str, **columns: str) -> Kind:
    """A kind of subject."""
    return Kind(key, table, drawn, MappingProxyType(columns))


LEVEL = (
    "CASE WHEN {0} > 0.2 THEN 'excellent' WHEN {0} > -1.3 THEN 'good' WHEN {0} > -3.0 THEN 'basic' ELSE 'failed' END"
)
CIVIL = (
    "CASE WHEN qc > 0.4 THEN 'HTXSNV' WHEN qc > -1.5 THEN 'HTTNV' WHEN qc > -2.6 THEN 'HTNV'"
    " WHEN qc > -3.3 THEN 'HTNV_LIMITED' ELSE 'KHTNV' END"
)
KINDS = {
    "hx17": (
        kind(
            "member",
            "people",
            drawn="z(n, 'self') + 0.5 * z(cell, 'cell') AS q, q + 0.5 * z(n, 'office') AS qc,"
            " q + 0.6 * z(n, 'task') AS qt, u(n, 'civil') < 0.45 AS civil,"
            " of_people(size, 0.88 + 0.12 * u(cell, 'came')) AS came,"
            " of_people(came, 1.4 + 1.2 * q + 0.1 * z(n, 'vote')) AS good,"
            " of_people((came - good)::SMALLINT, 1.6 + 0.4 * q) AS done,"
            " of_people(came, 0.35 + 0.35 * q + 0.1 * z(n, 'again')) AS best",
            subject="printf('m%07d', n)",
            cell="printf('c%06d', cell)",
            party_body="printf('b%05d', body)",
            exempt_work="u(n, 'exempt') < 0.06",
            exempt_activity="u(n, 'exempt') < 0.05",
            months_since_admission="floor(u(n, 'admitted') * 600)::SMALLINT",
            review_done="u(n, 'review') > 0.01",
            task_result=LEVEL.format("qt"),
            is_ccvc="civil",
            ccvc_grade=f"CASE WHEN civil AND u(n, 'known') > 0.004 THEN {CIVIL} END",
            title_proposed="u(n, 'title') < 0.12",
            merit_certificate="u(n, 'merit') < 0.02",
            serving_discipline="u(n, 'discipline') < 0.006",
            fault_prohibited="u(n, 'prohibited') < 0.001",
            fault_refusal="u(n, 'refusal') < 0.001",
            enrolled_1="size",
            present_1="came",
            valid_1="came",
            votes_good="good",
            votes_done="done",
            votes_not="(came - good - done)::SMALLINT",
            enrolled_2="size",
            present_2="came",
            valid_2="came",
            votes_excellent="CASE WHEN 2 * good > size THEN best ELSE 0 END::SMALLINT",
        ),
        kind(
            "cell",
            "cells",
            drawn="z(cell, 'cell') AS q, (5 + floor(u(cell, 'slips') * 10))::SMALLINT AS slips,"
            " (2 + floor(u(cell, 'links') * 4))::SMALLINT AS links,"
            " of_people(links, 0.95 - 0.3 * u(cell, 'second')) AS second",
            subject="printf('c%06d', cell)",
            party_body="printf('b%05d', body)",
            points_sum="(slips * least(10000, greatest(3000, 8800 + floor(700 * q))))::INTEGER",
            points_slips="slips",
            task_result=LEVEL.format("q"),
            united="u(cell, 'united') > 0.01",
            activity_regular="u(cell, 'regular') > 0.03",
            officers_disciplined="(u(cell, 'officers') < 0.01)::SMALLINT",
            linked_total="links",
            linked_highest="of_people(second, 0.5 + 0.4 * q)",
            linked_second="second",
            front_mass_lowest="CASE WHEN u(cell, 'front') < 0.004 THEN 2 ELSE 0 END::SMALLINT",
            disunity="u(cell, 'disunity') < 0.004",
            member_disciplined="u(cell, 'discipline') < 0.002",
            members_enrolled="size",
            chosen_for_award="q > 0.8 AND u(cell, 'award') < 0.4",
        ),
        kind(
            "party_body",
            "bodies",
            drawn="(7 + floor(u(body, 'slips') * 20))::SMALLINT AS slips",
            subject="printf('b%05d', body)",
            points_sum="(slips * least(10000, greatest(2000, 8200 + floor(900 * z(body, 'body')))))::INTEGER",
            points_slips="slips",
        ),
    ),
}

LEVEL_BY_NUMBER = "(1 + (l{0} > -3.2)::INT + (l{0} > -1.6)::INT + (l{0} > 0.15)::INT)::TINYINT"
MARKED = (*(str(number) for number in range(1, 11)), "cs")
KINDS["prototype"] = (
    kind(
        "member",
        "people",
        drawn="z(n, 'self') + 0.5 * z(cell, 'cell') AS q, u(n, 'civil') < 0.45 AS civil,"
        " of_people(size, 0.75 + 0.25 * u(cell, 'came')) AS came, of_people(came, 0.4 + 0.35 * q) AS best,"
        " of_people((came - best)::SMALLINT, 0.55 + 0.12 * q) AS good,"
        " of_people((came - best - good)::SMALLINT, 0.92) AS done, "
        + ", ".join(f"q + 0.45 * z(n, 'l{name}') AS l{name}" for name in MARKED),
        member_id="n",
        base_id="body",
        **{f"c{number}": LEVEL_BY_NUMBER.format(number) for number in range(1, 11)},
        is_cs="civil",
        cs_grade=f"CASE WHEN civil AND u(n, 'known') > 0.004 THEN {LEVEL_BY_NUMBER.format('cs')} END",
        sick_months="CASE WHEN u(n, 'sick') < 0.02 THEN 1 + floor(u(n, 'months') * 12) ELSE 0 END::TINYINT",
        discipline="CASE WHEN u(n, 'discipline') < 0.006 THEN 1 + floor(u(n, 'which') * 4) ELSE 0 END::TINYINT",
        degraded="u(n, 'degraded') < 0.001",
        task_pct="least(130, greatest(0, round(92 + q * 10 + 8 * z(n, 'task'))))::SMALLINT",
        reviewed="u(n, 'review') > 0.01",
        exempt="u(n, 'exempt') < 0.05",
        admitted="DATE '2020-12-31' - floor(u(n, 'admitted') * 18250)::INT",
        votes_total="greatest(1, came)::SMALLINT",
        votes_xs="best",
        votes_t="good",
        votes_h="done",
    ),
)


def sizes_of(cells: int, members: int, *, chance: random.Random) -> list[int]:
    """How many members each cell has: a long tail between the smallest and the largest, together all members."""
    weights = [chance.gammavariate(2.0, 1.0) for _ in range(cells)]
    spare = (members - SMALLEST * cells) / sum(weights)
    sizes = [min(LARGEST, SMALLEST + int(weight * spare)) for weight in weights]
    left = members - sum(sizes)
    while left:
        place = chance.randrange(cells)
        if sizes[place] < LARGEST:
            sizes[place] += 1
            left -= 1
    return sizes


def bodies_of(cells: int, bodies: int, *, chance: random.Random) -> list[int]:
    """The body of each cell, in order: three in ten have one cell, every other has two or more."""
    alone = int(bodies * ALONE)
    found = [*range(alone), *range(alone, bodies), *range(alone, bodies)]
    found += [chance.randrange(alone, bodies) for _ in range(cells - len(found))]
    return sorted(found)


def units(members: int, *, seed: int) -> Iterable[tuple[int, int, int, int, int]]:
    """Every cell: its number, its body, its province, its size, the number of its first member."""
    chance = random.Random(seed)
    cells = max(20, round(members * CELLS_PER_MEMBER))
    bodies = max(4, round(cells * BODIES_PER_CELL))
    provinces = [chance.randrange(PROVINCES) for _ in range(bodies)]
    first = 0
    places = bodies_of(cells, bodies, chance=chance)
    for cell, (body, size) in enumerate(zip(places, sizes_of(cells, members, chance=chance), strict=True)):
        yield cell, body, provinces[body], size, first
        first += size


def made(folder: Path, *, book: str = "hx17", members: int = 5_600_000, seed: int = 2017) -> Path:
    """The folder with the facts of the country, one table per kind of subject; made once and then kept."""
    if (folder / "units" / "cells.parquet").is_file():
        return folder
    (folder / "units").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, duckdb.connect() as database:
        database.execute("SET memory_limit = '3GB'")
        database.execute(MACROS.format(seed=seed))
        drawn = Path(scratch) / "cells.csv"
        with drawn.open("w", newline="") as file:
            csv.writer(file).writerows(units(members, seed=seed))
        columns = (
            "{'cell': 'INTEGER', 'body': 'INTEGER', 'province': 'TINYINT', 'size': 'SMALLINT', 'first': 'INTEGER'}"
        )
        database.execute(f"CREATE TABLE cells AS SELECT * FROM read_csv('{drawn}', columns={columns})")
        database.execute("CREATE VIEW people AS SELECT *, first + unnest(range(size::INT)) AS n FROM cells")
        database.execute("CREATE VIEW bodies AS SELECT DISTINCT body FROM cells ORDER BY body")
        for one in KINDS[book]:
            chosen = ", ".join(f"{text} AS {name}" for name, text in one.columns.items())
            source = f"SELECT {chosen} FROM (SELECT *, {one.drawn} FROM {one.table})"
            database.execute(f"COPY ({source}) TO '{folder / one.key}.parquet' (FORMAT parquet, COMPRESSION zstd)")
        named = "printf('c%06d', cell) AS cell, printf('b%05d', body) AS party_body"
        place = folder / "units" / "cells.parquet"
        database.execute(f"COPY (SELECT {named}, province, size FROM cells) TO '{place}' (FORMAT parquet)")
    return folder


def main() -> None:
    """Makes the country that is asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--book", default="hx17", choices=sorted(KINDS))
    options.add_argument("--members", type=int, default=5_600_000)
    options.add_argument("--seed", type=int, default=2017)
    asked = options.parse_args()
    made(asked.folder, book=asked.book, members=asked.members, seed=asked.seed)


if __name__ == "__main__":
    main()

"""The judge from tables to tables: a folder of facts in Parquet, one per kind of subject, to a folder of results."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import sqlglot

from kiemdiem.core.judge.batch import Batch, batch_of
from kiemdiem.core.judge.known import Known
from kiemdiem.core.judge.plan import plan_of
from kiemdiem.core.judge.stages import order
from kiemdiem.core.judge.statements import engine_sha, text
from kiemdiem.core.judge.table_checks import check_tree, file_columns, known_of, questions, wrong_rows
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Subject
from kiemdiem.rulebooks.console import fact_tables, spark
from kiemdiem.rulebooks.console.fact_files import UnreadableFacts

WHOLE = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"}
FITTING = {"bool": {"BOOLEAN"}, "date": {"DATE"}, "int": WHOLE, "count": WHOLE}


class Faults(Exception):  # noqa: N818 - a fact about the tables, not a fault of the program
    """Tables that are not what the rulebook declares; each line names a table and a column."""

    def __init__(self, lines: Iterable[str]):
        super().__init__("\n".join(lines))


def tables_in(folder: Path, *, book: Rulebook) -> dict[str, Path]:
    """The Parquet tables of a folder by kind of subject, each kind after those it counts.

    Raises: UnreadableFacts.
    """
    found = {kind: folder / f"{kind}.parquet" for kind in order(book) if (folder / f"{kind}.parquet").exists()}
    if not found:
        raise UnreadableFacts(f"Thư mục “{folder}” không có tệp .parquet nào mang tên loại đối tượng.")
    return found


@contextmanager
def database(memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty DuckDB that keeps to this much memory."""
    with duckdb.connect(config={"memory_limit": memory}) as opened:
        yield opened


def judge_tables(
    book: Rulebook, folder: Path, *, out: Path, engine: str = "duckdb", memory: str = "900MB"
) -> dict[str, Any]:
    """The receipt; the results stand in `out`, one Parquet table per kind of subject.

    All tables are checked before any is judged. Raises: UnreadableFacts, Faults, NoEngine.
    """
    places = tables_in(folder, book=book)
    with database(memory) as opened:
        known = checked(book, places, database=opened)
        out.mkdir(parents=True, exist_ok=True)
        if engine == "spark":
            with spark.session() as cluster:
                spark.judge_on_spark(cluster, batches(book, places, known=known), places=places, out=out)
        else:
            judge_on_duckdb(opened, batches(book, places, known=known), out=out)
        receipt = receipt_of(book, places, rows={kind: rows_in(opened, out / f"{kind}.parquet") for kind in places})
    (out / "receipt.json").write_text(json.dumps(receipt, indent=1) + "\n", encoding="utf-8")
    return receipt


def judge_on_duckdb(opened: duckdb.DuckDBPyConnection, batches: Iterable[tuple[str, Batch]], *, out: Path) -> None:
    """The results of every batch stand in `out`; each is one statement."""
    for kind, batch in batches:
        place = quoted(out / f"{kind}.parquet")
        opened.execute(f"COPY ({batch.statement('duckdb')}) TO {place} (FORMAT parquet)")
        opened.execute(f"CREATE OR REPLACE VIEW {result_name(kind)} AS FROM {place}")


def rows_in(opened: duckdb.DuckDBPyConnection, place: Path) -> int:
    """How many rows a table of results has."""
    return int(opened.execute(f"SELECT count(*) FROM {quoted(place)}").fetchall()[0][0])


def batches(book: Rulebook, places: dict[str, Path], *, known: dict[str, Known]) -> Iterator[tuple[str, Batch]]:
    """The batch of each kind of subject, in order; the tables are named as `fact_name` and `result_name` name them."""
    done: dict[str, str] = {}
    for kind in places:
        yield kind, batch_of(book, kind, facts=fact_name(kind), results=done, known=known[kind])
        done[kind] = result_name(kind)


def fact_name(kind: str) -> str:
    """The table of facts of a kind of subject."""
    return f"facts_of_{kind}"


def result_name(kind: str) -> str:
    """The table of results of a kind of subject."""
    return f"results_of_{kind}"


def checked(book: Rulebook, places: dict[str, Path], *, database: duckdb.DuckDBPyConnection) -> dict[str, Known]:
    """What holds of every row of each table; the tables stand ready under their names.

    Raises: UnreadableFacts, Faults.
    """
    found: dict[str, Known] = {}
    faults: list[str] = []
    for kind, place in places.items():
        subject = book.subjects.subject(kind)
        wrong = [f"{place.name}: {line}" for line in shown(subject, place, database=database)]
        if not wrong:
            row = about(book, subject, database=database)
            wrong = [f"{place.name}: {line}" for line in wrong_lines(book, subject, row, database=database)]
            found[kind] = known_of(subject, row, counted=bool(subject.children and subject.children.subject in places))
        faults += wrong
    if faults:
        raise Faults(faults)
    return found


def shown(subject: Subject, place: Path, *, database: duckdb.DuckDBPyConnection) -> list[str]:
    """What is wrong with the columns of a table; where nothing is, the table stands ready, unknown columns empty.

    Raises: UnreadableFacts.
    """
    try:
        lines = database.execute(f"DESCRIBE FROM {quoted(place)}").fetchall()
    except duckdb.Error as error:
        raise UnreadableFacts(f"{place.name}: không đọc được bảng ({str(error).splitlines()[0]}).") from None
    wanted, given = file_columns(subject), {str(line[0]): str(line[1]) for line in lines}
    faults = [f"cột {name}: không có cột này trong bộ quy tắc" for name in given if name not in wanted]
    for name, kind in wanted.items():
        if name in given and given[name] not in FITTING.get(kind, {"VARCHAR"}):
            faults.append(f"cột {name}: kiểu {given[name]} không hợp")
        if name not in given and kind == "text":
            faults.append(f"thiếu cột {name}")
    empty = {name: f"NULL::{fact_tables.TYPES.get(kind, 'BIGINT')} AS {name}" for name, kind in wanted.items()}
    if not faults:
        columns = ", ".join(name if name in given else empty[name] for name in wanted)
        database.execute(f"CREATE VIEW {fact_name(subject.key)} AS SELECT {columns} FROM {quoted(place)}")
    return faults


def about(book: Rulebook, subject: Subject, *, database: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """The row about a table that stands ready."""
    result = database.execute(text(check_tree(book, subject, facts=fact_name(subject.key)), "duckdb"))
    names = [column[0] for column in result.description or ()]
    return dict(zip(names, result.fetchall()[0], strict=True))


def wrong_lines(
    book: Rulebook, subject: Subject, row: dict[str, Any], *, database: duckdb.DuckDBPyConnection
) -> Iterator[str]:
    """What is wrong with the rows of a table, with the first subjects of whom it is."""
    if row["rows"] != row["subjects"]:
        yield f"cột subject: {row['rows'] - row['subjects']} dòng lặp lại đối tượng đã có"
    for place, asked in enumerate(questions(book, subject)):
        if row[f"wrong_{place}"]:
            first = database.execute(text(wrong_rows(asked, facts=fact_name(subject.key)), "duckdb")).fetchall()
            names = ", ".join(str(line[0]) for line in first)
            yield f"cột {asked.column}: {row[f'wrong_{place}']} dòng {asked.message} ({names})"


def receipt_of(book: Rulebook, places: dict[str, Path], *, rows: dict[str, int]) -> dict[str, Any]:
    """Fingerprints of what the results rest on: the rulebook in force, each table of facts, the judge of each kind."""
    kinds = {
        kind: {"rows": rows[kind], "facts": file_sha(place), "engine": engine_sha(plan_of(book, kind))}
        for kind, place in places.items()
    }
    return {"rulebook": book.sha256, "sqlglot": sqlglot.__version__, "subjects": kinds}


def file_sha(place: Path) -> str:
    """The fingerprint of a file, or of all files of a folder in the order of their names."""
    files = sorted(place.rglob("*.parquet")) if place.is_dir() else [place]
    found = hashlib.sha256()
    for file in files:
        with file.open("rb") as opened:
            while block := opened.read(1 << 20):
                found.update(block)
    return found.hexdigest()


def quoted(place: Path) -> str:
    """The file, or all Parquet files of the folder, as a statement names them."""
    name = place / "*.parquet" if place.is_dir() else place
    return "'{}'".format(str(name).replace("'", "''"))

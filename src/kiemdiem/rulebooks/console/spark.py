"""The judge on Spark: each step of a batch is a table of its own, written before the next one reads it.

A step that is not written would be worked out anew wherever it is read; what is written can be looked at afterwards.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from kiemdiem.core.judge.batch import Batch, batch_of
from kiemdiem.core.judge.lines import verdicts_of
from kiemdiem.core.judge.rows import Row, check_rows
from kiemdiem.core.judge.stages import judge_stages
from kiemdiem.core.judge.table_checks import file_columns
from kiemdiem.core.judge.verdict import Verdict
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.rulebooks.console import fact_tables
from kiemdiem.rulebooks.console.engines import NoEngine

MASTER = "KIEMDIEM_SPARK"
QUIET = {
    "spark.ui.enabled": "false",
    "spark.sql.session.timeZone": "Asia/Ho_Chi_Minh",
    "spark.sql.ansi.enabled": "true",
}

TYPES = {"bool": "boolean", "text": "string", "level": "string", "date": "date"}


@contextmanager
def session() -> Iterator[Any]:
    """A session on the cluster that `KIEMDIEM_SPARK` names, or on this machine alone; stopped again.

    Everything else of Spark is set by its own files, which `SPARK_CONF_DIR` names. Raises: NoEngine.
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - optional dependency
    except ImportError:
        raise NoEngine(
            'Máy này không có Spark: hãy cài gói pyspark (pip install "kiemdiem[spark]") và Java 17, '
            f"rồi đặt {MASTER}=spark://máy-chủ:7077 nếu dùng một cụm máy."
        ) from None
    builder = SparkSession.builder.appName("kiemdiem judge").master(os.environ.get(MASTER, "local[*]"))
    for name, value in QUIET.items():
        builder = builder.config(name, value)
    opened = builder.getOrCreate()
    try:
        opened.sparkContext.setLogLevel("ERROR")
        yield opened
    finally:
        opened.stop()


def judge_on_spark(opened: Any, batches: Iterable[tuple[str, Batch]], *, places: dict[str, Path], out: Path) -> None:
    """The results of every batch stand in `out`, a folder of Parquet files for each; its steps beside it in `steps`."""
    for kind, batch in batches:
        show(opened, batch, kind, place=places[kind])
        for name, statement in batch.tables("spark"):
            last = name == batch.tables("spark")[-1][0]
            place = out / f"{kind}.parquet" if last else out / "steps" / kind / name
            opened.sql(statement).write.mode("overwrite").parquet(str(place.absolute()))
            table = opened.read.parquet(str(place.absolute()))
            table.createOrReplaceTempView(f"results_of_{kind}" if last else name)


def show(opened: Any, batch: Batch, kind: str, *, place: Path) -> None:
    """The table of facts stands ready; a column that it does not have is unknown."""
    from pyspark.sql.functions import lit  # noqa: PLC0415 - optional dependency

    table = opened.read.parquet(str(place.absolute()))
    for name, type_ in file_columns(batch.plan.subject).items():
        if name not in table.columns:
            table = table.withColumn(name, lit(None).cast(TYPES.get(type_, "bigint")))
    table.createOrReplaceTempView(f"facts_of_{kind}")


def judge_rows(book: Rulebook, rows: Mapping[str, Sequence[Row]]) -> dict[str, list[Verdict]]:
    """The verdicts of all rows by kind of subject, judged on Spark and told here.

    Raises: FactsRefused, NoEngine.
    """
    with session() as opened, TemporaryDirectory() as scratch, duckdb.connect() as counting:

        def judged(book: Rulebook, subject: str, /, *, rows: Sequence[Row], cursor: Any, dialect: Any) -> list[Verdict]:
            return verdicts_on(opened, book, subject, rows=check_rows(book, subject, rows=rows), scratch=Path(scratch))

        return judge_stages(book, rows, cursor=counting.cursor(), dialect="duckdb", by=judged)


def verdicts_on(opened: Any, book: Rulebook, subject: str, *, rows: Sequence[Row], scratch: Path) -> list[Verdict]:
    """The verdicts of checked rows of one kind."""
    if not rows:
        return []
    batch = batch_of(book, subject, facts=f"facts_of_{subject}", results={})
    place, out = scratch / f"{subject}.parquet", scratch / "out"
    fact_tables.write(batch.plan.subject, rows, place=place)
    judge_on_spark(opened, [(subject, batch)], places={subject: place}, out=out)
    found = duckdb.execute(f"FROM '{out / subject}.parquet/*.parquet'")
    names = [column[0] for column in found.description or ()]
    return verdicts_of(book, subject, rows=rows, lines=[dict(zip(names, one, strict=True)) for one in found.fetchall()])

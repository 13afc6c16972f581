"""Whole tables judged at once say what the judge says row by row, and are refused with the rows that are wrong."""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from benchmarks import country

from kiemdiem.core.judge.lines import verdicts_of
from kiemdiem.core.judge.rows import check_rows
from kiemdiem.core.judge.stages import judge_stages
from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf
from kiemdiem.rulebooks.console import fact_files, tables
from tests.rooms.rulebooks.test_console_commands import said

HAND = Path(country.__file__).parent / "hand"


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    """A small country."""
    return country.made(tmp_path_factory.mktemp("country"), members=2_000)


@pytest.fixture(scope="module")
def book():
    """The measured rulebook with the scale of its party bodies filled in."""
    return loader.effective(shelf.rulebook("hx17"), readings={}, gaps=shelf.sample_gaps("hx17"))


@pytest.fixture(scope="module")
def results(facts, book, tmp_path_factory):
    """Its results, as the command leaves them."""
    out = tmp_path_factory.mktemp("results")
    tables.judge_tables(book, facts, out=out)
    return out


def lines(statement):
    """The rows of a statement by their names."""
    found = duckdb.execute(statement)
    names = [column[0] for column in found.description]
    return [dict(zip(names, line, strict=True)) for line in found.fetchall()]


@pytest.fixture(scope="module")
def verdicts(facts, book):
    """The verdicts of the same people, row by row."""
    with closing(sqlite3.connect(":memory:")) as opened:
        rows = fact_files.facts_from(facts, book=book)
        return judge_stages(book, rows, cursor=opened.cursor(), dialect="sqlite")


@pytest.mark.parametrize("kind", ["member", "cell", "party_body"])
def test_every_row_is_graded_as_by_the_judge(kind, book, results, verdicts):
    scale = book.subjects.scale(book.subjects.subject(kind).scale)
    found = {line["subject"]: line for line in lines(f"FROM '{results / kind}.parquet'")}
    assert len(found) == len(verdicts[kind])
    for verdict in verdicts[kind]:
        line = found[verdict.subject]
        ranks = [line[name] for name in ("grade", "reached", "voted")]
        assert [scale.code(rank) if rank > 0 else None for rank in ranks] == [
            verdict.grade,
            verdict.reached,
            verdict.voted_grade,
        ]
        assert [state_of(line, place) for place in range(len(verdict.findings))] == [
            one.state for one in verdict.findings
        ]


def state_of(line, place):
    """The state of a condition from the two masks."""
    return {(True, False): "met", (False, True): "cannot_say", (False, False): "not_met"}[
        bool(line["met_0"] >> place & 1), bool(line["unknown_0"] >> place & 1)
    ]


def test_every_standing_under_a_quota_is_the_judges(results, verdicts):
    states = ("not_concerned", "kept", "over", "tie")
    found = lines(f"SELECT * FROM '{results}/member.parquet' ORDER BY subject")
    standings = [(states[one["quota_0_state"]], one["quota_0_rank"], one["quota_0_standing"]) for one in found]
    assert standings == [
        (one.quotas[0].state, one.quotas[0].rank, one.quotas[0].standing) for one in verdicts["member"]
    ]
    assert {standing[0] for standing in standings} == set(states)


def test_the_statement_by_hand_says_the_same_of_every_member(facts, results, tmp_path):
    by_hand = (HAND / "hx17_member.sql").read_text(encoding="utf-8")
    duckdb.execute(by_hand.format(src=facts / "member.parquet", dst=tmp_path / "hand.parquet"))
    ours, hand = (
        lines(f"FROM '{place}' ORDER BY subject") for place in (results / "member.parquet", tmp_path / "hand.parquet")
    )
    assert ours == hand


def test_lines_of_results_are_told_as_the_judges_verdicts(facts, book, results, verdicts):
    rows = check_rows(book, "member", rows=fact_files.facts_from(facts, book=book)["member"])
    found = verdicts_of(book, "member", rows=rows, lines=lines(f"FROM '{results}/member.parquet'"))
    assert found == verdicts["member"]


def test_the_receipt_names_the_rulebook_the_facts_and_the_judge(facts, book, results, verdicts):
    receipt = json.loads((results / "receipt.json").read_text(encoding="utf-8"))
    member = receipt["subjects"]["member"]
    assert receipt["rulebook"] == book.sha256
    assert member["rows"] == 2_000
    assert member["facts"] == tables.file_sha(facts / "member.parquet")
    assert member["engine"] == verdicts["member"][0].receipt.engine


def spoiled(facts, tmp_path, change):
    """The folder of facts with one change to its members."""
    duckdb.execute(
        f"COPY (SELECT * {change} FROM '{facts}/member.parquet') TO '{tmp_path}/member.parquet' (FORMAT parquet)"
    )
    return str(tmp_path)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("REPLACE ('none' AS task_result)", "cột task_result: 2000 dòng có mức không nằm trong các mức: excellent"),
        ("REPLACE ((-1)::SMALLINT AS votes_not)", "cột votes_not: 2000 dòng có số âm hoặc quá lớn (m0000000, m0000001"),
        ("REPLACE (999::SMALLINT AS votes_good)", "cột votes_good: 2000 dòng không đúng: Số phiếu các mức"),
        ("REPLACE ('x' AS subject)", "cột subject: 1999 dòng lặp lại đối tượng đã có"),
        ("REPLACE ('' AS cell)", "cột cell: 2000 dòng thiếu tên"),
        ("EXCLUDE (cell)", "thiếu cột cell"),
        (", 1 AS height", "cột height: không có cột này trong bộ quy tắc"),
        ("REPLACE (1 AS is_ccvc)", "cột is_ccvc: kiểu INTEGER không hợp"),
    ],
)  # fmt: skip
def test_a_table_that_is_wrong_is_refused_with_its_rows(facts, tmp_path, change, fault):
    found = said("judge", "hx17", spoiled(facts, tmp_path, change), "--out", str(tmp_path / "out"), code=1)
    assert found.startswith("Dữ kiện có chỗ sai, chưa xếp loại ai.\nmember.parquet: " + fault)
    assert not list((tmp_path / "out").glob("*.parquet"))


def test_a_column_that_is_missing_is_unknown_to_everybody(facts, tmp_path):
    folder = spoiled(facts, tmp_path, "EXCLUDE (task_result)")
    out = tmp_path / "out"
    assert said("judge", "hx17", folder, "--out", str(out)) == f"{out / 'member'}.parquet: 2000 dòng\n"
    assert lines(f"SELECT DISTINCT unknown_0 & 8 AS unknown FROM '{out}/member.parquet'") == [{"unknown": 8}]


def test_a_folder_without_tables_is_wrong_use(tmp_path):
    assert "không có tệp .parquet nào" in said("judge", "hx17", str(tmp_path), "--out", str(tmp_path / "o"), code=2)


@pytest.mark.parametrize("more", [(), ("--out", "results")])
def test_without_spark_the_sentence_says_what_to_install(facts, tmp_path, monkeypatch, more):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    found = said("judge", "hx17", str(facts), *more, "--engine", "spark", code=2)
    assert 'Máy này không có Spark: hãy cài gói pyspark (pip install "kiemdiem[spark]") và Java 17' in found


@pytest.mark.parametrize("engine", ["sqlite", "duckdb,spark"])
def test_tables_are_judged_on_one_database_that_takes_them(facts, tmp_path, engine):
    assert "--" in said("judge", "hx17", str(facts), "--out", str(tmp_path), "--engine", engine, code=2)

"""What was written cannot be changed unnoticed: the database refuses, and the chain tells."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from kiemdiem.journal import queries, triggers
from kiemdiem.journal.models import Entry

from .make import entries

pytestmark = pytest.mark.django_db

COLUMNS = "seq, keyed_at, keyed_by_name, act, about, season, rows, details, sets_clock, prev_hash, hash"


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_entry SET act = 'x' WHERE seq = 2",
        "DELETE FROM journal_entry WHERE seq = 3",
        "DELETE FROM journal_entry",
        f"INSERT INTO journal_entry ({COLUMNS}) SELECT 9, keyed_at, keyed_by_name, act, about, season, rows, details, "
        "sets_clock, prev_hash, hash FROM journal_entry WHERE seq = 1",
        "UPDATE journal_head SET seq = 1",
        "DELETE FROM journal_head",
    ],
)
def test_the_database_refuses_to_change_what_stands(sql):
    entries(3)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run(sql)

    assert queries.verify().whole


def test_an_insert_cannot_replace_an_entry():
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's own")
    entries(3)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run(f"INSERT OR REPLACE INTO journal_entry ({COLUMNS}) SELECT {COLUMNS} FROM journal_entry WHERE seq = 2")

    assert queries.verify().whole


def test_the_table_cannot_be_truncated():
    if connection.vendor != "postgresql":
        pytest.skip("TRUNCATE is PostgreSQL's own")
    entries(3)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run("TRUNCATE journal_entry")

    assert Entry.objects.count() == 3


@pytest.mark.parametrize(
    ("sql", "faults"),
    [
        ("UPDATE journal_entry SET act = 'x' WHERE seq = 2", [(2, "nội dung không khớp mã băm: mục đã bị sửa")]),
        (
            "DELETE FROM journal_entry WHERE seq = 2",
            [(3, "thiếu mục từ số 2 đến số 2"), (3, "không nối tiếp mục liền trước")],
        ),
        ("DELETE FROM journal_entry WHERE seq = 3", [(0, "mục cuối không khớp đầu chuỗi: có mục bị cắt bỏ ở cuối")]),
        ("DELETE FROM journal_entry", [(0, "mục cuối không khớp đầu chuỗi: có mục bị cắt bỏ ở cuối")]),
    ],
)
def test_with_the_guards_off_the_chain_still_tells(sql, faults):
    entries(3)
    triggers.remove(connection)
    run(sql)
    triggers.install(connection)

    assert [(fault.seq, fault.what) for fault in queries.verify().faults] == faults


def test_a_missing_guard_is_a_fault():
    entries(1)
    triggers.remove(connection)

    assert {fault.what for fault in queries.verify().faults} == {
        f"thiếu khóa chống sửa: {name}" for name in triggers.SQLITE
    }


def test_a_head_noted_on_paper_must_still_stand():
    entries(2)
    first = Entry.objects.get(seq=1)

    assert queries.verify(anchor=(1, first.hash)).whole
    assert [f.seq for f in queries.verify(anchor=(1, "0" * 64)).faults] == [1]
    assert [f.what for f in queries.verify(anchor=(7, first.hash)).faults] == [
        "nhật ký dừng ở mục số 2, trước mục số 7 đã ghi lại"
    ]


def test_the_command_prints_the_head(capsys):
    entries(2)
    call_command("journal", "verify")

    assert capsys.readouterr().out == f"Nhật ký nguyên vẹn: 2 mục. Đầu chuỗi: 2:{Entry.objects.get(seq=2).hash}\n"


def test_the_command_ends_with_one_when_an_entry_was_changed(capsys):
    entries(2)
    triggers.remove(connection)
    run("UPDATE journal_entry SET about = 'x' WHERE seq = 1")
    triggers.install(connection)
    with pytest.raises(CommandError) as stopped:
        call_command("journal", "verify")

    assert stopped.value.returncode == 1
    assert capsys.readouterr().out == "Mục 1: nội dung không khớp mã băm: mục đã bị sửa\n"


def test_the_command_wants_an_anchor_in_its_form():
    with pytest.raises(CommandError) as stopped:
        call_command("journal", "verify", "--anchor", "abc")

    assert stopped.value.returncode == 2

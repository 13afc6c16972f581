"""What comes back is what was there: the operator's own commands, each in a process and a home of its own."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line
from django.db import connection

from kiemdiem.files import commands, store
from kiemdiem.journal.models import Entry

from .make import MORNING, PDF, account, address_of, console, paper, rewritten

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive(tmp_path: Path, settings) -> Path:
    """A backup of one account and one stored file, as this database is backed up."""
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    account()
    paper()
    return commands.make_backup(by=None, at=MORNING, to=tmp_path / "a.zip").path


def asked(database: sqlite3.Connection, sql: str) -> list[tuple]:
    return database.execute(sql).fetchall()


@pytest.mark.parametrize("portable", [False, True])
def test_what_comes_back_is_what_was_there(tmp_path, archive, portable):
    if portable:
        archive = commands.make_backup(by=None, at=MORNING, to=tmp_path / "b.zip", portable=True).path
    elif connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no file to copy")
    head = 2 if portable else 1
    done = console("restore", str(archive), "--into", str(tmp_path / "there"), home=tmp_path / "home")

    assert (done.stderr, done.returncode) == ("", 0)
    assert sorted(p.name for p in (tmp_path / "there").iterdir()) == ["files", "kiemdiem.sqlite3"]
    (content,) = [p for p in (tmp_path / "there" / "files").rglob("*") if p.is_file()]
    assert (content, content.read_bytes()) == (store.path_of(content.name, under=tmp_path / "there" / "files"), PDF)
    with closing(sqlite3.connect(tmp_path / "there" / "kiemdiem.sqlite3")) as database:
        assert asked(database, "SELECT username FROM accounts_account") == [("lan",)]
        assert asked(database, "SELECT name FROM files_storedfile") == [("biên bản.pdf",)]
        assert asked(database, "SELECT seq FROM journal_head") == [(head,)]
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            database.execute("DELETE FROM journal_entry")


def test_a_restored_installation_proves_its_journal_and_works_on(tmp_path, archive):
    there = tmp_path / "there"
    first_entry = Entry.objects.get(seq=1)
    anchor = ("--anchor", f"1:{first_entry.hash}")
    console("restore", str(archive), "--into", str(there), home=tmp_path / "home")
    before = console("journal", "verify", *anchor, home=there)
    backup = console("backup", "--to", str(tmp_path / "next.zip"), home=there)
    after = console("journal", "verify", *anchor, home=there)

    assert before.stdout == f"Nhật ký nguyên vẹn: 1 mục. Đầu chuỗi: 1:{first_entry.hash}\n"
    assert (before.returncode, backup.returncode, after.returncode) == (0, 0, 0)
    assert after.stdout.startswith("Nhật ký nguyên vẹn: 2 mục.")


def test_a_journal_other_than_the_manifest_says_is_refused(tmp_path, archive):
    def tell_another_journal(parts: dict, manifest: dict) -> None:
        manifest["journal"] = "7:" + "0" * 64

    forged = rewritten(archive, change=tell_another_journal)
    done = console("restore", str(forged), "--into", str(tmp_path / "there"), home=tmp_path / "home")

    assert (done.stdout, done.returncode) == ("", 1)
    assert done.stderr == (
        "Không khôi phục: bản sao lưu không dùng được. Lý do: nhật ký không khớp bản kê. "
        "Hãy dùng một bản sao lưu khác; chưa có gì được ghi.\n"
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "forged.zip", "home"]


def test_a_forged_line_of_a_table_is_refused(tmp_path, archive):
    def forge_name(parts: dict, manifest: dict) -> None:
        name = next(n for n in parts if n.endswith("_journal_entry.jsonl"))
        parts[name] = parts[name].replace(b"files.keep_file", b"files.lose_file")
        told = next(e for e in manifest["entries"] if e["name"] == name)
        told.update(size=len(parts[name]), sha256=hashlib.sha256(parts[name]).hexdigest())

    tables = commands.make_backup(by=None, at=MORNING, to=tmp_path / "tables.zip", portable=True).path
    forged = rewritten(tables, change=forge_name)
    done = console("restore", str(forged), "--into", str(tmp_path / "there"), home=tmp_path / "home")

    assert done.returncode == 1
    assert "nhật ký không nguyên vẹn (1 sai lệch; mục 1: nội dung không khớp mã băm: mục đã bị sửa)" in done.stderr
    assert not (tmp_path / "there").exists()


def test_tables_come_back_into_an_empty_postgres(tmp_path, archive):
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL's own way back")
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS restored_here")
        cursor.execute("CREATE DATABASE restored_here")
    address = address_of("restored_here")
    words = ("restore", str(archive), "--into")
    done = console(*words, str(tmp_path / "there"), home=tmp_path / "home", database=address)
    again = console(*words, str(tmp_path / "elsewhere"), home=tmp_path / "home", database=address)
    proof = console("journal", "verify", home=tmp_path / "there", database=address)

    assert (done.stderr, done.returncode) == ("", 0)
    assert (again.returncode, again.stderr[:58]) == (1, "Không khôi phục: cơ sở dữ liệu đích đã có dữ liệu. Hãy tạo")
    assert not (tmp_path / "elsewhere").exists()
    assert (proof.stdout[:26], proof.returncode) == ("Nhật ký nguyên vẹn: 1 mục.", 0)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["backup", "--help"], 0),
        (["restore", "--help"], 0),
        (["restore"], 2),
        (["restore", "a.zip"], 2),
        (["backup", "--to"], 2),
        (["journal"], 2),
        (["worker", "--lease", "x"], 2),
    ],
)
def test_wrong_words_end_with_their_code(words, code):
    with pytest.raises(SystemExit) as ended:
        execute_from_command_line(["kiemdiem", *words])

    assert ended.value.code == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["backup", "--to", "/no/such/folder/a.zip"], 2),
        (["restore", "/no/such.zip", "--into", "/no/such/folder"], 1),
        (["journal", "verify", "--anchor", "x"], 2),
        (["worker", "--lease", "0"], 2),
    ],
)
def test_wrong_use_ends_with_its_code(words, code):
    with pytest.raises(CommandError) as stopped:
        call_command(*words)

    assert stopped.value.returncode == code


def test_an_installation_that_was_never_set_up_is_told(tmp_path):
    ended = [console(*words, home=tmp_path) for words in (["backup"], ["journal", "verify"])]

    assert [(done.returncode, done.stdout, len(done.stderr.splitlines())) for done in ended] == [(1, "", 1)] * 2


def test_a_command_that_does_not_exist_is_wrong_use(tmp_path):
    ended = [console(*words, home=tmp_path) for words in ([], ["no-such"])]

    assert [(done.returncode, len(done.stderr.splitlines())) for done in ended] == [(2, 1)] * 2

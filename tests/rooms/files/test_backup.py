"""A backup holds everything but the secrets, and comes back as it was — or is refused with nothing written."""

import json
import stat
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection

from kiemdiem.core.answer import Refused
from kiemdiem.files import commands, queries, store
from kiemdiem.journal.models import Entry

from .make import MORNING, PDF, paper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings) -> Path:
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    (settings.HOME / "secret.key").write_text("hush")
    return settings.HOME


def names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as package:
        return package.namelist()


def test_an_archive_holds_the_database_the_files_and_its_manifest(home):
    stored = paper()
    made = commands.make_backup(by=None, at=MORNING)

    assert made.path == home / "backups" / "kiemdiem-20171201-080000.zip"
    assert [n for n in names(made.path) if not n.startswith("tables/")] == (
        (["database.sqlite3"] if connection.vendor == "sqlite" else []) + [f"files/{stored.sha256}", "manifest.json"]
    )
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert Entry.objects.last().details["sha256"] == made.sha256


def test_sessions_and_secrets_stay_behind():
    Session.objects.create(session_key="k" * 32, session_data="very secret", expire_date=MORNING)
    made = commands.make_backup(by=None, at=MORNING)
    with zipfile.ZipFile(made.path) as package:
        everything = b"".join(package.read(name) for name in package.namelist())

    assert (b"very secret" in everything, b"hush" in everything) == (False, False)
    assert Session.objects.count() == 1


def test_the_manifest_tells_size_and_hash_of_everything():
    paper()
    made = commands.make_backup(by=None, at=MORNING)
    with zipfile.ZipFile(made.path) as package:
        manifest = json.loads(package.read("manifest.json"))
        sizes = {i.filename: i.file_size for i in package.infolist() if i.filename != "manifest.json"}

    assert {e["name"]: e["size"] for e in manifest["entries"]} == sizes
    assert manifest["made_at"] == "2017-12-01T08:00:00+07:00"


def test_a_lost_content_is_told_and_the_rest_is_saved():
    lost, kept = paper(), paper(PDF + b"2")
    store.path_of(lost.sha256).unlink()
    made = commands.make_backup(by=None, at=MORNING)

    assert made.missing == (lost.sha256,)
    assert [n for n in names(made.path) if n.startswith("files/")] == [f"files/{kept.sha256}"]


def test_the_command_ends_with_one_when_a_content_was_lost(tmp_path, capsys):
    store.path_of(paper().sha256).unlink()
    with pytest.raises(CommandError) as stopped:
        call_command("backup", "--to", str(tmp_path / "a.zip"))

    assert (stopped.value.returncode, (tmp_path / "a.zip").is_file()) == (1, True)
    assert capsys.readouterr().out.startswith(f"Đã sao lưu: {tmp_path / 'a.zip'}")


def test_a_taken_name_is_refused(tmp_path):
    taken = tmp_path / "a.zip"
    taken.write_bytes(b"mine")
    with pytest.raises(Refused, match="đã có tệp"):
        commands.make_backup(by=None, at=MORNING, to=taken)

    assert taken.read_bytes() == b"mine"


def test_a_backup_the_journal_refuses_is_not_left_behind(home):
    paper()
    with pytest.raises(Refused, match="đồng hồ"):
        commands.make_backup(by=None, at=MORNING - timedelta(days=1))

    assert list((home / "backups").iterdir()) == []


@pytest.mark.parametrize(("hours", "overdue"), [(36, False), (37, True)])
def test_a_missed_night_is_overdue(hours, overdue):
    commands.make_backup(by=None, at=MORNING)

    assert queries.backup_overdue(MORNING + timedelta(hours=hours)) is overdue


def test_no_backup_at_all_is_overdue():
    assert queries.backup_overdue(MORNING) is True

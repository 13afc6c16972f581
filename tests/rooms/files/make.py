"""Files, homes and archives for tests of files and backups."""

import json
import os
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import connection

from kiemdiem.accounts.models import Account
from kiemdiem.files import commands, snapshot
from kiemdiem.files.models import StoredFile

MORNING = datetime(2017, 12, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PDF = b"%PDF-1.4\n% a signed paper\n%%EOF\n"
ROOT = Path(__file__).resolve().parents[3]


def account(username: str = "lan") -> Account:
    """An account that may sign in."""
    return Account.objects.create(username=username, display_name="Nguyễn Thị Lan", created_at=MORNING)


def paper(content: bytes = PDF, *, name: str = "biên bản.pdf") -> StoredFile:
    """A kept file."""
    return commands.keep_file(content, name=name, by=None, at=MORNING)


def docx(part: str = "word/document.xml") -> bytes:
    """A package with that one part in it."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(part, "<w:document/>")
    return stream.getvalue()


def rewritten(archive: Path, *, change: Callable[[dict[str, bytes], dict], None]) -> Path:
    """The archive with its entries and its manifest changed by hand, the way a forger would."""
    with zipfile.ZipFile(archive) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    manifest = json.loads(parts.pop("manifest.json"))
    change(parts, manifest)
    forged = archive.with_name("forged.zip")
    with zipfile.ZipFile(forged, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        package.writestr("manifest.json", json.dumps(manifest))
    return forged


def home_of_test(home: Path) -> str:
    """Puts the test's database where a process of its own finds it: beside `home`, or the address to name."""
    home.mkdir(exist_ok=True)
    if connection.vendor == "sqlite":
        snapshot.copy_database(Path(connection.settings_dict["NAME"]), to=home / "kiemdiem.sqlite3")
        return ""
    return address_of(connection.settings_dict["NAME"])


def address_of(database: str) -> str:
    """How a process of its own reaches that PostgreSQL database."""
    at = connection.settings_dict
    return f"dbname={database} user={at['USER']} host={at['HOST']} password='{at['PASSWORD']}' port='{at['PORT']}'"


def console(*words: str, home: Path, database: str = "", limit: str = "") -> subprocess.CompletedProcess[str]:
    """A command run as the operator runs it, in a home of its own; `limit` is said to the shell before."""
    command = f"{limit} exec {shlex.join([sys.executable, '-m', 'kiemdiem.config.cli', *words])}"
    env = surroundings(home, database)
    return subprocess.run(["/bin/sh", "-c", command], env=env, capture_output=True, text=True, timeout=120)


def surroundings(home: Path, database: str = "") -> dict[str, str]:
    """The environment of an installation in that home, on SQLite unless a database is named."""
    env = {**os.environ, "KIEMDIEM_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), "KIEMDIEM_DATABASE": database}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    return env

"""A copy of the SQLite database as it stands at one moment, and a database opened beside the one in use."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import DEFAULT_DB_ALIAS, connections

from kiemdiem.core.answer import refuse

RESTORED = "restored"
SQLITE = "django.db.backends.sqlite3"


def copy_database(source: Path, *, to: Path) -> None:
    """Copies what is committed, while people go on working; sessions stay behind, and the copy is one plain file.

    Raises: Refused when the disk is full or the database cannot be read.
    """
    try:
        _copy(source, to=to)
    except sqlite3.Error as fault:
        raise refuse(
            "Chưa chép được cơ sở dữ liệu.",
            why=f"SQLite báo: {fault}.",
            todo="Hãy giải phóng chỗ trống trên ổ đĩa rồi làm lại; dữ liệu đang dùng còn nguyên.",
        ) from fault
    to.chmod(0o600)


def _copy(source: Path, *, to: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True, timeout=20)) as live,
        closing(sqlite3.connect(to)) as copy,
    ):
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'django_session'").fetchone():
            copy.execute("DELETE FROM django_session")
            copy.commit()
        copy.execute("VACUUM")


def read_copy(path: Path) -> tuple[str, tuple[str, ...], list[str]]:
    """What the copy says of itself: the head of its journal, its migrations and the hashes of its stored files.

    Raises: Refused for a database that was never set up.
    """
    with closing(sqlite3.connect(path)) as copy:
        if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal_head'").fetchone():
            raise refuse("Chưa có gì để sao lưu: cơ sở dữ liệu chưa được lập.", todo="Hãy xem lại KIEMDIEM_HOME.")
        head = copy.execute("SELECT seq, hash FROM journal_head WHERE id = 1").fetchone()
        migrations = copy.execute("SELECT app || '.' || name FROM django_migrations ORDER BY app, name").fetchall()
        hashes = copy.execute("SELECT sha256 FROM files_storedfile ORDER BY sha256").fetchall()
    return f"{head[0]}:{head[1]}" if head else "", tuple(m for (m,) in migrations), [h for (h,) in hashes]


def is_sound(path: Path) -> bool:
    """Whether SQLite finds the file whole and every reference in it answered."""
    try:
        with closing(sqlite3.connect(path)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return whole and not copy.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        return False


@contextmanager
def opened(path: Path) -> Iterator[str]:
    """The alias under which that SQLite file can be used for a while, beside the database in use."""
    connections.settings[RESTORED] = {
        **connections.settings[DEFAULT_DB_ALIAS],
        "ENGINE": SQLITE,
        "NAME": str(path),
        # Nobody else uses the file yet, and a restore that is cut off is thrown away: it is made to last at its end.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;",
        },
    }
    try:
        yield RESTORED
    finally:
        connections[RESTORED].close()
        del connections[RESTORED]
        del connections.settings[RESTORED]

"""Making a backup: the database as it stands, every stored file, a manifest — in one archive."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.files import queries, snapshot, store, tables
from kiemdiem.files.archive import DATABASE, Packer
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import commands as journal
from kiemdiem.journal.models import Head

SCRATCH = ".backup-"


@dataclass(frozen=True)
class Backup:
    """A finished archive. `missing` are stored files whose content was lost before, by hash."""

    path: Path
    size: int
    sha256: str
    missing: tuple[str, ...]


def make_backup(*, by: Account | None, at: datetime, to: Path | None = None, portable: bool = False) -> Backup:
    """The finished archive, under `to` or in the folder of backups; until it is finished nothing bears that name.

    `portable`: every table as JSON lines, readable by both databases; PostgreSQL is always backed up so.
    Raises: Refused when the name is taken or the disk is full.
    """
    to = to or Path(settings.HOME) / "backups" / f"kiemdiem-{at.astimezone(journal.ZONE):%Y%m%d-%H%M%S}.zip"
    if to.exists():
        raise refuse(f"Chưa sao lưu: đã có tệp {to}.", todo="Hãy chọn tên khác bằng --to.")
    _sweep_leftovers(older_than=at - timedelta(days=1))
    with store.new_file(to) as stream, Packer(stream) as packer:
        copy = _pack_tables if portable or connection.vendor != "sqlite" else _pack_copy
        told = copy(packer, made_at=at.isoformat())
        packer.add_manifest(**told)
    with to.open("rb") as finished:
        backup = Backup(to, to.stat().st_size, store.sha256_of(finished), told["missing"])
    _tell_journal(backup, by=by, at=at, head=told["journal"])
    return backup


def _sweep_leftovers(*, older_than: datetime) -> None:
    """Takes away what backups left behind that were killed."""
    home = Path(settings.HOME)
    for left in [*home.glob(f"{SCRATCH}*"), *home.glob("backups/.*.part"), *home.glob("backups/nightly/.*.part")]:
        if left.stat().st_mtime < older_than.timestamp():
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _tell_journal(backup: Backup, *, by: Account | None, at: datetime, head: str) -> None:
    """Notes the finished archive; one the journal refuses to know of is taken away again."""
    try:
        with journal.act(queries.BACKUP_ACT, by=by, at=at) as act:
            act.details = {"bytes": backup.size, "sha256": backup.sha256, "journal": head}
    except BaseException:
        backup.path.unlink(missing_ok=True)
        raise


def _pack_copy(packer: Packer, *, made_at: str) -> dict[str, Any]:
    """Packs a copy of the SQLite file and the contents it speaks of."""
    scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=settings.HOME))
    try:
        copy = scratch / DATABASE
        snapshot.copy_database(Path(connection.settings_dict["NAME"]), to=copy)
        head, migrations, hashes = snapshot.read_copy(copy)
        packer.add_file(DATABASE, copy)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return {
        "made_at": made_at,
        "journal": head,
        "migrations": migrations,
        "missing": _pack_contents(packer, iter(hashes)),
    }


def _pack_tables(packer: Packer, *, made_at: str) -> dict[str, Any]:
    """Packs every table as one unchanging view shows it, and the contents they speak of."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for name, model in tables.entry_names().items():
            packer.add(name, tables.lines_of(model, using=DEFAULT_DB_ALIAS))
        head = Head.objects.filter(pk=1).first()
        applied = MigrationRecorder(connection).applied_migrations()
        hashes = list(StoredFile.objects.order_by("sha256").values_list("sha256", flat=True))
    return {
        "made_at": made_at,
        "journal": str(head or ""),
        "migrations": tuple(sorted(f"{app}.{name}" for app, name in applied)),
        "missing": _pack_contents(packer, iter(hashes)),
    }


def _pack_contents(packer: Packer, hashes: Iterator[str]) -> tuple[str, ...]:
    """Packs the contents; the hashes of those that are lost or no longer what they were."""
    missing = []
    for sha256 in hashes:
        if store.is_whole(sha256):
            packer.add_file(f"files/{sha256}", store.path_of(sha256))
        else:
            missing.append(sha256)
    return tuple(missing)

"""Restoring a backup into an empty folder: all of it, checked, or nothing."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.migrations.loader import MigrationLoader

from kiemdiem.core.answer import Refused, refuse
from kiemdiem.files import archive, snapshot, store, tables
from kiemdiem.journal import queries as journal
from kiemdiem.journal.models import Entry

HOME_DATABASE = "kiemdiem.sqlite3"


@dataclass(frozen=True)
class Restored:
    """What stands in the folder now. `missing`: stored files that the backup itself had lost."""

    folder: Path
    made_at: str
    journal: str
    entries: int
    files: int
    missing: tuple[str, ...]


def restore_backup(source: Path, *, into: Path) -> Restored:
    """A whole installation from one archive: contents and database in a folder that was empty or not there.

    An installation that runs on PostgreSQL restores the tables into that database, which must be empty.
    Raises: Refused for a damaged, foreign or dangerous archive, a folder in use, a full disk; nothing is written then.
    """
    into = into.resolve()
    _must_be_free(into)
    with _opened(source) as package:
        _must_fit(package, into=into)
        _must_know(package.manifest)
        part = into.with_name(f".{into.name}.{secrets.token_hex(4)}.part")
        try:
            part.mkdir(mode=0o700)
            restored = _fill(package, part=part)
            _settle_all(part)
            part.replace(into)
            store.settle(into.parent)
        except OSError as fault:
            raise store.disk_refusal(fault) from fault
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return Restored(folder=into, **restored)


def _settle_all(part: Path) -> None:
    """Makes everything in the folder last through a power cut."""
    for path in part.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
        store.settle(path)
    store.settle(part)


@contextmanager
def _opened(source: Path) -> Iterator[archive.Opened]:
    try:
        with source.open("rb") as stream:
            yield archive.Opened(stream, size=source.stat().st_size)
    except FileNotFoundError as fault:
        raise refuse(f"Không khôi phục: không có tệp {source}.", todo="Hãy xem lại tên tệp.") from fault


def _must_be_free(into: Path) -> None:
    if into.is_dir() and not any(into.iterdir()):
        return
    if into.exists() or into.is_symlink():
        raise refuse(f"Không khôi phục: {into} không trống.", todo="Hãy chọn thư mục mới; dữ liệu cũ còn nguyên.")
    if not into.parent.is_dir():
        raise refuse(f"Không khôi phục: không có thư mục {into.parent}.", todo="Hãy tạo thư mục đó trước.")


def _must_fit(package: archive.Opened, *, into: Path) -> None:
    room = shutil.disk_usage(into.parent).free
    if package.unpacked > room:
        raise refuse(
            "Không khôi phục: ổ đĩa không đủ chỗ.",
            why=f"Cần {package.unpacked} byte, còn {room} byte.",
            todo="Hãy chọn ổ đĩa khác.",
            needed=package.unpacked,
            free=room,
        )


def _must_know(manifest: archive.Manifest) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    newer = sorted(set(manifest.migrations) - known)
    if newer:
        raise refuse(
            "Không khôi phục: bản sao lưu do phiên bản chương trình mới hơn tạo ra.",
            why=f"Chương trình này chưa biết: {', '.join(newer[:5])}.",
            todo="Hãy cài phiên bản mới hơn rồi khôi phục.",
        )


def _fill(package: archive.Opened, *, part: Path) -> dict[str, object]:
    """Unpacks everything into the unfinished folder and checks it there; what it is."""
    manifest = package.manifest
    for entry in manifest.entries:
        package.unpack(entry, to=_place(entry, part=part))
    if connection.vendor == "postgresql":
        _must_be_tables(manifest)
        told = _load(DEFAULT_DB_ALIAS, part=part)
    else:
        told = _fill_sqlite(part)
    if manifest.journal != told["journal"]:
        raise archive.damaged("nhật ký không khớp bản kê")
    files = sum(entry.name.startswith("files/") for entry in manifest.entries)
    return {"made_at": manifest.made_at, "files": files, "missing": manifest.missing, **told}


def _place(entry: archive.Packed, *, part: Path) -> Path:
    kind, _, name = entry.name.partition("/")
    if kind == "files":
        if name != entry.sha256:
            raise archive.damaged(f"phần {entry.name} không mang đúng tên của nội dung")
        return store.path_of(name, under=part / "files")
    return part / HOME_DATABASE if entry.name == archive.DATABASE else part / entry.name


def _fill_sqlite(part: Path) -> dict[str, object]:
    path = part / HOME_DATABASE
    came_as_file = path.exists()
    if came_as_file and not snapshot.is_sound(path):
        raise archive.damaged("cơ sở dữ liệu bị hỏng")
    with snapshot.opened(path) as alias:
        if not came_as_file:
            return _load(alias, part=part)
        call_command("migrate", database=alias, verbosity=0, interactive=False)
        return _checked(alias)


def _must_be_tables(manifest: archive.Manifest) -> None:
    if any(entry.name == archive.DATABASE for entry in manifest.entries):
        raise refuse(
            "Không khôi phục: bản sao lưu này là của cơ sở dữ liệu SQLite.",
            todo="Hãy tạo lại bản sao lưu bằng `backup --portable`, hoặc khôi phục khi không đặt KIEMDIEM_DATABASE.",
        )


def _load(alias: str, *, part: Path) -> dict[str, object]:
    """Fills an empty database from the unpacked tables, which are then taken away."""
    call_command("migrate", database=alias, verbosity=0, interactive=False)
    if Entry.objects.using(alias).exists():
        raise refuse("Không khôi phục: cơ sở dữ liệu đích đã có dữ liệu.", todo="Hãy tạo cơ sở dữ liệu trống.")
    by_name = tables.entry_names()
    found = {f"tables/{path.name}": path for path in (part / "tables").glob("*.jsonl")}
    if found.keys() != by_name.keys():
        raise archive.damaged("thiếu bảng hoặc thừa bảng")
    with transaction.atomic(using=alias):
        tables.load_all(((model, _lines(found[name])) for name, model in by_name.items()), using=alias)
        told = _checked(alias)
    shutil.rmtree(part / "tables")
    return told


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        yield from stream


def _checked(alias: str) -> dict[str, object]:
    proof = journal.verify(using=alias)
    if not proof.whole:
        raise _broken(proof)
    return {"journal": proof.head if proof.entries else _head_of(alias), "entries": proof.entries}


def _head_of(alias: str) -> str:
    """An installation nobody has acted in yet has no head, or the empty one."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT seq, hash FROM journal_head WHERE id = 1")
        row = cursor.fetchone()
    return f"{row[0]}:{row[1]}" if row else ""


def _broken(proof: journal.Proof) -> Refused:
    first = proof.faults[0]
    return archive.damaged(f"nhật ký không nguyên vẹn ({len(proof.faults)} sai lệch; mục {first.seq}: {first.what})")

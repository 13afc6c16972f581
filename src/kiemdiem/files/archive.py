"""The archive of a backup: one zip with ASCII names, its manifest, and the suspicion with which one is opened.

Names: `manifest.json`; `database.sqlite3` or `tables/<number>_<table>.jsonl`; `files/<sha256>`. The manifest gives the
size and sha256 of every other entry. Nothing is unpacked under a name that the archive chose.
"""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kiemdiem.core.answer import Refused, refuse
from kiemdiem.files import store

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database.sqlite3"
NAME = re.compile(r"database\.sqlite3|tables/[0-9]{4}_[a-z0-9_]{1,80}\.jsonl|files/[0-9a-f]{64}")
MOST_MANIFEST = 64 * 1024 * 1024
# A database of text packs ten to one; far beyond that the archive was made to fill the disk.
MOST_RATIO = 200
SMALL = 64 * 1024 * 1024
# What the zip module raises for a torn, encrypted or oddly packed entry.
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Packed:
    """One entry: its name, size in bytes and hash."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What an archive holds. `journal` is the head of its journal, `missing` the contents that were already lost."""

    made_at: str
    journal: str
    migrations: tuple[str, ...]
    missing: tuple[str, ...]
    entries: tuple[Packed, ...]

    def as_json(self) -> bytes:
        """The manifest as it stands in the archive."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=True, sort_keys=True, indent=1).encode()


class Packer:
    """Fills a new archive and keeps account of what went in."""

    def __init__(self, stream: BinaryIO):
        self.zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
        self.entries: list[Packed] = []

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """One entry, from its bytes in order."""
        digest, size = hashlib.sha256(), 0
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        with self.zip.open(info, "w", force_zip64=True) as target:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                target.write(chunk)
        self.entries.append(Packed(name, size, digest.hexdigest()))

    def add_file(self, name: str, path: Path) -> None:
        """One entry, from a file on the disk."""
        with path.open("rb") as stream:
            self.add(name, iter(lambda: stream.read(store.CHUNK), b""))

    def add_manifest(self, **told: Any) -> None:
        """The last entry: the account of all others."""
        manifest = Manifest(entries=tuple(self.entries), **told)
        self.zip.writestr(zipfile.ZipInfo(MANIFEST), manifest.as_json(), zipfile.ZIP_DEFLATED)

    def __enter__(self) -> "Packer":
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        # A zip that was given up must be closed too, or it complains when it is forgotten.
        with suppress(*() if kind is None else (OSError, ValueError)):
            self.zip.close()


class Opened:
    """An archive that was looked over before anything is unpacked.

    Raises: Refused when it is no archive of ours, is incomplete, or asks for more room than it honestly could.
    """

    def __init__(self, stream: BinaryIO, *, size: int):
        try:
            self.zip = zipfile.ZipFile(stream)
            self.manifest = _manifest_of(self.zip)
        except UNREADABLE as fault:
            raise damaged("tệp không phải là bản sao lưu hoặc bị cắt ngắn") from fault
        self._must_be_honest(size)

    def _must_be_honest(self, size: int) -> None:
        found = sorted((info.filename, info.file_size) for info in self.zip.infolist() if info.filename != MANIFEST)
        told = sorted((entry.name, entry.size) for entry in self.manifest.entries)
        if found != told:
            raise damaged("các phần trong tệp không khớp bản kê")
        if any(not NAME.fullmatch(name) for name, _ in found) or len({name for name, _ in found}) != len(found):
            raise damaged("có phần mang tên lạ")
        if self.unpacked > max(SMALL, size * MOST_RATIO):
            raise damaged("dung lượng khi giải nén lớn bất thường")

    @property
    def unpacked(self) -> int:
        """Bytes that unpacking takes."""
        return sum(entry.size for entry in self.manifest.entries)

    def unpack(self, entry: Packed, *, to: Path) -> None:
        """Writes one entry under `to`, never more than it said, and only if it is what its hash says."""
        digest, left = hashlib.sha256(), entry.size
        to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with self.zip.open(entry.name) as source, to.open("xb") as target:
                while chunk := source.read(min(store.CHUNK, left + 1)):
                    left -= len(chunk)
                    digest.update(chunk)
                    if left < 0:
                        break
                    target.write(chunk)
        except UNREADABLE as fault:
            raise damaged(f"phần {entry.name} bị hỏng") from fault
        if left or digest.hexdigest() != entry.sha256:
            raise damaged(f"phần {entry.name} không khớp bản kê")


def damaged(why: str) -> Refused:
    """The refusal of an archive that cannot be trusted."""
    return refuse(
        "Không khôi phục: bản sao lưu không dùng được.",
        why=f"Lý do: {why}.",
        todo="Hãy dùng một bản sao lưu khác; chưa có gì được ghi.",
    )


def _manifest_of(package: zipfile.ZipFile) -> Manifest:
    names = package.namelist()
    if names.count(MANIFEST) != 1 or package.getinfo(MANIFEST).file_size > MOST_MANIFEST:
        raise damaged("tệp không có bản kê")
    try:
        told = json.loads(package.read(MANIFEST))
        if told.pop("format") != FORMAT:
            raise damaged("bản sao lưu thuộc phiên bản chương trình khác")
        entries = tuple(Packed(e["name"], int(e["size"]), e["sha256"]) for e in told.pop("entries"))
        lists = {key: tuple(map(str, told.pop(key))) for key in ("migrations", "missing")}
        return Manifest(entries=entries, made_at=str(told["made_at"]), journal=str(told["journal"]), **lists)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise damaged("bản kê không đọc được") from fault

"""The folder of contents: each under its sha256, complete or not there at all."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from kiemdiem.core.answer import Refused, refuse

CHUNK = 1 << 20


def folder() -> Path:
    """Where this installation keeps contents."""
    return Path(settings.HOME) / "files"


def path_of(sha256: str, *, under: Path | None = None) -> Path:
    """Where the content of that hash lies, or would."""
    return (under or folder()) / sha256[:2] / sha256


def sha256_of(stream: BinaryIO) -> str:
    """The hash of what is left in the stream."""
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def is_whole(sha256: str, *, under: Path | None = None) -> bool:
    """Whether the content is there and is still what its hash says."""
    path = path_of(sha256, under=under)
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return sha256_of(stream) == sha256


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes appear under `path` at the end, all of them and lasting, or never.

    Raises: Refused when the disk takes no more; nothing is left behind then.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        settle(path.parent)
    except OSError as fault:
        raise disk_refusal(fault) from fault
    finally:
        part.unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Makes the names in a folder, or the bytes of a file, last through a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def disk_refusal(fault: OSError) -> Refused:
    """What the person reads when the disk would not take the file."""
    return refuse(
        "Chưa lưu được tệp: ổ đĩa không nhận thêm dữ liệu.",
        why=f"Hệ thống báo: {fault.strerror or fault}.",
        todo="Hãy giải phóng chỗ trống hoặc xem lại quyền ghi, rồi làm lại; dữ liệu cũ còn nguyên.",
        errno=fault.errno or 0,
    )

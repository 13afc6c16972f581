"""Reads of stored files, and how the last backup stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from kiemdiem.files import store
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import queries as journal

BACKUP_ACT = "files.make_backup"
# A nightly backup that ran late by some hours is no reason to alarm; a missed night is.
BACKUP_DUE_AFTER = timedelta(hours=36)


@dataclass(frozen=True)
class StoreFault:
    """A stored file whose content is gone or no longer what it was."""

    sha256: str
    name: str
    what: str


def stored_file(sha256: str) -> StoredFile | None:
    """The stored file of that hash."""
    return StoredFile.objects.filter(sha256=sha256).first()


def open_content(stored: StoredFile) -> BinaryIO:
    """The content, to be read and closed by the caller.

    Raises: FileNotFoundError when the content is gone; `verify_store` names all such files.
    """
    return store.path_of(stored.sha256).open("rb")


def content_of(stored: StoredFile) -> bytes:
    """The whole content."""
    with open_content(stored) as stream:
        return stream.read()


def fault_of(stored: StoredFile) -> StoreFault | None:
    """What is wrong with the content of a stored file, if anything is."""
    if not store.path_of(stored.sha256).is_file():
        return StoreFault(stored.sha256, stored.name, "không còn trên đĩa")
    if not store.is_whole(stored.sha256):
        return StoreFault(stored.sha256, stored.name, "nội dung đã bị thay đổi")
    return None


def verify_store() -> Iterator[StoreFault]:
    """Every stored file whose content is missing or was changed on the disk, by name."""
    for stored in StoredFile.objects.order_by("name", "pk").iterator():
        if fault := fault_of(stored):
            yield fault


def last_backup_at() -> datetime | None:
    """When the last backup was made."""
    last = journal.last_entry_of(BACKUP_ACT)
    return last.keyed_at if last else None


def backup_overdue(now: datetime) -> bool:
    """Whether people must be told to make a backup: none was made, or the last one is older than a missed night."""
    last = last_backup_at()
    return last is None or now - last > BACKUP_DUE_AFTER

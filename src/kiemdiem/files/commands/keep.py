"""Keeping a file that was handed in."""

import hashlib
import unicodedata
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.files import store, types
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import commands as journal

MAX_BYTES = 25 * 1024 * 1024


def keep_file(
    content: BinaryIO | bytes, *, name: str, by: Account | None, at: datetime, season: str = ""
) -> StoredFile:
    """The stored file of that content; the same content handed in twice is kept once.

    Raises: Refused for an empty, too large or foreign file, and when the disk is full; nothing is half kept.
    """
    stream = BytesIO(content) if isinstance(content, bytes) else content
    name = _name_of(name)
    suffix = PurePosixPath(name).suffix.lower()
    size = _must_be_acceptable(stream, name=name, suffix=suffix)
    sha256 = store.sha256_of(stream)
    _put(stream, sha256)
    with journal.act("files.keep_file", by=by, at=at, about=f"file:{sha256}", season=season) as act:
        stored, is_new = StoredFile.objects.get_or_create(
            sha256=sha256,
            defaults={
                "name": name,
                "media_type": types.MEDIA_TYPES[suffix],
                "size": size,
                "kept_at": at,
                "kept_by": by,
            },
        )
        act.details = {"size": size, "new": is_new}
    return stored


def _name_of(name: str) -> str:
    """The last part of the name, in NFC and without signs that a screen or a folder could misread."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(ch for ch in last if unicodedata.category(ch)[0] != "C").strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    return f"{stem[:180]}{dot}{suffix[:10]}"


def _must_be_acceptable(stream: BinaryIO, *, name: str, suffix: str) -> int:
    size = stream.seek(0, 2)
    stream.seek(0)
    if size == 0:
        raise refuse(f"Không nhận tệp “{name}”: tệp rỗng.", todo="Hãy chọn lại tệp.")
    if size > MAX_BYTES:
        raise refuse(
            f"Không nhận tệp “{name}”: tệp quá lớn.",
            why=f"Tệp có {size} byte, tối đa {MAX_BYTES} byte.",
            todo="Hãy quét lại ở độ phân giải thấp hơn hoặc chia tệp.",
            size=size,
            most=MAX_BYTES,
        )
    if suffix not in types.MEDIA_TYPES:
        taken = ", ".join(types.MEDIA_TYPES)
        raise refuse(f"Không nhận tệp “{name}”: loại tệp không được dùng.", todo=f"Các loại nhận được: {taken}.")
    if not types.is_what_it_says(stream, suffix=suffix):
        raise refuse(
            f"Không nhận tệp “{name}”: nội dung không đúng loại {suffix}.",
            todo="Hãy mở tệp, lưu lại đúng loại rồi gửi lại.",
        )
    return size


def _put(stream: BinaryIO, sha256: str) -> None:
    """Writes the content unless a whole one is already there; a content without a row is harmless and reused later."""
    stream.seek(0)
    if store.is_whole(sha256):
        return
    digest = hashlib.sha256()
    with store.new_file(store.path_of(sha256)) as target:
        while chunk := stream.read(store.CHUNK):
            digest.update(chunk)
            target.write(chunk)
        if digest.hexdigest() != sha256:
            raise refuse("Chưa lưu được tệp: tệp thay đổi trong khi đang đọc.", todo="Hãy gửi lại tệp.")

"""The files of a rulebook in one archive, and the suspicion with which one is opened."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.core.law.sections import SECTIONS
from kiemdiem.core.law.yaml_text import decoded
from kiemdiem.core.law.yaml_writing import text_of

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 4 * 1024 * 1024
MOST_FILES = 2 * len(SECTIONS)
# No archive tells when it was made: the same version gives the same bytes.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)
# What the zip module raises for a torn, encrypted or oddly packed entry.
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def packed(content: Mapping[str, Any]) -> bytes:
    """The archive of the files, each as YAML under its own name."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, inside in sorted(content.items()):
            archive.writestr(zipfile.ZipInfo(file, NO_MOMENT), text_of(inside).encode(), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def unpacked(archive: bytes) -> dict[str, str]:
    """The texts of an archive by file name; a folder around the files is left out.

    Raises: Refused for no archive, or one too large; RulebookProblems for a text that is not UTF-8 or stands twice.
    """
    if len(archive) > MOST_BYTES:
        raise _unfit(f"tệp lớn hơn {MOST_BYTES // 1024 // 1024} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            entries = [entry for entry in opened.infolist() if not entry.is_dir()]
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise _unfit("có quá nhiều tệp, hoặc nội dung quá lớn")
            raw = [(PurePosixPath(entry.filename).name, opened.read(entry)) for entry in entries]
    except UNREADABLE:
        raise _unfit("không phải tệp .zip đọc được") from None
    names = [name for name, _ in raw]
    problems = [
        Problem(name, 0, "", "tệp có hai lần trong gói") for name in sorted(set(names)) if names.count(name) > 1
    ]
    texts = {}
    for name, content in raw:
        try:
            texts[name] = decoded(name, content)
        except RulebookProblems as found:
            problems += found.problems
    if problems:
        raise RulebookProblems(tuple(problems))
    return texts


def _unfit(why: str) -> Exception:
    return refuse(
        "Chưa nhập được gói tệp.", why=f"Gói này {why}.", todo="Hãy xuất gói từ trang này, sửa các tệp rồi nén lại."
    )

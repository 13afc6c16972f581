"""Which files are taken, told by their first bytes and not by their name alone."""

import zipfile
from typing import BinaryIO

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".zip": "application/zip",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".yaml": "application/yaml",
}
BEGINNINGS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
PARTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".zip": ""}


def is_what_it_says(stream: BinaryIO, *, suffix: str) -> bool:
    """Whether the bytes are of the type the name's ending promises; the stream is back at its start afterwards."""
    stream.seek(0)
    try:
        if suffix in BEGINNINGS:
            return stream.read(16).startswith(BEGINNINGS[suffix])
        if suffix in PARTS:
            return _is_package(stream, part=PARTS[suffix])
        return _is_text(stream)
    finally:
        stream.seek(0)


def _is_package(stream: BinaryIO, *, part: str) -> bool:
    try:
        with zipfile.ZipFile(stream) as package:
            return not part or part in package.namelist()
    except zipfile.BadZipFile:
        return False


def _is_text(stream: BinaryIO) -> bool:
    try:
        return b"\x00" not in (content := stream.read()) and content.decode("utf-8") is not None
    except UnicodeDecodeError:
        return False

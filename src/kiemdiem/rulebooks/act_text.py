"""The plain text of an act that was handed in as a file."""

import zipfile
from io import BytesIO
from zlib import error as broken_stream

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.spelling import nfc

MOST_UNPACKED = 100 * 1024 * 1024
WITHOUT_TEXT = (".pdf",)
TAKEN = (".docx", ".txt", *WITHOUT_TEXT)
BROKEN = (zipfile.BadZipFile, broken_stream, PackageNotFoundError, SyntaxError, KeyError, ValueError, AttributeError)


def text_of(content: bytes, *, suffix: str) -> str:
    """The words of the file line by line; empty for a kind of file whose words are not read.

    Raises: Refused for a kind of file no act comes in, and for one that cannot be read.
    """
    if suffix not in TAKEN:
        raise refuse(
            f"Chưa nhận được văn bản: không đọc được loại tệp “{suffix or 'không tên'}”.",
            todo=f"Gửi tệp {', '.join(TAKEN)}; tệp .docx hoặc .txt thì hiện được từng điều bên cạnh quy tắc.",
        )
    if suffix in WITHOUT_TEXT:
        return ""
    text = content.decode("utf-8-sig", errors="replace") if suffix == ".txt" else words_of(content)
    return nfc(text.replace("\x00", ""))


def words_of(content: bytes) -> str:
    """The paragraphs and the rows of tables of a .docx, in its order.

    Raises: Refused for a file that is none, or that would unpack to more than a document has.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
                raise ValueError("too large")
        pieces = list(Document(BytesIO(content)).iter_inner_content())
        return "\n".join(line for piece in pieces for line in lines_of(piece))
    except BROKEN:
        raise refuse(
            "Chưa nhận được văn bản: tệp .docx bị hỏng hoặc quá lớn.",
            todo="Mở tệp bằng Word, lưu lại rồi gửi lại, hoặc lưu thành .txt.",
        ) from None


def lines_of(piece: object) -> list[str]:
    """The lines of one paragraph or of one table, a row a line."""
    if isinstance(piece, Table):
        return [" · ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in piece.rows]
    return [str(getattr(piece, "text", ""))]

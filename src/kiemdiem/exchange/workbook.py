"""Opening an Excel file that anybody may have made: refused clearly before it can do harm, then read as plain rows."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

import python_calamine

from kiemdiem.core.answer import Refused, refuse

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 500
MOST_ROWS = 20_000
MOST_COLUMNS = 100
CHUNK = 1024 * 1024
LEGACY = b"\xd0\xcf\x11\xe0"
PLACE = re.compile(rb'\br="([A-Z]{1,3})?([0-9]{1,7})"')
NOT_READ = "Chưa đọc được tệp nhập."
USE_TEMPLATE = "Hãy tải mẫu về, chép dữ liệu vào mẫu và lưu dạng .xlsx."


@dataclass(frozen=True)
class Sheet:
    """One sheet as rows of plain values; the first row is row 1."""

    name: str
    rows: list[list[Any]]


def read_sheets(content: bytes) -> list[Sheet]:
    """The sheets of the file, those a person hid included.

    Raises: Refused for anything that is no ordinary .xlsx of bearable size.
    """
    must_be_harmless(content)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        return [Sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as fault:  # the reader's own panics are no Exception
        raise refuse(NOT_READ, why="Tệp hỏng hoặc không đúng dạng Excel.", todo=USE_TEMPLATE) from fault


def must_be_harmless(content: bytes) -> None:
    """Passes for an .xlsx without macros that unpacks to a bearable size.

    Raises: Refused.
    """
    if not content:
        raise refuse(NOT_READ, why="Tệp rỗng.", todo="Hãy chọn lại tệp.")
    if len(content) > MOST_BYTES:
        raise refuse(NOT_READ, why=f"Tệp lớn hơn {MOST_BYTES // CHUNK} MB.", todo="Hãy chia thành nhiều tệp nhỏ hơn.")
    if content.startswith(LEGACY):
        why = "Tệp có mật khẩu hoặc là dạng .xls cũ."
        raise refuse(NOT_READ, why=why, todo="Hãy bỏ mật khẩu và lưu lại dạng .xlsx.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            must_be_plain_package(package)
            for part in package.infolist():
                must_be_bearable(package, part)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as fault:
        raise refuse(NOT_READ, why="Tệp không phải Excel .xlsx hoặc đã hỏng.", todo=USE_TEMPLATE) from fault
    except zipfile.zlib.error as fault:
        raise refuse(NOT_READ, why="Tệp .xlsx đã hỏng.", todo=USE_TEMPLATE) from fault


def must_be_plain_package(package: zipfile.ZipFile) -> None:
    """Passes for a package of a workbook without macros and without a flood of parts.

    Raises: Refused.
    """
    parts = package.infolist()
    found = {part.filename for part in parts}
    if "xl/workbook.xml" not in found:
        raise refuse(NOT_READ, why="Tệp không phải bảng tính Excel .xlsx.", todo=USE_TEMPLATE)
    if any("vbaproject" in name.lower() or "/macrosheets/" in name.lower() for name in found):
        raise refuse(NOT_READ, why="Tệp có macro.", todo="Hãy lưu lại dạng .xlsx không có macro.")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise oversized()


def must_be_bearable(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Passes when the part unpacks to what it says, and, for a sheet, names no place far away.

    Raises: Refused.
    """
    is_sheet = part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")
    with package.open(part) as stream:
        for piece in pieces(stream):
            if is_sheet:
                must_be_near(piece)


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """The unpacked bytes, each piece beginning with the end of the one before.

    Raises: Refused when there are more of them than any honest file has.
    """
    read, tail = 0, b""
    while chunk := stream.read(CHUNK):
        read += len(chunk)
        if read > MOST_UNPACKED:
            raise oversized()
        yield tail + chunk
        tail = chunk[-64:]


def must_be_near(piece: bytes) -> None:
    """Passes when all places named lie within the rows and columns a list can have.

    A single value in the last row makes readers allocate the whole sheet.
    Raises: Refused.
    """
    for letters, number in PLACE.findall(piece):
        if int(number) > MOST_ROWS:
            why = f"Có ô ở hàng {int(number)}, quá {MOST_ROWS} hàng."
            raise refuse(NOT_READ, why=why, todo="Hãy xóa các hàng thừa ở cuối trang tính.")
        if letters and column_number(letters) > MOST_COLUMNS:
            why = f"Có ô ở cột {letters.decode()}, quá {MOST_COLUMNS} cột."
            raise refuse(NOT_READ, why=why, todo="Hãy xóa các cột thừa ở bên phải trang tính.")


def column_number(letters: bytes) -> int:
    """The number of a column named by letters: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def oversized() -> Refused:
    """The refusal for a file that unpacks to far more than any list holds."""
    return refuse(NOT_READ, why=f"Tệp bung ra quá {MOST_UNPACKED // CHUNK} MB.", todo=USE_TEMPLATE)

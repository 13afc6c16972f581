"""From plain rows to typed ones: every fault with its sheet, row and column, every change of spelling reported."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from kiemdiem.core.answer import refuse
from kiemdiem.core.names import cleaned, nfc, search_key
from kiemdiem.exchange import sheets, workbook


@dataclass(frozen=True)
class Remark:
    """Something to say about one place of the file; row 0 means the whole sheet."""

    sheet: str
    row: int
    column: str
    text: str

    def __str__(self) -> str:
        where = [f"Trang “{self.sheet}”"]
        where += [f"hàng {self.row}"] if self.row else []
        where += [f"cột “{self.column}”"] if self.column else []
        return f"{', '.join(where)}: {self.text}"


@dataclass(frozen=True)
class Line:
    """One typed line with its place."""

    sheet: str
    number: int
    row: Any


@dataclass
class Contents:
    """What a file says: typed lines by sheet, faults, and remarks that stop nothing."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    faults: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)


def read(content: bytes) -> Contents:
    """The typed contents of an import file.

    Raises: Refused when it is no import file at all.
    """
    contents = Contents()
    known = {search_key(name): name for name in sheets.SHEETS}
    for sheet in workbook.read_sheets(content):
        name = known.get(search_key(sheet.name))
        if name in contents.lines:
            contents.faults.append(Remark(name, 0, "", "có hai trang cùng tên"))
        elif name is not None:
            contents.lines[name] = list(typed(sheet, name=name, contents=contents))
        elif nfc(sheet.name) not in (sheets.GUIDE, sheets.LISTS):
            contents.notes.append(Remark(sheet.name, 0, "", "không phải trang của mẫu, đã bỏ qua"))
    if not contents.lines:
        raise refuse(
            workbook.NOT_READ,
            why=f"Tệp không có trang nào tên {', '.join(f'“{name}”' for name in sheets.SHEETS)}.",
            todo=workbook.USE_TEMPLATE,
        )
    if not any(contents.lines.values()) and not contents.faults:
        raise refuse(workbook.NOT_READ, why="Các trang đều chưa có dòng nào.", todo="Hãy điền dữ liệu rồi gửi lại.")
    return contents


def typed(sheet: workbook.Sheet, *, name: str, contents: Contents) -> Iterator[Line]:
    """The lines of one sheet that can be read; what cannot goes to the faults."""
    model = sheets.SHEETS[name]
    if not sheet.rows:
        return
    heads = headings(sheet.rows[0], name=name, contents=contents)
    if heads is None:
        return
    for number, values in enumerate(sheet.rows[1:], start=2):
        given = {head: values[place] if place < len(values) else "" for head, place in heads.items()}
        if all(value is None or value == "" for value in given.values()):
            continue
        contents.notes.extend(spelled(given, sheet=name, number=number))
        try:
            yield Line(name, number, model.model_validate(given))
        except ValidationError as wrong:
            for error in wrong.errors():
                contents.faults.append(Remark(name, number, str(error["loc"][0]), error["msg"]))


def headings(row: list[Any], *, name: str, contents: Contents) -> dict[str, int] | None:
    """Where each column stands, or nothing when one is missing; columns nobody knows are reported."""
    wanted = {search_key(title): title for title in sheets.titles(sheets.SHEETS[name])}
    shown = {search_key(title) for title in sheets.echoes(name)}
    found: dict[str, int] = {}
    for place, value in enumerate(row):
        written = nfc(str(value)) if value not in (None, "") else ""
        title = wanted.get(search_key(written)) if written else None
        if title in found:
            contents.faults.append(Remark(name, 1, title, "có hai cột cùng tên"))
        elif title is not None:
            found[title] = place
        elif written and search_key(written) not in shown:
            contents.notes.append(Remark(name, 1, written[:60], "cột này không có trong mẫu, đã bỏ qua"))
    missing = [title for title in wanted.values() if title not in found]
    for title in missing:
        contents.faults.append(Remark(name, 1, title, "thiếu cột này; hãy dùng đúng mẫu"))
    return None if missing else found


def spelled(given: dict[str, Any], *, sheet: str, number: int) -> Iterator[Remark]:
    """What was changed in the spelling of the texts of a line."""
    for title, value in given.items():
        if isinstance(value, str):
            for change in cleaned(value).changes:
                yield Remark(sheet, number, title, f"{change}: “{nfc(value)[:60]}”")

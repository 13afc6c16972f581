"""Tables as .xlsx: real formulas, each with its value already computed, so that any reader shows the same figures."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

FIRST_ROW = 4
CREATED = date(2000, 1, 1)
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LOOKS = {"text": "@", "number": "0", "date": "dd/mm/yyyy", "points": "0.00", "share": "0.00%"}


@dataclass(frozen=True)
class SheetColumn:
    """One column of a table; `part` and `whole` name the columns a share is made of, by their place.

    Units: `points` are given in hundredths; `width` in letters.
    """

    title: str
    kind: Literal["text", "number", "date", "points", "share"] = "text"
    width: int = 14
    part: int = 0
    whole: int = 0
    summed: bool = False


@dataclass(frozen=True)
class SheetTable:
    """One table: its title lines, columns and rows; a share has no value of its own in a row."""

    name: str
    title: str
    standing: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Any, ...], ...]


def written_xlsx(tables: Sequence[SheetTable]) -> bytes:
    """One workbook with a sheet for each table; the same tables give the same bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, PLAIN) as book:
        book.set_properties({"created": CREATED, "title": tables[0].title})
        for table in tables:
            _Sheet(book, table).write()
    return stream.getvalue()


class _Sheet:
    """Writes one table to its sheet."""

    def __init__(self, book: Workbook, table: SheetTable):
        self.table = table
        self.sheet: Worksheet = book.add_worksheet(table.name[:31])
        font = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "valign": "vcenter", "text_wrap": True}
        self.title = book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True})
        self.head = book.add_format({**font, "bold": True, "align": "center"})
        bold = font | {"bold": True}
        self.looks = {kind: book.add_format({**font, "num_format": look}) for kind, look in LOOKS.items()}
        self.sums = {kind: book.add_format({**bold, "num_format": look}) for kind, look in LOOKS.items()}

    def write(self) -> None:
        """Title, head, rows and the closing row."""
        table, sheet = self.table, self.sheet
        sheet.write_string(0, 0, table.title, self.title)
        sheet.write_string(1, 0, table.standing)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(FIRST_ROW - 1, place, column.title, self.head)
        for number, row in enumerate(table.rows):
            self._row(FIRST_ROW + number, row)
        if any(column.summed for column in table.columns) and table.rows:
            self._sum_row(FIRST_ROW + len(table.rows))
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.repeat_rows(FIRST_ROW - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _row(self, at: int, row: tuple[Any, ...]) -> None:
        for place, (column, value) in enumerate(zip(self.table.columns, row, strict=True)):
            look = self.looks[column.kind]
            if column.kind == "share":
                self._share(at, place, look, part=row[column.part], whole=row[column.whole])
            elif value is None:
                self.sheet.write_blank(at, place, None, look)
            elif column.kind == "text":
                self.sheet.write_string(at, place, str(value), look)
            elif column.kind == "date":
                self.sheet.write_datetime(at, place, value, look)
            else:
                self.sheet.write_number(at, place, value / 100 if column.kind == "points" else value, look)

    def _share(self, at: int, place: int, look: Any, *, part: int, whole: int) -> None:
        column = self.table.columns[place]
        cells = [xl_rowcol_to_cell(at, of) for of in (column.part, column.whole)]
        value = part / whole if whole else ""
        self.sheet.write_formula(at, place, f'=IF({cells[1]}=0,"",{cells[0]}/{cells[1]})', look, value)

    def _sum_row(self, at: int) -> None:
        totals = [
            sum(row[place] or 0 for row in self.table.rows) if column.summed else None
            for place, column in enumerate(self.table.columns)
        ]
        for place, column in enumerate(self.table.columns):
            look = self.sums[column.kind]
            if column.kind == "share":
                self._share(at, place, look, part=totals[column.part] or 0, whole=totals[column.whole] or 0)
            elif column.summed:
                first, last = xl_rowcol_to_cell(FIRST_ROW, place), xl_rowcol_to_cell(at - 1, place)
                self.sheet.write_formula(at, place, f"=SUM({first}:{last})", look, totals[place])
            else:
                self.sheet.write_string(at, place, "Cộng" if place == 1 else "", look)

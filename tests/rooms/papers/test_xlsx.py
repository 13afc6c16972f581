"""Tables: formulas stand in the cells, with the values already computed."""

import io
from datetime import date, datetime

import openpyxl

from kiemdiem.papers.writers.xlsx import SheetColumn, SheetTable, written_xlsx

COLUMNS = (
    SheetColumn("TT", "number", 5),
    SheetColumn("Chi bộ"),
    SheetColumn("Đã phân loại", "number", summed=True),
    SheetColumn("Đạt", "number", summed=True),
    SheetColumn("Tỷ lệ", "share", part=3, whole=2),
    SheetColumn("Điểm", "points"),
    SheetColumn("Ngày họp", "date"),
)
ROWS = (
    (1, "=HYPERLINK(1)", 20, 18, None, 9085, date(2017, 12, 1)),
    (2, "Chi bộ số 2", 0, 0, None, None, None),
    (3, "001234567890", 10, 7, None, 7000, date(2017, 12, 6)),
)


def sheet(*, values: bool):
    table = SheetTable("Chi bộ", "BẢNG TỔNG HỢP", "đề nghị", COLUMNS, ROWS)
    return openpyxl.load_workbook(io.BytesIO(written_xlsx([table])), data_only=values).active


def cells(found, rows: range) -> list[tuple]:
    return [tuple(cell.value for cell in found[row]) for row in rows]


def test_formulas_stand_in_the_cells():
    found = sheet(values=False)
    assert [found.cell(row=row, column=5).value for row in (5, 8)] == ['=IF(C5=0,"",D5/C5)', '=IF(C8=0,"",D8/C8)']
    assert [found.cell(row=8, column=column).value for column in (3, 4)] == ["=SUM(C5:C7)", "=SUM(D5:D7)"]


def test_their_values_are_computed_already():
    found = sheet(values=True)
    assert [found.cell(row=row, column=5).value for row in (5, 6, 7)] == [0.9, None, 0.7]
    assert [found.cell(row=8, column=column).value for column in (2, 3, 4)] == ["Cộng", 30, 25]
    assert [found.cell(row=5, column=column).value for column in (6, 7)] == [90.85, datetime(2017, 12, 1)]


def test_no_text_becomes_a_formula_and_long_numbers_stay_text():
    found = sheet(values=False)
    assert [(found.cell(row=row, column=2).value, found.cell(row=row, column=2).data_type) for row in (5, 7)] == [
        ("=HYPERLINK(1)", "s"),
        ("001234567890", "s"),
    ]


def test_the_same_tables_give_the_same_bytes():
    table = SheetTable("Chi bộ", "BẢNG TỔNG HỢP", "đề nghị", COLUMNS, ROWS)
    assert written_xlsx([table]) == written_xlsx([table])

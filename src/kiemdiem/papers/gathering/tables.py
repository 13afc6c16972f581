"""The tables of results as sheets of a workbook, with the same values as the papers and real sums."""

from collections.abc import Mapping
from typing import Any

from kiemdiem.papers.writers.xlsx import SheetColumn, SheetTable


def members_sheet(values: Mapping[str, Any]) -> SheetTable:
    """The table of all members."""
    keys = ("full_name", "birth_year", "cell", "civil_servant_grade", "proposed", "decided", "remark")
    columns = (
        SheetColumn("TT", "number", 6),
        SheetColumn("Họ và tên", width=28),
        SheetColumn("Năm sinh", "number", 10),
        SheetColumn("Chi bộ", width=28),
        SheetColumn("CB, CC, VC", width=24),
        SheetColumn("Chi bộ đề nghị", width=26),
        SheetColumn("Mức công nhận", width=26),
        SheetColumn("Ghi chú", width=36),
    )
    rows = tuple((n, *(each[key] for key in keys)) for n, each in enumerate(values["members"], start=1))
    title = f"Bảng tổng hợp kết quả phân loại chất lượng đảng viên năm {values['year']}"
    return SheetTable("Đảng viên", title, f"Trạng thái: {values['standing']}", columns, rows)


def cells_sheet(values: Mapping[str, Any]) -> SheetTable:
    """The table of all cells; every count is summed."""
    grades = tuple(SheetColumn(each["label"], "number", 14, summed=True) for each in values["grades"])
    shares = tuple(SheetColumn("Tỷ lệ", "share", 10, part=4 + n, whole=3) for n in range(len(grades)))
    columns = (
        SheetColumn("TT", "number", 6),
        SheetColumn("Chi bộ", width=30),
        SheetColumn("Tổng số đảng viên", "number", 12, summed=True),
        SheetColumn("Đã phân loại", "number", 12, summed=True),
        *grades,
        *shares,
        SheetColumn("Chưa, không phân loại", "number", 14, summed=True),
        SheetColumn("Điểm", "points", 10),
        SheetColumn("Mức đề nghị", width=26),
        SheetColumn("Mức công nhận", width=26),
    )
    rows = tuple(_cell(n, each) for n, each in enumerate(values["cells"], start=1))
    title = f"Bảng tổng hợp kết quả phân loại chất lượng chi bộ và đảng viên năm {values['year']}"
    return SheetTable("Chi bộ", title, f"Trạng thái: {values['standing']}", columns, rows)


def _cell(number: int, each: Mapping[str, Any]) -> tuple[Any, ...]:
    counts = [one["count"] for one in each["per_grade"]]
    closing = (each["not_graded"], each["mean"], each["proposed"], each["decided"])
    return (number, each["cell"], each["register"], each["graded"], *counts, *(None for _ in counts), *closing)

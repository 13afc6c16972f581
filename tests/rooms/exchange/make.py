"""Import files as people send them: filled templates, and files nobody should open."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl

from kiemdiem.exchange import template

DAY = date(2017, 11, 1)
TITLES = {
    "units": "Tổ chức",
    "people": "Đảng viên",
    "seats": "Chức vụ",
    "grades": "Xếp loại CBCCVC",
    "links": "Tổ chức gắn chi bộ",
    "results": "Kết quả nơi khác",
    "discipline": "Kỷ luật",
    "awards": "Khen thưởng",
    "leave": "Vắng dài ngày",
}

UNITS = [
    ["CB03", "Chi bộ Tổ dân phố 3", "Chi bộ", "Khu dân cư", "", date(2012, 1, 1)],
    ["HND", "Ban Thường vụ Hội Nông dân phường", "Ban Thường vụ Hội Nông dân", "", "", "01/01/2012"],
]
PEOPLE = [
    ["DV101", "Lý Văn Quý", date(1970, 2, 3), "Nam", "001070000001", "CB03", "01/01/2012", "03/02/1995", "03/02/1996"],
    ["DV102", "Tạ Thị Sương", "04/05/1985", "Nữ", "", "CB03", "01/01/2012", "01/07/2010", "01/07/2011"],
    ["DV103", "Hồ Văn Tám", "", "", "", "", "", "", ""],
]
SEATS = [
    ["DV101", "CB03", "Bí thư", "01/07/2015", ""],
    ["DV103", "HND", "Phó Chủ tịch", "01/07/2015", ""],
]
GRADES = [["DV102", "2017", "A", "20/11/2017", "12/QĐ-UBND"]]
# Facts about the people and units above and about the ward's own.
FACTS = {
    "links": [["CB03", "HND", "Đoàn thể", "01/01/2012", ""], ["cb1", "mttq", "Mặt trận Tổ quốc", "01/01/2012", ""]],
    "results": [
        ["HND", "", "2017", "Đoàn thể", "A", "20/11/2017", "05/BC-HND"],
        ["", "DV103", "2017", "Đoàn thể", "B", "20/11/2017", ""],
    ],
    "discipline": [
        ["DV102", "Đảng", "Khiển trách", "01/03/2017", "01/03/2018", "10/12/2016", "cb2", "Có", "3-QĐ/UBKT"],
    ],
    "awards": [
        ["DV101", "2017", "Giấy khen", "Cơ sở", "", "7/QĐ"],
        ["DV101", "2017", "Giấy khen", "Cơ sở", "", "9/QĐ"],
    ],
    "leave": [["DV102", "Nghỉ thai sản", "01/06/2017", "01/12/2017"]],
}


def filled(**lines: list[list[Any]]) -> bytes:
    """The empty template with the given lines: units, people, seats, grades, links, results, discipline, …."""
    return edited(template.written(), **{TITLES[name]: rows for name, rows in lines.items()})


def edited(content: bytes, **lines: list[list[Any]]) -> bytes:
    """The file with lines added below those it has, by the name of the sheet."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for name, rows in lines.items():
        page = book[name]
        start = max((cell.row for cell in page["A"] if cell.value is not None), default=1) + 1
        for row, values in enumerate(rows, start=start):
            for place, value in enumerate(values, start=1):
                if value != "":
                    page.cell(row=row, column=place, value=value)
    return saved(book)


def changed(content: bytes, sheet: str, *, cell: str, to: Any) -> bytes:
    """The file with one value changed."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    book[sheet][cell] = to
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The workbook as a file."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def whole() -> bytes:
    """A file with a new cell, two members, an outsider, two posts and a grade."""
    return filled(units=UNITS, people=PEOPLE, seats=SEATS, grades=GRADES)


def with_facts() -> bytes:
    """The whole file with links, results of other bodies, discipline, awards and leave."""
    return filled(units=UNITS, people=PEOPLE, seats=SEATS, grades=GRADES, **FACTS)


def package(**parts: bytes) -> bytes:
    """A package of the parts; a double underscore stands for a slash, a single one for a dot."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


def repacked(content: bytes, name: str, replacement: bytes) -> bytes:
    """The file with one part replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in source.infolist():
            if part.filename != name:
                archive.writestr(part, source.read(part))
        archive.writestr(name, replacement)
    return target.getvalue()

"""A small fictional ward as its office fills it into the import file."""

from datetime import date
from pathlib import Path

import openpyxl

SINCE = "02/09/1975"
TERM = "01/06/2015"
CELL_1, CELL_2 = "Chi bộ Tổ dân phố 1", "Chi bộ Tổ dân phố 2"
COMMITTEE = "Ban Chấp hành Đảng bộ phường"
STANDING = "Ban Thường vụ Đảng ủy phường"

BODIES = (
    ("MT", "Ban Thường trực Mặt trận phường", "Ban Thường trực Ủy ban Mặt trận Tổ quốc"),
    ("ND", "Ban Thường vụ Hội Nông dân phường", "Ban Thường vụ Hội Nông dân"),
    ("PN", "Ban Thường vụ Hội Phụ nữ phường", "Ban Thường vụ Hội Liên hiệp Phụ nữ"),
    ("CCB", "Ban Thường vụ Hội Cựu chiến binh phường", "Ban Thường vụ Hội Cựu chiến binh"),
    ("TN", "Ban Thường vụ Đoàn Thanh niên phường", "Ban Thường vụ Đoàn Thanh niên"),
)
UNITS = [
    ("BCH", COMMITTEE, "Ban Chấp hành Đảng bộ", "", "", SINCE),
    ("BTV", STANDING, "Ban Thường vụ", "", "", SINCE),
    ("VP", "Văn phòng Đảng ủy phường", "Văn phòng cấp ủy", "", "", SINCE),
    *((code, name, kind, "", "", SINCE) for code, name, kind in BODIES),
    ("CB01", CELL_1, "Chi bộ", "Khu dân cư", "", SINCE),
    ("CB02", CELL_2, "Chi bộ", "Khu dân cư", "", SINCE),
]
PEOPLE = [
    ("DV01", "Nguyễn Văn An", "CB01", "20/05/1961", "Nam", ""),
    ("DV02", "Trần Thị Bình", "CB01", "12/03/1968", "Nữ", ""),
    ("DV03", "Lê Quang Cường", "CB01", "08/11/1970", "Nam", ""),
    ("DV04", "Phạm Thị Dung", "CB01", "15/07/1975", "Nữ", ""),
    ("DV05", "Hoàng Minh Đức", "CB01", "30/01/1982", "Nam", "Cán bộ, công chức, viên chức"),
    ("DV06", "Vũ Thị Giang", "CB01", "22/09/1979", "Nữ", ""),
    ("DV07", "Đỗ Văn Hải", "CB01", "03/04/1994", "Nam", ""),
    ("DV08", "Ngô Thị Hạnh", "CB01", "10/10/1938", "Nữ", ""),
    ("DV11", "Bùi Đức Khánh", "CB02", "17/06/1966", "Nam", ""),
    ("DV12", "Đặng Thị Lan", "CB02", "25/12/1973", "Nữ", ""),
    ("DV13", "Hồ Văn Mạnh", "CB02", "09/02/1977", "Nam", ""),
    ("DV14", "Lý Thị Nga", "CB02", "28/08/1984", "Nữ", ""),
    ("DV15", "Mai Xuân Oanh", "CB02", "14/05/1980", "Nam", ""),
]
PROBATIONARY, EXEMPT = "DV07", "DV08"
SEATS = [
    ("DV01", "CB01", "Bí thư"),
    ("DV02", "CB01", "Phó Bí thư"),
    ("DV11", "CB02", "Bí thư"),
    ("DV12", "CB02", "Phó Bí thư"),
    ("DV03", "BTV", "Bí thư"),
    ("DV04", "BTV", "Phó Bí thư Thường trực"),
    ("DV11", "BTV", "Ủy viên Ban Thường vụ"),
    *((code, "BCH", "Ủy viên") for code in ("DV01", "DV03", "DV04", "DV11", "DV12")),
]
GRADES = [("DV05", "2017", "Hoàn thành tốt nhiệm vụ", "24/11/2017", "Thông báo số 15/TB")]


def filled(template: Path, *, with_grades: bool = True) -> Path:
    """The template as the office hands it in: organisations, people, posts, grades of civil servants."""
    book = openpyxl.load_workbook(template)
    write(book["Tổ chức"], UNITS)
    write(book["Đảng viên"], [person_line(*person) for person in PEOPLE])
    write(book["Chức vụ"], [(*seat, TERM) for seat in SEATS])
    write(book["Xếp loại CBCCVC"], GRADES if with_grades else [])
    kept = template.with_name("danh-sach.xlsx")
    book.save(kept)
    return kept


def person_line(code: str, name: str, cell: str, born: str, gender: str, work: str) -> tuple[str, ...]:
    """One line of the people's sheet."""
    number = f"046{int(code[2:]):09d}"
    admitted = "01/03/2017" if code == PROBATIONARY else "03/02/2005"
    official = "" if code == PROBATIONARY else "03/02/2006"
    exempt = ("Công tác và sinh hoạt", "01/01/2015") if code == EXEMPT else ("", "")
    return (code, name, born, gender, number, cell, admitted, admitted, official, cell, *exempt, work)


def write(sheet: object, lines: list[tuple[str, ...]]) -> None:
    """The lines under the headings, days as Excel's days."""
    for row, line in enumerate(lines, start=2):
        for column, value in enumerate(line, start=1):
            sheet.cell(row, column).value = day(value) or value or None


def day(value: str) -> date | None:
    """The day of a text written as one."""
    parts = value.split("/")
    return date(*map(int, reversed(parts))) if len(parts) == 3 and all(map(str.isdigit, parts)) else None

"""Reading files anybody may have made: typed rows with their faults, and refusals of what is no import file."""

from datetime import date, datetime

import openpyxl
import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.exchange import reading, template, workbook
from kiemdiem.exchange.sheets import PEOPLE, UNITS
from tests.rooms.exchange import make


def person(**columns):
    """The faults of one person's line with some columns changed, by heading."""
    line = dict(zip("ABCDEFGHI", make.PEOPLE[0], strict=True))
    content = make.filled(people=[list(line.values())])
    for letter, value in columns.items():
        content = make.changed(content, PEOPLE, cell=f"{letter}2", to=value)
    return reading.read(content)


def faults(contents):
    """The faults without their place."""
    return [fault.text for fault in contents.faults]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("31/02/1970", "“31/02/1970” không có trong lịch"),
        ("1970", "chỉ có năm 1970; hãy gõ đủ ngày/tháng/năm"),
        (1970, "chỉ có năm 1970; hãy gõ đủ ngày/tháng/năm"),
        ("hôm qua", "“hôm qua” không phải ngày; hãy gõ ngày/tháng/năm, ví dụ 05/12/2017"),
        ("01/01/1899", "năm 1899 không hợp lý"),
        (True, "là ô đúng/sai (TRUE/FALSE); hãy gõ chữ"),
    ],
)
def test_a_day_that_is_none_is_named(written, text):
    assert faults(person(C=written)) == [text]


@pytest.mark.parametrize("written", ["3/2/1970", "03-02-1970", "1970-02-03", date(1970, 2, 3), datetime(1970, 2, 3)])
def test_a_day_may_be_written_in_several_ways(written):
    contents = person(C=written)
    assert (contents.faults, contents.lines[PEOPLE][0].row.birth_on) == ([], date(1970, 2, 3))


def test_leading_zeros_survive_as_text_and_are_missed_in_numbers():
    assert person().lines[PEOPLE][0].row.id_number == "001070000001"
    assert faults(person(E=1070000001)) == [
        "còn 10 chữ số vì Excel đã bỏ số 0 ở đầu; hãy đặt cột kiểu Văn bản rồi gõ lại đủ 12 số"
    ]
    assert person(E=111070000001).lines[PEOPLE][0].row.id_number == "111070000001"


def test_words_of_a_list_may_lack_their_marks():
    assert person(D="nam").lines[PEOPLE][0].row.gender == "male"
    assert person(D="NỮ").lines[PEOPLE][0].row.gender == "female"
    assert faults(person(D="khác")) == ["“khác” không có trong danh mục (Nam; Nữ)"]


def test_a_missing_column_is_named_and_a_foreign_one_reported():
    content = make.changed(make.whole(), UNITS, cell="B1", to="Ghi chú")
    contents = reading.read(content)
    assert [str(fault) for fault in contents.faults] == [
        "Trang “Tổ chức”, hàng 1, cột “Tên tổ chức”: thiếu cột này; hãy dùng đúng mẫu"
    ]
    assert [str(note) for note in contents.notes] == [
        "Trang “Tổ chức”, hàng 1, cột “Ghi chú”: cột này không có trong mẫu, đã bỏ qua"
    ]


def test_a_sheet_of_another_name_is_left_aside():
    book = openpyxl.load_workbook(filename=as_stream(make.whole()))
    book.create_sheet("Nháp")["A1"] = "x"
    assert [str(note) for note in reading.read(make.saved(book)).notes] == [
        "Trang “Nháp”: không phải trang của mẫu, đã bỏ qua"
    ]


def as_stream(content):
    """The bytes as a file."""
    return make.io.BytesIO(content)


def foreign_book():
    """A workbook that is no import file."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Xin chào"
    return make.saved(book)


FAR = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
SHEET = "xl/worksheets/sheet2.xml"
BAD = {
    "empty": (lambda: b"", "Tệp rỗng"),
    "text": (lambda: b"Ho va ten;Ngay sinh\n", "không phải Excel"),
    "pdf": (lambda: b"%PDF-1.7 ...", "không phải Excel"),
    "old or locked": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "mật khẩu"),
    "cut off": (lambda: make.whole()[:2000], "không phải Excel"),
    "another package": (lambda: make.package(word__document_xml=b"<x/>"), "không phải bảng tính"),
    "macro": (lambda: make.repacked(make.whole(), "xl/vbaProject.bin", b"x"), "macro"),
    "bomb": (lambda: make.repacked(make.whole(), "xl/media/a.xml", b"\0" * (101 * 1024 * 1024)), "bung ra"),
    "last row": (
        lambda: make.repacked(make.whole(), SHEET, FAR % b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        "hàng 1048576",
    ),
    "last column": (
        lambda: make.repacked(make.whole(), SHEET, FAR % b'<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        "cột XFD",
    ),
    "broken sheet": (lambda: make.repacked(make.whole(), SHEET, b"<worksheet><sheetData><row"), "hỏng"),
    "other book": (foreign_book, "không có trang nào"),
    "no lines": (template.written, "chưa có dòng nào"),
    "too big": (lambda: b"PK" + b"\0" * workbook.MOST_BYTES, "lớn hơn 10 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_import_file_is_refused_with_the_reason(name):
    content, why = BAD[name]
    with pytest.raises(Refused) as refused:
        reading.read(content())
    assert why in refused.value.answer.why


def test_a_hidden_flood_of_parts_is_refused():
    parts = {f"xl__media__a{number}_xml": b"x" for number in range(workbook.MOST_PARTS)}
    with pytest.raises(Refused, match="bung ra"):
        reading.read(make.package(xl__workbook_xml=b"<x/>", **parts))

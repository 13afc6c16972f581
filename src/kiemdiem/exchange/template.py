"""Writing the import file: empty, or filled with what the register of a committee has."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from kiemdiem.exchange import filled, sheets
from kiemdiem.org.models import Unit

ROWS, SPARE = 2000, 300
A4, LINES_HIGH, LINES_SHOWN = 9, 32, 30
HEAD = {"bold": True, "font_color": "#ffffff", "text_wrap": True, "valign": "vcenter", "border": 1}
GUIDANCE = (
    f"Điền các trang {', '.join(sheets.SHEETS)}; không đổi tên trang và tên cột.",
    "Cột nền đỏ là bắt buộc, cột nền xám ghi khi có. Bấm vào ô để xem cách ghi; cột có danh mục thì chọn trong ô.",
    "Cột “… → tên” ở cuối trang tự hiện tên của mã đã gõ để đối chiếu; không cần điền.",
    "Trang nào chưa dùng thì để trống. Ô để trống nghĩa là không nói gì: phần mềm giữ nguyên điều đã có.",
    "Mã do cơ quan tự đặt và giữ nguyên qua các lần nhập; nhờ mã, lần nhập sau nhận ra người và tổ chức đã có.",
    "Số định danh để ở ô kiểu Văn bản; nếu Excel đổi thành số, các số 0 ở đầu sẽ mất và phần mềm không nhận.",
    "Ngày gõ ngày/tháng/năm, ví dụ 05/12/2017.",
    "Phần mềm cho xem trước: cái gì mới, cái gì thay đổi, cái gì có trong phần mềm mà không có trong tệp.",
    "Phần mềm không xóa ai và không tự coi hai người trùng tên là một: khi chưa rõ sẽ hỏi.",
    sheets.RESIDENCE,
    "Nhập được tất cả hoặc không nhập gì.",
)


def written(unit: Unit | None = None, *, on: date | None = None) -> bytes:
    """The import file; with a committee and a day, filled with its register of that day."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    formats = {
        "head": book.add_format(HEAD | {"bg_color": "#7f1d1d"}),
        "optional": book.add_format(HEAD | {"bg_color": "#57534e"}),
        "echo": book.add_format(HEAD | {"bg_color": "#e7e5e4", "font_color": "#57534e"}),
        "quiet": book.add_format({"font_color": "#57534e", "italic": True}),
        "text": book.add_format({"num_format": "@"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    write_guide(book.add_worksheet(sheets.GUIDE), formats)
    content = filled.register(unit, on=on) if unit is not None and on is not None else {}
    places = listed_places()
    for name, model in sheets.SHEETS.items():
        page = book.add_worksheet(name)
        write_sheet(page, model, formats=formats, places=places, lines=content.get(name, []))
        write_echoes(page, name, formats=formats, content=content)
    write_lists(book.add_worksheet(sheets.LISTS), formats)
    book.close()
    return target.getvalue()


def write_guide(page: Any, formats: Mapping[str, Any]) -> None:
    """The explanations: how the file works, then what each column holds."""
    page.set_column(0, 0, 22)
    page.set_column(1, 1, 26)
    page.set_column(2, 2, 90)
    for_paper(page)
    page.write_string(0, 0, "Mẫu nhập dữ liệu", formats["title"])
    for row, sentence in enumerate(GUIDANCE, start=2):
        page.write_string(row, 0, f"{row - 1}. {sentence}")
    row = len(GUIDANCE) + 3
    for place, title in enumerate(("Trang", "Cột", "Cách điền")):
        page.write_string(row, place, title, formats["head"])
    for name, model in sheets.SHEETS.items():
        for field in model.model_fields.values():
            row += 1
            page.write_string(row, 0, name)
            page.write_string(row, 1, str(field.alias))
            page.write_string(row, 2, str(extra(field)["hint"]), formats["wrap"])


def for_paper(page: Any) -> None:
    """A printed sheet is as wide as one page lying on its side, with the headings on each."""
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&RTrang &P/&N")


def extra(field: Any) -> dict[str, Any]:
    """What a column's declaration says beside its type."""
    return dict(field.json_schema_extra)


def lists() -> dict[str, list[str]]:
    """The lists to choose from, by the heading of the column."""
    found: dict[str, list[str]] = {}
    for model in sheets.SHEETS.values():
        for field in model.model_fields.values():
            if extra(field)["choices"]:
                found.setdefault(str(field.alias), list(extra(field)["choices"].values()))
    return found


def listed_places() -> dict[str, str]:
    """Where each list stands on its sheet, as Excel writes it."""
    return {
        title: f"='{sheets.LISTS}'!${chr(65 + place)}$2:${chr(65 + place)}${len(values) + 1}"
        for place, (title, values) in enumerate(lists().items())
    }


def write_lists(page: Any, formats: Mapping[str, Any]) -> None:
    """The sheet of lists that the columns choose from."""
    for place, (title, values) in enumerate(lists().items()):
        page.set_column(place, place, 36)
        page.write_string(0, place, title, formats["head"])
        page.write_column(1, place, values)


def write_sheet(
    page: Any, model: type[sheets.Row], *, formats: Mapping[str, Any], places: Mapping[str, str], lines: list[list[Any]]
) -> None:
    """One sheet: headings that stay in view, columns as text or days, lists to choose from, lines if there are any."""
    page.freeze_panes(1, 2)
    page.set_row(0, LINES_HIGH)
    for_paper(page)
    for place, field in enumerate(model.model_fields.values()):
        more = extra(field)
        page.set_column(place, place, more["width"], formats[more["kind"]])
        is_wanted = more["hint"].startswith(sheets.REQUIRED)
        page.write_string(0, place, str(field.alias), formats["head" if is_wanted else "optional"])
        rule: dict[str, Any] = {"input_title": str(field.alias)[:32], "input_message": more["hint"][:255]}
        chosen = {"validate": "list", "source": places[str(field.alias)]} if more["choices"] else {"validate": "any"}
        page.data_validation(1, place, ROWS, place, {**rule, **chosen, "ignore_blank": True})
    for row, line in enumerate(lines, start=1):
        for place, value in enumerate(line):
            if isinstance(value, date):
                page.write_datetime(row, place, value, formats["day"])
            elif value not in (None, ""):
                page.write_string(row, place, str(value), formats["text"])


def write_echoes(page: Any, name: str, *, formats: Mapping[str, Any], content: Mapping[str, list[list[Any]]]) -> None:
    """Beside the columns of a sheet, the names that belong to the codes typed: a clerk sees whom a code means."""
    fields = list(sheets.SHEETS[name].model_fields)
    lines = content.get(name, [])
    page.print_area(0, 0, max(len(lines), LINES_SHOWN), len(fields) + len(sheets.echoes(name)) - 1)
    for place, (title, field) in enumerate(sheets.echoes(name).items(), start=len(fields)):
        where, source = sheets.CODES[field], fields.index(field)
        names = {line[0]: line[1] for line in content.get(where, [])}
        page.set_column(place, place, 40, formats["quiet"])
        page.write_string(0, place, title, formats["echo"])
        for row in range(1, len(lines) + SPARE):
            code = lines[row - 1][source] if row <= len(lines) else ""
            looked_up = f"VLOOKUP({chr(65 + source)}{row + 1},'{where}'!$A:$B,2,FALSE)"
            page.write_formula(row, place, f'=IFERROR({looked_up},"")', formats["quiet"], names.get(code, ""))

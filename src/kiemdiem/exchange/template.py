"""Writing the import file: empty, or filled with what the register of a committee has."""

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from kiemdiem.exchange import sheets
from kiemdiem.exchange.compare.grades import KIND
from kiemdiem.org import queries, words
from kiemdiem.org.models import OutsideResult, Person, Unit

ROWS = 2000
GUIDANCE = (
    "Điền các trang Tổ chức, Đảng viên, Chức vụ, Xếp loại CBCCVC; không đổi tên trang và tên cột.",
    "Trang nào chưa dùng thì để trống. Ô để trống nghĩa là không nói gì: phần mềm giữ nguyên điều đã có.",
    "Mã do cơ quan tự đặt và giữ nguyên qua các lần nhập; nhờ mã, lần nhập sau nhận ra người và tổ chức đã có.",
    "Số định danh để ở ô kiểu Văn bản; nếu Excel đổi thành số, các số 0 ở đầu sẽ mất và phần mềm không nhận.",
    "Ngày gõ ngày/tháng/năm, ví dụ 05/12/2017.",
    "Phần mềm cho xem trước: cái gì mới, cái gì thay đổi, cái gì có trong phần mềm mà không có trong tệp.",
    "Phần mềm không xóa ai và không tự coi hai người trùng tên là một: khi chưa rõ sẽ hỏi.",
    "Nhập được tất cả hoặc không nhập gì.",
)


def written(unit: Unit | None = None, *, on: date | None = None) -> bytes:
    """The import file; with a committee and a day, filled with its register of that day."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    formats = {
        "head": book.add_format({"bold": True, "bg_color": "#7f1d1d", "font_color": "#ffffff", "text_wrap": True}),
        "text": book.add_format({"num_format": "@"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    write_guide(book.add_worksheet(sheets.GUIDE), formats)
    content = register(unit, on=on) if unit is not None and on is not None else {}
    places = listed_places()
    for name, model in sheets.SHEETS.items():
        write_sheet(book.add_worksheet(name), model, formats=formats, places=places, lines=content.get(name, []))
    write_lists(book.add_worksheet(sheets.LISTS), formats)
    book.close()
    return target.getvalue()


def write_guide(page: Any, formats: Mapping[str, Any]) -> None:
    """The explanations: how the file works, then what each column holds."""
    page.set_column(0, 0, 22)
    page.set_column(1, 1, 26)
    page.set_column(2, 2, 90)
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
    for place, field in enumerate(model.model_fields.values()):
        more = extra(field)
        page.set_column(place, place, more["width"], formats[more["kind"]])
        page.write_string(0, place, str(field.alias), formats["head"])
        rule: dict[str, Any] = {"input_title": str(field.alias)[:32], "input_message": more["hint"][:255]}
        chosen = {"validate": "list", "source": places[str(field.alias)]} if more["choices"] else {"validate": "any"}
        page.data_validation(1, place, ROWS, place, {**rule, **chosen, "ignore_blank": True})
    for row, line in enumerate(lines, start=1):
        for place, value in enumerate(line):
            if isinstance(value, date):
                page.write_datetime(row, place, value, formats["day"])
            elif value not in (None, ""):
                page.write_string(row, place, str(value), formats["text"])


def register(unit: Unit, *, on: date) -> dict[str, list[list[Any]]]:
    """The lines of each sheet for the committee's register of the day."""
    return {
        sheets.UNITS: list(unit_lines(unit, on=on)),
        sheets.PEOPLE: list(person_lines(unit, on=on)),
        sheets.SEATS: list(seat_lines(unit, on=on)),
        sheets.GRADES: list(grade_lines(unit, on=on)),
    }


def code(key: str, unit: Unit) -> str:
    """The code of a key in the files of the committee."""
    return key.removeprefix(f"{unit.key}.")


def unit_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The units of the committee, itself left out."""
    keys = {period.unit_id: period.unit.key for period in queries.units_under(unit, on=on)}
    for period in queries.units_under(unit, on=on):
        if period.unit_id != unit.pk:
            parent = code(keys[period.parent_id], unit) if period.parent_id != unit.pk else ""
            yield [
                code(period.unit.key, unit), period.name, words.UNIT_KINDS.get(period.kind, period.kind),
                words.CELL_KINDS.get(period.cell_kind, ""), parent, period.from_on,
            ]  # fmt: skip


def person_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The members of the committee, then the people outside the Party who hold a seat in it."""
    memberships = {each.person_id: each for each in queries.register(unit, on=on)}
    for state in queries.member_states(unit, on=on):
        person, since = state.person, memberships[state.person.pk].from_on
        exemption = "exempt" if state.is_exempt else "exempt_work" if state.exempt_work else ""
        exemption = exemption or ("exempt_activity" if state.exempt_activity else "")
        work = queries.works_of(person, on=on).first()
        starts = person.standings.filter(kind__startswith="exempt", superseded_at=None).order_by("from_on").first()
        yield [
            *identity(person, unit), code(state.cell.key, unit), since, person.admitted_on, person.official_on,
            code(state.residence.key, unit) if state.residence else "", sheets.EXEMPTIONS.get(exemption, ""),
            starts.from_on if exemption and starts else None, words.WORK_KINDS.get(work.kind, "") if work else "",
            work.workplace if work else "", "",
        ]  # fmt: skip
    seen = set(memberships)
    for seat in queries.seats_under(unit, on=on):
        if seat.person_id not in seen:
            seen.add(seat.person_id)
            yield [*identity(seat.person, unit), *[""] * 10]


def identity(person: Person, unit: Unit) -> list[Any]:
    """The first columns of a person's line."""
    gender = sheets.GENDERS.get(person.gender, "")
    return [code(person.key, unit), person.full_name, person.birth_on, gender, person.id_number or ""]


def seat_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The seats held in the committee and under it."""
    for seat in queries.seats_under(unit, on=on):
        post = words.POSTS.get(seat.post, seat.post)
        yield [code(seat.person.key, unit), code(seat.unit.key, unit), post, seat.from_on, seat.until_on]


def grade_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The civil servants' grades of the committee's members, every year."""
    people = {each.person_id: each.person for each in queries.register(unit, on=on)}
    found = OutsideResult.objects.filter(person_id__in=people, kind=KIND, superseded_at=None)
    for result in found.order_by("person__sort_key", "person__key", "year"):
        key = people[result.person_id].key
        yield [code(key, unit), str(result.year), result.grade, result.known_on, result.document]

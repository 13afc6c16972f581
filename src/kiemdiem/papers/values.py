"""The values a form is filled with, held against its declared fields: all that is wrong is said at once."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.blocks import FieldSpec
from kiemdiem.core.law.sections.papers import Form

Values = Mapping[str, Any]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_ratio(value: object) -> bool:
    return isinstance(value, tuple | list) and len(value) == 2 and all(_is_whole(part) for part in value)


def _is_date(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_texts(value: object) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(item, str) for item in value)


def _is_rows(value: object) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(item, Mapping) for item in value)


def _is_contents(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(key, str) and isinstance(text, str) for key, text in value.items()
    )


SHAPED: dict[str, tuple[Callable[[object], bool], str]] = {
    "text": (lambda value: isinstance(value, str), "một dòng chữ"),
    "paragraphs": (lambda value: isinstance(value, str), "đoạn văn"),
    "number": (_is_whole, "số nguyên không âm"),
    "date": (_is_date, "một ngày"),
    "time": (lambda value: isinstance(value, time), "giờ phút"),
    "points": (_is_whole, "điểm tính bằng phần trăm điểm"),
    "ratio": (_is_ratio, "cặp số (phần, tổng)"),
    "flag": (lambda value: isinstance(value, bool), "có hoặc không"),
    "choice": (lambda value: isinstance(value, str), "một lựa chọn của mẫu"),
    "texts": (_is_texts, "danh sách dòng chữ"),
    "rows": (_is_rows, "danh sách dòng của bảng"),
    "contents": (_is_contents, "nội dung theo mục"),
}


def must_fit(form: Form, values: Values) -> None:
    """Nothing, when the values fill the form.

    Raises: Refused naming the form and every field that is missing, of a wrong shape or unknown.
    """
    problems = list(_problems(form.fields, values, ""))
    if problems:
        name = f"{form.code} ({form.text})" if form.code else form.text
        raise refuse(
            f"Chưa in được mẫu {name}.",
            why="; ".join(problems) + ".",
            todo="Bổ sung các nội dung trên rồi in lại. Chưa có giấy tờ nào được ghi.",
            clause=form.clause,
            rows=form.rows,
        )


def _problems(fields: tuple[FieldSpec, ...], values: Values, place: str) -> Iterator[str]:
    known = {field.name for field in fields}
    for name in sorted(set(values) - known):
        yield f"{place}mẫu không có nội dung {name}"
    for field in fields:
        yield from _problems_of(field, values.get(field.name), place)


def _problems_of(field: FieldSpec, value: object, place: str) -> Iterator[str]:
    label = f"“{field.label}” ({field.name})"
    if value is None or value == "":
        if not (field.optional or field.by_hand):
            yield f"{place}thiếu {label}"
        return
    fits, wanted = SHAPED[field.shape]
    if not fits(value):
        yield f"{place}{label} phải là {wanted}"
    elif field.shape == "choice" and value not in {option.key for option in field.options}:
        yield f"{place}{label} không có lựa chọn {value!r}"
    elif field.shape == "rows":
        for number, row in enumerate(value, start=1):  # type: ignore[arg-type, var-annotated]
            yield from _problems(field.fields, row, f"{place}{field.label}, dòng {number}: ")

"""What a fault found by the schema says to the person who wrote the rulebook."""

from collections.abc import Callable, Mapping
from typing import Any

Fault = Mapping[str, Any]


def complaint(fault: Fault) -> tuple[str, str]:
    """The fault as a Vietnamese sentence and what to write instead."""
    say = SAYINGS.get(fault["type"], other)
    return say(name_of(fault["loc"]), fault)


def name_of(place: tuple[str | int, ...]) -> str:
    """The key at fault; of an item of a list, its number and the key of the list."""
    names = [step for step in place if isinstance(step, str)]
    if not names:
        return "nội dung tệp"
    return f"'{names[-1]}'" if place[-1] == names[-1] else f"mục thứ {int(place[-1]) + 1} của '{names[-1]}'"


def written(value: object) -> str:
    """The value as the person wrote it, or what kind of thing it is."""
    if isinstance(value, dict):
        return "một bảng khóa"
    if isinstance(value, list | tuple):
        return "một danh sách"
    if value is None or value == "":
        return "để trống"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return "'" + (text if len(text) <= 40 else text[:40] + "…") + "'"


def missing(name: str, fault: Fault) -> tuple[str, str]:
    """A key that must be there is not."""
    return f"thiếu khóa {name}", f"thêm dòng {name.strip(chr(39))}: …"


def extra(name: str, fault: Fault) -> tuple[str, str]:
    """A key that nobody knows."""
    return f"không có khóa {name}", "kiểm tra chính tả của khóa"


def tag(name: str, fault: Fault) -> tuple[str, str]:
    """A kind that is not of the closed set."""
    context = fault.get("ctx", {})
    if fault["type"] == "union_tag_not_found":
        return "thiếu khóa 'kind'", "viết kind: một trong các loại có sẵn"
    return f"không có loại '{context.get('tag')}'", f"các loại: {context.get('expected_tags')}".replace("'", "")


def literal(name: str, fault: Fault) -> tuple[str, str]:
    """A word that is not of the closed set."""
    expected = str(fault["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
    return f"{name} không thể là {written(fault.get('input'))}", f"chọn một trong: {expected}"


def number(name: str, fault: Fault) -> tuple[str, str]:
    """A number out of range, or no number."""
    limits = {"gt": "lớn hơn", "ge": "từ", "lt": "nhỏ hơn", "le": "không quá"}
    said = [f"{limits[key]} {value}" for key, value in fault.get("ctx", {}).items() if key in limits]
    hint = " ".join(["viết số nguyên", " và ".join(said)]).strip()
    return f"{name} không thể là {written(fault.get('input'))}", hint


def value(name: str, fault: Fault) -> tuple[str, str]:
    """A value that the section's own rule refuses; the rule says why and, after an arrow, what to write."""
    message, _, hint = str(fault["ctx"]["error"]).partition(" → ")
    return message, hint


def expects(what: str, hint: str) -> Callable[[str, Fault], tuple[str, str]]:
    """The saying for a value of another shape than wanted."""

    def say(name: str, fault: Fault) -> tuple[str, str]:
        return f"{name} phải là {what}, không phải {written(fault.get('input'))}", hint

    return say


def length(name: str, fault: Fault) -> tuple[str, str]:
    """A list or text of the wrong length."""
    unit = "chữ" if fault["type"].startswith("string") else "mục"
    if "min_length" in fault["ctx"]:
        return f"{name} để trống hoặc quá ít {unit}", f"viết ít nhất {fault['ctx']['min_length']} {unit}"
    return f"{name} quá nhiều {unit}", f"viết nhiều nhất {fault['ctx']['max_length']} {unit}"


def pattern(name: str, fault: Fault) -> tuple[str, str]:
    """A key or code with letters it may not have."""
    hint = "chỉ dùng chữ thường không dấu a-z, chữ số, dấu gạch dưới và dấu chấm; bắt đầu bằng chữ hoặc số"
    return f"{name} không thể là {written(fault.get('input'))}", hint


def other(name: str, fault: Fault) -> tuple[str, str]:
    """Any other fault."""
    return f"{name} không đúng dạng: {written(fault.get('input'))}", "xem mục này trong một bộ quy tắc có sẵn"


TEXT = expects("chữ", "viết chữ; nếu là số hoặc ngày, đặt trong dấu nháy kép")
TABLE = expects("một bảng khóa: giá trị", "viết các dòng 'khóa: giá trị' thụt vào")
LIST = expects("một danh sách", "viết [a, b] hoặc các dòng bắt đầu bằng '-'")
DAY = expects("một ngày", "viết NNNN-TT-NN, ví dụ 2017-12-31")
YES_NO = expects("đúng hoặc sai", "viết true hoặc false")
SAYINGS: Mapping[str, Callable[[str, Fault], tuple[str, str]]] = {
    "missing": missing,
    "extra_forbidden": extra,
    "union_tag_invalid": tag,
    "union_tag_not_found": tag,
    "literal_error": literal,
    "greater_than": number,
    "greater_than_equal": number,
    "less_than": number,
    "less_than_equal": number,
    "int_type": number,
    "int_parsing": number,
    "int_from_float": number,
    "value_error": value,
    "string_type": TEXT,
    "model_type": TABLE,
    "dict_type": TABLE,
    "list_type": LIST,
    "tuple_type": LIST,
    "date_type": DAY,
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY,
    "bool_type": YES_NO,
    "bool_parsing": YES_NO,
    "string_pattern_mismatch": pattern,
    "string_too_short": length,
    "string_too_long": length,
    "too_short": length,
    "too_long": length,
}

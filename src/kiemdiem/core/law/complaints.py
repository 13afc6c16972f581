"""What a fault found by the schema says to the person who wrote the rulebook."""

from collections.abc import Callable, Mapping
from typing import Any


def complaint(fault: Mapping[str, Any]) -> tuple[str, str]:
    """The fault as a Vietnamese sentence and what to write instead."""
    name = str(fault["loc"][-1]) if fault["loc"] else ""
    say = SAYINGS.get(fault["type"], other)
    return say(name, fault)


def missing(name: str, fault: Mapping[str, Any]) -> tuple[str, str]:
    """A key that must be there is not."""
    return f"thiếu khóa '{name}'", f"thêm dòng '{name}: …'"


def extra(name: str, fault: Mapping[str, Any]) -> tuple[str, str]:
    """A key that nobody knows."""
    return f"không có khóa '{name}'", "kiểm tra chính tả của khóa"


def tag(name: str, fault: Mapping[str, Any]) -> tuple[str, str]:
    """A kind that is not of the closed set."""
    context = fault.get("ctx", {})
    if fault["type"] == "union_tag_not_found":
        return "thiếu khóa 'kind'", "viết kind: một trong các loại có sẵn"
    return f"không có loại '{context.get('tag')}'", f"các loại: {context.get('expected_tags')}"


def literal(name: str, fault: Mapping[str, Any]) -> tuple[str, str]:
    """A word that is not of the closed set."""
    return f"'{name}' không thể là {fault.get('input')!r}", f"chọn một trong: {fault['ctx']['expected']}"


def number(name: str, fault: Mapping[str, Any]) -> tuple[str, str]:
    """A number out of range, or no number."""
    limits = {"gt": "lớn hơn", "ge": "từ", "lt": "nhỏ hơn", "le": "không quá"}
    said = [f"{limits[key]} {value}" for key, value in fault.get("ctx", {}).items() if key in limits]
    return f"'{name}' không thể là {fault.get('input')!r}", "viết số nguyên " + " và ".join(said)


def value(name: str, fault: Mapping[str, Any]) -> tuple[str, str]:
    """A value that the section's own rule refuses; the rule says why."""
    return str(fault["ctx"]["error"]), ""


def other(name: str, fault: Mapping[str, Any]) -> tuple[str, str]:
    """Any other fault, in the schema's own words."""
    return f"'{name}' không đúng dạng ({fault['msg']})", f"đang viết: {str(fault.get('input'))[:60]}"


SAYINGS: Mapping[str, Callable[[str, Mapping[str, Any]], tuple[str, str]]] = {
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
    "value_error": value,
}

"""How the facts of an act are shaped: frozen, by keyword, and readable from JSON without guessing."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

T = TypeVar("T")

# Unknown names are refused and nothing is coerced: "3" is not 3, and a misspelt fact is not an absent one.
STRICT = ConfigDict(extra="forbid", strict=True)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def facts(shape: type[T]) -> type[T]:
    """The class as a frozen dataclass, given by keyword only, that JSON must match exactly."""
    frozen = dataclass(frozen=True, kw_only=True)(shape)
    frozen.__pydantic_config__ = STRICT  # type: ignore[attr-defined]
    return frozen


REASONS = {
    "missing": "thiếu dữ kiện này",
    "unexpected_keyword_argument": "không có dữ kiện mang tên này",
    "extra_forbidden": "không có dữ kiện mang tên này",
    "json_invalid": "không đọc được JSON",
    "date_from_datetime_parsing": "phải là ngày dạng YYYY-MM-DD",
    "date_parsing": "phải là ngày dạng YYYY-MM-DD",
    "date_type": "phải là ngày dạng YYYY-MM-DD",
    "int_type": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "bool_type": "phải là true hoặc false",
    "string_type": "phải là chuỗi ký tự",
    "tuple_type": "phải là danh sách",
    "mapping_type": "phải là bảng tên và giá trị",
    "dataclass_type": "phải là một đối tượng",
}


class FactsProblem(ValueError):  # noqa: N818 - named as the rulebook's problems are
    """The facts do not have the shape the act asks for; `problems` are (place, reason) pairs in the order found."""

    def __init__(self, problems: tuple[tuple[str, str], ...]):
        super().__init__("; ".join(f"{place}: {reason}" for place, reason in problems))
        self.problems = problems


def from_json(shape: type[T], text: str) -> T:
    """The facts written in a JSON object.

    Raises: FactsProblem when a name is unknown, a fact is missing or has another type.
    """
    try:
        return TypeAdapter(shape).validate_json(text)
    except ValidationError as error:
        raise FactsProblem(tuple(place_and_reason(each) for each in error.errors())) from error


def place_and_reason(error: ErrorDetails) -> tuple[str, str]:
    """Where in the JSON something is wrong, and what, in Vietnamese."""
    place = ".".join(str(part) for part in error["loc"])
    return place or "(JSON)", REASONS.get(error["type"], "giá trị không hợp lệ")

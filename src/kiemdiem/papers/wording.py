"""How a value reads on paper, and how a template with field references becomes runs of text."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from kiemdiem.core import decimals
from kiemdiem.core.law.sections.blocks import REFERENCE, FieldSpec
from kiemdiem.papers.drawn import Run, Runs

MARKS = re.compile(r"(\*\*|__)")
DOTS = {"number": 2, "date": 0, "time": 0, "points": 3, "ratio": 3, "text": 12, "choice": 8}
CONTROL = {code: " " for code in range(32) if code not in (9, 10)} | {0x7F: " ", 0xFFFE: " ", 0xFFFF: " "}


def printable(text: str) -> str:
    """The text in composed letters, without the control and stray characters no paper can carry."""
    kept = unicodedata.normalize("NFC", text).translate(CONTROL).replace("\t", " ")
    return "".join(letter for letter in kept if not 0xD800 <= ord(letter) <= 0xDFFF)


def long_date(day: date) -> str:
    """`ngày 05 tháng 02 năm 2017`: a leading nought for days under 10 and months under 3."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def percent(part: int, whole: int) -> str:
    """The share in percent, cut (never rounded up) to two decimals; a dash when there is no whole."""
    return f"{decimals.percent(part, whole=whole)}%" if whole else "–"


def _ratio(value: tuple[int, int], form: str) -> str:
    part, whole = value
    shown = {"percent": percent(part, whole), "part": str(part), "whole": str(whole)}
    return shown.get(form) or f"{part}/{whole} ({percent(part, whole)})"


def _date(value: date, form: str) -> str:
    return {"long": long_date(value), "year": str(value.year)}.get(form) or f"{value:%d/%m/%Y}"


WORDED: dict[str, Callable[[Any, str], str]] = {
    "date": _date,
    "time": lambda value, form: f"{value.hour:02d} giờ {value.minute:02d}",
    "number": lambda value, form: f"{value:02d}" if form == "padded" else str(value),
    "points": lambda value, form: decimals.decimal(value),
    "ratio": _ratio,
    "flag": lambda value, form: "x" if value else "",
    "texts": lambda value, form: printable("; ".join(value)),
}


def worded(field: FieldSpec, value: Any, form: str = "") -> str:
    """The value of a field as it reads on paper."""
    if field.shape in WORDED:
        return WORDED[field.shape](value, form)
    chosen = next((option.label for option in field.options if option.key == value), value)
    return printable(chosen.upper() if form == "upper" else chosen)


def blank(field: FieldSpec, form: str = "") -> str:
    """The dots to write on in place of a value."""
    if field.shape == "date":
        return "ngày …… tháng …… năm ………" if form == "long" else "……/……/………"
    if field.shape == "time":
        return "…… giờ ……"
    return "…" * (field.dots or DOTS.get(field.shape, 12))


class Scope:
    """The fields and values a template may refer to; rows of a table see their own first."""

    def __init__(self, fields: Mapping[str, FieldSpec], values: Mapping[str, Any]):
        self.fields = fields
        self.values = values

    def under(self, fields: tuple[FieldSpec, ...], values: Mapping[str, Any]) -> "Scope":
        """The scope of one row of a field within this one."""
        return Scope({**self.fields, **{field.name: field for field in fields}}, {**self.values, **values})

    def value(self, name: str) -> Any:
        """The value of a field, None when it has none."""
        value = self.values.get(name)
        return None if value == "" else value

    def word(self, name: str, form: str = "") -> str:
        """How the field reads on paper: its value, dots to write on, or nothing."""
        if name in {"n", "total"}:
            return str(self.values[name])
        field, value = self.fields[name], self.value(name)
        if value is not None:
            return worded(field, value, form)
        return blank(field, form) if field.by_hand else ""

    def text(self, template: str) -> str:
        """A template with its references replaced, without marks of bold and italic."""
        return "".join(run.text for run in self.runs(template))

    def runs(self, template: str) -> Runs:
        """A template with its references replaced; only the template's own marks make bold and italic."""
        return tuple(self._runs(template))

    def _runs(self, template: str) -> Iterator[Run]:
        bold = italic = False
        for part in MARKS.split(template):
            if part == "**":
                bold = not bold
            elif part == "__":
                italic = not italic
            elif part:
                text = REFERENCE.sub(lambda found: self.word(found[1], found[2] or ""), part)
                yield Run(text, bold=bold, italic=italic)

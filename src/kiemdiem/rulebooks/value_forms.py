"""The form of one entry, made from the schema: a question for each value that may be changed."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field

from kiemdiem.core.law.boxes import Box
from kiemdiem.core.law.content import DAY, Content
from kiemdiem.core.law.kinds.condition import as_fraction
from kiemdiem.rulebooks import chosen, labels
from kiemdiem.rulebooks.commands import Value
from kiemdiem.web import fields, phrases
from kiemdiem.web.forms import VersionedForm, say_in_vietnamese

LONG_LINE = 90
NONE = "Không có"


class Fraction(fields.Text):
    """A fraction as the law writes it: 2/3 or 80%."""

    width = "number"

    def clean(self, value: Any) -> Any:
        """The fraction without blanks, or an error in the words of the schema."""
        kept = super().clean(value).replace(" ", "")
        if not kept:
            return None
        try:
            return as_fraction(kept)
        except ValueError as fault:
            raise ValidationError(str(fault), code="fraction") from None


class Lines(fields.LongText):
    """Several texts, one a line."""

    def prepare_value(self, value: Any) -> Any:
        """The texts one under another."""
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """The lines that say something."""
        return [line.strip() for line in super().clean(value).split("\n") if line.strip()]


class Wholes(Lines):
    """Several whole numbers, one a line."""

    def clean(self, value: Any) -> Any:
        """The numbers."""
        lines = super().clean(value)
        if any(not line.isdigit() or len(line) > len(str(fields.MOST)) for line in lines):
            raise ValidationError(f"“{self.label}” phải là các số nguyên, mỗi số một dòng.", code="invalid")
        return [int(line) for line in lines]


class ValuesForm(VersionedForm):
    """Every value of an entry that may be changed, as it stands."""

    def __init__(self, *args: Any, file: str, boxes: Iterable[Box], content: Content, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.file = file
        self.asked = {f"v{number}": box for number, box in enumerate(boxes)}
        for name, box in self.asked.items():
            self.fields[name] = question_for(box, content)

    def values(self) -> list[Value]:
        """What was changed, as the rulebook is to say it."""
        written = {name: as_written(self.cleaned_data[name], box) for name, box in self.asked.items()}
        return [
            Value(self.file, box.place, written[name])
            for name, box in self.asked.items()
            if written[name] != normal(box.value)
        ]

    def told(self) -> list[tuple[str, str, str]]:
        """What was changed, in words: what it is called, before, after."""
        new = {value.place: value.value for value in self.values()}
        return [
            (str(self.fields[name].label), self.words(name, box.value), self.words(name, new[box.place]))
            for name, box in self.asked.items()
            if box.place in new
        ]

    def words(self, name: str, value: Any) -> str:
        """A value of one of the questions in words."""
        return in_words(value, dict(getattr(self.fields[name], "choices", ())))


def question_for(box: Box, content: Content) -> Field:
    """The question for one value, in the words of the screen."""
    readings = "; ".join(reading_text(content, *pair) for pair in box.under)
    told: dict[str, Any] = {
        "label": labels.label_of(box) + (f" – khi hiểu: {readings}" if readings else ""),
        "required": box.is_needed,
        "initial": box.value,
        "help_text": labels.HINTS.get(box.name[-1], labels.HINTS.get(box.shape, "")),
    }
    made = choosing(box, content, told) or typing(box, told)
    say_in_vietnamese(made)
    return made


def choosing(box: Box, content: Content, told: dict[str, Any]) -> Field | None:
    """The question for a value that is one or several of a list; nothing for any other."""
    if box.shape == "choice":
        named = labels.WORDS.get(box.name[-1], {})
        return fields.Pick(choices=[(each, upper(named.get(each, each))) for each in box.options], **told)
    options = chosen.options_of(box, content)
    if options is None:
        return None
    if box.shape in ("keys", "texts"):
        return fields.Several(choices=options, **told)
    return fields.Pick(choices=options, empty=NONE, **told) if box.shape in ("key", "text") else None


def typing(box: Box, told: dict[str, Any]) -> Field:
    """The question for a value that is typed."""
    if box.shape == "whole":
        return fields.Whole(min_value=box.least or 0, max_value=fields.MOST if box.most is None else box.most, **told)
    if box.shape == "yes":
        return fields.Tick(**{**told, "required": False})
    if box.shape == "day" or DAY.fullmatch(str(box.value)):
        # A day stays the text the file has until it is shown.
        return fields.Day(**{**told, "initial": day_in(box.value), "help_text": "Ngày/tháng/năm, ví dụ 05/12/2017"})
    if box.shape == "fraction":
        return Fraction(**told)
    if box.shape in ("texts", "keys"):
        return Lines(rows=4, **told)
    if box.shape == "wholes":
        return Wholes(rows=4, **told)
    is_long = box.name[-1] == "text" or len(str(box.value or "")) > LONG_LINE
    return fields.LongText(rows=3, max_length=2000, **told) if is_long else fields.Text(max_length=500, **told)


def as_written(answer: Any, box: Box) -> Any:
    """An answer as the files write it; one left empty is nothing, or no words where words stand."""
    if isinstance(answer, date):
        return answer.isoformat()
    if answer in ("", None):
        return "" if isinstance(box.value, str) and not box.value else None
    return answer


def normal(value: Any) -> Any:
    """A value as an answer can be compared with it: line ends and blanks at its ends are nobody's wish."""
    return value.strip().replace("\r\n", "\n") if isinstance(value, str) else value


def day_in(value: Any) -> date | None:
    """The day a text of a file says; nothing where it says none."""
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def json_value(text: str) -> Any:
    """The value of a change."""
    return json.loads(text)


def in_words(value: Any, names: Mapping[str, str]) -> str:
    """A value as people read it."""
    if value in (None, "", []):
        return NONE
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, list):
        return ", ".join(in_words(each, names) for each in value)
    if str(value) in names:
        return str(names[str(value)])
    day = day_in(value)
    return phrases.day(day) if day else str(value)


def upper(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def reading_text(content: Content, question: str, reading: str) -> str:
    """A reading in words."""
    for asked in content["interpretations.yaml"].get("interpretations", ()):
        for each in asked["readings"] if asked["key"] == question else ():
            if each["key"] == reading:
                return str(each["text"])
    return reading

"""The kinds of answers a form can ask for. All text is NFC and trimmed before it is looked at."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

ONE_LINE = 200
LONG = 20_000
MOST = 1_000_000
NUMERIC = {"inputmode": "numeric", "autocomplete": "off"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]")


class Text(forms.CharField):
    """One line of text."""

    width = "text"

    def __init__(self, *, max_length: int = ONE_LINE, **kwargs: Any):
        super().__init__(max_length=max_length, **kwargs)

    def clean(self, value: Any) -> Any:
        """The text, or an error when it holds characters nobody can type."""
        kept = super().clean(value)
        if CONTROL.search(kept) or ("\n" in kept and not isinstance(self.widget, forms.Textarea)):
            raise ValidationError(self.error_messages["unreadable"], code="unreadable")
        return kept


class LongText(Text):
    """Text of several lines."""

    width = "long"

    def __init__(self, *, rows: int = 5, max_length: int = LONG, **kwargs: Any):
        super().__init__(max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """The text with one kind of line end."""
        return super().to_python(value).replace("\r\n", "\n")


class Whole(forms.IntegerField):
    """A whole number in digits."""

    width = "number"
    widget = forms.TextInput

    def __init__(self, *, min_value: int = 0, max_value: int = MOST, **kwargs: Any):
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Asks a phone for its digits."""
        return {} if widget.is_hidden else dict(NUMERIC)

    def to_python(self, value: Any) -> int | None:
        """The number; digits only, so that 1.000 and 1,5 are asked again instead of guessed."""
        if isinstance(value, str) and value.strip() and not re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class Day(forms.DateField):
    """A day, typed as dd/mm/yyyy."""

    width = "day"

    def __init__(self, *, earliest: date = date(1900, 1, 1), latest: date = date(2100, 1, 1), **kwargs: Any):
        kwargs.setdefault("help_text", "Ngày/tháng/năm, ví dụ 05/12/2017")
        kwargs.setdefault("widget", forms.DateInput(format="%d/%m/%Y", attrs=dict(NUMERIC)))
        super().__init__(input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"], **kwargs)
        self.validators += [
            MinValueValidator(earliest, f"Ngày không thể trước {earliest:%d/%m/%Y}."),
            MaxValueValidator(latest, f"Ngày không thể sau {latest:%d/%m/%Y}."),
        ]


class Hour(forms.TimeField):
    """A time of day, typed as 19:30 or 19 giờ 30."""

    width = "number"

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("help_text", "Giờ:phút, ví dụ 19:30")
        kwargs.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off"}))
        super().__init__(input_formats=["%H:%M"], **kwargs)

    def to_python(self, value: Any) -> Any:
        """The time of day."""
        if isinstance(value, str):
            value = value.strip().casefold().removesuffix("phút").strip()
            value = re.sub(r"\s*(?:giờ|g|h|:)\s*", ":", value)
            value = f"{value}00" if value.endswith(":") else value
        return super().to_python(value)


class Choice(forms.ChoiceField):
    """One of a few answers, all in view."""

    width = "text"
    widget = forms.RadioSelect


class Pick(forms.ChoiceField):
    """One of many answers, from a list; the first line asks for it."""

    width = "text"

    def __init__(self, *, choices: Any = (), empty: str = "Chọn trong danh sách", **kwargs: Any):
        super().__init__(choices=[("", empty), *choices], **kwargs)


class Several(forms.MultipleChoiceField):
    """Any number of a few answers, all in view."""

    width = "text"
    widget = forms.CheckboxSelectMultiple


class Tick(forms.BooleanField):
    """One box to tick."""

    width = "text"


class Upload(forms.FileField):
    """One file; `accept` lists the endings it may have, such as .xlsx."""

    width = "text"

    def __init__(self, *, accept: str = "", most_bytes: int = 10 * 1024 * 1024, **kwargs: Any):
        self.endings = tuple(ending.strip() for ending in accept.split(",") if ending.strip())
        self.most_bytes = most_bytes
        super().__init__(max_length=ONE_LINE, **kwargs)
        if accept:
            self.widget.attrs["accept"] = accept

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, when its size and the end of its name are right."""
        kept = super().clean(data, initial)
        if kept and kept is not initial:
            if self.endings and not kept.name.lower().endswith(self.endings):
                raise ValidationError(f"Tệp phải có đuôi {', '.join(self.endings)}.", code="ending")
            if kept.size > self.most_bytes:
                raise ValidationError(f"Tệp lớn hơn {self.most_bytes // 1024 // 1024} MB.", code="too_big")
        return kept

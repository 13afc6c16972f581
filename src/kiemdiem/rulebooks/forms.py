"""What the pages of rulebooks ask."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import HiddenInput

from kiemdiem.core.law.sections.questions import Interpretation
from kiemdiem.web import fields
from kiemdiem.web.forms import Form


class ChooseReadingForm(Form):
    """One reading of one question."""

    reading = fields.Choice(label="Cách hiểu")
    reason = fields.LongText(label="Lý do chọn", rows=3, max_length=500, required=False)

    def __init__(self, *args: Any, question: Interpretation, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["reading"].choices = [
            (reading.key, f"{reading.text}{' (mặc định)' if reading.default else ''}") for reading in question.readings
        ]


class FillGapForm(Form):
    """The content of a gap, as JSON of the shape the rulebook asks for."""

    content = fields.LongText(label="Nội dung bổ sung", rows=12, help_text="Nhập theo cấu trúc nêu ở trên (JSON).")
    reason = fields.Text(label="Căn cứ: số, ngày, cơ quan ban hành", max_length=500)

    def clean_content(self) -> Any:
        """The content as the program reads it."""
        try:
            return json.loads(self.cleaned_data["content"], parse_float=lambda _: _no_fraction())
        except (ValueError, RecursionError):
            raise ValidationError(
                "Nội dung chưa đúng cấu trúc JSON. Kiểm tra dấu ngoặc, dấu phẩy và số nguyên."
            ) from None


def _no_fraction() -> Any:
    raise ValueError("whole numbers only")


class SignReadingsForm(Form):
    """Who signed the readings as they stand; `sha` is what was shown."""

    sha = fields.Text(label="Bản trình ký", max_length=64, widget=HiddenInput)
    signer = fields.Text(label="Người ký (họ tên, chức vụ)")
    document = fields.Text(label="Văn bản (số, ngày)", required=False)
    signed_on = fields.Day(label="Ngày ký")

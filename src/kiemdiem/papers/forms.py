"""What the pages of the counter ask."""

from collections.abc import Iterable
from typing import Any

from kiemdiem.core.law.sections.proceedings import DossierList
from kiemdiem.cycles.models import SeasonUnit
from kiemdiem.papers.queries import OwedPaper
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm


def name_of(owed: OwedPaper) -> str:
    """The name of the box of one owed paper; it stays the same while others come in."""
    return f"got_{owed.form_key}_{owed.person.pk if owed.person else 0}"


class ReceiveForm(Form):
    """Who brought papers on which day, and which of those still owed they are."""

    handed_by = fields.Text(label="Người nộp", max_length=160)
    received_on = fields.Day(label="Ngày nhận")
    remark = fields.Text(label="Ghi chú", required=False, max_length=300)

    def __init__(self, *args: Any, owed: Iterable[OwedPaper], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.owed = {name_of(each): each for each in owed}
        for name, each in self.owed.items():
            self.fields[name] = fields.Tick(label=each.title, required=False)

    def ticked(self) -> list[OwedPaper]:
        """The papers ticked."""
        return [each for name, each in self.owed.items() if self.cleaned_data[name]]


class ReturnForm(VersionedForm):
    """A paper to be given back."""

    on = fields.Day(label="Ngày trả lại")
    why = fields.LongText(label="Lý do, cần bổ sung gì", rows=2, max_length=300)


class ReceiptForm(Form):
    """A receipt to be printed."""

    giver = fields.Text(label="Người nộp ghi trên giấy biên nhận", max_length=160)


class SubmitForm(Form):
    """A dossier handed in as a whole."""

    dossier = fields.Pick(label="Hồ sơ")
    submitted_on = fields.Day(label="Ngày nộp")
    to_key = fields.Pick(label="Nơi nhận")
    via_key = fields.Pick(label="Qua đơn vị", required=False)

    def __init__(self, *args: Any, dossiers: Iterable[DossierList], units: Iterable[SeasonUnit], **kwargs: Any):
        super().__init__(*args, **kwargs)
        named = [(each.unit.key, each.name) for each in units]
        self.fields["dossier"].choices = [(each.key, each.title) for each in dossiers]
        self.fields["to_key"].choices = named
        self.fields["via_key"].choices = [("", "Nộp thẳng"), *named]


class VoidForm(VersionedForm):
    """A paper to be voided."""

    why = fields.LongText(label="Lý do hủy", rows=2, max_length=300)


class SendForm(VersionedForm):
    """A report recorded as sent to the committee above."""

    sent_on = fields.Day(label="Ngày gửi")
    document = fields.Text(label="Số, ký hiệu báo cáo", max_length=120)
    how = fields.Text(label="Cách gửi, người nhận", required=False, max_length=160)

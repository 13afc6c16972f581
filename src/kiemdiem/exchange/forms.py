"""What the import pages ask."""

from collections.abc import Iterable
from typing import Any

from django.forms import HiddenInput

from kiemdiem.exchange.draft import Question
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm

NEW = ("new", "Người khác, chưa có hồ sơ")


class HandInForm(Form):
    """The file and the rulebook whose grades it names."""

    file = fields.Upload(label="Tệp Excel (.xlsx)", accept=".xlsx")
    rulebook_code = fields.Pick(
        label="Tên mức xếp loại theo quy định", required=False, empty="Tệp không có trang Xếp loại CBCCVC"
    )

    def __init__(self, *args: Any, rulebooks: Iterable[tuple[str, str]] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["rulebook_code"].choices = [*self.fields["rulebook_code"].choices, *rulebooks]


class ConfirmForm(VersionedForm):
    """That what was shown is to be taken over."""

    seen = fields.Text(label="Bản đã xem", max_length=64, widget=HiddenInput)


class AnswerForm(VersionedForm):
    """For each line in question, who it is: one of those already known, or somebody else."""

    def __init__(self, *args: Any, questions: Iterable[Question], **kwargs: Any):
        super().__init__(*args, **kwargs)
        for question in questions:
            born = f", sinh {question.birth_on:%d/%m/%Y}" if question.birth_on else ""
            self.fields[f"who-{question.code}"] = fields.Choice(
                label=f"Hàng {question.row}: {question.full_name}{born} là ai?",
                choices=[*((each.key, told(each)) for each in question.candidates), NEW],
            )


def told(candidate: Any) -> str:
    """Somebody to choose, in words."""
    born = f"sinh {candidate.birth_on:%d/%m/%Y}" if candidate.birth_on else "chưa ghi ngày sinh"
    return ", ".join(part for part in (candidate.full_name, born, candidate.place) if part)

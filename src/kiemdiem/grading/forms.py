"""What the pages of results ask."""

from collections.abc import Iterable
from typing import Any

from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm


class JudgeForm(Form):
    """That the rules are asked again, and why."""

    why = fields.Text(label="Lý do xét", max_length=300, help_text="Ví dụ: kết quả cuộc họp chi bộ")


class DecideForm(Form):
    """What the body took for each subject: a grade of the scale, and the reason where it departs."""

    decided_on = fields.Day(label="Ngày quyết định")
    document = fields.Text(label="Số, ký hiệu văn bản", max_length=200)

    def __init__(self, *args: Any, subjects: Iterable[tuple[SeasonSubject, str, list[tuple[str, str]]]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.lines = []
        for subject, said, levels in subjects:
            grade, reason = f"grade_{subject.pk}", f"reason_{subject.pk}"
            self.fields[grade] = fields.Pick(label=f"{subject.name} – mức", choices=levels, required=False)
            self.fields[reason] = fields.Text(label=f"{subject.name} – lý do nếu khác", required=False, max_length=1000)
            self.lines.append((subject, said, grade, reason))

    def rows(self) -> list[tuple[SeasonSubject, str, Any, Any]]:
        """The lines as they are printed: subject, what was proposed, and the two boxes."""
        return [(subject, said, self[grade], self[reason]) for subject, said, grade, reason in self.lines]

    def chosen(self) -> list[tuple[SeasonSubject, str, str]]:
        """The subjects for which a grade was picked, with it and the reason."""
        picked = [(s, self.cleaned_data[g], self.cleaned_data[r]) for s, _, g, r in self.lines]
        return [line for line in picked if line[1]]


class ReturnForm(Form):
    """Questions sent back with a result."""

    returned_on = fields.Day(label="Ngày trả lại")
    questions = fields.LongText(label="Nội dung cần làm rõ", rows=4, max_length=4000)


class AnswerForm(VersionedForm):
    """The answer to a returned line."""

    answered_on = fields.Day(label="Ngày trả lời")
    answer = fields.LongText(label="Trả lời", rows=4, max_length=4000)

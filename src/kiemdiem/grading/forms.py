"""What the pages of results ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import HiddenInput

from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.files.commands import MAX_BYTES
from kiemdiem.files.models import StoredFile
from kiemdiem.reviews.forms import SCANS
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm

MOST = 2_000_000_000


class JudgeForm(Form):
    """That the rules are asked again, and why; `example`: such a reason on that page."""

    why = fields.Text(label="Lý do xét", max_length=300)

    def __init__(self, *args: Any, example: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["why"].help_text = f"Ví dụ: {example[0].lower()}{example[1:]}"
        self.fields["why"].initial = example


@dataclass(frozen=True)
class Line:
    """One subject on a list of grades: what stands for it now, what may be chosen, the version that was shown."""

    subject: SeasonSubject
    said: str
    levels: Sequence[tuple[str, str]]
    version: int


class GradesForm(Form):
    """A list of subjects: for each a grade of its scale, and the reason where it departs."""

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            name, key = line.subject.name, line.subject.pk
            self.fields[f"grade_{key}"] = fields.Pick(
                label=f"{name} – mức", choices=line.levels, required=False, empty="Để sau"
            )
            self.fields[f"reason_{key}"] = fields.Text(
                label=f"{name} – lý do nếu khác", required=False, max_length=1000
            )
            self.fields[f"seen_{key}"] = fields.Whole(
                label="Bản đã xem", widget=HiddenInput, max_value=MOST, initial=line.version
            )

    def rows(self) -> list[tuple[Line, Any, Any, Any]]:
        """The lines as they are printed: what stands, and the boxes."""
        return [
            (line, *(self[f"{part}_{line.subject.pk}"] for part in ("grade", "reason", "seen"))) for line in self.lines
        ]

    def picked(self) -> list[tuple[Line, str, str, int]]:
        """The lines for which a grade was picked, with it, the reason and the version seen."""
        found = []
        for line in self.lines:
            grade, reason, seen = (self.cleaned_data[f"{p}_{line.subject.pk}"] for p in ("grade", "reason", "seen"))
            if grade:
                found.append((line, grade, reason, seen))
        return found


class DecideForm(GradesForm):
    """What the body took for each subject, on which day, in which document."""

    decided_on = fields.Day(label="Ngày quyết định")
    document = fields.Text(label="Số, ký hiệu văn bản", max_length=200)


class ProposeForm(GradesForm):
    """What a body puts forward for each subject, and on which day."""

    body = fields.Pick(label="Nơi đề nghị")
    proposed_on = fields.Day(label="Ngày đề nghị")

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", "Chọn trong danh sách"), *bodies]


class GradeForm(VersionedForm):
    """One grade of one subject, by a document."""

    grade = fields.Choice(label="Mức được quyết định")
    decided_on = fields.Day(label="Ngày quyết định")
    document = fields.Text(label="Số, ký hiệu văn bản", max_length=200)

    def __init__(self, *args: Any, levels: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["grade"].choices = list(levels)


class ProposeOwnForm(VersionedForm):
    """The grade a body puts forward for the party body, on what ground, on which day."""

    grade = fields.Choice(label="Mức dự kiến")
    proposed_on = fields.Day(label="Ngày họp dự kiến")
    reason = fields.LongText(
        label="Căn cứ dự kiến", rows=3, max_length=1000, help_text="Kết quả kiểm điểm của tập thể, kết quả các chi bộ."
    )

    def __init__(self, *args: Any, levels: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["grade"].choices = list(levels)


class ClassifyForm(GradeForm):
    """The grade the party body gives itself, and why where it is not that of its points."""

    reason = fields.LongText(label="Lý do nếu khác mức theo điểm", rows=3, max_length=1000, required=False)


class RegradeForm(GradeForm):
    """A grade in place of the one decided, and why."""

    reason = fields.LongText(
        label="Lý do xếp loại lại",
        rows=4,
        max_length=1000,
        help_text="Khuyết điểm phát hiện sau khi xếp loại, hoặc nội dung khiếu nại đã xem xét, kết luận.",
    )


class ScanForm(Form):
    """The scan of a document; `scan_kept` is the scan once it came in."""

    scan = fields.Upload(
        label="Bản quét văn bản", accept=SCANS, most_bytes=MAX_BYTES, required=False, help_text="Tệp PDF, JPG hoặc PNG."
    )
    scan_kept = fields.Text(label="Bản quét đã nhận", max_length=64, required=False, widget=HiddenInput)

    def keep(self, stored: StoredFile) -> None:
        """Carries the scan that came in along with the other answers."""
        self.data["scan_kept"] = self.cleaned_data["scan_kept"] = stored.sha256
        self["scan"].help_text = f"Đã nhận tệp “{stored.name}”. Chỉ chọn lại khi muốn thay."


class AboveForm(GradeForm, ScanForm):
    """A decision of a higher body from its document."""

    body = fields.Pick(label="Cấp trên đã quyết định")
    reason = fields.LongText(label="Lý do ghi trong văn bản", rows=3, max_length=1000, required=False)

    field_order = ("body", "decided_on", "document", "grade", "reason", "scan")

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", "Chọn trong danh sách"), *bodies]


class ReturnForm(VersionedForm):
    """Questions sent back with a result."""

    returned_on = fields.Day(label="Ngày trả lại")
    questions = fields.LongText(label="Nội dung cần làm rõ", rows=4, max_length=4000)


class AnswerForm(VersionedForm):
    """The answer to a returned line."""

    answered_on = fields.Day(label="Ngày trả lời")
    answer = fields.LongText(label="Trả lời", rows=4, max_length=4000)


class ReadingForm(VersionedForm, ScanForm):
    """The act by which a reading changes: whose, by which document, and why."""

    body = fields.Text(label="Cơ quan quyết định")
    document = fields.Text(label="Văn bản (số, ngày)")
    reason = fields.LongText(label="Lý do", rows=3, max_length=250)

    field_order = ("body", "document", "reason", "scan")


class UnitsForm(VersionedForm):
    """Organisations chosen from a list."""

    units = fields.Several(label="Chi bộ")

    def __init__(self, *args: Any, units: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["units"].choices = list(units)


class ProposePraiseForm(UnitsForm):
    """The organisations put forward for praise, by which body, when and why."""

    body = fields.Pick(label="Nơi đề nghị")
    proposed_on = fields.Day(label="Ngày đề nghị")
    reason = fields.LongText(label="Thành tích tiêu biểu", rows=3, max_length=1000, required=False)

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", "Chọn trong danh sách"), *bodies]


class PraiseForm(UnitsForm):
    """The organisations chosen for praise, on which day, in which document."""

    chosen_on = fields.Day(label="Ngày quyết định")
    document = fields.Text(label="Số, ký hiệu văn bản", max_length=200)

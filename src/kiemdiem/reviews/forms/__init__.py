"""What the pages of reviews ask."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import HiddenInput, IntegerField

from kiemdiem.files.commands import MAX_BYTES
from kiemdiem.org.models import Person
from kiemdiem.reviews.commands import FromPaper, Scan
from kiemdiem.reviews.models import Delivery, OrderMark
from kiemdiem.reviews.queries import SectionAsked
from kiemdiem.web import fields
from kiemdiem.web.forms import STALE_PAGE, Form, VersionedForm
from kiemdiem.web.shapes import Difference

NOTHING_WRITTEN = "Chưa lưu: chưa có nội dung nào. Hãy viết ít nhất một phần rồi lưu lại."
ROW_FIELDS = ("person", "sign", "cause", "solution", "due_on")
ROWS_HELP = (
    "Mỗi dòng một người, năm phần cách nhau bằng dấu chấm phẩy: họ tên; biểu hiện; nguyên nhân; giải pháp; thời hạn. "
    "Nếu không có, ghi: Không có."
)
Choices = Iterable[tuple[str, str]]
SCANS = ".pdf,.jpg,.jpeg,.png"


class SourceForm(Form):
    """From which signed paper something is keyed, and its scan; both stand last, and are left empty by an author."""

    paper = fields.Text(
        label="Nhập thay, theo bản giấy nào",
        required=False,
        help_text="Bắt buộc khi ghi việc của một ngày đã qua. Ví dụ: bản viết tay, ký ngày 24/11/2017.",
        max_length=300,
    )
    scan = fields.Upload(
        label="Bản chụp của bản giấy", accept=SCANS, most_bytes=MAX_BYTES, required=False,
        help_text="Tệp PDF, JPG hoặc PNG.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in ("paper", "scan")])

    def source(self) -> FromPaper | None:
        """The paper told, with its scan; nothing when neither was given."""
        paper, upload = self.cleaned_data["paper"], self.cleaned_data["scan"]
        scan = Scan(upload.name, upload) if upload else None
        whole = bool(self.cleaned_data.get("is_whole"))
        return FromPaper(paper, is_whole=whole, scan=scan) if paper or scan else None


class RowsField(fields.LongText):
    """One line for each person named, or the word that there is nobody."""

    def clean(self, value: Any) -> Any:
        """The lines as rows, or the text itself when it names nobody."""
        text = super().clean(value)
        if ";" not in text:
            return text
        return [self.row(line) for line in text.splitlines() if line.strip()]

    def row(self, line: str) -> dict[str, str]:
        """One line as a row.

        Raises: ValidationError when it has not five parts.
        """
        parts = [part.strip() for part in line.split(";")]
        if len(parts) != len(ROW_FIELDS):
            raise ValidationError(
                f"Dòng “{line[:60]}” có {len(parts)} phần, cần đủ 5 phần cách nhau bằng dấu chấm phẩy."
            )
        return dict(zip(ROW_FIELDS, parts, strict=True))


def shown_rows(value: object) -> str:
    """Rows as the lines they were typed as; a text stays one."""
    if isinstance(value, list):
        return "\n".join("; ".join(str(row.get(name, "")) for name in ROW_FIELDS) for row in value)
    return str(value or "")


class SectionsForm(Form):
    """One large box for each section of a paper; none is required while it is being written.

    `version`: of the row, when it was begun already.
    """

    version = IntegerField(widget=HiddenInput, required=False, min_value=1, max_value=2_000_000_000)

    def __init__(
        self,
        *args: Any,
        asked: Iterable[SectionAsked],
        kept: Mapping[str, object],
        seen: int | None = None,
        **kwargs: Any,
    ):
        self.asked, self.seen = list(asked), seen
        self.beside: list[Difference] = []
        initial = {name_of(each): shown_rows(kept.get(each.key)) for each in self.asked} | {"version": seen}
        super().__init__(*args, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        part = ""
        for each in self.asked:
            self.fields[name_of(each)] = box(each, heads=each.part != part)
            part = each.part

    def clean(self) -> dict[str, Any]:
        """The answers, unless the row was begun meanwhile or the page lost its version."""
        if self.seen is not None and not self.cleaned_data.get("version"):
            self.add_error(None, STALE_PAGE)
        return self.cleaned_data

    def sections(self, answers: Mapping[str, Any]) -> dict[str, object]:
        """The texts by section, without those that could not be read."""
        return {each.key: answers[name_of(each)] for each in self.asked if name_of(each) in answers}

    def set_beside(self, kept: Mapping[str, object], *, version: int) -> None:
        """Keeps what was typed and names where the text that was saved meanwhile differs; the next sending goes on it.

        Nothing when the page was sent with the newest version.
        """
        if self.data.get("version") == str(version):
            return
        pairs = [(each, shown_rows(kept.get(each.key)), self.data.get(name_of(each), "")) for each in self.asked]
        self.beside = [
            Difference(each.title, mine, theirs)
            for each, theirs, mine in pairs
            if mine.replace("\r\n", "\n").strip() != theirs.strip()
        ]
        self.data = self.data.copy()
        self.data["version"] = str(version)


class DraftForm(SectionsForm):
    """The sections of a paper being written; it is not begun with nothing in it."""

    def clean(self) -> dict[str, Any]:
        """The answers, with at least one text and no version when the paper is not there yet."""
        answers = super().clean()
        if self.seen is None and not self.errors:
            if answers.get("version"):
                self.add_error(None, STALE_PAGE)
            elif not any(self.sections(answers).values()):
                self.add_error(None, NOTHING_WRITTEN)
        return answers


def name_of(asked: SectionAsked) -> str:
    """The name of a section's box."""
    return f"s-{asked.key.replace('.', '-')}"


def box(asked: SectionAsked, *, heads: bool) -> fields.LongText:
    """The box of one section; the first of a part names the part."""
    label = f"{asked.part} — {asked.title}" if asked.part and heads else asked.title
    if asked.answer == "rows":
        return RowsField(label=label, rows=5, required=False, help_text=ROWS_HELP)
    return fields.LongText(label=label, rows=5, required=False, help_text="; ".join(asked.prompts))


class RevisionForm(SectionsForm, SourceForm):
    """The sections with the reason for the new version."""

    reason = fields.Text(label="Lý do, nội dung bổ sung", max_length=300)
    happened_on = fields.Day(label="Ngày hoàn thiện")


class ReportRevisionForm(RevisionForm):
    """A report's new version, and whether it is the last."""

    final = fields.Tick(label="Bản cuối, sau khi đã kiểm điểm các cá nhân", required=False)


class KeyReportForm(SectionsForm, SourceForm):
    """A report received on paper, section by section."""

    finished_on = fields.Day(label="Ngày báo cáo được ký")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["paper"].required = True


class KeySelfReviewForm(SourceForm):
    """A self-review received on paper."""

    submitted_on = fields.Day(label="Ngày nộp")
    is_whole = fields.Tick(label="Bản giấy có đủ các phần và được lưu ở văn phòng", required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["paper"].required = True


class SubmitForm(VersionedForm):
    """A self-review handed in now."""


class ConfirmForm(VersionedForm, SourceForm):
    """A self-review confirmed by the cell, now or as its paper tells."""

    confirmer = fields.Text(label="Người ký xác nhận (họ tên, chức vụ)")
    confirmed_on = fields.Day(label="Ngày xác nhận")


class DeliverForm(VersionedForm, SourceForm):
    """To whom a report was sent."""

    people = fields.Several(label="Đã gửi cho")
    sent_on = fields.Day(label="Ngày gửi")
    meeting_on = fields.Day(label="Ngày họp kiểm điểm")
    proof = fields.Choice(label="Căn cứ đã gửi", choices=Delivery.Proof.choices)
    proof_text = fields.Text(label="Ghi chú về căn cứ", max_length=300, required=False)
    waiver_reason = fields.Text(
        label="Lý do bỏ thời hạn gửi trước (nếu cách hiểu cho phép)", max_length=300, required=False
    )

    def __init__(self, *args: Any, people: Iterable[Person] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(person.key, person.full_name) for person in people]


class AskCommentForm(Form):
    """A comment asked for."""

    asked_of = fields.Text(label="Gửi lấy ý kiến nơi nào")
    asked_on = fields.Day(label="Ngày gửi phiếu")


class ReceiveCommentForm(VersionedForm, SourceForm):
    """A comment that came back."""

    text = fields.LongText(label="Nội dung nhận xét", rows=6, required=False)
    signer = fields.Text(label="Người ký nhận xét (họ tên, chức vụ)")
    received_on = fields.Day(label="Ngày nhận")
    is_whole = fields.Tick(label="Bản giấy được lưu ở văn phòng", required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["paper"].required = True


class CorrectCommentForm(ReceiveCommentForm):
    """A comment keyed once more."""

    reason = fields.Text(label="Lý do đính chính", max_length=300)


class OpinionForm(SourceForm):
    """The opinion of one organisation about a body."""

    from_key = fields.Pick(label="Tổ chức góp ý")
    text = fields.LongText(label="Nội dung góp ý", rows=8)
    received_on = fields.Day(label="Ngày nhận")
    reason = fields.Text(label="Lý do thay bản trước (nếu có)", max_length=300, required=False)

    def __init__(self, *args: Any, units: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["from_key"].choices = [("", "Chọn trong danh sách"), *units]


class LeaderPaperForm(SourceForm):
    """One paper about a leader."""

    text = fields.LongText(label="Nội dung", rows=14)
    written_on = fields.Day(label="Ngày viết")
    reason = fields.Text(label="Lý do thay bản trước (nếu có)", max_length=300, required=False)


class AnswerMarkForm(VersionedForm):
    """What a body answered about something out of order."""

    answer = fields.Choice(
        label="Trả lời",
        choices=[(word.value, word.label) for word in OrderMark.Answer if word != OrderMark.Answer.OPEN],
    )
    answered_on = fields.Day(label="Ngày trả lời")
    document = fields.Text(label="Số, ký hiệu văn bản")

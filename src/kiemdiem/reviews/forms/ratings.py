"""What the pages on points to review and on ratings ask."""

from typing import Any

from kiemdiem.reviews.forms import Choices, SourceForm
from kiemdiem.reviews.queries import CriterionRated
from kiemdiem.web import fields
from kiemdiem.web.forms import VersionedForm, say_in_vietnamese


class SuggestionForm(SourceForm):
    """Points to review, by whom, to whom, and who is sent to attend."""

    subject = fields.Pick(label="Gợi ý đối với")
    from_key = fields.Pick(label="Nơi gợi ý")
    text = fields.LongText(label="Nội dung gợi ý kiểm điểm", rows=6)
    given_on = fields.Day(label="Ngày gợi ý")
    group = fields.Several(label="Đoàn công tác dự, chỉ đạo kiểm điểm", required=False)
    reason = fields.Text(label="Lý do thay bản trước (nếu có)", max_length=300, required=False)

    def __init__(self, *args: Any, subjects: Choices, bodies: Choices, people: Choices, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["subject"].choices = [("", "Chọn trong danh sách"), *subjects]
        self.fields["from_key"].choices = [("", "Chọn trong danh sách"), *bodies]
        self.fields["group"].choices = list(people)


class AskRatingsForm(SourceForm):
    """Ratings to be asked of the parties beside a subject."""

    subject = fields.Pick(label="Đánh giá về")
    from_key = fields.Pick(label="Nơi gửi lấy ý kiến")
    parties = fields.Several(label="Lấy ý kiến của")
    asked_on = fields.Day(label="Ngày gửi")

    def __init__(self, *args: Any, subjects: Choices, bodies: Choices, **kwargs: Any):
        super().__init__(*args, **kwargs)
        units = list(bodies)
        self.fields["subject"].choices = [("", "Chọn trong danh sách"), *subjects]
        self.fields["from_key"].choices = [("", "Chọn trong danh sách"), *units]
        self.fields["parties"].choices = units


class RatingForm(VersionedForm, SourceForm):
    """The sheet of one party: a level for each criterion, the grade it gave, its words."""

    received_on = fields.Day(label="Ngày nhận")
    sent_to = fields.Pick(label="Gửi về")
    grade = fields.Pick(label="Mức xếp loại bên đánh giá đề nghị", required=False, empty="Không ghi")
    text = fields.LongText(label="Nhận xét (nếu có)", rows=4, required=False)
    reason = fields.Text(label="Lý do thay phiếu đã nhận (nếu có)", max_length=300, required=False)

    def __init__(
        self, *args: Any, criteria: tuple[CriterionRated, ...], grades: Choices, bodies: Choices, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        self.fields["sent_to"].choices = [("", "Chọn trong danh sách"), *bodies]
        self.fields["grade"].choices = [("", "Không ghi"), *grades]
        for each in criteria:
            self.fields[f"level_{each.key}"] = fields.Pick(label=each.text, choices=each.levels)
            say_in_vietnamese(self.fields[f"level_{each.key}"])
        names = [f"level_{each.key}" for each in criteria]
        self.order_fields(["received_on", "sent_to", *names, "grade", "text", "reason", "paper", "scan", "version"])

    def levels(self) -> dict[str, str]:
        """The level given to each criterion, by its fact."""
        return {each.key: self.cleaned_data[f"level_{each.key}"] for each in self.criteria}

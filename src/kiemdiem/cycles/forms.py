"""What the pages of a season ask."""

from collections.abc import Iterable
from typing import Any

from django.forms import HiddenInput

from kiemdiem.cycles.models import RegisterChange
from kiemdiem.notices.models import Notice
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm

Choices = Iterable[tuple[str, str]]


class NewSeasonForm(Form):
    """A season to be drafted for one committee."""

    unit_key = fields.Pick(label="Đảng bộ, chi bộ tổ chức đợt kiểm điểm")
    rulebook_code = fields.Pick(label="Bộ quy tắc áp dụng")
    title = fields.Text(label="Tên đợt", required=False, help_text="Để trống thì lấy theo bộ quy tắc.")
    is_rehearsal = fields.Tick(label="Đây là đợt tập dượt, dùng ngày giả định", required=False)
    as_of = fields.Day(label="Ngày giả định", required=False)
    joined_late_on = fields.Day(label="Bắt đầu dùng phần mềm từ ngày (nếu đợt đã làm dở trên giấy)", required=False)

    def __init__(self, *args: Any, units: Choices = (), books: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["unit_key"].choices = [("", "Chọn trong danh sách"), *units]
        self.fields["rulebook_code"].choices = [("", "Chọn trong danh sách"), *books]

    def clean(self) -> dict[str, Any]:
        """The answers; a rehearsal has its assumed day."""
        answers = self.cleaned_data
        if answers.get("is_rehearsal") and not answers.get("as_of") and "as_of" not in self.errors:
            self.add_error("as_of", "Đợt tập dượt phải có ngày giả định.")
        return answers


class PassPlanForm(VersionedForm):
    """How the plan was passed."""

    step = fields.Pick(label="Hội nghị trong kế hoạch", required=False, empty="Không nằm trong kế hoạch")
    meeting = fields.Text(label="Cuộc họp thông qua")
    passed_on = fields.Day(label="Ngày thông qua")
    number = fields.Text(label="Số kế hoạch", max_length=60, required=False)
    signer = fields.Text(label="Người ký (họ tên, chức vụ)")

    def __init__(self, *args: Any, steps: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [("", "Không nằm trong kế hoạch"), *steps]


class OpenSeasonForm(VersionedForm):
    """The day of the register and the word that everything was looked over."""

    register_on = fields.Day(label="Lấy danh sách đảng viên theo ngày")
    looked_over = fields.Tick(label="Tôi đã xem lại các nội dung trên; đồng ý giữ cố định bộ quy tắc và danh sách")


class MoveDayForm(VersionedForm):
    """Another assumed day."""

    to = fields.Day(label="Ngày giả định mới")


class CloseSeasonForm(VersionedForm):
    """The word that the season ends."""

    looked_over = fields.Tick(label="Tôi đã xem bảng đối chiếu và khép đợt kiểm điểm")


class StepDaysForm(VersionedForm):
    """The days of a step."""

    from_on = fields.Day(label="Từ ngày")
    last_on = fields.Day(label="Đến hết ngày")


class AmendStepForm(StepDaysForm):
    """The new days of a step of a passed plan."""

    reason = fields.LongText(label="Lý do điều chỉnh", rows=3, max_length=500)
    document = fields.Text(label="Văn bản điều chỉnh (số, ngày)", required=False)


class FinishStepForm(VersionedForm):
    """A step done."""

    done_on = fields.Day(label="Ngày thực hiện")
    note = fields.Text(label="Ghi chú", max_length=300, required=False)
    paper = fields.Text(
        label="Theo bản giấy nào",
        required=False,
        help_text="Bắt buộc khi ghi việc gửi báo cáo của một ngày đã qua. Ví dụ: công văn số 12-CV/ĐU ngày 04/12/2017.",
        max_length=300,
    )


class ReopenStepForm(VersionedForm):
    """A step not done after all."""

    why = fields.Text(label="Lý do bỏ đánh dấu", max_length=300)


class SupervisorForm(Form):
    """Who follows one unit."""

    unit_key = fields.Pick(label="Chi bộ")
    person_key = fields.Pick(label="Người phụ trách")
    line = fields.Whole(label="Số thứ tự trong bảng phân công", min_value=1, max_value=999)
    why = fields.Text(label="Lý do (khi thay người)", max_length=300, required=False)

    def __init__(self, *args: Any, units: Choices = (), people: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["unit_key"].choices = [("", "Chọn trong danh sách"), *units]
        self.fields["person_key"].choices = [("", "Chọn trong danh sách"), *people]


class ChangeForm(Form):
    """A change of the register: what, of whom, when. Sent without a way out it shows what it touches."""

    kind = fields.Pick(label="Thay đổi", choices=RegisterChange.Kind.choices)
    person_key = fields.Pick(label="Đảng viên", required=False, empty="Không phải thay đổi của một người")
    unit_key = fields.Pick(label="Chi bộ", required=False, empty="Không chọn")
    to_unit_key = fields.Pick(
        label="Chuyển đến, sáp nhập vào hoặc chi bộ mới được tách ra", required=False, empty="Không chọn"
    )
    happened_on = fields.Day(label="Ngày thay đổi")
    way = fields.Choice(label="Cách xử lý", required=False)
    reason = fields.LongText(label="Lý do", rows=2, max_length=300, required=False)
    document = fields.Text(label="Văn bản (số, ngày)", required=False)

    def __init__(self, *args: Any, people: Choices = (), units: Choices = (), ways: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["person_key"].choices = [("", "Không phải thay đổi của một người"), *people]
        for name in ("unit_key", "to_unit_key"):
            self.fields[name].choices = [("", "Không chọn"), *units]
        self.fields["way"].choices = list(ways)
        if not list(ways):
            self.fields["way"].widget = HiddenInput()

    def clean(self) -> dict[str, Any]:
        """The answers; a merger or division names two cells, every other change a person."""
        answers = self.cleaned_data
        if answers.get("kind") in (RegisterChange.Kind.CELL_MERGED, RegisterChange.Kind.CELL_SPLIT):
            if not (answers.get("unit_key") and answers.get("to_unit_key")):
                self.add_error("to_unit_key", "Chọn chi bộ được sáp nhập, chia tách và chi bộ nhận, chi bộ mới.")
            answers["person_key"] = ""
        elif answers.get("kind") and not answers.get("person_key"):
            self.add_error("person_key", "Chọn đảng viên có thay đổi.")
        return answers


class GiveNoticesForm(Form):
    """Several notices given on one day with one proof."""

    notices = fields.Several(label="Đã thông báo cho")
    given_on = fields.Day(label="Ngày thông báo")
    proof = fields.Choice(label="Căn cứ đã thông báo", choices=Notice.Proof.choices)
    proof_text = fields.Text(label="Ghi chú về căn cứ", max_length=300, required=False)

    def __init__(self, *args: Any, notices: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["notices"].choices = list(notices)

"""What the pages of meetings ask. Forms know the shape of an answer; whether it may be, the commands say."""

from collections.abc import Callable, Iterable
from typing import Any

from kiemdiem.meetings.models import AgendaPoint, Attendance, MinutesEntry
from kiemdiem.org.models import Person
from kiemdiem.reviews.forms import SourceForm
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm

NEW = [
    (kind.value, kind.label)
    for kind in MinutesEntry.Kind
    if kind not in (MinutesEntry.Kind.CONCLUSION, MinutesEntry.Kind.RESPONSE)
]


def person_choices(people: Iterable[Person]) -> list[tuple[str, str]]:
    """People to pick from; the birth year stands beside names that are the same."""
    listed = list(people)
    names = [person.full_name for person in listed]
    return [
        (person.key, f"{person.full_name} ({person.birth_on.year})")
        if names.count(person.full_name) > 1 and person.birth_on
        else (person.key, person.full_name)
        for person in listed
    ]


class MeetingSourceForm(SourceForm):
    """From which signed paper a meeting is keyed that already took place."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields[
            "paper"
        ].help_text = "Bắt buộc khi cuộc họp đã diễn ra trước hôm nay. Ví dụ: biên bản họp chi bộ, ký ngày 04/12/2017."

    def carry_out(self, act: Callable[[dict[str, Any]], Any]) -> bool:
        """Whether the act was done; it is handed the paper with its scan as one answer."""
        return super().carry_out(
            lambda answers: act({**{k: v for k, v in answers.items() if k != "scan"}, "paper": self.source()})
        )


class PlanForm(MeetingSourceForm):
    """A meeting to be fixed."""

    unit = fields.Pick(label="Tổ chức họp")
    kind = fields.Pick(label="Loại họp", required=False, help_text="Để trống: họp kiểm điểm.")
    on = fields.Day(label="Ngày họp")
    place = fields.Text(label="Địa điểm", required=False)

    def __init__(self, *args: Any, units: list[tuple[str, str]], kinds: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "Chọn tổ chức"), *units]
        self.fields["kind"].choices = [("", "Họp kiểm điểm"), *kinds]


class MoveForm(VersionedForm):
    """A meeting to be moved, or put off without a day."""

    to_on = fields.Day(label="Ngày mới", required=False, help_text="Để trống nếu hoãn mà chưa có ngày mới.")
    reason = fields.LongText(label="Lý do", rows=2, max_length=500)


class BreakOffForm(VersionedForm):
    """A meeting to be broken off."""

    reason = fields.LongText(label="Lý do tạm dừng", rows=2, max_length=500)
    ended = fields.Hour(label="Giờ tạm dừng", required=False)


class ResumeForm(VersionedForm, MeetingSourceForm):
    """A broken-off meeting to go on."""

    resumed_on = fields.Day(label="Ngày họp tiếp")
    began = fields.Hour(label="Giờ họp tiếp", required=False)


class CloseForm(VersionedForm):
    """A meeting to be closed."""

    conclusion = fields.LongText(label="Kết luận của cuộc họp")
    carried_to = fields.Text(
        label="Người vắng, tạm giữ chuyển sang cuộc họp nào",
        required=False,
        max_length=300,
        help_text="Ví dụ: họp bổ sung dự kiến ngày 10/12/2017. Để trống nếu không có ai.",
    )
    ended = fields.Hour(label="Giờ kết thúc", required=False)


class SupplementForm(Form):
    """A supplementary meeting to be planned."""

    on = fields.Day(label="Ngày họp bổ sung")
    place = fields.Text(label="Địa điểm", required=False)


class GuestForm(VersionedForm):
    """A guest to be invited."""

    name = fields.Text(label="Họ và tên", max_length=120)
    organisation = fields.Text(label="Chức vụ, đơn vị", required=False)


class SignForm(Form):
    """A signature under the minutes to be recorded."""

    part = fields.Choice(label="Phần ký", choices=[("chair", "Chủ trì"), ("secretary", "Thư ký")])
    signed_on = fields.Day(label="Ngày ký")


class DrawForm(VersionedForm):
    """The roll to be drawn from the register of a day."""

    on = fields.Day(label="Lập danh sách theo ngày")


class OpenForm(VersionedForm, MeetingSourceForm):
    """A meeting to be opened."""

    held_on = fields.Day(label="Ngày họp")
    began = fields.Hour(label="Giờ khai mạc", required=False)
    place = fields.Text(label="Địa điểm", required=False)
    chair = fields.Pick(label="Chủ trì")
    chair_ground = fields.Text(
        label="Lý do chủ trì thay",
        required=False,
        max_length=300,
        help_text="Ghi khi người đứng đầu vắng; lý do vào biên bản.",
    )
    secretary = fields.Pick(label="Thư ký")

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in ("chair", "secretary"):
            self.fields[name].choices = [("", "Chọn người có mặt"), *person_choices(people)]


class RollForm(VersionedForm):
    """Everybody on the roll, present or away, with the reason of absence."""

    def __init__(self, *args: Any, roll: list[Attendance], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.roll = roll
        for each in roll:
            self.fields[f"here_{each.pk}"] = fields.Choice(
                label=each.printed_name,
                choices=[("1", "Có mặt"), ("0", "Vắng")],
                help_text=". ".join(filter(None, (each.get_capacity_display(), each.ground, each.organisation))),
            )
            self.fields[f"why_{each.pk}"] = fields.Text(label="Lý do vắng", required=False)

    def present(self) -> dict[int, bool]:
        """Who is in the room, by the key of the attendance."""
        return {each.pk: self.cleaned_data[f"here_{each.pk}"] == "1" for each in self.roll}

    def absences(self) -> dict[int, str]:
        """Why somebody is away, by the key of the attendance."""
        return {each.pk: self.cleaned_data[f"why_{each.pk}"] for each in self.roll}


class StepForm(VersionedForm):
    """The next step of a line to be done, with what the minutes say about it."""

    kind = fields.Pick(label="Loại nội dung ghi biên bản", choices=NEW, required=False)
    speaker = fields.Text(label="Người phát biểu", required=False)
    text = fields.LongText(label="Nội dung ghi biên bản", required=False)
    chair = fields.Pick(
        label="Người khác chủ trì phần này", required=False, help_text="Chọn khi đang kiểm điểm chính người chủ trì."
    )

    def __init__(self, *args: Any, point: AgendaPoint, people: list[Person], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.point = point
        self.fields["chair"].choices = [("", "Không đổi"), *person_choices(people)]


class PointForm(VersionedForm):
    """The next point of a sitting's business to be done, with what the minutes say about it."""

    kind = fields.Pick(label="Loại nội dung ghi biên bản", choices=NEW, required=False)
    speaker = fields.Text(label="Người phát biểu", required=False)
    text = fields.LongText(label="Nội dung ghi biên bản", required=False)


class EntryForm(Form):
    """One more entry of the minutes."""

    kind = fields.Pick(label="Loại nội dung", choices=NEW)
    speaker = fields.Text(label="Người phát biểu", required=False)
    text = fields.LongText(label="Nội dung")


class CorrectEntryForm(Form):
    """An entry of the minutes in other words."""

    text = fields.LongText(label="Nội dung đúng")
    reason = fields.Text(label="Lý do sửa", max_length=500)


class ConcludeForm(VersionedForm):
    """The conclusion on one line; `owed`: which words on the faults its minutes must hold."""

    degree = fields.LongText(label="Mức độ của khuyết điểm", rows=2, required=False)
    effect = fields.LongText(label="Ảnh hưởng của khuyết điểm", rows=2, required=False)
    response = fields.LongText(label="Người được kiểm điểm tiếp thu", rows=3, required=False)
    conclusion = fields.LongText(label="Kết luận của chủ trì: nội dung cần bổ sung vào bản kiểm điểm")

    def __init__(self, *args: Any, owed: Iterable[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in owed:
            self.fields[name].required = True
            self.fields[name].help_text = "Không có thì ghi rõ là không có."


class HoldForm(VersionedForm):
    """A line to be held."""

    why = fields.LongText(label="Lý do tạm giữ", rows=2, max_length=600)


class ReleaseForm(VersionedForm):
    """A held line to go on."""

    reason = fields.LongText(label="Vì sao tiếp tục được", rows=2, max_length=500)

"""What the pages of units and people ask. Only the shape of answers; whether they fit is the commands' to say."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.forms import HiddenInput

from kiemdiem.org import words
from kiemdiem.org.models import UnitPeriod
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm

Choices = Iterable[tuple[str, str]]


def unit_choices(periods: Iterable[UnitPeriod]) -> list[tuple[str, str]]:
    """Units to pick from, by key."""
    return [(period.unit.key, period.name) for period in periods]


class AsOfForm(Form):
    """The day a page is asked for."""

    ngay = fields.Day(label="Xem vào ngày", required=False)

    def day(self, otherwise: date) -> date:
        """The day asked for, or another when none, or none that can be read, was asked for."""
        return (self.is_valid() and self.cleaned_data["ngay"]) or otherwise


class UnitForm(Form):
    """A form that picks units or accounts which the page has found for this reader."""

    def __init__(self, *args: Any, units: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in ("unit", "to", "offence_unit", "linked_unit"):
            if name in self.fields:
                self.fields[name].choices = [("", "Chọn trong danh sách"), *units]


class FoundUnitForm(Form):
    """A new unit under another."""

    name = fields.Text(label="Tên tổ chức")
    kind = fields.Pick(label="Loại tổ chức", choices=words.UNIT_KINDS.items())
    cell_kind = fields.Pick(
        label="Loại hình chi bộ", choices=words.CELL_KINDS.items(), required=False, empty="Không phải chi bộ"
    )
    from_on = fields.Day(label="Thành lập từ ngày")


class RenameUnitForm(Form):
    """Another name from a day on; `seen` is the period the person saw."""

    name = fields.Text(label="Tên mới")
    on = fields.Day(label="Từ ngày")
    seen = fields.Whole(label="Bản đã xem", widget=HiddenInput, max_value=999_999_999)


class LinkUnitForm(UnitForm):
    """A government, Front or mass body that belongs to a cell."""

    linked_unit = fields.Pick(label="Tổ chức gắn với chi bộ")
    kind = fields.Pick(label="Thuộc", choices=words.LINK_KINDS.items())
    from_on = fields.Day(label="Từ ngày")


class DissolveUnitForm(Form):
    """The end of a unit."""

    on = fields.Day(label="Thôi hoạt động từ ngày")
    reason = fields.Text(label="Lý do, văn bản", max_length=500)


class MergeUnitForm(UnitForm):
    """A unit taken up by another."""

    to = fields.Pick(label="Sáp nhập vào")
    on = fields.Day(label="Từ ngày")
    reason = fields.Text(label="Lý do, văn bản", max_length=500)


class SplitUnitForm(Form):
    """A new unit formed by some of the members."""

    name = fields.Text(label="Tên tổ chức mới")
    cell_kind = fields.Pick(
        label="Loại hình chi bộ mới", choices=words.CELL_KINDS.items(), required=False, empty="Như tổ chức cũ"
    )
    people = fields.Several(label="Đảng viên sang tổ chức mới")
    on = fields.Day(label="Từ ngày")
    keeps_links = fields.Tick(
        label="Các tổ chức chính quyền, Mặt trận, đoàn thể đang gắn cũng gắn với tổ chức mới", required=False
    )
    reason = fields.Text(label="Lý do, văn bản", max_length=500)

    def __init__(self, *args: Any, people: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = list(people)


class RegisterPersonForm(Form):
    """A member for the register of a cell. `is_somebody_else` answers the question whether he is there already."""

    full_name = fields.Text(label="Họ và tên", max_length=120)
    birth_on = fields.Day(label="Ngày sinh", required=False)
    gender = fields.Pick(
        label="Giới tính", choices=[("male", "Nam"), ("female", "Nữ")], required=False, empty="Chưa ghi"
    )
    id_number = fields.Text(
        label="Số định danh cá nhân", required=False, max_length=12, help_text="Đúng 12 chữ số, kể cả số 0 ở đầu"
    )
    admitted_on = fields.Day(label="Ngày kết nạp Đảng")
    official_on = fields.Day(
        label="Ngày chính thức", required=False, help_text="Để trống nếu là đảng viên dự bị. Ví dụ 05/12/2017"
    )
    from_on = fields.Day(label="Sinh hoạt tại đây từ ngày")
    is_somebody_else = fields.Tick(
        label="Tôi đã kiểm tra: đây là người khác, không trùng với ai trong danh sách nêu trên", required=False
    )


class RegisterOutsiderForm(Form):
    """A person outside the Party who holds a seat in the unit."""

    full_name = fields.Text(label="Họ và tên", max_length=120)
    birth_on = fields.Day(label="Ngày sinh", required=False)
    post = fields.Pick(label="Chức vụ", choices=words.POSTS.items())
    from_on = fields.Day(label="Từ ngày")


class MoveUnitForm(UnitForm):
    """Another unit above from a day on; `seen` is the period the person saw."""

    to = fields.Pick(label="Trực thuộc")
    on = fields.Day(label="Từ ngày")
    seen = fields.Whole(label="Bản đã xem", widget=HiddenInput, max_value=999_999_999)


class CorrectPersonForm(VersionedForm):
    """Who somebody is, put right."""

    full_name = fields.Text(label="Họ và tên", max_length=120)
    birth_on = fields.Day(label="Ngày sinh", required=False)
    gender = fields.Pick(
        label="Giới tính", choices=[("male", "Nam"), ("female", "Nữ")], required=False, empty="Chưa ghi"
    )
    id_number = fields.Text(
        label="Số định danh cá nhân", required=False, max_length=12, help_text="Đúng 12 chữ số, kể cả số 0 ở đầu"
    )
    admitted_on = fields.Day(label="Ngày kết nạp Đảng", required=False)
    official_on = fields.Day(label="Ngày chính thức", required=False)
    reason = fields.Text(label="Lý do đính chính", max_length=500)


class TieAccountForm(Form):
    """The account that belongs to a person."""

    account = fields.Text(
        label="Tên đăng nhập của người này", required=False, max_length=60, help_text="Để trống nếu bỏ gắn"
    )
    unties = fields.Tick(label="Bỏ gắn tài khoản đang có", required=False)


class ManagingBodyForm(UnitForm):
    """The body that manages a cadre."""

    to = fields.Pick(label="Cơ quan quản lý")
    from_on = fields.Day(label="Từ ngày")


class MoveForm(UnitForm):
    """Another place of activity from a day on."""

    to = fields.Pick(label="Chuyển đến")
    on = fields.Day(label="Từ ngày")
    reason = fields.Text(label="Lý do, văn bản", required=False, max_length=500)


class PlaceForm(UnitForm):
    """A place of activity for a time, or the place of residence."""

    kind = fields.Choice(
        label="Loại", choices=[(key, words.MEMBERSHIPS[key]) for key in ("temporary", "residence", "official")]
    )
    unit = fields.Pick(label="Tổ chức")
    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày", required=False)


class OfficialForm(Form):
    """The day a probationary member became official."""

    on = fields.Day(label="Chính thức từ ngày")


class StandingForm(Form):
    """An exemption or a suspension over a period."""

    kind = fields.Choice(
        label="Nội dung",
        choices=[
            ("exempt", "Miễn công tác và sinh hoạt đảng"),
            ("exempt_work", "Chỉ miễn công tác"),
            ("exempt_activity", "Chỉ miễn sinh hoạt đảng"),
            ("suspended", "Đình chỉ sinh hoạt đảng"),
        ],
    )
    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày", required=False)
    reason = fields.Text(label="Lý do, văn bản", required=False, max_length=500)


class SeatForm(UnitForm):
    """A post in a body."""

    unit = fields.Pick(label="Ở tổ chức")
    post = fields.Pick(label="Chức vụ", choices=words.POSTS.items())
    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày", required=False)


class DisciplineForm(UnitForm):
    """A penalty, with the place and day of the offence apart."""

    side = fields.Choice(label="Bên kỷ luật", choices=words.SIDES.items())
    measure = fields.Pick(label="Hình thức", choices=words.MEASURES.items())
    from_on = fields.Day(label="Có hiệu lực từ ngày")
    until_on = fields.Day(label="Hết hiệu lực từ ngày", required=False)
    offence_on = fields.Day(label="Ngày vi phạm", required=False)
    offence_unit = fields.Pick(label="Vi phạm khi thuộc", required=False)
    self_detected = fields.Tick(label="Tổ chức tự phát hiện và đấu tranh", required=False)
    document = fields.Text(label="Số, ngày văn bản", required=False)


class OutsideResultForm(Form):
    """A year's grade given by another authority."""

    year = fields.Whole(label="Năm", min_value=1990, max_value=2100)
    kind = fields.Pick(label="Loại kết quả", choices=words.RESULT_KINDS.items())
    grade = fields.Text(
        label="Mức xếp loại", max_length=40, help_text="Ghi mã mức theo thang của quy định đang áp dụng"
    )
    known_on = fields.Day(label="Có kết quả ngày")
    document = fields.Text(label="Số, ngày văn bản", required=False)


class AwardForm(Form):
    """A title or certificate of a year."""

    year = fields.Whole(label="Năm", min_value=1990, max_value=2100)
    kind = fields.Pick(label="Hình thức", choices=words.AWARD_KINDS.items())
    level = fields.Pick(label="Cấp khen", choices=words.AWARD_LEVELS.items(), required=False, empty="Không ghi")
    is_proposed = fields.Tick(label="Mới được đề nghị, chưa có quyết định", required=False)
    document = fields.Text(label="Số, ngày văn bản", required=False)


class WorkForm(Form):
    """What somebody works as."""

    kind = fields.Pick(label="Công việc", choices=words.WORK_KINDS.items())
    workplace = fields.Text(label="Nơi làm việc", required=False)
    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày", required=False)


class LeaveForm(Form):
    """Time away."""

    kind = fields.Pick(label="Lý do vắng", choices=words.LEAVE_KINDS.items())
    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày", required=False)


class DepartureForm(Form):
    """How somebody left the register."""

    kind = fields.Choice(label="Lý do rời danh sách", choices=words.DEPARTURES.items())
    on = fields.Day(label="Từ ngày")
    to_text = fields.Text(label="Chuyển đến đâu", required=False)
    reason = fields.Text(label="Văn bản", required=False, max_length=500)


class CorrectFactForm(Form):
    """Corrected values of one entry, or its withdrawal; the page leaves out what the entry does not have."""

    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày", required=False)
    left_on = fields.Day(label="Rời danh sách từ ngày")
    known_on = fields.Day(label="Có kết quả ngày")
    year = fields.Whole(label="Năm", min_value=1990, max_value=2100)
    grade = fields.Text(label="Mức xếp loại", max_length=40)
    withdraws = fields.Tick(label="Bỏ hẳn mục này, không thay bằng mục khác", required=False)
    reason = fields.Text(label="Lý do đính chính", max_length=500)

    def __init__(self, *args: Any, has: Iterable[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(has) - {"withdraws", "reason"}:
            del self.fields[name]


class GrantForm(Form):
    """A role over the unit of the page and all under it."""

    account = fields.Pick(label="Tài khoản")
    role = fields.Pick(label="Vai trò", choices=words.ROLES.items())
    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày", required=False)

    def __init__(self, *args: Any, accounts: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["account"].choices = [("", "Chọn trong danh sách"), *accounts]


class RevokeForm(Form):
    """Why a grant is taken back."""

    reason = fields.Text(label="Lý do thu hồi", max_length=500)

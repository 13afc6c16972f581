"""The frame and the form that the gallery's pages share."""

from datetime import date

from kiemdiem.web import fields, forms
from kiemdiem.web.frame import Frame, NavItem

# Where links of the samples lead.
HERE = "/gallery/components/"
FRAME = Frame(
    committee="Đảng ủy phường Mẫu",
    season="Năm 2017",
    state="Đang mở",
    as_of=date(2017, 12, 1),
    is_demo=True,
    nav=(
        NavItem("Việc của tôi", "/gallery/tasks/"),
        NavItem("Tiến độ", "/gallery/board/"),
        NavItem("Cuộc họp", "/gallery/meeting/"),
        NavItem("Kết quả", "/gallery/result/"),
        NavItem("Hồ sơ", "/gallery/answers/"),
        NavItem("Quy định", HERE),
    ),
)


class MeetingForm(forms.VersionedForm):
    """A form with every kind of question."""

    place = fields.Text(label="Địa điểm", help_text="Ví dụ: Nhà văn hóa tổ dân phố 5")
    held_on = fields.Day(label="Ngày họp")
    begins = fields.Hour(label="Giờ bắt đầu")
    present = fields.Whole(label="Số đảng viên có mặt", max_value=500)
    chair = fields.Pick(label="Người chủ trì", choices=[("1", "Nguyễn Thị Ánh"), ("2", "Trần Văn Bình")])
    kind = fields.Choice(label="Loại cuộc họp", choices=[("main", "Họp kiểm điểm"), ("late", "Họp bổ sung")])
    invited = fields.Several(
        label="Khách mời",
        required=False,
        choices=[("front", "Mặt trận phường"), ("watch", "Người theo dõi")],
    )
    words = fields.LongText(label="Ý kiến kết luận", required=False)
    scan = fields.Upload(label="Bản chụp biên bản", required=False, accept=".pdf,.jpg", help_text="Tệp PDF hoặc JPG")
    agreed = fields.Tick(label="Tôi đã đối chiếu với bản giấy có chữ ký")

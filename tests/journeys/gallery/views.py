"""The components, each in the states it can have."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from kiemdiem.core.answer import refuse
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Bar, Column, Crumb, FindingLine, Quota, Step, Tab, Table, TableCell
from tests.journeys.gallery.sample import FRAME, HERE, MeetingForm

CRUMBS = [
    Crumb("Trang đầu", HERE),
    Crumb("Chi bộ tổ dân phố 5", HERE),
    Crumb("Cuộc họp kiểm điểm"),
]
STEPS = [
    Step("Kiểm điểm tập thể", "done", done_on=date(2017, 12, 1)),
    Step("Kiểm điểm cá nhân lãnh đạo", "done", done_on=date(2017, 12, 1), mark="Sai trình tự"),
    Step("Kiểm điểm đảng viên", "current", note="Đã xong 12/28 đồng chí", url="/gallery/meeting/"),
    Step("Bỏ phiếu vòng 1", "blocked", why="Còn 16 đồng chí chưa kiểm điểm. Kiểm điểm xong hoặc chuyển họp bổ sung."),
    Step("Bỏ phiếu vòng 2", "waiting"),
    Step("Góp ý của đoàn thể", "skipped"),
]
FINDINGS = [
    FindingLine("met", "Trên 1/2 số phiếu đồng ý.", "mục III, điểm 2", (("đồng ý", "24"), ("cần", "15"))),
    FindingLine("not_met", "Không vi phạm phải xử lý kỷ luật.", "mục II, điểm 1", source="Quyết định ngày 03/05/2017"),
    FindingLine("unknown", "Kết quả xếp loại công chức: chưa nhập.", "mục II, điểm 3", clause_url=HERE),
]
GRADES = [
    Bar("Xuất sắc", 4, "gold"),
    Bar("Tốt", 17, "red"),
    Bar("Hoàn thành", 6, "blue"),
    Bar("Không hoàn thành", 1, "grey"),
]
TABLE = Table(
    "Đảng viên của chi bộ",
    (Column("Họ và tên"), Column("Tình trạng"), Column("Phiếu đồng ý", True), Column("Kết quả")),
    (
        (
            TableCell("Nguyễn Thị Ánh", url=HERE),
            TableCell("Chính thức"),
            TableCell("24"),
            TableCell("Đã công nhận", tone="good"),
        ),
        (
            TableCell("Trần Văn Bình", url=HERE),
            TableCell("Dự bị"),
            TableCell("—"),
            TableCell("Không xếp loại", tone="quiet"),
        ),
    ),
    (TableCell("Cộng"), TableCell("2"), TableCell("24"), TableCell("")),
)
BASES = (("Tính trước khi nâng", 27, 4), ("Tính sau khi nâng", 23, 3))
QUOTAS = [
    Quota("Xuất sắc của chi bộ", 5, 4, "15% của 27 đồng chí", "mục III", BASES, "Hai đồng chí bằng phiếu ở mức cuối."),
    Quota("Xuất sắc của khối", 2, 4, "15% của 30"),
    Quota("Khen thưởng", 3, 3),
]


def components(request: HttpRequest) -> HttpResponse:
    """Everything that only shows."""
    context = {
        "crumbs": CRUMBS,
        "tabs": [Tab("Tất cả", "?", True, 28), Tab("Chưa xong", "?x=1", count=16), Tab("Họp bổ sung", "?x=2", count=0)],
        "steps": STEPS,
        "findings": FINDINGS,
        "grades": GRADES,
        "table": TABLE,
        "quotas": QUOTAS,
        "rows": [
            AnswerRow("Họ và tên", "Nguyễn Thị Ánh", HERE),
            AnswerRow("Ngày họp", "", HERE),
        ],
        "page": Paginator(range(240), 25).page(2),
        "tones": ["done", "quiet", "busy", "good", "warn", "bad"],
        "standings": ["pending", "voted", "proposed", "decided", "replaced"],
    }
    return replies.show(request, "gallery/components.html", frame=FRAME, **context)


def form(request: HttpRequest) -> HttpResponse:
    """A form; what is sent comes back with its faults."""
    shown = MeetingForm.of(request, initial={"version": 3})
    shown.carry_out(lambda answers: turn_down())
    return replies.show(request, "gallery/form.html", form=shown, frame=FRAME)


def turn_down() -> None:
    """A rule that always says no."""
    raise refuse(
        "Chưa thể mở cuộc họp.",
        why="Báo cáo mới gửi trước 2 ngày, phải gửi trước ít nhất 3 ngày.",
        clause="mục IV, điểm 1",
        todo="Dời cuộc họp sang ngày 05/12/2017 hoặc muộn hơn.",
    )


def refused(request: HttpRequest) -> HttpResponse:
    """A refusal that no form takes up."""
    raise refuse("Chưa xem được kết quả.", why="Kết quả chưa công bố.", todo="Chờ thông báo của cấp ủy.")

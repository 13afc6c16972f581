"""Whole screens on sample facts: the task list, the season board, one result, a meeting, the keying of a count."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from kiemdiem.web import replies
from kiemdiem.web.shapes import (
    AnswerRow,
    Column,
    Crumb,
    Table,
    TableCell,
    TallyBox,
    TallyLine,
    TallySheet,
    Task,
    TaskGroup,
)
from tests.journeys.gallery.sample import FRAME
from tests.journeys.gallery.views import FINDINGS, GRADES, QUOTAS, STEPS

GROUPS = [
    TaskGroup(
        "Chuẩn bị họp",
        (
            Task(
                "Gửi báo cáo kiểm điểm tập thể", "late", "/gallery/answers/", "Chi bộ tổ dân phố 5", date(2017, 11, 28)
            ),
            Task("Nhập bản tự kiểm điểm của 3 đồng chí", "soon", "/gallery/form/", due_on=date(2017, 12, 2)),
            Task("Nhận ý kiến của chi ủy nơi cư trú", "done", "/gallery/answers/"),
        ),
    ),
    TaskGroup(
        "Cuộc họp",
        (
            Task("Mở cuộc họp kiểm điểm", "todo", "/gallery/meeting/", due_on=date(2017, 12, 5)),
            Task("Nhập kết quả kiểm phiếu vòng 1", "waiting", why="Cuộc họp chưa mở."),
            Task(
                "Nộp hồ sơ về văn phòng Đảng ủy", "waiting", due_on=date(2017, 12, 7), why="Chưa có biên bản cuộc họp."
            ),
        ),
    ),
]
HEADS = ("Xuất sắc", "Tốt", "Hoàn thành", "Không HT", "Trống", "Dòng hỏng")
NAMES = ("Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Hữu Cường", "Phạm Thị Diệu", "Hoàng Đình Đạt", "Võ Thị Hồng Hạnh")


def tasks(request: HttpRequest) -> HttpResponse:
    """What the signed-in person has to do."""
    return replies.show(request, "gallery/tasks.html", frame=FRAME, groups=GROUPS)


def board(request: HttpRequest) -> HttpResponse:
    """How far each cell has got, and who is late."""
    cells = [
        ("Chi bộ tổ dân phố 5", 5, 9, "late"),
        ("Chi bộ Trạm Y tế", 9, 9, "done"),
        ("Chi bộ Quân sự", 2, 9, "doing"),
    ]
    return replies.show(request, "gallery/board.html", frame=FRAME, cells=cells, grades=GRADES)


def result(request: HttpRequest) -> HttpResponse:
    """One result with every ground."""
    crumbs = [Crumb("Kết quả", "/"), Crumb("Nguyễn Thị Ánh")]
    return replies.show(request, "gallery/result.html", frame=FRAME, findings=FINDINGS, crumbs=crumbs, quota=QUOTAS[0])


def meeting(request: HttpRequest) -> HttpResponse:
    """A meeting in its order."""
    roster = Table(
        "Thành phần",
        (Column("Thành phần"), Column("Phải có", True), Column("Có mặt", True)),
        (
            (TableCell("Đảng viên chính thức"), TableCell("28"), TableCell("26")),
            (TableCell("Đảng viên dự bị"), TableCell("2"), TableCell("2")),
            (TableCell("Khách mời"), TableCell("1"), TableCell("1")),
        ),
    )
    return replies.show(request, "gallery/meeting.html", frame=FRAME, steps=STEPS, roster=roster)


def tally(request: HttpRequest) -> HttpResponse:
    """The keying of a count of thirty lines; adds up what is sent."""
    lines = tuple(line(number, request.POST) for number in range(30))
    sheet = TallySheet("Phiếu vòng 1, người kiểm phiếu thứ nhất", HEADS, lines, valid_slips=26)
    return replies.show(request, "gallery/tally.html", frame=FRAME, sheet=sheet)


def line(number: int, sent: dict[str, str]) -> TallyLine:
    """One line of the count, with what was typed."""
    names = [f"l{number}-{place}" for place in range(len(HEADS))]
    boxes = tuple(TallyBox(name, head, sent.get(name, "")) for name, head in zip(names, HEADS, strict=True))
    total = sum(int(box.value) for box in boxes if box.value.isdecimal())
    fault = f"Cộng được {total}, phải là 26." if sent and total not in (0, 26) else ""
    return TallyLine(NAMES[number % len(NAMES)], boxes, "sinh năm 1957" if number % 6 == 3 else "", total, fault)


def answers(request: HttpRequest) -> HttpResponse:
    """What will be sent, to look over."""
    rows = [
        AnswerRow("Tập thể", "Chi bộ tổ dân phố 5", "/gallery/form/"),
        AnswerRow("Ưu điểm", "Hoàn thành 5/5 nhiệm vụ trọng tâm.\nSinh hoạt đủ 12 kỳ.", "/gallery/form/"),
        AnswerRow("Hạn chế", "", "/gallery/form/"),
    ]
    return replies.show(request, "gallery/answers.html", frame=FRAME, rows=rows)


def done(request: HttpRequest) -> HttpResponse:
    """What has been sent."""
    return replies.show(request, "gallery/done.html", frame=FRAME)

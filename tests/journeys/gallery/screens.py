"""Whole screens on sample facts: the task list, the season board, one result, a meeting, the keying of a count."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from kiemdiem.web import replies
from kiemdiem.web.shapes import (
    AnswerRow,
    BoardRow,
    Column,
    Crumb,
    Difference,
    Figure,
    Paper,
    Stage,
    Table,
    TableCell,
    TallyBox,
    TallyLine,
    TallySheet,
    Task,
    TaskGroup,
    VotesNeeded,
)
from tests.journeys.gallery.sample import FRAME, HERE
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
DUE = date(2017, 12, 5)
HEADS = ("Xuất sắc", "Tốt", "Hoàn thành", "Không HT", "Trống", "Dòng hỏng")
NAMES = ("Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Hữu Cường", "Phạm Thị Diệu", "Hoàng Đình Đạt", "Võ Thị Hồng Hạnh")


def tasks(request: HttpRequest) -> HttpResponse:
    """What the signed-in person has to do."""
    return replies.show(request, "gallery/tasks.html", frame=FRAME, groups=GROUPS)


TITLES = ("Báo cáo", "Tự kiểm điểm", "Ý kiến", "Họp", "Vòng 1", "Vòng 2", "Kết quả", "Thông báo", "Hồ sơ")


def steps(done: int, at: str = "current") -> tuple[tuple[str, str], ...]:
    """The steps of a cell of which so many are behind."""
    states = ["done"] * done + [at] + ["waiting"] * len(TITLES)
    return tuple(zip(TITLES, states, strict=False))


def board(request: HttpRequest) -> HttpResponse:
    """How far each cell has got, and who is late."""
    rows = [
        BoardRow(
            "Chi bộ tổ dân phố 5",
            steps(2),
            "late",
            HERE,
            "Theo dõi: Lê Hữu Cường",
            DUE,
            "Chậm 3 ngày: thiếu ý kiến.",
        ),
        BoardRow("Chi bộ Quân sự", steps(4), "doing", HERE, "Theo dõi: Trần Văn Bình", DUE),
        BoardRow("Chi bộ Trạm Y tế", steps(9), "done", HERE, "Theo dõi: Phạm Thị Diệu"),
    ]
    figures = [
        Figure("9/16", "chi bộ đã họp", HERE),
        Figure("1", "chi bộ chậm", HERE, "bad"),
        Figure("214", "đảng viên đã có kết quả", tone="good"),
        Figure("3", "chờ họp bổ sung", HERE, "warn"),
    ]
    return replies.show(request, "gallery/board.html", frame=FRAME, rows=rows, figures=figures, grades=GRADES)


def result(request: HttpRequest) -> HttpResponse:
    """One result with every ground."""
    crumbs = [Crumb("Kết quả", HERE), Crumb("Nguyễn Thị Ánh")]
    stages = [
        Stage("voted", "Hoàn thành tốt", date(2017, 12, 5), "Chi bộ tổ dân phố 5"),
        Stage("proposed", "Hoàn thành tốt", date(2017, 12, 7), "Chi ủy"),
    ]
    context = {"findings": FINDINGS, "crumbs": crumbs, "quota": QUOTAS[0], "stages": stages}
    return replies.show(request, "gallery/result.html", frame=FRAME, **context)


def desk(request: HttpRequest) -> HttpResponse:
    """Papers as they come in, and two counts that do not agree."""
    papers = [
        Paper("p1", "Báo cáo kiểm điểm tập thể", "Chi bộ tổ dân phố 5", date(2017, 12, 6)),
        Paper("p2", "Biên bản họp", "Chi bộ tổ dân phố 5", due_on=date(2017, 12, 7)),
        Paper("p3", "Biên bản kiểm phiếu vòng 1", due_on=date(2017, 12, 7), ticked=True),
    ]
    lines = [
        Difference("Nguyễn Thị Ánh: Xuất sắc", "4", "5"),
        Difference("Nguyễn Thị Ánh: Tốt", "17", "16"),
    ]
    needed = [
        VotesNeeded("Xuất sắc", 18, 26, "trên 2/3 số đảng viên chính thức có mặt"),
        VotesNeeded("Tốt", 15, 28, "trên 1/2 số đảng viên chính thức", within_reach=False),
    ]
    return replies.show(request, "gallery/desk.html", frame=FRAME, papers=papers, lines=lines, needed=needed)


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

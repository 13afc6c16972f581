"""The cell's own meeting: its members reviewed, two rounds on them, the score slips on the cell, the minutes."""

from tests.journeys.visitor import Visitor
from tests.journeys.ward import Ward
from tests.journeys.year_begins import SEASON, to_day
from tests.journeys.year_meets import CELL, begin, close, review
from tests.journeys.year_votes import announce, elect, hand_out, teller_opens, vote

TELLERS = ("Trần Thị Bình", "Hoàng Minh Đức")
FIRST = {
    "Nguyễn Văn An": (5, 1, 0, 0, 0),
    "Trần Thị Bình": (6, 0, 0, 0, 0),
    "Lê Quang Cường": (6, 0, 0, 0, 0),
    "Phạm Thị Dung": (5, 1, 0, 0, 0),
    "Hoàng Minh Đức": (5, 0, 0, 1, 0),
    "Vũ Thị Giang": (4, 2, 0, 0, 0),
    "Đỗ Văn Hải": (4, 2, 0, 0, 0),
}
MEMBERS = "Phiếu đánh giá chất lượng đảng viên"
SECOND = {**dict.fromkeys(FIRST, (2, 4, 0)), "Lê Quang Cường": (6, 0, 0), "Phạm Thị Dung": (3, 3, 0)}
SCORES = {
    "Thực hiện nhiệm vụ chính trị": "38",
    "Công tác chính trị tư tưởng": "19",
    "Công tác tổ chức cán bộ": "14",
    "Lãnh đạo xây dựng chính quyền": "14",
    "Công tác kiểm tra, giám sát": "9,5",
}


def cell_meets(ward: Ward) -> None:
    """The secretary opens the meeting on its day and leads everybody's review."""
    officer = ward.who("canbo").follow("Đợt kiểm điểm", SEASON)
    to_day(officer, CELL.day)
    desk = ward.who("bithu1").follow("Đợt kiểm điểm", SEASON, "Lịch họp", CELL.unit)
    begin(desk, CELL)
    names = [name for name in desk.page.locator("main table a").all_inner_texts() if name.strip() in FIRST]
    for name in names:
        review(desk, CELL, name)


def cell_votes(ward: Ward) -> None:
    """Two rounds on the members, then the slips on the cell itself."""
    desk = ward.who("bithu1").follow("Đợt kiểm điểm", SEASON, "Lịch họp", CELL.unit)
    numbers = elect(desk, *TELLERS)
    vote(ward, desk, f"{MEMBERS} – lần 1", numbers=numbers, slips=6, marks=FIRST)
    vote(ward, desk, f"{MEMBERS} – lần 2", numbers=numbers, slips=6, marks=SECOND)
    place = hand_out(desk, "Phiếu chấm điểm chi bộ", slips=6)
    for teller, number in numbers.items():
        key_scores(teller_opens(ward, place, teller, number=number))
    announce(desk)


def key_scores(hand: Visitor) -> None:
    """Six unnumbered slips, one after the other, each kept at once."""
    hand.write("Số phiếu thu về", "6").press("Bắt đầu nhập")
    for _ in range(6):
        for label, points in SCORES.items():
            hand.write(label, points)
        hand.press("Lưu phiếu này")
    hand.press("Nhập xong")
    hand.page.context.close()


def cell_closes(ward: Ward) -> None:
    """The minutes signed; what the cell states of itself recorded; the papers completed and confirmed."""
    desk = ward.who("bithu1").follow("Đợt kiểm điểm", SEASON, "Lịch họp", CELL.unit)
    close(desk, CELL)
    assert "Đã kết thúc" in desk.text, desk.text[:500]

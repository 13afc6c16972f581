"""The same year from paper: a cell that did everything by hand, keyed afterwards by the office with its true days."""

from tests.journeys import workbook
from tests.journeys.ward import Ward
from tests.journeys.year_begins import SEASON
from tests.journeys.year_cell import MEMBERS
from tests.journeys.year_meets import Sitting, begin, close, review
from tests.journeys.year_prepares import state, write_sections
from tests.journeys.year_votes import announce, elect, fill_sheet, hand_out

CELL = Sitting(workbook.CELL_2, "04/12/2017", "Bùi Đức Khánh", "Đặng Thị Lan", "Lý Thị Nga")
# One was reviewed before the leader, whose turn came first: on paper it happened so, and so it is marked.
PEOPLE = ("Đặng Thị Lan", "Bùi Đức Khánh", "Hồ Văn Mạnh", "Lý Thị Nga", "Mai Xuân Oanh")
FIRST = dict.fromkeys(PEOPLE, (5, 0, 0, 0, 0))
SECOND = dict.fromkeys(PEOPLE, (1, 4, 0))
TO_THE_BALLOTS = ("Đợt kiểm điểm", SEASON, "Lịch họp", CELL.unit, "Bỏ phiếu, kiểm phiếu")
GRADE = "Hoàn thành tốt nhiệm vụ"


def office_keys_the_papers(ward: Ward) -> None:
    """The report, the self-reviews and the statements, each from its signed paper and with its true day."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", CELL.unit)
    desk.follow("Báo cáo kết quả lãnh đạo", "Nhập thay, theo bản giấy")
    write_sections(desk)
    desk.write("Ngày báo cáo được ký", "27/11/2017").write("Nhập thay", "Báo cáo có chữ ký Bí thư")
    desk.press("Nhập thay, theo bản giấy").follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", CELL.unit)
    for person in PEOPLE:
        desk.follow_in(person, "Chưa có").follow("Nhập thay, theo bản giấy")
        desk.write("Nhập t", "Bản viết tay, ký ngày 25/11/2017").tick("Bản giấy có đủ các phần và được lưu ở văn phòng")
        desk.write("Ngày nộp", "25/11/2017").press("Nhập thay, theo bản giấy").follow(CELL.unit)
    state(desk, dict.fromkeys(PEOPLE, "Hoàn thành tốt"))


def office_keys_the_meeting(ward: Ward) -> None:
    """The meeting from its minutes; what came too early is marked, not refused."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Lịch họp", "Ấn định ngày họp")
    desk.choose("Tổ chức họp", CELL.unit).write("Ngày họp", CELL.day)
    desk.write("Nhập thay, theo bản giấy nào", "Biên bản họp chi bộ đã ký").press("Ấn định")
    begin(desk, CELL, from_paper=True)
    for name in PEOPLE:
        review(desk, CELL, name)
    assert "Sai trình tự" in desk.text, desk.text[:900]


def two_clerks_key_the_counts(ward: Ward) -> None:
    """The signed tally sheets of both rounds keyed twice at the office, by two accounts, without tellers' numbers."""
    desk = ward.who("vanphong").follow(*TO_THE_BALLOTS[:-1])
    elect(desk, "Hồ Văn Mạnh", "Mai Xuân Oanh")
    for number, marks in ((1, FIRST), (2, SECOND)):
        ballot = f"{MEMBERS} – lần {number}"
        hand_out(
            ward.who("vanphong").follow(*TO_THE_BALLOTS), ballot, slips=5, entry="Nhập hai lần từ phiếu kiểm đã ký"
        )
        for account in ("vanphong", "quay"):
            hand = ward.who(account).follow(*TO_THE_BALLOTS, ballot)
            fill_sheet(hand.follow("Nhập bản kiểm phiếu"), slips=5, marks=marks)
        announce(ward.who("vanphong").follow(*TO_THE_BALLOTS, ballot))


def office_closes_the_meeting(ward: Ward) -> None:
    """Closed and signed on its true day; every result follows from what was keyed."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Lịch họp", CELL.unit)
    close(desk, CELL)
    desk.follow("Kết quả", CELL.unit).write("Lý do xét", "Kết quả cuộc họp chi bộ").press("Xét kết quả")
    graded = [desk.page.get_by_role("row").filter(has_text=person).inner_text() for person in PEOPLE]
    assert [GRADE in line for line in graded] == [True] * len(PEOPLE), graded

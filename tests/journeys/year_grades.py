"""After the meeting: verdicts by the rules, proposals, decisions, notices, the dossier, the report up."""

from tests.journeys import workbook
from tests.journeys.visitor import Visitor
from tests.journeys.ward import Ward
from tests.journeys.year_begins import SEASON, to_day
from tests.journeys.year_prepares import BEST, MEMBER, ON_PAPER, state

OF_THE_CELL = (
    ("Mức hoàn thành nhiệm vụ chính trị", "Hoàn thành xuất sắc"),
    ("Tập thể chi bộ đoàn kết", "Có, đúng"),
    ("Chi bộ sinh hoạt đúng quy định", "Có, đúng"),
    ("Nội bộ mất đoàn kết", "Không"),
    ("Có tham nhũng, tiêu cực", "Không"),
)
GOOD, BEST_GRADE = "Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"
EVERYBODY = (*ON_PAPER, MEMBER)


def grade_of(person: str) -> str:
    """The grade the cell's vote came to: the one at the top, all others one below."""
    return BEST_GRADE if person == BEST[0] else GOOD


def clerk_asks_the_rules(ward: Ward) -> None:
    """The verdicts on the cell's members and on the cell, each with its reasons."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", workbook.CELL_1)
    state(desk, {}, *((f"{workbook.CELL_1} – {entry}", answer) for entry, answer in OF_THE_CELL))
    desk.follow("Kết quả", workbook.CELL_1).write("Lý do xét", "Kết quả cuộc họp chi bộ").press("Xét kết quả")
    for person in EVERYBODY:
        line = desk.page.get_by_role("row").filter(has_text=person)
        assert grade_of(person) in line.inner_text(), line.inner_text()
    desk.follow(BEST[0])
    assert "Trên 2/3 số đảng viên chính thức bỏ phiếu tán thành (lần thứ hai) (6/6 phiếu, cần từ 5 phiếu)" in desk.text


def standing_committee_proposes(ward: Ward) -> None:
    """On its day the standing committee puts the grades forward, looked over before they are kept."""
    officer = ward.who("canbo").follow("Đợt kiểm điểm", SEASON)
    to_day(officer, "11/12/2017")
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Kết quả", workbook.CELL_1, "Ghi đề nghị")
    desk.choose("Nơi đề nghị", workbook.STANDING).write("Ngày đề nghị", "11/12/2017")
    pick_grades(desk)
    desk.press("Tiếp tục").press("Ghi đề nghị").follow("Về trang kết quả")


def pick_grades(desk: Visitor) -> None:
    """The grade of everybody, as it was discussed."""
    for person in EVERYBODY:
        desk.choose(f"{person} – mức", grade_of(person))


def committee_decides(ward: Ward) -> None:
    """On its day the executive committee decides, by a document."""
    officer = ward.who("canbo").follow("Đợt kiểm điểm", SEASON)
    to_day(officer, "13/12/2017")
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Kết quả", workbook.CELL_1, "Ghi quyết định")
    desk.write("Ngày quyết định", "13/12/2017").write("Số, ký hiệu văn bản", "45-QĐ/ĐU")
    pick_grades(desk)
    desk.press("Tiếp tục").press("Ghi quyết định")
    desk.follow("Về trang kết quả", workbook.CELL_1)
    assert desk.text.count("Đã công nhận") >= len(EVERYBODY), desk.text


def everybody_is_told(ward: Ward) -> None:
    """The notices given by one signed list; the member reads her result on her own page."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Thông báo")
    for box in desk.page.get_by_role("group", name="Đã thông báo cho").get_by_role("checkbox").all():
        box.check()
    desk.write("Ngày thông báo", "13/12/2017").tick("Danh sách ký nhận").press("Ghi đã thông báo")
    assert desk.text.count("Đã thông báo 13/12/2017") == len(EVERYBODY), desk.text
    assert f"{GOOD} Đã công nhận" in ward.who("giang").text


def counter_takes_the_dossier(ward: Ward) -> None:
    """The cell's papers ticked at the counter as they come in, one of them sent back."""
    desk = ward.who("quay").follow("Đợt kiểm điểm", SEASON, "Nhận hồ sơ", workbook.CELL_1)
    for box in desk.page.get_by_role("checkbox").all():
        box.check()
    desk.write("Người nộp", "Nguyễn Văn An").write("Ngày nhận", "13/12/2017").press("Nhận giấy tờ đã đánh dấu")
    assert "Hồ sơ đã đủ" in desk.text, desk.text[:600]


def office_reports_up(ward: Ward) -> None:
    """The figures for the committee above, as they follow from what was recorded."""
    desk = ward.who("vanphong").follow("Báo cáo lên cấp trên")
    table = desk.page.get_by_role("row").filter(has_text=f"3.1. {BEST_GRADE}").inner_text().split()
    assert table[-1] == "1", table
    assert "Trong sạch, vững mạnh 1" in desk.text, desk.text[:900]

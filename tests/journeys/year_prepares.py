"""Weeks before the meeting: what each one owes, written on the screen or keyed from the signed paper."""

import re

from tests.journeys import workbook
from tests.journeys.visitor import Visitor
from tests.journeys.ward import Ward
from tests.journeys.year_begins import SEASON, to_day

MEMBER = "Vũ Thị Giang"
ON_PAPER = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Thị Dung", "Hoàng Minh Đức", "Đỗ Văn Hải")
LEADERS = (
    (workbook.CELL_1, "Lê Quang Cường"),
    (workbook.CELL_1, "Phạm Thị Dung"),
    (workbook.CELL_2, "Bùi Đức Khánh"),
)
BEST = ("Lê Quang Cường", "Phạm Thị Dung")
SIGNS = re.compile("^Cá nhân nào có biểu hiện suy thoái")
WRITTEN = "Đã thực hiện đầy đủ; còn hạn chế ở khâu kiểm tra, sẽ khắc phục trong năm tới."
SAID = "Gương mẫu, chấp hành tốt quy định nơi cư trú."


def officer_gives_a_member_his_account(ward: Ward) -> None:
    """The member's account is tied to her file, so that she writes her own paper."""
    desk = ward.who("canbo")
    desk.follow("Tìm người").write("Tìm theo họ tên", "vu thi giang").press("Tìm")
    desk.follow(MEMBER, "Gắn tài khoản").write("Tên đăng nhập của người này", "giang").press("Lưu")
    desk.follow("Đợt kiểm điểm", SEASON)
    to_day(desk, "21/11/2017")


def secretary_writes_the_report(ward: Ward) -> None:
    """The cell's report, section by section."""
    desk = ward.who("bithu1")
    desk.follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", workbook.CELL_1, "Báo cáo kết quả lãnh đạo")
    write_sections(desk)
    desk.press("Lưu báo cáo")
    assert "Chưa viết" not in desk.text


def write_sections(desk: Visitor) -> None:
    """Every section with a sentence; a table of names with one line."""
    for box in desk.page.locator("main").get_by_role("textbox").all():
        box.fill(WRITTEN)
    signs = desk.page.get_by_label(SIGNS)
    if signs.count():
        signs.fill("Không có")


def member_hands_in_her_paper(ward: Ward) -> None:
    """The member writes her own self-review on her telephone and hands it in."""
    desk = ward.who("giang")
    desk.follow("Viết bản tự kiểm điểm")
    write_sections(desk)
    desk.press("Lưu và xem lại").press("Nộp bản kiểm điểm")
    assert "Đã nộp" in desk.text


def clerk_keys_the_papers(ward: Ward) -> None:
    """The self-reviews of those who wrote by hand."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", workbook.CELL_1)
    for person in ON_PAPER:
        desk.follow_in(person, "Chưa có").follow("Nhập thay, theo bản giấy")
        desk.write("Nhập t", "Bản viết tay, ký ngày 21/11/2017").tick("Bản giấy có đủ các phần và được lưu ở văn phòng")
        desk.write("Ngày nộp", "21/11/2017").press("Nhập thay, theo bản giấy")
        desk.follow(workbook.CELL_1)


def clerk_asks_for_comments(ward: Ward) -> None:
    """The comments of the residence on those who need them, sent for and received."""
    desk = ward.who("vanphong")
    for cell, person in LEADERS:
        comment_on(desk, cell, person)


def comment_on(desk: Visitor, cell: str, person: str) -> None:
    """One comment sent for, and keyed from the paper that came back."""
    desk.follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", cell).follow_in(person, "Chưa gửi phiếu")
    desk.write("Gửi lấy ý kiến nơi nào", "Chi ủy nơi cư trú").write("Ngày gửi phiếu", "21/11/2017")
    desk.press("Ghi việc gửi phiếu lấy ý kiến").follow_in(person, "Đã gửi phiếu")
    desk.write("Nội dung nhận xét", SAID).write("Người ký nhận xét", "Trần Văn Tâm, Tổ trưởng")
    desk.write("Nhập t", "Phiếu nhận xét đã ký, đóng dấu").write("Ngày nhận", "21/11/2017")
    desk.press("Ghi nhận xét đã nhận")


def clerk_records_the_statements(ward: Ward) -> None:
    """What no machine may judge of each member, as the cell's committee states it."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", workbook.CELL_1)
    best = dict.fromkeys(BEST, "Hoàn thành xuất sắc")
    state(desk, {**dict.fromkeys((*ON_PAPER, MEMBER), "Hoàn thành tốt"), **best})


def state(desk: Visitor, levels: dict[str, str], *of_the_cell: tuple[str, str]) -> None:
    """Each member's level without a fault, and what is stated of the cell itself: one list, looked over once."""
    desk.follow("Ghi nội dung khẳng định").write("Ai khẳng định", "Chi ủy chi bộ")
    for person, level in levels.items():
        for entry, answer in (("Mức hoàn thành nhiệm vụ", level), ("Vi phạm điều", "Không"), ("Không chấp", "Không")):
            desk.choose(f"{person} – {entry}", answer)
    for entry, answer in of_the_cell:
        desk.choose(entry, answer)
    desk.press("Tiếp tục").press("Ghi nội dung khẳng định")


def clerk_writes_the_committees_report(ward: Ward) -> None:
    """The report of the executive committee, sent to those called at least three days ahead."""
    desk = ward.who("vanphong")
    desk.follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", workbook.COMMITTEE, "Báo cáo kiểm điểm")
    write_sections(desk)
    desk.press("Lưu báo cáo").follow("Ghi việc gửi trước cho người dự")
    desk.tick(*(person for code, person, *_ in workbook.PEOPLE if (code, "BCH", "Ủy viên") in workbook.SEATS))
    desk.write("Ngày gửi", "21/11/2017").write("Ngày họp kiểm điểm", "05/12/2017")
    desk.tick("Danh sách ký nhận").press("Ghi việc gửi trước cho người dự")
    assert "Đã gửi (5)" in desk.text


def clerk_keys_the_leaders_papers(ward: Ward) -> None:
    """Each leader's own assessment, from his signed paper."""
    desk = ward.who("vanphong")
    desk.follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", workbook.COMMITTEE)
    for _, leader in LEADERS:
        desk.follow(leader).write("Nội dung", WRITTEN).write("Ngày viết", "21/11/2017")
        desk.write("Nhập t", "Bản tự đánh giá đã ký").press("Lưu").follow(workbook.COMMITTEE)


def clerk_receives_the_opinions(ward: Ward) -> None:
    """What the Front and the mass organisations say about the committee, in writing."""
    desk = ward.who("vanphong")
    desk.follow("Đợt kiểm điểm", SEASON, "Chuẩn bị", workbook.COMMITTEE)
    for _, body, _ in workbook.BODIES:
        desk.follow("Ghi ý kiến góp ý").choose("Tổ chức góp ý", body)
        desk.write("Nội dung góp ý", "Đề nghị quan tâm hơn việc tiếp dân.").write("Ngày nhận", "21/11/2017")
        desk.write("Nhập t", "Công văn góp ý đã ký").press("Ghi ý kiến")

"""The beginning of a year by hand: rights, the register from Excel, a rehearsal season, its plan, its opening."""

from tests.journeys import workbook
from tests.journeys.visitor import Visitor
from tests.journeys.ward import NAME, Ward

BOOK = "Kiểm điểm tập thể, cá nhân và đánh giá"
WINDOW = "Các chi bộ kiểm điểm cá nhân"
CELLS = ((workbook.CELL_1, "06/12/2017", "Bùi Đức Khánh"), (workbook.CELL_2, "07/12/2017", "Lê Quang Cường"))
SEASON = "Tập dượt kiểm điểm năm 2017"


def administrator_grants_rights(ward: Ward) -> None:
    """The accounts of the cell, the counter and the supervisor get their roles."""
    desk = ward.who("quantri")
    desk.follow("Tổ chức", NAME)
    for account, role, unit in (
        ("bithu1", "Bí thư", workbook.CELL_1),
        ("phutrach", "Người được phân công theo dõi", workbook.CELL_1),
        ("giang", "Đảng viên", workbook.CELL_1),
        ("quay", "Cán bộ văn phòng", NAME),
    ):
        desk.follow("Tổ chức", unit, "Quyền của các tài khoản")
        full = next(o for o in desk.field("Tài khoản").locator("option").all_inner_texts() if f"({account})" in o)
        desk.choose("Tài khoản", full.strip()).choose("Vai trò", role)
        desk.write("Từ ngày", "01/01/2017").press("Cấp quyền")


def officer_hands_in_the_register(ward: Ward) -> None:
    """The officer fetches the empty workbook, hands it in filled, looks at what it would do and confirms."""
    desk = ward.who("canbo")
    desk.follow("Tổ chức", NAME, "Nhập từ Excel")
    file = workbook.filled(desk.fetch("Tải mẫu trống", ward.folder))
    desk.choose("Tên mức xếp loại theo quy định", BOOK).attach("Tệp Excel", file).press("Gửi và xem trước")
    button = desk.page.get_by_role("button", name="Xác nhận nhập")
    desk.go(button)
    assert desk.title == "Đã nhập xong"
    desk.follow("Đến trang tổ chức")


def officer_drafts_a_rehearsal(ward: Ward) -> None:
    """A season on an assumed day, drafted for the committee under its rulebook."""
    desk = ward.who("canbo")
    desk.follow("Đợt kiểm điểm", "Lập đợt mới")
    desk.choose("Đảng bộ, chi bộ tổ chức đợt kiểm điểm", NAME).choose("Bộ quy tắc áp dụng", BOOK)
    desk.write("Tên đợt", SEASON).tick("Đây là đợt tập dượt, dùng ngày giả định").write("Ngày giả định", "06/11/2017")
    desk.press("Lập đợt")
    assert desk.title == SEASON


def officer_signs_the_readings(ward: Ward) -> None:
    """The committee's readings looked over, the missing texts entered, all of it signed."""
    desk = ward.who("canbo")
    desk.follow("Quy tắc", f"{NAME} · hx17")
    desk.follow("Ghi việc ký xác nhận")
    desk.write("Người ký", "Lê Quang Cường, Bí thư Đảng ủy").write("Văn bản", "Biên bản số 01").write(
        "Ngày ký", "06/11/2017"
    )
    desk.press("Ghi việc ký")


def officer_sets_the_days_and_supervisors(ward: Ward) -> None:
    """Each cell its day in the window of the plan, and somebody of another cell who follows it."""
    desk = ward.who("canbo")
    desk.follow("Đợt kiểm điểm", SEASON)
    for line, (cell, day, supervisor) in enumerate(CELLS, start=1):
        desk.follow_in(cell, WINDOW)
        desk.follow_if("Đặt ngày")
        desk.write("Từ ngày", day).write("Đến hết ngày", day).press("Đặt ngày")
        desk.follow("Phân công người phụ trách chi bộ")
        desk.choose("Chi bộ", cell).choose("Người phụ trách", supervisor)
        desk.write("Số thứ tự trong bảng phân công", str(line)).press("Phân công")


def officer_has_the_plan_passed(ward: Ward) -> None:
    """On the day of the conference: the plan as the committee passed it, then the season opened on it."""
    desk = ward.who("canbo")
    desk.follow("Đợt kiểm điểm", SEASON)
    to_day(desk, "16/11/2017")
    desk.follow("Ghi việc thông qua kế hoạch")
    desk.choose("Hội nghị trong kế hoạch", "Hội nghị quán triệt").write("Cuộc họp thông qua", "Hội nghị Ban Chấp hành")
    desk.write("Ngày thông qua", "16/11/2017").write("Số kế hoạch", "21-KH/ĐU")
    desk.write("Người ký", "Lê Quang Cường, Bí thư Đảng ủy").press("Thông qua")
    assert "thông qua ngày 16/11/2017" in desk.text
    desk.follow("Mở đợt kiểm điểm")
    desk.write("Lấy danh sách đảng viên theo ngày", "16/11/2017")
    desk.tick("Tôi đã xem lại các nội dung trên; đồng ý giữ cố định bộ quy tắc và danh sách").press("Mở đợt")
    assert "Đang tiến hành" in desk.text, desk.text[:400]


def to_day(desk: Visitor, day: str) -> None:
    """The officer moves the assumed day of the rehearsal on."""
    desk.follow("Kế hoạch", "Đổi ngày giả định").write("Ngày giả định mới", day).press("Đổi ngày")

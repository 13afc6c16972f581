"""A review meeting by hand: called, the roll, opened, each one reviewed step by step, closed, signed."""

from dataclasses import dataclass

from tests.journeys import workbook
from tests.journeys.visitor import Visitor
from tests.journeys.ward import Ward
from tests.journeys.year_begins import SEASON, to_day

SAID = "Các ý kiến thống nhất với nội dung trình bày."
CONCLUDED = "Nhất trí với kết quả kiểm điểm; bổ sung nguyên nhân của hạn chế."


@dataclass(frozen=True)
class Sitting:
    """Who meets on which day, and who leads it."""

    unit: str
    day: str
    chair: str
    deputy: str
    secretary: str

    @property
    def title(self) -> str:
        """What the calendar calls the meeting."""
        return f"Họp kiểm điểm – {self.unit}"


LEADERS = ("Lê Quang Cường", "Phạm Thị Dung", "Bùi Đức Khánh")
COMMITTEE = Sitting(workbook.COMMITTEE, "05/12/2017", "Lê Quang Cường", "Phạm Thị Dung", "Đặng Thị Lan")
CELL = Sitting(workbook.CELL_1, "06/12/2017", "Nguyễn Văn An", "Trần Thị Bình", "Vũ Thị Giang")


def office_calls_the_meetings(ward: Ward) -> None:
    """The clerk fixes the days of the committee's review and of the cell's."""
    officer = ward.who("canbo").follow("Đợt kiểm điểm", SEASON)
    to_day(officer, "28/11/2017")
    desk = ward.who("vanphong")
    for sitting in (COMMITTEE, CELL):
        desk.follow("Đợt kiểm điểm", SEASON, "Lịch họp", "Ấn định ngày họp")
        desk.choose("Tổ chức họp", sitting.unit).write("Ngày họp", sitting.day)
        desk.write("Địa điểm", "Hội trường phường").press("Ấn định")


def begin(desk: Visitor, sitting: Sitting, *, from_paper: bool = False) -> None:
    """The roll drawn and called, the meeting opened."""
    desk.follow("Danh sách dự họp, điểm danh")
    desk.write("Lập danh sách theo ngày", sitting.day).press("Lập danh sách")
    for here in desk.page.get_by_label("Có mặt", exact=True).all():
        here.check()
    desk.press("Ghi điểm danh").follow("Khai mạc")
    desk.choose("Chủ trì", sitting.chair).choose("Thư ký", sitting.secretary).write("Giờ khai mạc", "8:00")
    if from_paper:
        desk.write("Nhập thay, theo bản giấy nào", f"Biên bản họp đã ký ngày {sitting.day}")
    desk.press("Khai mạc")


def review(desk: Visitor, sitting: Sitting, name: str) -> None:
    """One line through the steps of the method and to its conclusion; the chair's own is led by another."""
    desk.follow(name)
    while desk.link("Thực hiện bước tiếp theo").count():
        desk.follow("Thực hiện bước tiếp theo")
        if name == sitting.chair:
            desk.choose("Người khác chủ trì phần này", sitting.deputy)
        if desk.title == "Đóng góp ý kiến":
            desk.choose("Loại nội dung ghi biên bản", "Ý kiến đóng góp").write("Người phát biểu", "Các đồng chí dự họp")
        desk.write("Nội dung ghi biên bản", SAID).press("Ghi là đã thực hiện")
    desk.follow("Kết luận phần này").write("Mức độ của khuyết điểm", "Hạn chế nhỏ, chưa gây hậu quả")
    desk.write("Ảnh hưởng của khuyết điểm", "Không đáng kể").write("Người được kiểm điểm", "Tiếp thu các ý kiến.")
    desk.write("Kết luận của chủ trì", CONCLUDED).press("Ghi")
    desk.follow(sitting.title)


def close(desk: Visitor, sitting: Sitting, *, carried: str = "") -> None:
    """The meeting closed, its minutes signed by both."""
    desk.follow("Kết thúc cuộc họp").write("Kết luận của cuộc họp", "Hội nghị thống nhất các nội dung đã kết luận.")
    desk.write("Người vắng, tạm giữ", carried).write("Giờ kết thúc", "11:30").press("Kết thúc")
    for part in ("Chủ trì", "Thư ký"):
        desk.follow("Ghi chữ ký biên bản").tick(part).write("Ngày ký", sitting.day).press("Ghi chữ ký")


def committee_reviews_itself(ward: Ward) -> None:
    """The executive committee on its day: the collective first, then each leader, the chair led by his deputy."""
    officer = ward.who("canbo").follow("Đợt kiểm điểm", SEASON)
    to_day(officer, COMMITTEE.day)
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Lịch họp", COMMITTEE.unit)
    begin(desk, COMMITTEE)
    for name in (COMMITTEE.unit, *LEADERS):
        review(desk, COMMITTEE, name)
    assert "Còn" not in desk.page.locator(".kd-steps").inner_text()

"""The last days of a season page by page without a browser: the ward's own grade, praise, printing, report, closing."""

import pytest

from kiemdiem.cycles.models import Season
from kiemdiem.grading.models import Commendation, Decision
from tests.journeys.hand import Hand
from tests.rooms.cycles import make as seasons
from tests.rooms.grading import make, ward
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
STANDING, COMMITTEE = "Ban Thường vụ Đảng ủy phường", "Ban Chấp hành Đảng bộ phường"
WARD, LOOKED_OVER = "Đảng bộ phường An Hòa", "Tôi đã xem bảng đối chiếu và khép đợt kiểm điểm"
CELLS = ("Chi bộ Tổ dân phố 1", "Chi bộ Tổ dân phố 11")
PEOPLE = ("Trần Văn An", "Phạm Minh Châu")
SLIP = "Phiếu chấm điểm đảng bộ"
POINTS = ("28", "23", "19", "14", "9,5")
REPORT, OWN = "Báo cáo lên cấp trên", "Xếp loại Đảng bộ"


def sit(desk: Hand, unit: str, *, kind: str, day: str) -> Hand:
    """A sitting called, its roll taken, and opened."""
    desk.follow("Lịch họp", "Ấn định ngày họp").choose("Tổ chức họp", unit).choose("Loại họp", kind)
    desk.write("Ngày họp", day).press("Ấn định").follow("Lịch họp", unit)
    return open_it(desk, day=day, people=PEOPLE)


def open_it(desk: Hand, *, day: str, people: tuple[str, str]) -> Hand:
    """The meeting on its page with everybody present, and opened."""
    desk.follow("Danh sách dự họp, điểm danh").write("Lập danh sách theo ngày", day).press("Lập danh sách")
    desk.tick_all("Có mặt").press("Ghi điểm danh").follow("Khai mạc")
    desk.choose("Chủ trì", people[0]).choose("Thư ký", people[1])
    return desk.press("Khai mạc")


def adjourn(desk: Hand, *, carried: str = "") -> Hand:
    """Everything on the order of business done and minuted, and the sitting closed."""
    while desk.links("/noi-dung/"):
        desk.go(desk.links("/noi-dung/")[0]).write("Nội dung ghi biên bản", "Thống nhất").press("Ghi là đã thực hiện")
    desk.follow("Kết thúc cuộc họp").write("Kết luận của cuộc họp", "Hội nghị thống nhất.")
    return desk.write("Người vắng, tạm giữ", carried).press("Kết thúc")


def score(desk: Hand, second: Hand) -> None:
    """The slips of five members on the ward, keyed one by one by two accounts from the signed sheet, and announced."""
    desk.follow("Bỏ phiếu, kiểm phiếu")
    ballots = desk.address
    desk.follow("Bầu tổ kiểm phiếu, phát mã").choose("Người được bầu", "Lê Thị Bình").press("Ghi vào tổ kiểm phiếu")
    desk.choose("Người được bầu", "Hoàng Văn Dũng").press("Ghi vào tổ kiểm phiếu").go(ballots).follow(SLIP)
    desk.tick_all("Người có quyền bỏ phiếu đang có mặt").tick("Nhập hai lần từ phiếu kiểm đã ký")
    desk.press("Chuẩn bị vòng bỏ phiếu").follow("Ghi số phiếu phát ra").write("Số phiếu phát ra", "5")
    desk.press("Đã phát phiếu").follow("Mở hòm phiếu").press("Mở hòm phiếu")
    round_ = desk.address
    for hand in (desk, second):
        hand.go(round_).follow("Nhập bản kiểm phiếu").write("Số phiếu thu về", "5").press("Bắt đầu nhập")
        for _ in range(5):
            for place, points in enumerate(POINTS, start=1):
                hand.page.get_element_by_id(f"d_{place}").value = points
            hand.press("Lưu phiếu này")
        hand.press("Nhập xong")
    desk.go(round_).follow("Công bố kết quả").press("Đã công bố")


def test_everything_a_meeting_needs_is_printed_once_its_day_is_fixed():
    made = seasons.opened()
    Season.objects.update(as_of=made.at.date(), is_rehearsal=True)
    clerk = Hand(made.ward.clerk, "/").follow("Lịch họp", "Ấn định ngày họp")
    clerk.choose("Tổ chức họp", CELLS[0]).write("Ngày họp", "01/12/2017").press("Ấn định")
    assert clerk.go("/").follow("In giấy tờ", CELLS[0]).press("In Bộ giấy họp").file.startswith(b"%PDF")


def test_the_ward_is_graded_reported_and_not_closed_while_anybody_waits():
    scene = ward.scene()
    home = f"/dot/{scene.season.key}/"
    clerk, officer = Hand(scene.ward.clerk, home), Hand(scene.ward.officer, home)
    sit(clerk, STANDING, kind="Họp rà soát và dự kiến", day="11/12/2017")
    clerk.go("/").follow(OWN, "Dự kiến mức").tick("Mức A").write("Ngày họp dự kiến", "11/12/2017")
    clerk.write("Căn cứ dự kiến", "Kết quả kiểm điểm").press("Tiếp tục").press("Ghi dự kiến")
    adjourn(clerk.follow("Lịch họp", STANDING))
    officer.follow("Kế hoạch", "Đổi ngày giả định").write("Ngày giả định mới", "13/12/2017").press("Đổi ngày")

    sit(clerk, COMMITTEE, kind="Hội nghị thẩm định", day="13/12/2017")
    score(clerk, officer)
    clerk.go("/").follow(OWN, "Tự phân loại").tick("Mức A")
    clerk.write("Ngày quyết định", "13/12/2017").write("Số, ký hiệu văn bản", "15-NQ/ĐU")
    clerk.press("Tiếp tục").press("Ghi tự phân loại")
    assert Decision.objects.get().document == "15-NQ/ĐU"
    adjourn(clerk.follow("Lịch họp", COMMITTEE))

    clerk.go("/").follow("In giấy tờ", WARD).press("In Bảng tổng hợp đảng viên và chi bộ")
    clerk.go("/").follow(REPORT).press("Lập báo cáo").write("Số, ký hiệu báo cáo", "08-BC/ĐU").press("Ghi đã gửi")
    assert "Đã gửi ngày 13/12/2017: 08-BC/ĐU" in clerk.text
    officer.go(home).follow("Khép đợt kiểm điểm").tick(LOOKED_OVER).press("Khép đợt", refused=True)
    assert "còn chờ: Trần Văn An; Lê Thị Bình" in officer.text


def test_one_top_cell_in_five_is_praised_and_the_season_closed():
    scene = make.on_pages(make.recognised_cells(top=5, below=1))
    clerk, officer = Hand(scene.ward.clerk, "/"), Hand(scene.ward.officer, "/")
    clerk.follow("Kết quả", "Đề nghị biểu dương").tick(*CELLS[:2]).choose("Nơi đề nghị", COMMITTEE)
    clerk.write("Ngày đề nghị", "04/12/2017").press("Tiếp tục").press("Ghi đề nghị")
    assert clerk.title == "Đã ghi đề nghị biểu dương"
    clerk.go("/").follow("Kết quả", "Lựa chọn biểu dương").tick(*CELLS[:2])
    clerk.write("Ngày quyết định", "04/12/2017").write("Số, ký hiệu văn bản", "12-NQ/ĐU")
    clerk.press("Tiếp tục", refused=True).untick(CELLS[1]).press("Tiếp tục").press("Ghi lựa chọn")
    assert [each.subject.name for each in Commendation.objects.all()] == [CELLS[0]]

    officer.follow("Kế hoạch", "Khép đợt kiểm điểm").tick(LOOKED_OVER).press("Khép đợt")
    assert "Đã khép" in officer.text
    clerk.go("/").follow("Kết quả")
    assert clerk.links("/bieu-duong/") == []


def test_who_was_away_is_reviewed_at_a_supplementary_meeting():
    scene = make.on_pages(make.frozen(make.rules()))
    away = scene.person("deputy").full_name
    meetings.close(scene, meetings.reviewed(scene, absent=("exempt", "deputy")))
    clerk, officer = Hand(scene.ward.clerk, "/"), Hand(scene.ward.officer, "/")
    clerk.follow("Lịch họp", CELLS[0], "Lập họp bổ sung").write("Ngày họp bổ sung", "06/12/2017")
    meeting = clerk.press("Lập họp bổ sung").address
    officer.follow("Kế hoạch", "Đổi ngày giả định").write("Ngày giả định mới", "06/12/2017").press("Đổi ngày")
    open_it(clerk.go(meeting), day="06/12/2017", people=("Phạm Minh Châu", "Đỗ Thị Én")).follow(away)
    while clerk.links("/buoc-tiep/"):
        clerk.follow("Thực hiện bước tiếp theo").write("Nội dung ghi biên bản", "Thống nhất")
        clerk.press("Ghi là đã thực hiện")
    clerk.follow("Kết luận phần này").write("Kết luận của chủ trì", "Nhất trí").press("Ghi")
    adjourn(clerk.go(meeting), carried="Không còn ai")
    again = scene.season.meetings.exclude(supplementary_to=None).get()
    assert (again.state, meetings.line_of(again, scene.person("deputy")).state) == ("closed", "done")

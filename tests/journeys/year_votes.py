"""Voting by hand: tellers elected, slips handed out, two counts keyed apart, compared, announced."""

from collections.abc import Mapping

from tests.journeys.visitor import Visitor
from tests.journeys.ward import Ward
from tests.journeys.year_begins import SEASON
from tests.journeys.year_meets import COMMITTEE, LEADERS, close

Marks = Mapping[str, tuple[int, ...]]


def elect(desk: Visitor, *people: str) -> dict[str, str]:
    """The secret number of each teller, as it stands on the screen once."""
    numbers = {}
    desk.follow("Bỏ phiếu, kiểm phiếu", "Bầu tổ kiểm phiếu, phát mã")
    for place, person in enumerate(people):
        desk.choose("Người được bầu", person)
        if place == 0:
            desk.tick("Tổ trưởng tổ kiểm phiếu")
        desk.press("Ghi vào tổ kiểm phiếu")
        numbers[person] = desk.page.locator(".kd-pin").inner_text()
    desk.follow("Quay lại")
    return numbers


def hand_out(desk: Visitor, ballot: str, *, slips: int, entry: str = "") -> str:
    """The round called, its slips handed out, the box opened; where the tellers key their counts."""
    desk.follow(ballot)
    for here in (
        desk.page.get_by_role("group", name="Người có quyền bỏ phiếu đang có mặt").get_by_role("checkbox").all()
    ):
        here.check()
    if entry:
        desk.tick(entry)
    desk.press("Chuẩn bị vòng bỏ phiếu")
    desk.follow("Ghi số phiếu phát ra").write("Số phiếu phát ra", str(slips)).press("Đã phát phiếu")
    desk.follow("Mở hòm phiếu").press("Mở hòm phiếu")
    return str(desk.link("Nhập bản kiểm phiếu").first.get_attribute("href"))


def teller_opens(ward: Ward, place: str, teller: str, *, number: str) -> Visitor:
    """A teller on his own telephone with his name and number, at the round that waits for a count."""
    hand = ward.guest(f"kiem-phieu-{teller}", place)
    hand.tick(teller).write("Mã kiểm phiếu", number).press("Bắt đầu")
    return hand.go(hand.page.get_by_role("main").get_by_role("listitem").get_by_role("link").first)


def teller_counts(ward: Ward, place: str, teller: str, *, number: str, slips: int, marks: Marks) -> None:
    """The figures of the round and every line of the sheet, keyed by one teller from a blank form."""
    hand = teller_opens(ward, place, teller, number=number)
    fill_sheet(hand, slips=slips, marks=marks)
    hand.page.context.close()


def fill_sheet(hand: Visitor, *, slips: int, marks: Marks) -> None:
    """The figures of the round and every line of the sheet, keyed from a blank form."""
    for label, figure in (("Số phiếu thu về", slips), ("Số phiếu hợp lệ", slips), ("Số phiếu không hợp lệ", 0)):
        hand.write(label, str(figure))
    for name, figures in marks.items():
        line = hand.page.get_by_role("row").filter(has=hand.page.get_by_role("rowheader", name=name))
        boxes = line.get_by_role("textbox")
        assert boxes.count() == len(figures), f"{name}: {boxes.count()} boxes"
        for box, figure in zip(boxes.all(), figures, strict=True):
            box.fill(str(figure))
    hand.press("Nhập xong")


def vote(ward: Ward, desk: Visitor, ballot: str, *, numbers: dict[str, str], slips: int, marks: Marks) -> None:
    """One round from its roll to its announcement; the desk ends at the ballots of the meeting."""
    place = hand_out(desk, ballot, slips=slips)
    for teller, number in numbers.items():
        teller_counts(ward, place, teller, number=number, slips=slips, marks=marks)
    announce(desk)


def announce(desk: Visitor) -> None:
    """The two counts agree and are read out; the desk ends at the ballots of the meeting."""
    desk.page.reload()
    desk.check()
    desk.follow("Công bố kết quả").press("Đã công bố").follow("Bỏ phiếu")


def committee_votes_on_its_leaders(ward: Ward) -> None:
    """The leaders' ballot where it is held: five voters, three lines, counted twice alike; then the meeting closes."""
    desk = ward.who("vanphong").follow("Đợt kiểm điểm", SEASON, "Lịch họp", COMMITTEE.unit)
    numbers = elect(desk, "Nguyễn Văn An", "Bùi Đức Khánh")
    marks = dict.fromkeys(LEADERS, (1, 4, 0, 0, 0, 0, 0))
    vote(ward, desk, "Phiếu", numbers=numbers, slips=5, marks=marks)
    desk.follow(COMMITTEE.title)
    close(desk, COMMITTEE)
    assert "Đã kết thúc" in desk.text, desk.text[:500]

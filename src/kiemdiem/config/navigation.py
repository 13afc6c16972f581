"""The navigation above every page: only what the account may open, everywhere and within the season of the page."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import access as cycles_access
from kiemdiem.desk.pages import board
from kiemdiem.grading import access as grading_access
from kiemdiem.meetings import access as meetings_access
from kiemdiem.org import access
from kiemdiem.org.models import Grant
from kiemdiem.papers import access as papers_access
from kiemdiem.reviews import access as reviews_access
from kiemdiem.rulebooks import access as rulebooks_access
from kiemdiem.web.frame import Frame, Navigation, NavItem
from kiemdiem.web.moment import today


@dataclass(frozen=True)
class Way:
    """One link, and the act one must be allowed to do somewhere to be shown it; without one it is everybody's."""

    label: str
    page: str
    act: str = ""


MAIN = (
    Way("Việc của tôi", "desk:home"),
    Way("Đợt kiểm điểm", "cycles:seasons", "cycles.see_season"),
    Way("Tổ chức", "org:units", "org.see_unit"),
    Way("Tìm người", "org:people", "org.see_person"),
    Way("Quy tắc", "rulebooks:books", "rulebooks.read"),
)
SEASON = (
    Way("Tiến độ", "desk:board", "desk.see_board"),
    Way("Kế hoạch", "cycles:season", "cycles.see_season"),
    Way("Danh sách", "cycles:subjects", "cycles.see_people"),
    Way("Chuẩn bị", "reviews:preparations", "reviews.see"),
    Way("Lịch họp", "meetings:meetings", "meetings.see"),
    Way("Kết quả", "grading:results", "grading.see_result"),
    Way("Tỷ lệ", "grading:quotas", "grading.see_quotas"),
    Way("Nhận hồ sơ", "papers:counter", "papers.see"),
    Way("Giấy tờ", "papers:papers", "papers.see"),
    Way("Thông báo", "cycles:notices", "cycles.see_people"),
    Way("Đối chiếu", "cycles:reconciliation", "cycles.see_people"),
)
ACTS = {
    **cycles_access.ACTS,
    **grading_access.ACTS,
    **meetings_access.ACTS,
    **access.ACTS,
    **papers_access.ACTS,
    **reviews_access.ACTS,
    **rulebooks_access.ACTS,
    "desk.see_board": board.READERS,
}


def navigation_of(request: HttpRequest, frame: Frame) -> Navigation:
    """Where the signed-in account may go; nowhere before it has a password of its own."""
    by = getattr(request, "user", None)
    if not isinstance(by, Account) or by.must_change_password:
        return Navigation()
    grants = list(access.granted(today(frame.as_of)).filter(account=by))
    main = tuple(NavItem(way.label, reverse(way.page)) for way in MAIN if may(way, grants))
    if not frame.season_key:
        return Navigation(main)
    keyed = [way for way in SEASON if may(way, grants)]
    return Navigation(main, tuple(NavItem(way.label, reverse(way.page, args=[frame.season_key])) for way in keyed))


def may(way: Way, grants: list[Grant]) -> bool:
    """Whether one of the grants opens the page for some part of the tree."""
    roles = ACTS[way.act] if way.act else frozenset()
    return not way.act or any(grant.role in roles and (not grant.acts or way.act in grant.acts) for grant in grants)

"""The navigation above every page: only what the account may open, everywhere and within the season of the page."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.grading import access as grading_access
from kiemdiem.meetings import access as meetings_access
from kiemdiem.org import access
from kiemdiem.org.models import Grant, Unit
from kiemdiem.papers import access as papers_access
from kiemdiem.rulebooks import access as rulebooks_access
from kiemdiem.web.frame import Frame, Navigation, NavItem
from kiemdiem.web.moment import today


@dataclass(frozen=True)
class Way:
    """One link, the act one must be allowed to do for it, and whether over the whole committee."""

    label: str
    page: str
    act: str
    over_all: bool = False


MAIN = (
    Way("Đợt kiểm điểm", "cycles:seasons", "cycles.see_season"),
    Way("Tổ chức", "org:units", "org.see_unit"),
    Way("Tìm người", "org:people", "org.see_person"),
    Way("Quy tắc", "rulebooks:books", "rulebooks.read"),
)
SEASON = (
    Way("Kế hoạch", "cycles:season", "cycles.see_season"),
    Way("Danh sách", "cycles:subjects", "cycles.see_season"),
    Way("Lịch họp", "meetings:meetings", "meetings.see"),
    Way("Nhận hồ sơ", "papers:counter", "papers.see"),
    Way("Giấy tờ", "papers:papers", "papers.see"),
    Way("Đối chiếu", "cycles:reconciliation", "cycles.reconcile", over_all=True),
)


ACTS = {
    **cycles_access.ACTS,
    **grading_access.ACTS,
    **meetings_access.ACTS,
    **access.ACTS,
    **papers_access.ACTS,
    **rulebooks_access.ACTS,
}


def navigation_of(request: HttpRequest, frame: Frame) -> Navigation:
    """Where the signed-in account may go; nowhere before it has a password of its own."""
    by = getattr(request, "user", None)
    if not isinstance(by, Account) or by.must_change_password:
        return Navigation()
    on = today(frame.as_of)
    grants = list(access.granted(on).filter(account=by))
    main = tuple(NavItem(way.label, reverse(way.page)) for way in MAIN if may(way, grants))
    if not frame.season_key:
        return Navigation(main)
    root = cycles.season(frame.season_key).unit
    ways = [w for w in SEASON if may(w, grants) and (not w.over_all or over(root, w, by=by, on=on))]
    return Navigation(main, tuple(NavItem(w.label, reverse(w.page, args=[frame.season_key])) for w in ways))


def may(way: Way, grants: list[Grant]) -> bool:
    """Whether one of the grants opens the page for some part of the tree."""
    roles = ACTS[way.act]
    return any(grant.role in roles and (not grant.acts or way.act in grant.acts) for grant in grants)


def over(root: Unit, way: Way, *, by: Account, on: date) -> bool:
    """Whether the account may open the page for the whole committee."""
    return access.holds(by, ACTS[way.act], unit=root, on=on, act=way.act)

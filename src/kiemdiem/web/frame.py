"""The frame of a page: whose page it is, of which season, on which day, and where one can go from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from kiemdiem.web import moment

LARGE_TEXT_COOKIE = "co_chu"
LARGE_TEXT = "lon"


@dataclass(frozen=True)
class NavItem:
    """One link of the main navigation."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """What stands above every page of one season.

    `as_of` is the assumed day of a demo or a rehearsal; a real season has none. `season_key` lets the navigation
    offer the season's pages; `nav` stands instead where no navigation is configured.
    """

    committee: str = ""
    season: str = ""
    season_key: str = ""
    state: str = ""
    as_of: date | None = None
    is_demo: bool = False
    nav: tuple[NavItem, ...] = ()


@dataclass(frozen=True)
class Navigation:
    """Where an account may go: everywhere, and within the season of the page."""

    main: tuple[NavItem, ...] = ()
    season: tuple[NavItem, ...] = ()


def navigation_of(request: HttpRequest, frame: Frame) -> Navigation:
    """What stands above the page, from the function named by KIEMDIEM_NAVIGATION, which knows every room."""
    named = getattr(settings, "KIEMDIEM_NAVIGATION", "")
    return import_string(named)(request, frame) if named else Navigation(main=frame.nav)


def frame_here(request: HttpRequest) -> Frame:
    """What stands above a page of no season, from the function named by KIEMDIEM_FRAME; asked once a request.

    A demo installation holds nothing but its demo: its mark and its assumed day stand on every page of it.
    """
    named = getattr(settings, "KIEMDIEM_FRAME", "")
    if not hasattr(request, "kd_frame"):
        request.kd_frame = import_string(named)() if named else Frame()  # type: ignore[attr-defined]
    kept: Frame = request.kd_frame  # type: ignore[attr-defined]
    return kept


def moment_here(request: HttpRequest) -> datetime:
    """Now, or the assumed moment of a demo installation, for a page of no season."""
    return moment.moment(frame_here(request).as_of)


def today_here(request: HttpRequest) -> date:
    """Today, or the assumed day of a demo installation, for a page of no season."""
    return moment_here(request).date()


def page_frame(request: HttpRequest) -> Mapping[str, Any]:
    """What `web/base.html` needs on every page; a page or a higher room overrides `frame` with that of its season."""
    return {
        "frame": frame_here(request),
        "large_text": request.COOKIES.get(LARGE_TEXT_COOKIE) == LARGE_TEXT,
        "here": request.get_full_path(),
    }

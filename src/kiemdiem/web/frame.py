"""The frame of a page: whose page it is, of which season, on which day, and where one can go from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

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

    `as_of` is the assumed day of a demo or a rehearsal; a real season has none.
    """

    committee: str = ""
    season: str = ""
    state: str = ""
    as_of: date | None = None
    is_demo: bool = False
    nav: tuple[NavItem, ...] = ()


def page_frame(request: HttpRequest) -> Mapping[str, Any]:
    """What `web/base.html` needs on every page; a page or a higher room overrides `frame` with that of its season."""
    return {
        "frame": Frame(),
        "large_text": request.COOKIES.get(LARGE_TEXT_COOKIE) == LARGE_TEXT,
        "here": request.get_full_path(),
    }

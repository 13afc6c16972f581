"""A new committee with nothing in it yet, and the people who come to work with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

NAME = "Đảng bộ phường Xuân Hòa"
SUPERIOR = "Thị ủy Xuân Trà"
OPENED = re.compile(r"^ *(\S+) +([a-z0-9]{4}(?:-[a-z0-9]{4}){2}) ", re.MULTILINE)
# Besides the three accounts of the office: who else gets one, under which name.
OTHERS = (("bithu1", "Nguyễn Văn An"), ("phutrach", "Bùi Đức Khánh"), ("giang", "Vũ Thị Giang"), ("quay", "Quầy hồ sơ"))


def founded(site: Site, *, since: str) -> dict[str, str]:
    """The one-time passwords of an installation whose committee was founded just now."""
    said = site.run("start", "--new", NAME, "--superior", SUPERIOR, "--since", since, "--no-serve")
    said += "".join(site.run("accounts", "open", name, "--username", user) for user, name in OTHERS)
    return dict(OPENED.findall(said))


@dataclass
class Ward:
    """One running installation; each person opens it in a window of his own."""

    site: Site
    open_page: Callable[..., Page]
    picture: Callable[..., None]
    screen: str
    passwords: dict[str, str]
    folder: Path
    visitors: dict[str, Visitor] = field(default_factory=dict)
    makes: set[str] = field(default_factory=set)

    def who(self, username: str) -> Visitor:
        """The person of that account, signed in, at his first page."""
        if username in self.visitors:
            return self.visitors[username].home()
        visitor = self.guest(username)
        self.visitors[username] = visitor
        return visitor.sign_in(username, self.passwords[username])

    def guest(self, name: str, place: str = "/") -> Visitor:
        """Somebody who has not signed in, at the door or at the place he was told to open."""
        page = self.open_page(f"{self.site.address}{place}", screen=self.screen)
        return Visitor(page, name=f"{self.screen}-{name}", picture=self.picture, makes=self.makes)

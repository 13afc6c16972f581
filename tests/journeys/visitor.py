"""Somebody at a screen: reads, follows links, fills fields by label, presses buttons, and checks each page."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, Response

from tests.journeys.checks import arrive, check_page, fits_page
from tests.journeys.crawl import kind_of
from tests.journeys.screens import SCREENS

PASSWORD = "hoa-dao-tren-song-2017"
MAIN = "#noi-dung"
# The kinds of elements a page is made of, with its heading's size: pages of one make have the same faults or none.
MAKE = """() => [document.forms.length > 2, ...new Set(
  [...document.querySelectorAll('body *')].map(e => e.tagName + '.' + e.className + '.' + (e.type ?? ''))
)].sort().join()"""


class Visitor:
    """One person with a browser window of his own; every page he meets is checked before he goes on."""

    def __init__(self, page: Page, *, name: str, picture: Callable[..., None], makes: set[str]):
        self.page, self.name, self.makes = page, name, makes
        self.picture = picture
        self.met = 0
        self.check()

    def check(self) -> None:
        """The page as it stands, checked: each make of it once, each kind once more as the other screen shows it."""
        self.met += 1
        self.picture(self.page, f"{self.name}-{self.met:03d}")
        make = self.page.evaluate(MAKE)
        self.must_hold(fits_page if make in self.makes else check_page)
        self.makes.add(make)
        kind = kind_of(self.page.url, None)
        if kind in self.makes:
            return
        self.makes.add(kind)
        own = self.page.viewport_size
        other = next(size for size in SCREENS.values() if size != own)
        self.page.set_viewport_size(other)
        self.must_hold(check_page)
        self.page.set_viewport_size(own)

    def must_hold(self, checks: Callable[[Page], None]) -> None:
        """Passes when the page keeps what is asked of every page; a fault names who met it where."""
        try:
            checks(self.page)
        except AssertionError as fault:
            width = self.page.viewport_size["width"]
            raise AssertionError(f"{self.name} at {self.page.url}, {width} wide: {fault}") from None

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def text(self) -> str:
        """What the page says, in one line."""
        return " ".join(self.page.locator(MAIN).inner_text().split())

    def sign_in(self, username: str, one_time: str) -> "Visitor":
        """Signs in for the first time and takes a password of his own."""
        self.write("Tên đăng nhập", username).write("Mật khẩu", one_time).press("Đăng nhập")
        self.write("Mật khẩu đang dùng", one_time)
        self.write("Mật khẩu mới", PASSWORD).write("Nhập lại mật khẩu mới", PASSWORD).press("Đổi mật khẩu")
        return self.home()

    def home(self) -> "Visitor":
        """Goes to his first page by the mark above every page."""
        return self.go(self.page.locator("a.kd-brand"))

    def follow(self, *links: str, nth: int = 0) -> "Visitor":
        """Follows links one after the other, each named by its own words or the beginning of them."""
        for words in links:
            self.go(self.link(words).nth(nth))
        return self

    def follow_in(self, row: str, words: str) -> "Visitor":
        """Follows a link of the one line of a table or a list that says `row`."""
        beginning = re.compile(rf"^\s*{re.escape(words)}")
        lines = self.page.locator("tr, li").filter(has_text=row)
        return self.go(lines.get_by_role("link", name=beginning).first)

    def follow_if(self, words: str) -> "Visitor":
        """Follows the link where it is offered."""
        return self.follow(words) if self.link(words).count() else self

    def link(self, words: str) -> Locator:
        """The links that say these words exactly, else those that begin with them; those above every page come last."""
        beginning = re.compile(rf"^\s*{re.escape(words)}")
        body = self.page.get_by_role("main")
        for place in (body, self.page):
            exact = place.get_by_role("link", name=words, exact=True)
            if exact.count():
                return exact
        within = body.get_by_role("link", name=beginning)
        return within if within.count() else self.page.get_by_role("link", name=beginning)

    def write(self, label: str, value: str, *, nth: int = 0) -> "Visitor":
        """Types into the field of that label."""
        self.field(label, nth=nth).fill(value)
        return self

    def choose(self, label: str, option: str, *, nth: int = 0) -> "Visitor":
        """Picks one line of a list by its words."""
        field = self.field(label, nth=nth)
        found = [o for o in field.locator("option").all_inner_texts() if o.strip().startswith(option)]
        assert found, f"“{label}” does not offer “{option}”: {field.locator('option').all_inner_texts()}"
        field.select_option(label=found[0].strip())
        return self

    def field(self, label: str, *, nth: int = 0) -> Locator:
        """The field of that label."""
        exact = self.page.get_by_label(label, exact=True)
        found = exact if exact.count() else self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}"))
        assert found.count() > nth, f"{self.name} finds no field “{label}” at {self.page.url}: {self.text[:700]}"
        return found.nth(nth)

    def tick(self, *labels: str, group: str = "") -> "Visitor":
        """Ticks boxes, or one answer of each question; `group` names the question when others have the same answers."""
        within = self.page.get_by_role("group", name=group) if group else self.page
        for label in labels:
            within.get_by_label(label, exact=True).first.check()
        return self

    def attach(self, label: str, file: Path) -> "Visitor":
        """Chooses a file of his own computer."""
        self.field(label).set_input_files(file)
        return self

    def press(self, button: str, *, refused: bool = False, nth: int = 0) -> "Visitor":
        """Presses a button and reads the page that comes; it must not be a refusal unless one is expected."""
        found = self.page.get_by_role("button", name=button, exact=True)
        assert found.count() > nth, f"{self.name} finds no button “{button}” at {self.page.url}: {self.text[:700]}"
        return self.go(found.nth(nth), refused=refused)

    def go(self, place: Locator, *, refused: bool = False) -> "Visitor":
        """Clicks and reads the page that comes."""
        assert place.count(), f"{self.name} finds no way on at {self.page.url}: {place} in {self.text[:700]}"
        self.must_be_served(arrive(place), refused=refused)
        self.check()
        return self

    def must_be_served(self, answer: Response | None, *, refused: bool) -> None:
        """The page is there, or is the refusal that was expected."""
        status = answer.status if answer else 200
        assert (status >= 400) is refused, f"{self.name}, {status} at {self.page.url}: {self.text[:700]}"

    def fetch(self, link: str, folder: Path) -> Path:
        """The file behind a link, in a folder of his own computer."""
        with self.page.expect_download() as arriving:
            self.link(link).first.click()
        brought: Download = arriving.value
        kept = folder / brought.suggested_filename
        brought.save_as(kept)
        return kept

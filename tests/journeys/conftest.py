"""A browser, its two screens, and an installation for each journey."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.journeys.screens import SCREENS
from tests.journeys.site import Site

pytest.register_assert_rewrite("tests.journeys.checks")

# A busy machine is slow, and that is no fault of a page.
expect.set_options(timeout=30_000)

CHROMIUM = Path("/usr/bin/chromium-headless-shell")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # a container gives 64 MB there, and a page that needs more dies
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all journeys."""
    if not CHROMIUM.exists():
        say = pytest.fail if os.environ.get("KIEMDIEM_TEST_STRICT") == "1" else pytest.skip
        say(f"NOT RUN: journeys need {CHROMIUM}")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An installation with an empty database, to be copied."""
    site = Site(tmp_path_factory.mktemp("origin") / "home")
    site.home.mkdir()
    site.run("migrate", "--verbosity", "0")
    return site


@pytest.fixture
def site(origin: Site, tmp_path: Path) -> Iterator[Site]:
    """A copy of the empty installation, not yet running: put people in place, then start it."""
    copied = origin.copied_to(tmp_path / "home")
    yield copied
    copied.stop()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a fresh window: `open_page(address, screen="phone")`; a script's fault fails the test."""
    contexts, faults = [], []

    def opened(address: str, *, screen: str = "desk", javascript: bool = True, cookie: Any = None) -> Page:
        context = browser.new_context(viewport=SCREENS[screen], locale="vi-VN", java_script_enabled=javascript)
        contexts.append(context)
        context.add_cookies([cookie] if cookie else [])
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def picture() -> Callable[..., None]:
    """Keeps a look at a page in the folder named by KIEMDIEM_SCREENSHOTS: `picture(page, "sign-in")`.

    Without that folder nothing is drawn: a picture is for people to look at, and no test rests on one.
    """
    named = os.environ.get("KIEMDIEM_SCREENSHOTS")
    if named:
        Path(named).mkdir(parents=True, exist_ok=True)

    def kept(page: Page, name: str, *, whole: bool = True) -> None:
        if named:
            page.screenshot(path=Path(named) / f"{name}.png", full_page=whole)

    return kept

"""A browser, its two screens, and an installation for each journey."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.site import Site

pytest.register_assert_rewrite("tests.journeys.checks")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENS = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}


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
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go: the folder named by KIEMDIEM_SCREENSHOTS, or a scratch folder."""
    named = os.environ.get("KIEMDIEM_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder

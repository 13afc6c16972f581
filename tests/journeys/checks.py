"""What every page must keep: no fault axe finds, nothing wider than the screen, targets a thumb can hit."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, Request, Response

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
LEAST_TARGET = 44
MEMBER_PAGE_BYTES = 150 * 1024

RUN_AXE = """async standards => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: standards}});
  const place = n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '');
  return found.violations.map(v => v.id + ': ' + v.nodes.map(place).join(' | '));
}"""
WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .map(e => e.tagName + '.' + e.className).slice(0, 5);
}"""
# A link inside a sentence is as high as its line; WCAG exempts it. A box counts together with its label.
SMALL = """least => {
  const inSentence = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline'
    && [...e.parentElement.childNodes].some(n => n !== e && n.textContent.trim());
  const area = e => {
    const label = ['radio', 'checkbox'].includes(e.type) && e.labels && e.labels[0];
    return (label || e).getBoundingClientRect();
  };
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.classList.contains('kd-skip') && !inSentence(e))
    .map(e => [e, area(e)])
    .filter(([e, box]) => box.width && (box.height < least - .5 || box.width < least - .5))
    .map(([e, box]) => `${e.tagName} ${(e.textContent || e.name).trim()} ${box.width|0}x${box.height|0}`);
}"""


def accessibility_faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA."""
    page.evaluate(AXE)
    return page.evaluate(RUN_AXE, STANDARDS)


def check_page(page: Page) -> None:
    """Asserts what holds for every page at every width."""
    assert accessibility_faults(page) == []
    fits_page(page)


def fits_page(page: Page) -> None:
    """Asserts that nothing is wider than the screen and every target can be hit; cheap enough for every page."""
    assert page.evaluate(WIDER) == []
    assert page.evaluate(SMALL, LEAST_TARGET) == []


def arrive(place: Locator) -> Response | None:
    """Clicks what leads to another page, and returns once that page is there: nothing is read off the one before."""
    with place.page.expect_navigation() as arriving:
        place.click()
    return arriving.value


class Weight:
    """The bytes a page brings over the wire, from the moment this is made; use a fresh browser context."""

    def __init__(self, page: Page):
        self.requests: list[Request] = []
        page.on("requestfinished", lambda request: self.requests.append(request))

    def bytes(self) -> int:
        """Headers and bodies of everything received."""
        sizes: list[dict[str, Any]] = [dict(request.sizes()) for request in self.requests]
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)

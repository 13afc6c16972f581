"""Walks a site from link to link as one account, meeting each kind of page a few times."""

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from django.urls import Resolver404, get_resolver
from playwright.sync_api import Page

from tests.journeys.site import Site

LINKS = "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)"
PAGE = "text/html"


def kind_of(address: str, urlconf: str | None) -> str:
    """The name of the page behind the address; pages of one name look alike."""
    try:
        found = get_resolver(urlconf).resolve(urlsplit(address).path)
    except Resolver404:
        return urlsplit(address).path
    return found.view_name or found.route


def walk(
    page: Page,
    site: Site,
    *,
    start: str = "/",
    within: tuple[str, ...] = ("/",),
    besides: tuple[str, ...] = (),
    each: int = 2,
    urlconf: str | None = None,
) -> Iterator[str]:
    """The name of each page as it is shown in `page`, every kind at most `each` times; a broken link fails.

    Only addresses that begin as one of `within` are followed, and none with one of the words `besides` in it.
    """
    inside = tuple(site.address + path for path in within)
    waiting, seen, met = deque([(site.address + start, "")]), set(), Counter()
    while waiting:
        address, origin = waiting.popleft()
        address = urldefrag(address).url
        kind = kind_of(address, urlconf)
        if (
            address in seen
            or not address.startswith(inside)
            or met[kind] >= each
            or any(word in address for word in besides)
        ):
            continue
        seen.add(address)
        met[kind] += 1
        head = page.request.get(address)
        assert head.status < 400, f"{address}, led to by {origin}: {head.status}"
        if not head.headers.get("content-type", "").startswith(PAGE):
            continue
        page.goto(address)
        yield kind
        waiting.extend((link, address) for link in page.evaluate(LINKS))

"""Walks the site from link to link as one account, without a browser, and reads the forms it meets."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver, get_resolver, resolve

SAMPLES = {"int": "1", "uuid": "00000000-0000-0000-0000-000000000001"}
# Parts of an address that choose what is done or shown there, not whose it is: each of their values is a page apart.
CHOOSING = {"way", "table", "kind", "suffix"}
Kind = tuple[str, ...]


def match_of(address: str) -> ResolverMatch | None:
    """The page behind an address, if there is one."""
    try:
        return resolve(urlsplit(address).path)
    except Resolver404:
        return None


def name_of(address: str) -> str:
    """The name of the page behind an address, or its path when there is none."""
    match = match_of(address)
    return match.view_name if match else urlsplit(address).path


def kind_of(address: str) -> Kind:
    """The name of the page with what is chosen there: pages of one kind differ only in whose they are."""
    match = match_of(address)
    return (name_of(address), *(v for k, v in sorted(match.kwargs.items()) if k in CHOOSING)) if match else (address,)


@dataclass
class Question:
    """One field of a form: its kind, what it holds, what may be chosen, and what its width says is to be typed."""

    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)
    width: str = ""


@dataclass
class FoundForm:
    """A form that is sent: from which page, where to, how, and what it asks."""

    page: str
    action: str
    method: str = "post"
    questions: dict[str, Question] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """Forms of one kind ask the same of different objects."""
        named = {name.rstrip("0123456789") for name in self.questions}
        return (self.method, *kind_of(self.action), *sorted(named))


class Reader(HTMLParser):
    """Reads the links and the forms of a page."""

    def __init__(self, address: str, content: str):
        super().__init__()
        self.address, self.links, self.forms = address, [], []
        self.inside: FoundForm | None = None
        self.select = ""
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a link, a form, or a question of the form it is in."""
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href"):
            self.links.append(urldefrag(urljoin(self.address, given["href"])).url)
        elif tag == "form":
            method = (given.get("method") or "get").lower()
            self.inside = FoundForm(self.address, urljoin(self.address, given.get("action", "")), method)
            self.forms.append(self.inside)
        elif self.inside is not None:
            self.note(tag, given)

    def note(self, tag: str, given: dict[str, str]) -> None:
        """Notes a question, or one of its choices."""
        name, value, kind = given.get("name", ""), given.get("value", ""), given.get("type") or tag
        if tag == "option" and self.select:
            self.inside.questions[self.select].choices.append(value)
        elif tag in ("input", "textarea", "select", "button") and name:
            known = self.inside.questions.setdefault(name, Question(kind, "" if tag == "button" else value))
            known.choices += [value] if kind in ("radio", "checkbox", "submit") else []
            known.width = next((w[5:] for w in given.get("class", "").split() if w.startswith("kd-w-")), "")
        if tag == "select":
            self.select = name

    def handle_endtag(self, tag: str) -> None:
        """Leaves a form."""
        self.inside = None if tag == "form" else self.inside


def routes(resolver: URLResolver | None = None, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name, route) of every page, its keys named in angle brackets."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route, entry.namespace or space)
        elif isinstance(entry, URLPattern):
            yield f"{space}:{entry.name}" if space else str(entry.name), route


def addresses() -> Iterator[tuple[str, str]]:
    """(name, address) of every page, with a sample in place of each key."""
    for name, route in routes():
        yield name, "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda key: SAMPLES.get(key[1], "x"), route)


def keyless() -> list[str]:
    """The addresses that need no key."""
    return [address for _, address in addresses() if "/x/" not in address and "/1/" not in address]


def read(client: Client, address: str) -> Reader | None:
    """What the account is shown at an address, if it may; of a file nothing is read."""
    answer = client.get(address)
    assert answer.status_code < 500, address
    is_page = "text/html" in answer.get("Content-Type", "")
    content = answer.content.decode() if is_page else ""
    answer.close()
    return Reader(address, content) if answer.status_code == 200 else None


def walk(client: Client, *, starts: Iterable[str] = (), each: int = 2) -> Iterator[tuple[str, Reader]]:
    """(address, content) of what the account can reach, each kind a few times: the starts, then from link to link."""
    waiting = deque([*starts, *keyless()])
    seen, met, given = set(), Counter(), set(starts)
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address)
        if address in seen or (met[kind] >= each and address not in given):
            continue
        seen.add(address)
        found = read(client, address)
        if found is None:
            continue
        met[kind] += 1
        yield address, found
        waiting.extend(link for link in found.links if link.startswith("/"))

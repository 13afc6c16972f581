"""Walks the site from link to link as one account, without a browser, and reads the forms it meets."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

SAMPLES = {"int": "1", "uuid": "00000000-0000-0000-0000-000000000001"}


def name_of(address: str) -> str:
    """The name of the page behind an address, or its path when there is none."""
    path = urlsplit(address).path
    try:
        return resolve(path).view_name
    except Resolver404:
        return path


@dataclass
class Question:
    """One field of a form: its kind, what it holds, and what may be chosen."""

    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class FoundForm:
    """A form that is sent: where to, and what it asks."""

    page: str
    action: str
    questions: dict[str, Question] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the address it is sent to."""
        return name_of(self.action)


class Reader(HTMLParser):
    """Reads the links and the sent forms of a page."""

    def __init__(self, address: str):
        super().__init__()
        self.address, self.links, self.forms = address, [], []
        self.inside: FoundForm | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a link, a form, or a question of the form it is in."""
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(urldefrag(urljoin(self.address, given["href"])).url)
        elif tag == "form":
            sent = (given.get("method") or "get").lower() == "post"
            self.inside = FoundForm(self.address, urljoin(self.address, given.get("action") or "")) if sent else None
            self.forms += [self.inside] if self.inside else []
        elif self.inside is not None:
            self.note(tag, given)

    def note(self, tag: str, given: dict[str, str | None]) -> None:
        """Notes a question, or one of its choices."""
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "option" and self.select:
            self.inside.questions[self.select].choices.append(value)
        elif tag in ("input", "textarea", "select") and name:
            known = self.inside.questions.setdefault(name, Question(given.get("type") or tag, value))
            known.choices += [value] if given.get("type") in ("radio", "checkbox") else []
        if tag == "select":
            self.select = name

    def handle_endtag(self, tag: str) -> None:
        """Leaves a form."""
        self.inside = None if tag == "form" else self.inside


def addresses(resolver: URLResolver | None = None, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name, address) of every page, with a sample in place of each key."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, route, entry.namespace or space)
        elif isinstance(entry, URLPattern):
            path = route
            for key, converter in entry.pattern.converters.items():
                kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
                path = path.replace(f"<{kind}:{key}>", SAMPLES.get(kind, "x")).replace(f"<{key}>", "x")
            yield f"{space}:{entry.name}" if space else str(entry.name), f"/{path}"


def walk(client: Client, *, each: int = 2) -> Iterator[tuple[str, Reader]]:
    """(name, content) of every page the account can reach from the pages without a key, each kind a few times."""
    waiting = deque(address for _, address in addresses() if "/x/" not in address and "/1/" not in address)
    seen, met = set(), Counter()
    while waiting:
        address = waiting.popleft()
        name = name_of(address)
        if address in seen or met[name] >= each:
            continue
        seen.add(address)
        answer = client.get(address)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        met[name] += 1
        reader = Reader(address)
        reader.feed(answer.content.decode())
        yield name, reader
        waiting.extend(link for link in reader.links if link.startswith("/"))

"""A long list a page at a time, and the lines whose name was asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from kiemdiem.core.names import search_key

AT_ONCE = 50
T = TypeVar("T")


@dataclass(frozen=True)
class Listed(Generic[T]):
    """The lines of one page of a list, what was searched for, and what the way to the next page has to carry."""

    lines: Sequence[T]
    page: Page
    text: str
    total: int
    kept: Mapping[str, str] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """The rest of the address on the way to another page of the same list."""
        return urlencode({**self.kept, **({"q": self.text} if self.text else {})})


def listed(
    request: HttpRequest, found: Sequence[T], *, name: Callable[[T], str], at_once: int = 0, **kept: str
) -> Listed[T]:
    """The page of the list that was asked for, of the lines whose name holds the words searched, marks aside.

    `kept`: what else of the address chose the list, such as its kind. `at_once`: how many lines a page has, when not
    as many as elsewhere.
    """
    text = request.GET.get("q", "")[:100].strip()
    wanted = search_key(text)
    named = [line for line in found if wanted in search_key(name(line))] if wanted else found
    page = Paginator(named, at_once or AT_ONCE).get_page(request.GET.get("trang"))
    return Listed(list(page.object_list), page, text, len(named), {key: value for key, value in kept.items() if value})

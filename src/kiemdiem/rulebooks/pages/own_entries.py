"""Everything the version in work says, part by part, each entry with the way to change it."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.core.law import boxes
from kiemdiem.core.law.content import Content, name_of
from kiemdiem.core.law.telling import words
from kiemdiem.core.names import search_key
from kiemdiem.rulebooks import labels, queries
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb, Tab

# What a committee changes; how facts are named and where they come from belongs to the shape of the book.
PARTS = tuple("identity quotas standards ballots process plan notices dossier criteria forms body".split())
Found = tuple[str, str, str, str]


@login_required
@require_safe
def own_entries(request: HttpRequest, code: str) -> HttpResponse:
    """Open to the officer of the committee, while a version is in work."""
    here = own_frame.opened(request, code, act="change_values")
    version = here.in_work()
    content = queries.content_of(version)
    part = request.GET.get("phan", "")
    part = part if part in PARTS else PARTS[0]
    asked = request.GET.get("q", "").strip()
    found = [
        each for each in entries(content, file=file_of(part)) if search_key(asked) in search_key(" ".join(each[1:]))
    ]
    url = here.url("own_entries")
    tabs = [Tab(words.PARTS[each], f"{url}?phan={each}", each == part) for each in PARTS if file_of(each) in content]
    return replies.show(
        request,
        "rulebooks/own_entries.html",
        here=here,
        version=version,
        tabs=tabs,
        part=part,
        asked=asked,
        found=[(here.url("own_entry", file_of(part), place or "-"), *rest) for place, *rest in found],
        crumbs=here.crumbs(Crumb("Sửa nội dung")),
    )


def file_of(part: str) -> str:
    """The file of a part of the book."""
    return "rulebook.yaml" if part == "identity" else f"{part}.yaml"


def entries(content: Content, *, file: str) -> Iterator[Found]:
    """Each entry with something to change: its place, what kind of entry it is, its wording and its clause."""
    for place, entry in walked(content[file], ""):
        model = boxes.model_at(content, file=file, place=place)
        if any(labels.is_offered(box) for box in boxes.boxes(model, entry, place=place)):
            kind = words.KINDS.get(model.__name__, words.PARTS.get(model.__name__.lower(), "Văn bản"))
            said = own_frame.words_of(entry, "title") if place == "" else own_frame.words_of(entry)
            yield place, kind, said, own_frame.words_of(entry, "clause")


def walked(value: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries in a value with their places, in order; what a gap fills in stands for itself."""
    if isinstance(value, dict):
        if "clause" in value:
            yield place, value
        for name, inner in value.items():
            if name not in ("params", "each"):
                yield from walked(inner, f"{place}/{name}" if place else name)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from walked(item, f"{place}/{name_of(item, number)}")

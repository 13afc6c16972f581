"""One chapter of a rulebook, clause by clause: the act's own text, and beside it what the rulebook makes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.core.law.chapters import Chapter, Clause
from kiemdiem.core.law.outline import Placed
from kiemdiem.core.law.source_text import passages
from kiemdiem.rulebooks import queries
from kiemdiem.rulebooks.pages import shown
from kiemdiem.rulebooks.viewer import AT_ONCE, is_minor, major_in, title_of
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@dataclass(frozen=True)
class Part:
    """One clause as far as this page tells it: the act's own words, its entries, and those told in a line each."""

    path: str
    title: str
    words: str
    entries: list[shown.Shown]
    minor: list[shown.Shown]


@login_required
@require_safe
def chapter(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Open to whoever may open the contents of the book."""
    reader = shown.reader_of(request, code)
    all_ = reader.viewed.chapters
    here = next((number for number, each in enumerate(all_) if each.key == key), None)
    if here is None:
        raise Http404
    act = queries.attached_act(code)
    page = Paginator(major_in(all_[here]), AT_ONCE).get_page(request.GET.get("trang"))
    title = title_of(all_[here].number)
    return replies.show(
        request,
        "rulebooks/chapter.html",
        reader=reader,
        title=title,
        book=reader.viewed.book,
        parts=parts(reader, all_[here], page.object_list, said=passages(act.text) if act else {}, number=page.number),
        has_act=act is not None and bool(act.text),
        page=page,
        query="&".join(f"{name}={value}" for name, value in reader.query.items()),
        before=reader.way(all_[here - 1]) if here else None,
        after=reader.way(all_[here + 1]) if here + 1 < len(all_) else None,
        crumbs=reader.crumbs(Crumb(title)),
    )


def parts(
    reader: shown.Reader, chapter: Chapter, chosen: Iterable[Placed], *, said: Mapping[str, str], number: int
) -> list[Part]:
    """The clauses of this page; what is told in a line stands on the page where its clause ends."""
    on_page = [id(one) for one in chosen]
    found = []
    for clause in chapter.clauses:
        entries = [one for one in clause.placed if id(one) in on_page]
        minor = [one for one in clause.placed if is_minor(one) and reader.viewed.where[id(one)][1] == number]
        if entries or minor:
            found.append(part(reader, clause, entries, minor=minor, said=said))
    return found


def part(
    reader: shown.Reader, clause: Clause, entries: Iterable[Placed], *, minor: Iterable[Placed], said: Mapping[str, str]
) -> Part:
    """One clause in print."""
    return Part(
        path=clause.path,
        title=title_of(clause.path),
        words=said.get(clause.path, ""),
        entries=[reader.shown(one) for one in entries],
        minor=[reader.shown(one) for one in minor],
    )

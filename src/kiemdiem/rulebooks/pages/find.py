"""What a rulebook says of something: entries whose words, clause or rows hold what was searched for, marks aside."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.core.law.outline import Placed
from kiemdiem.core.law.sections.questions import Interpretation
from kiemdiem.core.law.telling import words
from kiemdiem.rulebooks.pages import shown
from kiemdiem.web import lists, replies
from kiemdiem.web.shapes import Crumb, Tab

AT_ONCE = 30


@login_required
@require_safe
def find(request: HttpRequest, code: str) -> HttpResponse:
    """Open to whoever may open the contents of the book."""
    reader = shown.reader_of(request, code)
    part = request.GET.get("phan", "")
    part = part if part in words.PARTS else ""
    placed = [one for one in reader.viewed.placed if not part or one.part == part]
    found = lists.listed(
        request, placed, name=lambda one: searched(reader, one), at_once=AT_ONCE, phan=part, **reader.query
    )
    return replies.show(
        request,
        "rulebooks/find.html",
        reader=reader,
        found=found,
        lines=[(reader.link(one), reader.viewed.teller.kind(one), one.entry.clause) for one in found.lines],
        tabs=tabs(reader, part, found.text),
        kept={**reader.query, **({"phan": part} if part else {})},
        crumbs=reader.crumbs(Crumb("Tìm trong bộ quy tắc")),
    )


def searched(reader: shown.Reader, placed: Placed) -> str:
    """Everything of an entry a person may search for."""
    entry = placed.entry
    told = [entry.text, f"mục {entry.clause}", *entry.rows, *reader.viewed.teller.sentences(placed)]
    if isinstance(entry, Interpretation):
        told += [entry.question, entry.amb, *(reading.text for reading in entry.readings)]
    return " ".join(told)


def tabs(reader: shown.Reader, part: str, text: str) -> list[Tab]:
    """The parts of the book to search in, with all of them first."""
    kept = {"q": text} if text else {}
    there = {one.part for one in reader.viewed.placed}
    found = [Tab("Tất cả", reader.url("find", **kept), current=not part)]
    return found + [
        Tab(label, reader.url("find", phan=name, **kept), current=name == part)
        for name, label in words.PARTS.items()
        if name in there
    ]

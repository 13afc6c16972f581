"""The contents of one rulebook: its chapters in the order of the source, what is still open, how it was proved."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.rulebooks import access, queries
from kiemdiem.rulebooks.pages import shown
from kiemdiem.web import replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import Crumb, Figure


@login_required
@require_safe
def book(request: HttpRequest, code: str) -> HttpResponse:
    """Open to whoever holds any role somewhere; a committee's own book to whoever reads its readings."""
    reader = shown.reader_of(request, code)
    viewed = reader.viewed
    questions = viewed.book.interpretations.interpretations
    return replies.show(
        request,
        "rulebooks/book.html",
        reader=reader,
        book=viewed.book,
        contents=contents(reader),
        figures=[Figure(str(count), word) for word, count in viewed.count_proofs()],
        gaps=[reader.link(one) for one in viewed.placed if one.entry in viewed.open_gaps()],
        departures=[
            (reader.link(one), shown.chosen_in(viewed, one.entry))
            for one in viewed.placed
            if one.entry in questions and viewed.book.reading(one.entry.key) != one.entry.default
        ],
        act=queries.attached_act(code),
        may_attach=access.may_attach(request.user, on=today_here(request)),
        kept=reader.query,
        find=reverse("rulebooks:find", args=[code]),
        crumbs=[*reader.crumbs()[:-1], Crumb(viewed.book.code)],
    )


def contents(reader: shown.Reader) -> list[tuple[shown.Link, str]]:
    """The way to each chapter, and of what it tells."""
    return [(reader.way(each), shown.kinds_in(reader.viewed, each.placed)) for each in reader.viewed.chapters]

"""The rulebooks the reader's committees keep for themselves, and what they may be copied from."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.org import queries as org
from kiemdiem.org.models import UnitPeriod
from kiemdiem.rulebooks import access, queries
from kiemdiem.rulebooks.models import OwnBook
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.web import replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

COLUMNS = (Column("Bộ quy tắc"), Column("Của"), Column("Lập từ"), Column("Đang áp dụng"), Column("Đang sửa"))


@login_required
@require_safe
def own_books(request: HttpRequest) -> HttpResponse:
    """Open to whoever holds any role somewhere; copying to the officer of a committee."""
    now, at = today_here(request), moment_here(request)
    access.must_read(request.user, on=now)
    kept = access.committees_of(request.user, on=now)
    books = list(queries.own_books(kept))
    roots = UnitPeriod.objects.filter(unit_id__in=kept, kind="party_body", superseded_at__isnull=True)
    sources = []
    for period in roots.select_related("unit").order_by("sort_key", "pk"):
        if access.may(request.user, act="rulebooks.copy_book", unit=period.unit, at=at):
            named = queries.titles_for([period.unit_id], on=now, every=True)
            urls = [(title, reverse("rulebooks:copy_book", args=[code, period.unit.key])) for code, title in named]
            sources.append((period.name, urls))
    return replies.show(
        request,
        "rulebooks/own_books.html",
        table=Table("Bộ quy tắc riêng", COLUMNS, tuple(row(book, names_on=now) for book in books)),
        sources=sources,
        crumbs=[Crumb("Bộ quy tắc", reverse("rulebooks:books")), Crumb("Bộ quy tắc riêng")],
    )


def row(book: OwnBook, *, names_on: object) -> tuple[TableCell, ...]:
    """One own book: its title, whose it is, which versions it has."""
    versions = queries.versions(book)
    frozen = next((each for each in versions if each.is_frozen), None)
    title = own_frame.title_of(queries.content_of(versions[0]))
    return (
        TableCell(title, reverse("rulebooks:own_book", args=[book.code])),
        TableCell(org.unit_name(book.unit, on=names_on)),
        TableCell(versions[-1].began_from),
        TableCell(f"Bản {frozen.number}, chốt ngày {frozen.frozen_at:%d/%m/%Y}" if frozen else "Chưa có"),
        TableCell("" if versions[0].is_frozen else f"Bản {versions[0].number}"),
    )

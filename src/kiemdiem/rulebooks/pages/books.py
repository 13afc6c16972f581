"""The rulebooks on the shelf, and the committees whose readings the reader may see or choose."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.org import queries as org
from kiemdiem.org.models import UnitPeriod
from kiemdiem.rulebooks import access, queries
from kiemdiem.web import replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import Column, Table, TableCell


@login_required
@require_safe
def books(request: HttpRequest) -> HttpResponse:
    """Open to whoever holds any role somewhere."""
    now = today_here(request)
    access.must_read(request.user, on=now)
    rows = tuple(
        (
            TableCell(book.identity.title, reverse("rulebooks:book", args=[book.code])),
            TableCell(book.identity.issuer),
            TableCell(str(book.identity.year)),
            TableCell(book.identity.status_label or "Đã ban hành"),
            TableCell(str(len(book.rows))),
        )
        for book in (queries.rulebook(code) for code in queries.codes())
    )
    columns = (
        Column("Bộ quy tắc"),
        Column("Cơ quan ban hành"),
        Column("Năm"),
        Column("Tình trạng"),
        Column("Số yêu cầu", is_number=True),
    )
    kept = access.committees_of(request.user, on=now)
    roots = UnitPeriod.objects.filter(unit_id__in=kept, kind="party_body", superseded_at__isnull=True)
    committees = [
        (org.unit_name(period.unit, on=now), reverse("rulebooks:readings", args=[code, period.unit.key]), code)
        for period in roots.select_related("unit").order_by("sort_key", "pk")
        for code in queries.codes()
    ]
    return replies.show(
        request, "rulebooks/books.html", table=Table("Bộ quy tắc", columns, rows), committees=committees
    )

"""The seasons the reader has to do with, and the way to begin one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access, queries
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.moment import moment, today
from kiemdiem.web.shapes import Column, Table, TableCell

TONES = {"draft": "quiet", "open": "busy", "closed": "done"}


@login_required
@require_safe
def seasons(request: HttpRequest) -> HttpResponse:
    """Open to whoever holds a role over a committee or over a unit under it."""
    at = moment()
    scope = access.must_see_some(request.user, at=at)
    rows = tuple(
        (
            TableCell(season.title, reverse("cycles:season", args=[season.key])),
            TableCell(org.unit_name(season.unit, on=today())),
            TableCell(str(season.year)),
            TableCell(season.get_state_display(), tone=TONES[season.state]),
            TableCell("Bản mẫu" if season.is_demo else "Tập dượt" if season.is_rehearsal else ""),
        )
        for season in queries.seasons_within(scope)
    )
    columns = (Column("Đợt"), Column("Tổ chức"), Column("Năm"), Column("Trạng thái"), Column("Ghi chú"))
    return replies.show(
        request,
        "cycles/seasons.html",
        table=Table("Các đợt kiểm điểm", columns, rows),
        may_begin=bool(access.committees_to_begin(request.user, at=at)),
    )

"""Finding one result: every subject of the season by name, each leading to its whole file."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.desk import access, queries
from kiemdiem.grading import queries as grading
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import Result
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

ACT = "desk.inspect_result"
PAGE = 50
HEADS = (Column("Họ tên, tên tổ chức"), Column("Đối tượng"), Column("Nơi kiểm điểm"), Column("Kết quả"))


@login_required
@require_safe
def result_files(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever inspects results of the season's organisations."""
    season = cycles.season(key)
    cycles_access.must_see(request.user, season=season, at=frame.moment_in(season))
    on = frame.today_in(season)
    units = org_access.scope(request.user, access.ACTS[ACT], on=on, act=ACT)
    if not units:
        org_access.must_hold(request.user, access.ACTS[ACT], unit=season.unit, on=on, act=ACT)
    text = request.GET.get("q", "")[:100].strip()
    page = Paginator(queries.subjects_named(season, text, units=units), PAGE).get_page(request.GET.get("trang"))
    return replies.show(
        request, "desk/result_files.html", frame=frame.frame_of(season), text=text, page=page,
        query=urlencode({"q": text}) if text else "", crumbs=frame.way_to(season, Crumb("Hồ sơ một kết quả")),
        table=table(season, grading.results_of(page.object_list), total=page.paginator.count),
    )  # fmt: skip


def table(season: Season, found: list[Result], *, total: int) -> Table:
    """The subjects, each with how far its result has come."""
    book = shown.book_of(season)
    kinds = {subject.key: subject.text for subject in book.subjects.subjects}
    units = {unit.unit_id: unit.name for unit in season.units.all()}
    rows = tuple(
        (
            TableCell(each.subject.name, reverse("desk:result_file", args=[season.key, each.subject.key])),
            TableCell(kinds.get(each.subject.kind, each.subject.kind)),
            TableCell(units.get(each.subject.unit_id, "")),
            TableCell(shown.said(book, each)),
        )
        for each in found
    )
    return Table(f"Tìm thấy ({total})", HEADS, rows)

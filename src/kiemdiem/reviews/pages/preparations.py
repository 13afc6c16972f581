"""What every organisation of a season has to prepare: the way to each one's papers, and what has come in."""

from collections import Counter

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonUnit
from kiemdiem.cycles.pages import frame
from kiemdiem.reviews import access, queries
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

COLUMNS = (Column("Tổ chức"), Column("Báo cáo phải làm"), Column("Bản kiểm điểm đã nộp"))


@login_required
@require_safe
def preparations(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever reads the papers of some unit; lists the units he reads that have something to prepare."""
    season = cycles.season(key)
    cycles_access.must_see(request.user, season=season, at=frame.moment_in(season))
    scope = access.must_read_some(request.user, at=frame.moment_in(season))
    owing, handed = Counter[int](), Counter[int]()
    submitted = {paper.person_id for paper in queries.self_reviews_of(season) if paper.state != "draft"}
    for member in cycles.subjects_of(season, kind="member"):
        if member.is_reviewed and member.ended_on is None:
            owing[member.unit_id] += 1
            handed[member.unit_id] += member.person_id in submitted
    units = season.units.filter(unit_id__in=scope).select_related("unit").order_by("path", "sort_key")
    rows = [
        (
            TableCell(each.name, reverse("reviews:desk", args=[key, each.unit.key])),
            reports(season, each),
            self_reviews(handed[each.unit_id], of=owing[each.unit_id]),
        )
        for each in units
        if owing[each.unit_id] or queries.report_kinds(season, each.unit)
    ]
    return replies.show(
        request, "reviews/preparations.html", frame=frame.frame_of(season),
        table=Table(f"Tổ chức phải chuẩn bị ({len(rows)})", COLUMNS, tuple(rows)),
        crumbs=frame.way_to(season, Crumb("Chuẩn bị")),
    )  # fmt: skip


def reports(season: Season, each: SeasonUnit) -> TableCell:
    """The reports the unit owes and how many of them are begun."""
    owed = queries.report_kinds(season, each.unit)
    written = sum(queries.report(season, each.unit, kind=form.key) is not None for form in owed)
    if not owed:
        return TableCell("Không phải làm", tone="quiet")
    return TableCell(f"{written}/{len(owed)} báo cáo", tone="done" if written == len(owed) else "warn")


def self_reviews(handed: int, *, of: int) -> TableCell:
    """How many of those who owe a self-review handed it in."""
    if not of:
        return TableCell("Không phải làm", tone="quiet")
    return TableCell(f"{handed}/{of} người", tone="done" if handed == of else "warn")

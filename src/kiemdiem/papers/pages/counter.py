"""Quầy nhận hồ sơ: every unit that owes a dossier, how much of it came in, and until when the rest is due."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonUnit
from kiemdiem.cycles.pages import frame
from kiemdiem.papers import access, queries
from kiemdiem.papers.pages import season as shared
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Column, Table, TableCell

COLUMNS = (Column("Đơn vị"), Column("Đã nhận", is_number=True), Column("Hạn nộp"), Column("Tình trạng"))


@login_required
@require_safe
def counter(request: HttpRequest, season_key: str) -> HttpResponse:
    """Open to whoever reads the papers of a unit; lists only units the reader has a role over."""
    season = cycles.season(season_key)
    cycles_access.must_see(request.user, season=season, at=frame.moment_in(season))
    day = shared.today_in(season)
    units = access.must_see(request.user, on=day)
    rows = [row_of(season, each, on=day) for each in owing(season) if each.unit_id in units]
    return replies.show(
        request, "papers/counter.html", frame=shared.frame_of(season), season=season,
        crumbs=shared.way_to_counter(season), shown=Table(f"Đơn vị nộp hồ sơ ({len(rows)})", COLUMNS, tuple(rows)),
    )  # fmt: skip


def owing(season: Season) -> list[SeasonUnit]:
    """The units of the season that owe a dossier, by name."""
    kinds = {kind for dossier in cycles.book_of(season).dossier.dossiers for kind in dossier.owed_by}
    return list(cycles.units_of_kind(season, *sorted(kinds)))


def row_of(season: Season, frozen: SeasonUnit, *, on: date) -> tuple[TableCell, ...]:
    """One unit: how many of its papers came in, the next last day, and how it stands."""
    owed = queries.owed_papers(season, frozen.unit, on=on)
    missing = [each for each in owed if not each.is_settled]
    due = min((each.due_on for each in missing if each.due_on), default=None)
    late = any(each.is_late(on) for each in missing)
    url = reverse("papers:counter_unit", args=[season.key, frozen.unit.key])
    state, tone = ("Đủ", "good") if not missing else ("Quá hạn", "bad") if late else ("Còn thiếu", "warn")
    return (
        TableCell(frozen.name, url),
        TableCell(f"{len(owed) - len(missing)}/{len(owed)}"),
        TableCell(phrases.day(due) if due else ""),
        TableCell(state, tone=tone),
    )

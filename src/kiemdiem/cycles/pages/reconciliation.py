"""Đối chiếu đảng viên: everybody on the register on any day of the season, and where each ended."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access, queries
from kiemdiem.cycles.pages import frame
from kiemdiem.cycles.queries import Ended
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Column, Crumb, Figure, Table, TableCell

WORDS = {
    Ended.GRADED: ("Đã xếp loại", "done"),
    Ended.NOT_GRADED: ("Không xếp loại", "quiet"),
    Ended.PENDING: ("Đang chờ", "warn"),
    Ended.LEFT: ("Đã ra khỏi danh sách", "quiet"),
}


@login_required
@require_safe
def reconciliation(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever holds a role over units of the season; it lists the members of those units."""
    season = queries.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_see(request.user, season=season, at=at)
    scope = access.must_see_some(request.user, at=at)
    everybody = queries.reconciliation(season, on=day, standings=queries.standings_known(season, on=day))
    lines = [line for line in everybody if line.cell.pk in scope]
    found = [line.standing.ended for line in lines if line.standing]
    figures = [Figure(str(found.count(ended)), words) for ended, (words, _) in WORDS.items()]
    unknown = len(lines) - len(found)
    figures.append(Figure(str(unknown), "chưa rõ", tone="bad" if unknown else ""))
    return replies.show(
        request,
        "cycles/reconciliation.html",
        frame=frame.frame_of(season),
        season=season,
        figures=figures,
        table=listed(lines),
        crumbs=frame.way_to(season, Crumb("Đối chiếu đảng viên")),
    )


def listed(lines: list[queries.Line]) -> Table:
    """Everybody with his one place, or with what does not fit."""
    rows = tuple(
        (TableCell(line.person.full_name), TableCell(line.cell_name), place(line), TableCell(remark(line)))
        for line in lines
    )
    columns = (Column("Họ và tên"), Column("Chi bộ"), Column("Diện"), Column("Lý do, nơi tiếp theo"))
    return Table(f"Đối chiếu ({len(rows)})", columns, rows)


def place(line: queries.Line) -> TableCell:
    """The one place of a member, or that there is none, or two."""
    if line.standing is None:
        return TableCell("Ghi ở hai nơi" if line.standings else "Chưa rõ", tone="bad")
    words, tone = WORDS[line.standing.ended]
    return TableCell(words, tone=tone)


def remark(line: queries.Line) -> str:
    """Why, where next, and when."""
    said = [
        part
        for each in line.standings
        for part in (each.why, each.where, phrases.day(each.on) if each.on else "")
        if part
    ]
    return "; ".join(said)

"""Đối chiếu đảng viên: everybody on the register on any day of the season, and where each ended."""

from collections import Counter
from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access, queries
from kiemdiem.cycles.pages import frame
from kiemdiem.cycles.queries import Ended
from kiemdiem.web import lists, phrases, replies
from kiemdiem.web.shapes import Column, Crumb, Figure, Table, TableCell

UNKNOWN = "chua-ro"
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
    scope = access.must_see_people(request.user, at=at)
    everybody = queries.reconciliation(season, on=day, standings=queries.standings_known(season, on=day))
    lines = [line for line in everybody if line.cell.pk in scope]
    chosen = request.GET.get("dien", "")
    asked = [line for line in lines if chosen in ("", ended(line))]
    part = lists.listed(request, asked, name=lambda line: line.person.full_name, dien=chosen)
    return replies.show(
        request,
        "cycles/reconciliation.html",
        frame=frame.frame_of(season),
        season=season,
        figures=figures_of(lines, here=reverse("cycles:reconciliation", args=[key])),
        part=part,
        chosen=chosen,
        table=listed(part.lines, total=part.total),
        crumbs=frame.way_to(season, Crumb("Đối chiếu đảng viên")),
    )


def ended(line: queries.Line) -> str:
    """The word of the address for where a member ended."""
    return str(line.standing.ended) if line.standing else UNKNOWN


def figures_of(lines: list[queries.Line], *, here: str) -> list[Figure]:
    """How many ended in each place; each figure opens its own list."""
    counted = Counter(ended(line) for line in lines)
    figures = [Figure(str(counted[word]), label, f"{here}?dien={word}") for word, (label, _) in WORDS.items()]
    unknown = counted[UNKNOWN]
    return [*figures, Figure(str(unknown), "Chưa rõ", f"{here}?dien={UNKNOWN}", tone="bad" if unknown else "")]


def listed(lines: Sequence[queries.Line], *, total: int) -> Table:
    """Everybody with his one place, or with what does not fit."""
    rows = tuple(
        (TableCell(line.person.full_name), TableCell(line.cell_name), place(line), TableCell(remark(line)))
        for line in lines
    )
    columns = (Column("Họ và tên"), Column("Chi bộ"), Column("Diện"), Column("Lý do, nơi tiếp theo"))
    return Table(f"Đối chiếu ({total})", columns, rows)


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

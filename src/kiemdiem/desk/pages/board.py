"""The season board: how far each cell has come, and who is late."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.desk import access, queries
from kiemdiem.org import access as org_access
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import BoardRow, Crumb, Figure

READERS = access.ACTS["desk.see_board"]


@login_required
@require_safe
def board(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever follows cells of the season."""
    season = cycles.season(key)
    cycles_access.must_see(request.user, season=season, at=frame.moment_in(season))
    on = frame.today_in(season)
    units = org_access.scope(request.user, READERS, on=on)
    if not units:
        org_access.must_hold(request.user, READERS, unit=season.unit, on=on)
    progress = queries.board_of(season, units, on=on)
    rows = [
        BoardRow(
            one.unit.name,
            one.states,
            state_of(one),
            url=reverse("reviews:desk", args=[season.key, one.unit.unit.key]),
            note=f"Họp ngày {phrases.day(one.meeting_on)}" if one.meeting_on else "",
            due_on=one.due_on,
            why=f"Quá hạn: {'; '.join(one.late)}" if one.late else "",
        )
        for one in progress
    ]
    late = sum(bool(one.late) for one in progress)
    return replies.show(
        request,
        "desk/board.html",
        frame=frame.frame_of(season),
        crumbs=frame.way_to(season, Crumb("Tiến độ")),
        season=season,
        rows=rows,
        figures=[
            Figure(str(len(rows)), "chi bộ"),
            Figure(str(sum(row.done == row.total for row in rows)), "đã xong"),
            Figure(str(late), "có việc quá hạn", tone="bad" if late else ""),
        ],
    )


def state_of(one: queries.Progress) -> str:
    """How the cell stands: late when a day has passed, done when every step is behind."""
    if one.late:
        return "late"
    return "done" if all(state == "done" for _, state in one.states) else "doing"

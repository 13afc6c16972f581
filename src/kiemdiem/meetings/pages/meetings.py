"""The calendar of a season: every meeting the reader may see, by day, and what was held out of order."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

COLUMNS = (Column("Tổ chức"), Column("Ngày"), Column("Trạng thái"), Column("Ghi chú"))


@login_required
@require_safe
def meetings(request: HttpRequest, season_key: str) -> HttpResponse:
    """Open to whoever may see the season; lists only meetings of units the reader has a role over."""
    season = cycles.season(season_key)
    at, day = shared.moment_in(season), shared.today_in(season)
    if not cycles_access.may_see(request.user, season=season, at=at):
        raise refuse("Đồng chí không có quyền xem đợt kiểm điểm này.")
    found = list(queries.meetings_seen_by(request.user, season=season, on=day))
    may_plan = bool(org_access.scope(request.user, access.PLANNERS, on=day, act="meetings.plan_meeting"))
    marks = [mark for mark in queries.open_marks(season) if mark.meeting_id in {each.pk for each in found}]
    return replies.show(
        request,
        "meetings/meetings.html",
        frame=shared.frame_of(season),
        season=season,
        crumbs=[Crumb("Lịch họp")],
        shown=Table(f"Các cuộc họp ({len(found)})", COLUMNS, tuple(row_of(each) for each in found)),
        may_plan=may_plan and season.state == "open",
        marks=marks,
    )


def row_of(meeting: Meeting) -> tuple[TableCell, ...]:
    """One meeting as a row of the calendar."""
    words, tone = phrases.STATES[meeting.state]
    day = meeting.held_on or meeting.planned_on
    moved = meeting.moves.order_by("id").last()
    note = f"Dời từ {phrases.day(moved.from_on)}: {moved.reason}" if moved else ""
    url = reverse("meetings:meeting", args=[meeting.key])
    sitting = queries.sitting_of(meeting.season, meeting.kind)
    extra = sitting.title if sitting else "Họp bổ sung" if meeting.supplementary_to_id else ""
    return (
        TableCell(org.unit_name(meeting.unit, on=day or meeting.planned_at.date()), url, note=extra),
        TableCell(phrases.day(day)),
        TableCell(words, tone=tone),
        TableCell(note),
    )

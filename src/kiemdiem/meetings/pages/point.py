"""One point of a sitting's business: done, with what the minutes say about it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import AgendaPoint, MinutesEntry
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def point(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    meeting = queries.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="meetings.complete_step", unit=meeting.unit, at=at)
    found = get_object_or_404(
        AgendaPoint.objects.select_related("meeting__season"), pk=pk, meeting=meeting, line__isnull=True
    )
    form = forms.PointForm.of(request, initial={"version": meeting.version, "kind": MinutesEntry.Kind.NOTE})

    def do(answers: dict[str, Any]) -> AgendaPoint:
        answers["kind"] = answers["kind"] or MinutesEntry.Kind.NOTE
        return commands.complete_point(found, by=request.user, at=at, **answers)

    if form.carry_out(do):
        return redirect("meetings:meeting", key)
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(meeting.season), title=found.title,
        button="Ghi là đã thực hiện", about=meeting.title, hint=f"Căn cứ: {found.clause}." if found.clause else "",
        crumbs=shared.way_to(meeting, Crumb(found.title)), back=reverse("meetings:meeting", args=[key]),
    )  # fmt: skip

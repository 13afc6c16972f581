"""Opening a meeting; what would be refused or warned of is said before."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def open_meeting(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    meeting = queries.meeting(key)
    at, today = shared.moment_in(meeting.season), shared.today_in(meeting.season)
    access.must_let(request.user, act="meetings.open_meeting", unit=meeting.unit, at=at)
    here = [each.person for each in queries.roll_of(meeting) if each.present and each.person]
    head = queries.head_of(meeting, on=meeting.planned_on or today)
    form = forms.OpenForm.of(
        request,
        people=here,
        initial={
            "version": meeting.version,
            "held_on": meeting.planned_on,
            "place": meeting.place,
            "chair": head.key if head in here else "",
            "paper": meeting.paper,
        },
    )

    def do(answers: dict[str, Any]) -> Meeting:
        chair, secretary = (org.person(answers.pop(name)) for name in ("chair", "secretary"))
        return commands.open_meeting(meeting, chair=chair, secretary=secretary, by=request.user, at=at, **answers)

    if form.carry_out(do):
        return redirect("meetings:meeting", key)
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(meeting.season), title="Khai mạc cuộc họp",
        button="Khai mạc", about=meeting.title, hint=f"Người đứng đầu: {head.full_name}." if head else "",
        crumbs=shared.way_to(meeting, Crumb("Khai mạc")), back=reverse("meetings:meeting", args=[key]),
    )  # fmt: skip

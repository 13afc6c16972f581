"""The sealed slips of a meeting: who keeps them, when and on what order they were opened or destroyed."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.ballots import access, commands, forms
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def custody(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    meeting = meetings.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="ballots.record_custody", unit=meeting.unit, at=at)
    people = [each.person for each in meetings.roll_of(meeting) if each.person]
    form = forms.CustodyForm.of(request, people=people)

    def do(answers: dict[str, Any]) -> Any:
        keeper = org.person(answers.pop("keeper"))
        return commands.record_custody(meeting, answers.pop("step"), keeper=keeper, by=request.user, at=at, **answers)

    if form.carry_out(do):
        return redirect("ballots:ballots", key)
    back = reverse("ballots:ballots", args=[key])
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(meeting.season),
        title="Niêm phong, bảo quản phiếu", button="Ghi", about=meeting.title,
        hint="Phiếu được niêm phong sau khi công bố; chỉ mở khi có văn bản cho phép.",
        crumbs=shared.way_to(meeting, Crumb("Bỏ phiếu", back), Crumb("Niêm phong")), back=back,
    )  # fmt: skip

"""The minutes of a meeting as they stand, and one more entry of its general part."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def minutes(request: HttpRequest, key: str) -> HttpResponse:
    """Open to readers of the unit; writing to whoever keeps its meetings."""
    meeting = queries.meeting(key)
    at = shared.moment_in(meeting.season)
    act = "meetings.write_entry" if request.method == "POST" else "meetings.see"
    access.must_let(request.user, act=act, unit=meeting.unit, at=at)
    may_write = meeting.state == Meeting.State.OPEN and org_access.holds(
        request.user, access.KEEPERS, unit=meeting.unit, on=shared.today_in(meeting.season), act="meetings.write_entry"
    )
    form = forms.EntryForm.of(request)
    if form.carry_out(
        lambda answers: commands.write_entry(meeting, answers.pop("text"), by=request.user, at=at, **answers)
    ):
        return redirect("meetings:minutes", key)
    return replies.show(
        request, "meetings/minutes.html", form=form, frame=shared.frame_of(meeting.season), meeting=meeting,
        record=queries.meeting_record(meeting), may_write=may_write,
        crumbs=shared.way_to(meeting, Crumb("Biên bản")),
    )  # fmt: skip

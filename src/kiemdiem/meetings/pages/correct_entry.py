"""Correcting one entry of the minutes by a new one, with the reason."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import MinutesEntry
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def correct_entry(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    meeting = queries.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="meetings.correct_entry", unit=meeting.unit, at=at)
    entry = get_object_or_404(MinutesEntry, pk=pk, meeting=meeting)
    form = forms.CorrectEntryForm.of(request, initial={"text": entry.text})
    if form.carry_out(
        lambda answers: commands.correct_entry(entry, answers.pop("text"), by=request.user, at=at, **answers)
    ):
        return redirect("meetings:minutes", key)
    back = reverse("meetings:minutes", args=[key])
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(meeting.season), title="Sửa biên bản",
        button="Ghi bản sửa", about=entry.get_kind_display(), hint="Nội dung cũ vẫn được giữ và đọc được.",
        crumbs=shared.way_to(meeting, Crumb("Biên bản", back), Crumb("Sửa")), back=back,
    )  # fmt: skip

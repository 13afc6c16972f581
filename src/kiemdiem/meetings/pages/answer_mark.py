"""What a body answered about something held out of order: accepted, or to be held again."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from kiemdiem.meetings import access, commands, queries
from kiemdiem.meetings.models import OrderMark
from kiemdiem.meetings.pages import season as shared
from kiemdiem.reviews import forms as reviews
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def answer_mark(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to the officers and clerks of the body that may accept it."""
    meeting = queries.meeting(key)
    mark = get_object_or_404(
        OrderMark.objects.select_related("accepting_unit", "meeting__season"), pk=pk, meeting=meeting
    )
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="meetings.answer_mark", unit=mark.accepting_unit, at=at)
    form = reviews.AnswerMarkForm.of(request, initial={"version": mark.version})
    if form.carry_out(
        lambda answers: commands.answer_mark(mark, answers.pop("answer"), by=request.user, at=at, **answers)
    ):
        return redirect("meetings:meeting", key)
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(meeting.season),
        title="Trả lời việc sai trình tự", button="Ghi trả lời", about=mark.why,
        hint=f"Thẩm quyền: {mark.accepting_body or 'cấp ủy cấp trên'}.",
        crumbs=shared.way_to(meeting, Crumb("Sai trình tự")), back=reverse("meetings:meeting", args=[key]),
    )  # fmt: skip

"""The roll of a meeting: drawn from the register of a day, then called name by name."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def roll(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit. Drawing and calling are two forms of the one page."""
    meeting = queries.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="meetings.take_roll", unit=meeting.unit, at=at)
    people = queries.roll_of(meeting)
    is_draw = request.method == "POST" and request.POST.get("act") == "draw"
    draw = forms.DrawForm(
        request.POST if is_draw else None,
        initial={"version": meeting.version, "on": meeting.planned_on or shared.today_in(meeting.season)},
        prefix="draw",
    )
    if is_draw and draw.carry_out(lambda answers: commands.draw_roll(meeting, by=request.user, at=at, **answers)):
        return redirect("meetings:roll", key)
    sent = request.POST if request.method == "POST" and not is_draw else None
    form = forms.RollForm(sent, roll=people, initial=initial_of(meeting, people))
    if form.carry_out(
        lambda answers: commands.take_roll(
            meeting, form.present(), absences=form.absences(), version=answers["version"], by=request.user, at=at
        )
    ):
        return redirect("meetings:meeting", key)
    lines = [(each, form[f"here_{each.pk}"], form[f"why_{each.pk}"]) for each in people]
    return replies.show(
        request, "meetings/roll.html", form=draw if is_draw else form, draw=draw, roll=form, lines=lines,
        frame=shared.frame_of(meeting.season), meeting=meeting,
        crumbs=shared.way_to(meeting, Crumb("Danh sách dự họp, điểm danh")),
        may_draw=meeting.state in access.TRANSITIONS["meetings.draw_roll"][0],
        may_take=bool(people) and meeting.state in access.TRANSITIONS["meetings.take_roll"][0],
    )  # fmt: skip


def initial_of(meeting: Meeting, people: list) -> dict[str, object]:
    """What was called already; nobody is taken for present before he was called."""
    found: dict[str, object] = {"version": meeting.version}
    for each in people:
        if each.present is not None:
            found[f"here_{each.pk}"] = "1" if each.present else "0"
            found[f"why_{each.pk}"] = each.absence
    return found

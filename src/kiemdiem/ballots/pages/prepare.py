"""Preparing a round: the roll taken anew, the lines of the slip, the votes each grade needs."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def prepare(request: HttpRequest, key: str, ballot_key: str, number: int) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    meeting = meetings.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="ballots.prepare_round", unit=meeting.unit, at=at)
    shape = queries.shape_of(meeting.season, ballot_key, number=number)
    follows = queries.round_before(meeting, ballot_key, number=number)
    lines = queries.candidates_of(follows, number=number) if follows else queries.subjects_for(meeting, ballot_key)
    grades = queries.grades_of(meeting.season, ballot_key)
    voters = queries.voters_for(meeting, shape.voters)
    form = forms.PrepareForm.of(
        request, voters=voters, grades=grades, is_first=number == 1, fresh_slips=shape.fresh_slips
    )
    done = form.carry_out(
        lambda answers: commands.prepare_round(
            meeting,
            ballot_key,
            number=number,
            present=form.here(),
            entry=answers["entry"],
            slips=form.slips(),
            by=request.user,
            at=at,
        )
    )
    if done:
        return redirect("ballots:round", form.done.key)
    back = reverse("ballots:ballots", args=[key])
    return replies.show(
        request, "ballots/prepare.html", form=form, frame=shared.frame_of(meeting.season), title=shape.title,
        meeting=meeting, lines=lines, options=shape.options, back=back, fresh_slips=shape.fresh_slips,
        crumbs=shared.way_to(meeting, Crumb("Bỏ phiếu", back), Crumb("Chuẩn bị")),
    )  # fmt: skip

"""Voting again: the one repeat on undecided lines, or a new round in place of a void one."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def again(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    round_ = queries.round_of(key)
    at = shared.moment_in(round_.season)
    access.must_let(request.user, act="ballots.prepare_round", unit=round_.meeting.unit, at=at)
    is_void = round_.state == Round.State.VOID
    shape = queries.shape_of(round_.season, round_.ballot_key, number=round_.number)
    voters = queries.voters_for(round_.meeting, shape.voters)
    if is_void:
        form = forms.PrepareForm.of(request, voters=voters)
        del form.fields["entry"]
    else:
        form = forms.RepeatForm.of(request, voters=voters, undecided=queries.undecided(round_))

    def do(answers: dict[str, Any]) -> Round:
        if is_void:
            return commands.prepare_anew(round_, present=form.here(), by=request.user, at=at)
        wanted = {int(pk) for pk in answers["lines"]}
        subjects = [line.subject for line in queries.lines_of(round_) if line.subject_id in wanted]
        return commands.prepare_repeat(
            round_, subjects, present=form.here(), reason=answers["reason"], by=request.user, at=at
        )

    if form.carry_out(do):
        return redirect("ballots:round", form.done.key)
    title = "Vòng mới thay vòng hủy" if is_void else "Bỏ phiếu lại"
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(round_.season), title=title, about=round_.title,
        button="Chuẩn bị vòng mới", hint="Điểm danh lại người có mặt; phát phiếu mới.",
        crumbs=shared_rounds.way_to(round_, Crumb(title)), back=reverse("ballots:round", args=[key]),
    )  # fmt: skip

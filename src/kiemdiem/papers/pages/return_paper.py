"""Giving a received paper back to be completed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.papers import access, commands, forms, queries
from kiemdiem.papers.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def return_paper(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office."""
    received = queries.received_paper(key)
    season = received.season
    at = shared.moment_in(season)
    access.must_let(request.user, "papers.return_paper", unit=received.unit, at=at)
    form = forms.ReturnForm(
        request.POST if request.method == "POST" else None,
        initial={"version": received.version, "on": shared.today_in(season)},
    )
    if form.carry_out(lambda answers: commands.return_paper(received, by=request.user, at=at, **answers)):
        return redirect("papers:counter_unit", season.key, received.unit.key)
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(season), title="Trả lại giấy tờ",
        about=queries.title_of(received), button="Trả lại", crumbs=shared.way_to_counter(season, Crumb("Trả lại")),
        back=reverse("papers:counter_unit", args=[season.key, received.unit.key]),
    )  # fmt: skip

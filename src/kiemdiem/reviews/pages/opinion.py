"""The opinion of the Front or a mass organisation about one body, keyed as it came in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.reviews import access, commands, forms
from kiemdiem.reviews.models import Opinion
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

KIND = "review"


@login_required
def opinion(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to the office of the body."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_let(request.user, act="reviews.receive_opinion", unit=unit, season=season, at=at)
    others = [(each.unit.key, each.name) for each in season.units.select_related("unit") if each.unit_id != unit.pk]
    form = forms.OpinionForm.of(request, units=others, initial={"received_on": day})

    def receive(answers: dict[str, Any]) -> Opinion:
        return commands.receive_opinion(
            season, from_unit=org.unit(answers["from_key"]), about=unit, kind=KIND, text=answers["text"],
            received_on=answers["received_on"], paper=form.source(), reason=answers["reason"], by=request.user, at=at,
        )  # fmt: skip

    back = reverse("reviews:desk", args=[key, unit_key])
    if form.carry_out(receive):
        return redirect(back)
    name = org.unit_name(unit, on=day)
    return replies.show(
        request, "reviews/act.html", form=form, frame=frame.frame_of(season), title="Ý kiến góp ý", about=name,
        button="Ghi ý kiến", back=back, crumbs=frame.way_to(season, Crumb(name, back), Crumb("Ý kiến góp ý")),
    )  # fmt: skip

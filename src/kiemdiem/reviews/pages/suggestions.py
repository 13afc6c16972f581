"""The points a unit and its members were given to review, and the form to give or replace them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.reviews import access, commands, queries
from kiemdiem.reviews.forms.ratings import SuggestionForm
from kiemdiem.reviews.models import Suggestion
from kiemdiem.reviews.pages.sources import source_of
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

TITLE = "Gợi ý kiểm điểm"


@login_required
def suggestions(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to the office of the unit."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_let(request.user, act="reviews.give_suggestion", unit=unit, season=season, at=at)
    subjects = subjects_of(season, unit)
    seats = org.seats_under(season.unit, on=day)
    people = {seat.person.key: seat.person for seat in seats if seat.unit_id != unit.pk}
    form = SuggestionForm.of(
        request,
        subjects=[(each.key, each.name) for each in subjects.values()],
        bodies=[(each.unit.key, each.name) for each in season.units.select_related("unit")]
        + [(each.unit.key, each.name) for each in org.bodies_above(season.unit, on=day)],
        people=[(one, each.full_name) for one, each in people.items()],
        initial={"given_on": day},
    )

    def give(answers: dict[str, Any]) -> Suggestion:
        points = commands.Points(
            text=answers["text"],
            given_on=answers["given_on"],
            group=tuple(people[one] for one in answers["group"]),
            reason=answers["reason"],
        )
        return commands.give_suggestion(
            season, subjects[answers["subject"]], from_unit=org.unit(answers["from_key"]), points=points,
            paper=form.source(), by=request.user, at=at,
        )  # fmt: skip

    if form.carry_out(give):
        return redirect("reviews:suggestions", key, unit_key)
    name, back = org.unit_name(unit, on=day), reverse("reviews:desk", args=[key, unit_key])
    given = [(each, source_of(season, each)) for each in queries.suggestions_of(season, unit=unit)]
    return replies.show(
        request, "reviews/suggestions.html", form=form, frame=frame.frame_of(season), title=TITLE, about=name,
        button="Ghi gợi ý kiểm điểm", back=back, given=given,
        crumbs=frame.way_to(season, Crumb(name, back), Crumb(TITLE)),
    )  # fmt: skip


def subjects_of(season: Season, unit: Unit) -> dict[str, SeasonSubject]:
    """The subjects of a unit by key: the unit itself first, then its members by given name."""
    found = season.subjects.filter(unit=unit, ended_on__isnull=True).select_related("unit", "person")
    listed = sorted(found, key=lambda one: (one.person_id is not None, one.sort_key, one.key))
    return {each.key: each for each in listed}

"""One party's rating sheet, keyed from what it sent."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.reviews import access, commands, queries
from kiemdiem.reviews.forms.ratings import RatingForm
from kiemdiem.reviews.models import Rating
from kiemdiem.reviews.pages.sources import source_of
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb

TITLE = "Phiếu đánh giá"


@login_required
def rating(request: HttpRequest, key: str, unit_key: str, rating_key: str) -> HttpResponse:
    """Open to the office of the unit that is rated."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_let(request.user, act="reviews.receive_rating", unit=unit, season=season, at=at)
    found = Rating.objects.filter(key=rating_key, season=season, subject__unit=unit)
    kept = found.select_related("subject__unit", "party", "asked_from").first()
    if kept is None:
        raise Http404
    form = form_of(request, kept, day=day)

    def receive(answers: dict[str, Any]) -> Rating:
        sheet = commands.RatingSheet(
            levels=form.levels(), received_on=answers["received_on"], sent_to=org.unit(answers["sent_to"]),
            grade=answers["grade"], text=answers["text"], reason=answers["reason"],
        )  # fmt: skip
        return commands.receive_rating(
            kept, sheet=sheet, paper=form.source(), version=answers["version"], by=request.user, at=at
        )

    back = reverse("reviews:ratings", args=[key, unit_key])
    if form.carry_out(receive):
        return redirect(back)
    name, desk = org.unit_name(unit, on=day), reverse("reviews:desk", args=[key, unit_key])
    asked = f"{org.unit_name(kept.asked_from, on=day)}, ngày {kept.asked_on:%d/%m/%Y}"
    return replies.show(
        request, "reviews/act.html", form=form, frame=frame.frame_of(season), title=TITLE,
        about=f"{org.unit_name(kept.party, on=day)} đánh giá {kept.subject.name}", button="Ghi phiếu đánh giá",
        rows=[AnswerRow("Gửi lấy ý kiến", asked)], back=back,
        sources=list(filter(None, [source_of(season, kept)])),
        crumbs=frame.way_to(season, Crumb(name, desk), Crumb("Phiếu đánh giá của các bên", back), Crumb(TITLE)),
    )  # fmt: skip


def form_of(request: HttpRequest, kept: Rating, *, day: date) -> RatingForm:
    """The sheet as it is asked: with the criteria and grades of the rulebook, and what was handed in before."""
    book, kind = cycles.book_of(kept.season), kept.subject.kind
    given = {f"level_{fact}": level for fact, level in kept.levels.values_list("fact", "level")}
    begun = {
        "version": kept.version, "received_on": kept.received_on or day, "grade": kept.grade, "text": kept.text,
        "sent_to": kept.sent_to.key if kept.sent_to else "", **given,
    }  # fmt: skip
    return RatingForm.of(
        request,
        criteria=queries.criteria_rated(book, kind),
        grades=queries.grades_of(book, kind),
        bodies=[(each.unit.key, each.name) for each in kept.season.units.select_related("unit")],
        initial=begun,
    )

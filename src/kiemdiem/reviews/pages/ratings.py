"""The ratings of a unit by the parties beside it, level by level next to its own, and the form to ask for them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.reviews import access, commands, queries
from kiemdiem.reviews.forms.ratings import AskRatingsForm
from kiemdiem.reviews.models import Rating
from kiemdiem.reviews.pages.suggestions import subjects_of
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

TITLE = "Phiếu đánh giá của các bên"


@login_required
def ratings(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to the office of the unit."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_let(request.user, act="reviews.ask_ratings", unit=unit, season=season, at=at)
    subjects = {one: each for one, each in subjects_of(season, unit).items() if each.person_id is None}
    named = {each.unit.key: each.name for each in season.units.select_related("unit") if each.unit_id != unit.pk}
    wanted = {p.unit.key: p.name for each in subjects.values() for p in queries.parties_of(season, each)}
    form = AskRatingsForm.of(
        request,
        subjects=[(one, each.name) for one, each in subjects.items()],
        bodies=list({**wanted, **named}.items()),
        initial={"asked_on": day},
    )

    def ask(answers: dict[str, Any]) -> list[Rating]:
        return commands.ask_ratings(
            season, subjects[answers["subject"]], parties=[org.unit(one) for one in answers["parties"]],
            asked_from=org.unit(answers["from_key"]), asked_on=answers["asked_on"], paper=form.source(),
            by=request.user, at=at,
        )  # fmt: skip

    if form.carry_out(ask):
        return redirect("reviews:ratings", key, unit_key)
    name, back = org.unit_name(unit, on=day), reverse("reviews:desk", args=[key, unit_key])
    return replies.show(
        request, "reviews/ratings.html", form=form, frame=frame.frame_of(season), title=TITLE, about=name,
        button="Ghi việc gửi lấy ý kiến", back=back, wanted=list(wanted.values()),
        tables=[table_of(season, each) for each in subjects.values()],
        crumbs=frame.way_to(season, Crumb(name, back), Crumb(TITLE)),
    )  # fmt: skip


def table_of(season: Season, subject: SeasonSubject) -> Table:
    """Each criterion with the subject's own level and that of every party asked; the last line says how each stands."""
    asked = list(queries.ratings_of(season, subject))
    own = {each.entry.key: each for each in queries.attestations_asked(season, subject)}
    given = {each.pk: dict(each.levels.values_list("fact", "level")) for each in asked}
    rows = []
    for one in queries.criteria_rated(cycles.book_of(season), subject.kind):
        names = dict(one.levels)
        stated = own[one.key].attestation if one.key in own else None
        mine = TableCell(names.get(stated.level, "") if stated else "Chưa ghi")
        theirs = [TableCell(names.get(given[each.pk].get(one.key, ""), "—")) for each in asked]
        rows.append((TableCell(one.text), mine, *theirs))
    states = [state_of(season, each) for each in asked]
    rows.append((TableCell("Phiếu"), TableCell("Tự chấm"), *states))
    day = frame.today_in(season)
    heads = [Column(org.unit_name(each.party, on=day)) for each in asked]
    return Table(subject.name, (Column("Tiêu chí"), Column("Tự chấm"), *heads), tuple(rows))


def state_of(season: Season, rating: Rating) -> TableCell:
    """Whether a party's sheet came in, with the way to key it."""
    url = reverse("reviews:rating", args=[season.key, rating.subject.unit.key, rating.key])
    if rating.received_on is None:
        return TableCell("Nhập phiếu", url, tone="warn", note=f"gửi ngày {rating.asked_on:%d/%m/%Y}")
    grades = dict(queries.grades_of(cycles.book_of(season), rating.subject.kind))
    return TableCell(grades.get(rating.grade, "Đã nhận"), url, tone="done", note=f"nhận {rating.received_on:%d/%m/%Y}")

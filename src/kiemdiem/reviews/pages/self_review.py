"""The self-review of one member: written section by section, or read once it is handed in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import access, commands, forms, queries
from kiemdiem.reviews.models import Report, SelfReview
from kiemdiem.reviews.pages import autosave, marks
from kiemdiem.reviews.pages.sources import source_of
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb

ACT = "reviews.write_self_review"


@login_required
def self_review(request: HttpRequest, key: str, person_key: str) -> HttpResponse:
    """Open to the member himself and to whoever reads the papers of his cell; writing asks its own right."""
    season, person = cycles.season(key), org.person(person_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    cell = queries.member_of(season, person).unit
    access.must_read_person(request.user, person=person, unit=cell, at=at)
    asked = queries.asked_of(season, person, on=day)
    kept = queries.self_review(season, person)
    is_draft = kept is None or kept.state == SelfReview.State.DRAFT
    own = org_access.is_own_file(request.user, person)
    writing = is_draft and (own or access.may(request.user, act="reviews.key_self_review", unit=cell, at=at))
    form = autosave.form_for(request, asked.sections, kept=kept) if writing or request.method == "POST" else None

    def write(answers: dict[str, Any]) -> SelfReview:
        assert form is not None
        return commands.write_self_review(
            season, person, sections=form.sections(answers), version=answers["version"], by=request.user, at=at
        )

    if form is not None and autosave.is_asked(request):
        return autosave.answer(form, write, kept=kept)
    if form is not None and form.carry_out(write):
        if request.POST.get("act") == autosave.SAVE:
            return redirect("reviews:self_review", key, person_key)
        return redirect("reviews:self_review_act", key, person_key, "nop")
    if form is not None and form.failed and kept is not None:
        form.set_beside(kept.sections, version=kept.version)
    return replies.show(
        request,
        "reviews/self_review.html",
        form=form,
        frame=frame.frame_of(season),
        season=season,
        person=person,
        asked=asked,
        kept=kept,
        rows=rows(asked, kept),
        **history(season, kept, by=request.user),
        ways=ways(request, season, person, kept, cell=cell),
        crumbs=way_to(season, cell, Crumb(person.full_name)),
    )


def rows(asked: queries.Asked, kept: SelfReview | None) -> list[AnswerRow]:
    """The sections as they were written."""
    texts = kept.sections if kept else {}
    return [AnswerRow(each.title, forms.shown_rows(texts.get(each.key))) for each in asked.sections]


def history(season: Season, kept: SelfReview | Report | None, *, by: Account) -> dict[str, Any]:
    """What the page tells of the paper's past: its versions, from which paper each came, what was out of order."""
    if kept is None:
        return {"versions": [], "marks": [], "source": None}
    versions = [(each, source_of(season, each)) for each in kept.versions.select_related("made_by", "scan")]
    told = marks.shown(season, kept.marks.all(), by=by)
    return {"versions": versions, "marks": told, "source": source_of(season, kept)}


def ways(
    request: HttpRequest, season: Season, person: Person, kept: SelfReview | None, *, cell: Unit
) -> list[tuple[str, str]]:
    """What can be done with the paper now by this reader, as pairs of title and address."""
    state, at = kept.state if kept else SelfReview.State.DRAFT, frame.moment_in(season)
    found = []
    for slug, (title, act) in TITLES.items():
        sources, _ = access.RECORDED_SELF_REVIEW[act]
        begun = kept is not None or act == "reviews.key_self_review"
        if begun and state in sources and access.may(request.user, act=act, unit=cell, at=at):
            found.append((title, reverse("reviews:self_review_act", args=[season.key, person.key, slug])))
    return found


TITLES = {
    "nop": ("Xem lại và nộp", "reviews.submit_self_review"),
    "nhap-thay": ("Nhập thay, theo bản giấy", "reviews.key_self_review"),
    "hoan-thien": ("Bổ sung, hoàn thiện", "reviews.complete_self_review"),
    "xac-nhan": ("Chi bộ xác nhận", "reviews.confirm_self_review"),
    "dinh-chinh": ("Đính chính", "reviews.correct_self_review"),
}


def way_to(season: Season, cell: Unit, *more: Crumb) -> list[Crumb]:
    """The way to a page about a member of the cell."""
    name = org.unit_name(cell, on=frame.today_in(season))
    return frame.way_to(season, Crumb(name, reverse("reviews:desk", args=[season.key, cell.key])), *more)

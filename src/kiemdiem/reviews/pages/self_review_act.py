"""One act on a self-review: look over and hand in, key from paper, complete, confirm, correct."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Person
from kiemdiem.reviews import access, commands, forms, queries
from kiemdiem.reviews.models import SelfReview
from kiemdiem.web import replies
from kiemdiem.web.forms import Form, VersionedForm
from kiemdiem.web.shapes import AnswerRow, Crumb


@dataclass(frozen=True)
class About:
    """What the act is about: the season, the member, and his paper when it was begun."""

    season: Season
    person: Person
    kept: SelfReview | None
    asked: queries.Asked


@dataclass(frozen=True)
class Way:
    """How a page carries out one act: its title, its right, its form and its command."""

    title: str
    act: str
    form: type[Form]
    do: Callable[[About, Any, dict[str, Any], Account, datetime], Any]
    button: str = ""


def begun(about: About) -> SelfReview:
    """The paper.

    Raises: Http404 while there is none.
    """
    if about.kept is None:
        raise Http404
    return about.kept


def key_paper(about: About, form: Any, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The paper keyed for its author."""
    return commands.key_self_review(
        about.season, about.person, paper=form.source(), submitted_on=answers["submitted_on"], by=by, at=at
    )


def revision(form: Any, answers: dict[str, Any]) -> commands.Revision:
    """The new text with its reason and day."""
    return commands.Revision(form.sections(answers), answers["reason"], answers["happened_on"], form.source())


WAYS = {
    "nop": Way(
        "Xem lại và nộp bản kiểm điểm", "reviews.submit_self_review", forms.SubmitForm,
        lambda about, form, answers, by, at: commands.submit_self_review(
            begun(about), submitted_on=day_of(at), version=answers["version"], by=by, at=at
        ),
        "Nộp bản kiểm điểm",
    ),
    "nhap-thay": Way(
        "Nhập thay, theo bản giấy", "reviews.key_self_review", forms.KeySelfReviewForm, key_paper,
    ),
    "hoan-thien": Way(
        "Bổ sung, hoàn thiện theo kết luận", "reviews.complete_self_review", forms.RevisionForm,
        lambda about, form, answers, by, at: commands.complete_self_review(
            begun(about), revision=revision(form, answers), version=answers["version"], by=by, at=at
        ),
    ),
    "xac-nhan": Way(
        "Chi bộ xác nhận bản đã hoàn thiện", "reviews.confirm_self_review", forms.ConfirmForm,
        lambda about, form, answers, by, at: commands.confirm_self_review(
            begun(about), confirmer=answers["confirmer"], confirmed_on=answers["confirmed_on"], paper=form.source(),
            version=answers["version"], by=by, at=at,
        ),
    ),
    "dinh-chinh": Way(
        "Đính chính bản kiểm điểm", "reviews.correct_self_review", forms.RevisionForm,
        lambda about, form, answers, by, at: commands.correct_self_review(
            begun(about), revision=revision(form, answers), version=answers["version"], by=by, at=at
        ),
    ),
}  # fmt: skip


@login_required
def self_review_act(request: HttpRequest, key: str, person_key: str, way: str) -> HttpResponse:
    """Open to whoever may do the act: the member for his own paper, the office for all."""
    if way not in WAYS:
        raise Http404
    chosen, season, person = WAYS[way], cycles.season(key), org.person(person_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    cell = queries.member_of(season, person).unit
    access.must_let_write(request.user, act=chosen.act, person=person, unit=cell, season=season, at=at)
    about = About(season, person, queries.self_review(season, person), queries.asked_of(season, person, on=day))
    if about.kept is None and way != "nhap-thay":
        return redirect("reviews:self_review", key, person_key)
    form = chosen.form.of(request, **asked_with(chosen.form, about, on=day))
    if form.carry_out(lambda answers: chosen.do(about, form, answers, request.user, at)):
        return redirect("reviews:self_review", key, person_key)
    if form.failed and isinstance(form, forms.SectionsForm):
        form.set_beside(begun(about).sections, version=begun(about).version)
    back = reverse("reviews:self_review", args=[key, person_key])
    name = org.unit_name(cell, on=day)
    return replies.show(
        request,
        "reviews/act.html",
        form=form,
        frame=frame.frame_of(season),
        title=chosen.title,
        button=chosen.button or chosen.title,
        about=person.full_name,
        rows=looked_over(about, back) if way in ("nop", "xac-nhan") else [],
        back=back,
        crumbs=frame.way_to(season, Crumb(name), Crumb(person.full_name, back), Crumb(chosen.title)),
    )


def asked_with(form: type[Form], about: About, *, on: date) -> dict[str, Any]:
    """What a form needs to begin."""
    if issubclass(form, forms.SectionsForm):
        kept = begun(about)
        return {"asked": about.asked.sections, "kept": kept.sections, "seen": kept.version}
    if issubclass(form, VersionedForm):
        return {"initial": {"version": begun(about).version}}
    return {"initial": {"submitted_on": on}}


def looked_over(about: About, change_url: str) -> list[AnswerRow]:
    """The sections to look over; an empty one leads back to be written."""
    texts = about.kept.sections if about.kept else {}
    return [AnswerRow(each.title, forms.shown_rows(texts.get(each.key)), change_url) for each in about.asked.sections]

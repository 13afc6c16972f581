"""One act on a report: record its sending, that it was presented, complete it."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import access, commands, forms, queries
from kiemdiem.reviews.models import Report
from kiemdiem.reviews.pages.report import TITLES
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import Crumb

FORMS: dict[str, type[Form]] = {
    "gui": forms.DeliverForm,
    "nhap-thay": forms.KeyReportForm,
    "hoan-thien": forms.ReportRevisionForm,
}


@login_required
def report_act(request: HttpRequest, key: str, unit_key: str, kind: str, way: str) -> HttpResponse:
    """Open to whoever holds a role of the act over the unit."""
    if way not in FORMS:
        raise Http404
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    title, act = TITLES[way]
    access.must_let(request.user, act=act, unit=unit, season=season, at=at)
    kept = queries.report(season, unit, kind=kind)
    if kept is None and way != "nhap-thay":
        raise Http404
    asked = queries.report_asked(season, unit, kind=kind)
    people = recipients(season, unit, on=day)
    form = FORMS[way].of(request, **asked_with(way, kept, asked=asked, people=people))

    def act_on(answers: dict[str, Any]) -> Any:
        told: dict[str, Any] = {"version": answers["version"], "by": request.user, "at": at}
        if way == "nhap-thay":
            return commands.write_report(
                season, unit, kind=kind, sections=form.sections(answers), finished_on=answers["finished_on"],
                paper=form.source(), **told,
            )  # fmt: skip
        if way == "gui":
            return commands.deliver_report(
                kept, sending=sending(form, answers, people=people), meeting_on=answers["meeting_on"],
                recipients=people, **told,
            )  # fmt: skip
        revision = commands.Revision(form.sections(answers), answers["reason"], answers["happened_on"], form.source())
        return commands.revise_report(kept, revision=revision, final=answers["final"], **told)

    if form.carry_out(act_on):
        return redirect("reviews:report", key, unit_key, kind)
    if form.failed and kept is not None and isinstance(form, forms.SectionsForm):
        form.set_beside(kept.sections, version=kept.version)
    back = reverse("reviews:report", args=[key, unit_key, kind])
    name = org.unit_name(unit, on=day)
    return replies.show(
        request, "reviews/act.html", form=form, frame=frame.frame_of(season), title=title, button=title, about=name,
        back=back, crumbs=frame.way_to(season, Crumb(name, back), Crumb(title)),
    )  # fmt: skip


def sending(form: Any, answers: dict[str, Any], *, people: list[Person]) -> commands.Sending:
    """The sending as it was told."""
    return commands.Sending(
        people=tuple(person for person in people if person.key in answers["people"]),
        sent_on=answers["sent_on"],
        proof=answers["proof"],
        proof_text=answers["proof_text"],
        waiver_reason=answers["waiver_reason"],
        paper=form.source(),
    )


def asked_with(way: str, kept: Report | None, *, asked: queries.ReportAsked, people: list[Person]) -> dict[str, Any]:
    """What a form needs to begin."""
    if way != "gui":
        sections = kept.sections if kept else {}
        return {"asked": asked.sections, "kept": sections, "seen": kept.version if kept else None}
    assert kept is not None
    begin = {"version": kept.version, "people": [person.key for person in people], "meeting_on": meeting_on(kept)}
    return {"people": people, "initial": begin}


def meeting_on(kept: Report) -> date | None:
    """The day the plan sets for the unit's meeting."""
    step = cycles.meeting_steps(kept.season, unit=kept.unit).filter(from_on__gt=kept.season.register_on).first()
    return step.from_on if step else None


def recipients(season: Season, unit: Unit, *, on: date) -> list[Person]:
    """Everybody with a seat in the body before which the unit is reviewed, or in the unit itself, by given name."""
    subject = cycles.subject_of_unit(season, unit, kind="collective")
    bodies = {unit, *(place.before for place in subject.places.select_related("before"))} if subject else {unit}
    people = {seat.person for body in bodies for seat in org.seats_of(body, on=on)}
    return sorted(people, key=lambda person: (person.sort_key, person.key))

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
    "trinh-bay": forms.PresentReportForm,
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
    if kept is None:
        raise Http404
    form = FORMS[way].of(request, **asked_with(way, kept, on=day))

    def act_on(answers: dict[str, Any]) -> Any:
        if way == "gui":
            people = recipients(season, unit, on=day)
            return deliver(kept, answers, people=people, by=request.user, at=at)
        if way == "trinh-bay":
            return commands.present_report(kept, by=request.user, at=at, **answers)
        done = ("collective_concluded",) if answers["concluded"] else ()
        done += ("individuals_concluded",) if answers["final"] else ()
        revision = commands.Revision(form.sections(answers), answers["reason"], answers["happened_on"])
        return commands.revise_report(
            kept, revision=revision, done=done, final=answers["final"], version=answers["version"],
            by=request.user, at=at,
        )  # fmt: skip

    if form.carry_out(act_on):
        return redirect("reviews:report", key, unit_key, kind)
    back = reverse("reviews:report", args=[key, unit_key, kind])
    name = org.unit_name(unit, on=day)
    return replies.show(
        request, "reviews/act.html", form=form, frame=frame.frame_of(season), title=title, button=title, about=name,
        back=back, crumbs=frame.way_to(season, Crumb(name, back), Crumb(title)),
    )  # fmt: skip


def deliver(kept: Report, answers: dict[str, Any], *, people: list[Person], by: Any, at: Any) -> Any:
    """The sending recorded."""
    chosen = tuple(person for person in people if person.key in answers["people"])
    sending = commands.Sending(
        people=chosen,
        sent_on=answers["sent_on"],
        proof=answers["proof"],
        proof_text=answers["proof_text"],
        waiver_reason=answers["waiver_reason"],
    )
    return commands.deliver_report(
        kept, sending=sending, meeting_on=answers["meeting_on"], recipients=people, version=answers["version"],
        by=by, at=at,
    )  # fmt: skip


def asked_with(way: str, kept: Report, *, on: date) -> dict[str, Any]:
    """What a form needs to begin."""
    if way == "hoan-thien":
        asked = queries.report_asked(kept.season, kept.unit, kind=kept.kind)
        return {"asked": asked.sections, "kept": kept.sections, "seen": kept.version}
    begin: dict[str, Any] = {"initial": {"version": kept.version}}
    if way == "gui":
        begin["people"] = recipients(kept.season, kept.unit, on=on)
        begin["initial"] |= {"people": [person.key for person in begin["people"]], "meeting_on": meeting_on(kept)}
    return begin


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

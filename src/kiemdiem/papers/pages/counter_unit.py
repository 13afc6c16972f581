"""The counter for one unit: tick what it brings, see what is here and what is missing, print the receipt."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.papers import access, commands, forms, queries
from kiemdiem.papers.commands import Handed
from kiemdiem.papers.pages import season as shared
from kiemdiem.papers.queries import OwedPaper
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb, Paper


@login_required
def counter_unit(request: HttpRequest, season_key: str, unit_key: str) -> HttpResponse:
    """Open to whoever reads the unit's papers; taking in and printing, to the office. Two forms of the one page."""
    season, unit = cycles.season(season_key), org.unit(unit_key)
    at, day = shared.moment_in(season), shared.today_in(season)
    access.must_let(request.user, "papers.see", unit=unit, at=at)
    owed = queries.owed_papers(season, unit, on=day)
    sent = request.POST if request.method == "POST" else None
    for_receipt = sent if sent and sent.get("act") == "receipt" else None
    apart = sent is not None and sent.get("act") in ("receipt", "whole")
    missing = [each for each in owed if not each.is_settled]
    form = forms.ReceiveForm(None if apart else sent, owed=missing, initial={"received_on": day})
    if form.carry_out(lambda answers: taken_in(form, season=season, unit=unit, request=request)):
        return redirect("papers:counter_unit", season_key, unit_key)
    receipt = forms.ReceiptForm(for_receipt)
    if receipt.carry_out(
        lambda answers: commands.write_receipt(season, unit, giver=answers["giver"], on=day, by=request.user, at=at)
    ):
        return redirect("papers:file", receipt.done.key, "pdf")
    whole = submit_form(request, season=season, unit=unit, on=day)
    if whole.carry_out(lambda answers: handed_in(answers, season=season, unit=unit, request=request)):
        return redirect("papers:counter_unit", season_key, unit_key)
    failed = next((each for each in (receipt, whole) if each.is_bound), form)
    return replies.show(
        request, "papers/counter_unit.html", form=failed, receive=form, receipt=receipt, whole=whole,
        frame=shared.frame_of(season), name=org.unit_name(unit, on=day), missing=len(missing),
        crumbs=shared.way_to_counter(season, Crumb(org.unit_name(unit, on=day))), groups=groups_of(owed, form),
        here=[each for each in owed if each.received is not None], may_take=access.may_take(request.user, unit, on=day),
    )  # fmt: skip


def taken_in(form: forms.ReceiveForm, *, season: Season, unit: Unit, request: HttpRequest) -> object:
    """What was ticked, taken in: a paper the act wants confirmed is ticked only as a confirmed copy."""
    answers, at = form.cleaned_data, shared.moment_in(season)
    brought = form.ticked()
    handed = Handed(answers["handed_by"], answers["received_on"], remark=answers["remark"])
    return commands.receive_papers(
        season,
        [(each.form_key, each.person, each.item.confirmed) for each in brought],
        unit=unit,
        handed=handed,
        by=request.user,
        at=at,
    )


def submit_form(request: HttpRequest, *, season: Season, unit: Unit, on: date) -> forms.SubmitForm:
    """The form that takes a dossier in as a whole, filled as the rulebook has it sent."""
    dossiers, units = queries.dossiers_of(season, unit), list(season.units.select_related("unit").order_by("path"))
    first = dossiers[0] if dossiers else None
    by_kind = {each.kind: each.unit.key for each in units}
    begun = {"submitted_on": on, "to_key": by_kind.get(first.owed_to) if first else None}
    begun["via_key"] = by_kind.get(first.via or "") if first else None
    sent = request.POST if request.method == "POST" and request.POST.get("act") == "whole" else None
    return forms.SubmitForm(sent, dossiers=dossiers, units=units, initial=begun)


def handed_in(answers: dict[str, Any], *, season: Season, unit: Unit, request: HttpRequest) -> object:
    """The dossier handed in as a whole."""
    via = org.unit(answers["via_key"]) if answers["via_key"] else None
    submitted = queries.Submitted(answers["submitted_on"], org.unit(answers["to_key"]), via)
    return commands.submit_dossier(
        season, unit, dossier=answers["dossier"], submitted=submitted, by=request.user, at=shared.moment_in(season)
    )


def groups_of(owed: list[OwedPaper], form: forms.ReceiveForm) -> list[tuple[str, list[Paper]]]:
    """The papers to tick, by dossier; those already here carry their day."""
    found: dict[str, list[Paper]] = {}
    for each in owed:
        name = forms.name_of(each)
        whose = f" — {each.person.full_name}" if each.person else ""
        ticked = bool(form.is_bound and form.data.get(name))
        came = each.received.received_on if each.is_settled and each.received else None
        line = Paper(name, f"{each.title}{whose}", received_on=came, due_on=each.due_on, ticked=ticked)
        found.setdefault(each.dossier.title, []).append(line)
    return list(found.items())

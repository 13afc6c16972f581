"""The counter for one unit: tick what it brings, see what is here and what is missing, print the receipt."""

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
    missing = [each for each in owed if not each.is_settled]
    form = forms.ReceiveForm(None if for_receipt else sent, owed=missing, initial={"received_on": day})
    if form.carry_out(lambda answers: taken_in(form, season=season, unit=unit, request=request)):
        return redirect("papers:counter_unit", season_key, unit_key)
    receipt = forms.ReceiptForm(for_receipt)
    if receipt.carry_out(
        lambda answers: commands.write_receipt(season, unit, giver=answers["giver"], on=day, by=request.user, at=at)
    ):
        return redirect("papers:file", receipt.done.key, "pdf")
    return replies.show(
        request, "papers/counter_unit.html", form=receipt if for_receipt else form, receive=form, receipt=receipt,
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

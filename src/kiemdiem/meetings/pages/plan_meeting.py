"""Fixing a meeting of a unit to a day."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


def kinds_of(season: Season) -> list[tuple[str, str]]:
    """The kinds of sitting the rulebook names beside the review, in its order."""
    return [(each.kind, each.title) for each in queries.rulebook_of(season).process.sittings]


def planned(season: Season, answers: dict[str, Any], *, by: Account) -> Meeting:
    """The meeting fixed to its day."""
    unit, kind = org.unit(answers.pop("unit")), answers.pop("kind") or queries.REVIEW
    return commands.plan_meeting(season, unit, kind=kind, by=by, at=shared.moment_in(season), **answers)


@login_required
def plan_meeting(request: HttpRequest, season_key: str) -> HttpResponse:
    """Open to officers and clerks, for the units they answer for."""
    season = cycles.season(season_key)
    mine = org_access.scope(request.user, access.PLANNERS, on=shared.today_in(season), act="meetings.plan_meeting")
    units = [(each.unit.key, each.name) for each in season.units.select_related("unit") if each.unit_id in mine]
    if not units:
        raise refuse("Tài khoản này không lập lịch họp của tổ chức nào trong đợt này.")
    form = forms.PlanForm.of(request, units=units, kinds=kinds_of(season))
    if form.carry_out(lambda answers: planned(season, answers, by=request.user)):
        return redirect("meetings:meeting", form.done.key)
    listed = Crumb("Lịch họp", reverse("meetings:meetings", args=[season.key]))
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(season), title="Ấn định ngày họp",
        button="Ấn định", crumbs=[listed, Crumb("Ấn định ngày họp")], back=listed.url,
    )  # fmt: skip

"""Fixing a meeting of a unit to a day."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.meetings import access, commands, forms
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def plan_meeting(request: HttpRequest, season_key: str) -> HttpResponse:
    """Open to officers and clerks, for the units they answer for."""
    season = cycles.season(season_key)
    mine = org_access.scope(request.user, access.PLANNERS, on=shared.today_in(season), act="meetings.plan_meeting")
    units = [(each.unit.key, each.name) for each in season.units.select_related("unit") if each.unit_id in mine]
    if not units:
        raise refuse("Tài khoản này không lập lịch họp của tổ chức nào trong đợt này.")
    form = forms.PlanForm.of(request, units=units)
    done = form.carry_out(
        lambda answers: commands.plan_meeting(
            season, org.unit(answers.pop("unit")), by=request.user, at=shared.moment_in(season), **answers
        )
    )
    if done:
        return redirect("meetings:meeting", form.done.key)
    listed = Crumb("Lịch họp", reverse("meetings:meetings", args=[season.key]))
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(season), title="Ấn định ngày họp",
        button="Ấn định", crumbs=[listed, Crumb("Ấn định ngày họp")], back=listed.url,
    )  # fmt: skip

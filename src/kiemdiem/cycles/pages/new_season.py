"""Drafting a season for a committee: which rulebook, real or rehearsal."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import access, commands, forms
from kiemdiem.cycles.models import Season
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.days import day_of
from kiemdiem.org.models import UnitPeriod
from kiemdiem.rulebooks import queries as rulebooks
from kiemdiem.web import replies
from kiemdiem.web.moment import moment
from kiemdiem.web.shapes import Crumb

ROOTS = ("party_body", "cell")


@login_required
def new_season(request: HttpRequest) -> HttpResponse:
    """Open to the officer of a committee."""
    at = moment()
    scope = access.committees_to_begin(request.user, at=at)
    if not scope:
        raise refuse(
            "Tài khoản này không lập được đợt kiểm điểm.",
            why=f"Việc này dành cho: {org_access.labels(access.ACTS['cycles.draft_season'])}.",
            todo="Đề nghị người quản trị cấp quyền.",
        )
    periods = UnitPeriod.objects.filter(unit_id__in=scope, kind__in=ROOTS, superseded_at__isnull=True)
    units = [(period.unit.key, period.name) for period in periods.select_related("unit").order_by("sort_key", "pk")]
    books = rulebooks.titles_for([period.unit_id for period in periods], on=day_of(at))
    form = forms.NewSeasonForm.of(request, units=units, books=books)

    def draft(answers: dict[str, Any]) -> Season:
        assumed = commands.Assumed(as_of=answers["as_of"]) if answers["is_rehearsal"] else None
        return commands.draft_season(
            org.unit(answers["unit_key"]),
            rulebook_code=answers["rulebook_code"],
            title=answers["title"],
            assumed=assumed,
            joined_late_on=answers["joined_late_on"],
            by=request.user,
            at=moment(assumed.as_of) if assumed else at,
        )

    if form.carry_out(draft):
        return redirect("cycles:season", form.done.key)
    crumbs = [Crumb("Đợt kiểm điểm", reverse("cycles:seasons")), Crumb("Lập đợt mới")]
    return replies.show(
        request, "cycles/act.html", form=form, title="Lập đợt kiểm điểm", button="Lập đợt",
        back=reverse("cycles:seasons"), crumbs=crumbs,
    )  # fmt: skip

"""What can be printed: every organisation the reader writes for, with how far it is; all meeting packs at once."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonUnit
from kiemdiem.jobs import commands as jobs
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import access as org_access
from kiemdiem.papers import access, batches
from kiemdiem.papers.batches import PACK, Asked
from kiemdiem.papers.pages import season as shared
from kiemdiem.web import phrases, replies
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

ACT = "papers.write_papers"
PRINTING = (batches.CELL, batches.BODY)
HEADS = (Column("Đơn vị"), Column("Cuộc họp"), Column("In được ngay", True))


@login_required
def printing(request: HttpRequest, season_key: str) -> HttpResponse:
    """Open to whoever writes papers for one of the season's organisations; all packs at once, to the office."""
    season = cycles.season(season_key)
    at, day = shared.moment_in(season), shared.today_in(season)
    units = writers_units(request, season, on=day)
    ready = [unit for unit in units if unit.kind == batches.CELL and not PACK.why_not(Asked(season, unit.unit, day))]
    may_all = access.may(request.user, "papers.write_pack", unit=season.unit, at=at)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        access.must_let(request.user, "papers.write_pack", unit=season.unit, at=at)
        if not ready or request.POST.get("what") != PACK.word:
            raise refuse("Chưa in bộ giấy họp nào.", todo="Ấn định cuộc họp của chi bộ trước, rồi bấm nút in.")
    if form.carry_out(lambda _: queued(season, PACK.word, units=ready, request=request)):
        return redirect("jobs:job", form.done.pk)
    return replies.show(
        request, "papers/printing.html", form=form, frame=shared.frame_of(season), season=season,
        table=table(season, units, on=day), ready=len(ready) if may_all else 0, crumbs=[Crumb("In giấy tờ")],
    )  # fmt: skip


def writers_units(request: HttpRequest, season: Season, *, on: date) -> list[SeasonUnit]:
    """The organisations of the season the reader writes papers for, the committee first, then by name.

    Raises: Refused when there are none.
    """
    scope = org_access.scope(request.user, access.ACTS[ACT], on=on, act=ACT)
    units = season.units.select_related("unit").order_by("sort_key", "pk")
    met = set(Meeting.objects.filter(season=season).values_list("unit_id", flat=True))
    found = [unit for unit in units if unit.unit_id in scope and (unit.kind in PRINTING or unit.unit_id in met)]
    if not found:
        access.must_let(request.user, ACT, unit=season.unit, at=shared.moment_in(season))
    return sorted(found, key=lambda unit: unit.kind != batches.BODY)


def queued(season: Season, word: str, *, units: list[SeasonUnit], request: HttpRequest) -> object:
    """The job that writes the batch for each of the organisations, on the day and moment it was asked for."""
    at = shared.moment_in(season)
    facts = {
        "season": season.key,
        "what": word,
        "units": [unit.unit.key for unit in units],
        "by": request.user.pk,
        "on": shared.today_in(season).isoformat(),
        "at": at.isoformat(),
        "back": reverse("papers:papers", args=[season.key]),
    }
    return jobs.queue_job("papers.write_batch", facts, by=request.user, at=at, season=season.key)


def table(season: Season, units: list[SeasonUnit], *, on: date) -> Table:
    """One row an organisation."""
    return Table(f"Đơn vị ({len(units)})", HEADS, tuple(row(season, unit, on=on) for unit in units))


def row(season: Season, unit: SeasonUnit, *, on: date) -> tuple[TableCell, ...]:
    """An organisation with its meeting and how many batches are ready."""
    asked = Asked(season, unit.unit, on)
    meeting = batches.meeting_now(asked)
    day = meeting.held_on or meeting.planned_on if meeting else None
    ready = sum(not batch.why_not(asked) for batch in batches.batches_of(asked))
    return (
        TableCell(unit.name, reverse("papers:printing_unit", args=[season.key, unit.unit.key])),
        TableCell(f"{phrases.day(day)}, {meeting.get_state_display().lower()}" if meeting and day else "Chưa ấn định"),
        TableCell(str(ready)),
    )

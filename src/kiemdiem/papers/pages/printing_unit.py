"""Printing for one organisation: a button for each batch that is ready, the reason beside each that is not."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.jobs.models import Job
from kiemdiem.org import queries as org
from kiemdiem.papers import access, batches, queries
from kiemdiem.papers.batches import Asked, Batch
from kiemdiem.papers.models import Paper
from kiemdiem.papers.pages import season as shared
from kiemdiem.papers.pages.papers import COLUMNS, row_of
from kiemdiem.papers.pages.printing import queued
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import Crumb, Table

FEW = 20


@dataclass(frozen=True)
class Offer:
    """One batch as the page offers it: its words, and why it cannot be printed yet."""

    batch: Batch
    why: str


@login_required
def printing_unit(request: HttpRequest, season_key: str, unit_key: str) -> HttpResponse:
    """Open to whoever writes the unit's papers; a few are written at once, many by a worker while one goes on."""
    season, unit = cycles.season(season_key), org.unit(unit_key)
    at, day = shared.moment_in(season), shared.today_in(season)
    access.must_let(request.user, "papers.write_papers", unit=unit, at=at)
    asked = Asked(season, unit, day)
    form = Form(request.POST if request.method == "POST" else None)
    if form.carry_out(lambda _: printed(asked, request.POST.get("what", ""), request=request)):
        return answered(form.done, season_key=season_key)
    here = list(queries.papers_of(season).filter(unit=unit).order_by("-pk")[:FEW])
    whose = queries.whose(season, here)
    return replies.show(
        request, "papers/printing_unit.html", form=form, frame=shared.frame_of(season),
        name=org.unit_name(unit, on=day), offers=offers(asked, request=request),
        shown=Table("Vừa in", COLUMNS, tuple(row_of(each, whose[each.pk]) for each in here)),
        crumbs=[Crumb("In giấy tờ", reverse("papers:printing", args=[season_key])), Crumb(org.unit_name(unit, on=day))],
    )  # fmt: skip


def offers(asked: Asked, *, request: HttpRequest) -> list[Offer]:
    """The batches of the unit that the reader may write."""
    at = shared.moment_in(asked.season)
    return [
        Offer(batch, batch.why_not(asked))
        for batch in batches.batches_of(asked)
        if access.may(request.user, "papers.write_papers", unit=batch.signer(asked), at=at)
    ]


def printed(asked: Asked, word: str, *, request: HttpRequest) -> Job | list[Paper]:
    """The papers, or the job that writes them.

    Raises: Refused when the batch is not ready or the reader may not write it.
    """
    batch, at = batches.batch_of(asked, word), shared.moment_in(asked.season)
    access.must_let(request.user, "papers.write_papers", unit=batch.signer(asked), at=at)
    if batch.is_long:
        frozen = cycles.season_unit(asked.season, asked.unit)
        return queued(asked.season, word, units=[frozen] if frozen else [], request=request)
    return batch.write(asked, by=request.user, at=at)


def answered(done: Job | list[Paper], *, season_key: str) -> HttpResponse:
    """Where the reader goes on: to the one paper, to the list, or to the job's progress."""
    if isinstance(done, Job):
        return redirect("jobs:job", done.pk)
    if len(done) == 1:
        return redirect("papers:file", done[0].key, "pdf")
    return redirect("papers:papers", season_key)

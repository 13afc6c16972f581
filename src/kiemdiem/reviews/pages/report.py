"""One report of a unit: written section by section, or read with whom it has reached."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.reviews import access, commands, forms, queries
from kiemdiem.reviews.models import Report
from kiemdiem.reviews.pages import autosave
from kiemdiem.reviews.pages.self_review import history
from kiemdiem.reviews.pages.sources import scan_url
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Column, Crumb, Table, TableCell

TITLES = {
    "gui": ("Ghi việc gửi trước cho người dự", "reviews.deliver_report"),
    "nhap-thay": ("Nhập thay, theo bản giấy", "reviews.key_report"),
    "hoan-thien": ("Hoàn thiện báo cáo", "reviews.revise_report"),
}


@login_required
def report(request: HttpRequest, key: str, unit_key: str, kind: str) -> HttpResponse:
    """Open to whoever reads the unit's papers; writing asks its own right."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_read(request.user, unit=unit, at=at)
    asked = queries.report_asked(season, unit, kind=kind)
    kept = queries.report(season, unit, kind=kind)
    is_draft = kept is None or kept.state == Report.State.DRAFT
    writing = is_draft and access.may(request.user, act="reviews.write_report", unit=unit, at=at)
    form = autosave.form_for(request, asked.sections, kept=kept) if writing or request.method == "POST" else None

    def write(answers: dict[str, Any]) -> Report:
        assert form is not None
        return commands.write_report(
            season, unit, kind=kind, sections=form.sections(answers), version=answers["version"],
            by=request.user, at=at,
        )  # fmt: skip

    if form is not None and autosave.is_asked(request):
        return autosave.answer(form, write, kept=kept)
    if form is not None and form.carry_out(write):
        return redirect("reviews:report", key, unit_key, kind)
    if form is not None and form.failed and kept is not None:
        form.set_beside(kept.sections, version=kept.version)
    name = org.unit_name(unit, on=day)
    return replies.show(
        request,
        "reviews/report.html",
        form=form,
        frame=frame.frame_of(season),
        name=name,
        asked=asked,
        kept=kept,
        rows=[AnswerRow(s.title, forms.shown_rows((kept.sections if kept else {}).get(s.key))) for s in asked.sections],
        deliveries=deliveries(kept) if kept else None,
        **history(season, kept, by=request.user),
        ways=ways(season, unit, kept, kind=kind, by=request.user),
        crumbs=frame.way_to(
            season, Crumb(name, reverse("reviews:desk", args=[key, unit_key])), Crumb(asked.form.title)
        ),
    )


def ways(season: Season, unit: Unit, kept: Report | None, *, kind: str, by: Account) -> list[tuple[str, str]]:
    """What this reader can do with the report now, as pairs of title and address."""
    at, state = frame.moment_in(season), kept.state if kept else Report.State.DRAFT
    found = [
        (title, reverse("reviews:report_act", args=[season.key, unit.key, kind, slug]))
        for slug, (title, act) in TITLES.items()
        if (kept is not None or act == "reviews.key_report")
        and state in access.REPORT[act][0]
        and access.may(by, act=act, unit=unit, at=at)
    ]
    step = cycles.step_of(season, kind, unit=unit)
    if step is None or step.done_on is not None or queries.is_unwritten(season, unit, kind=kind):
        return found
    if cycles_access.may(by, act="cycles.finish_step", unit=unit, at=at):
        found.append(("Ghi bước kế hoạch này đã thực hiện", reverse("cycles:step", args=[season.key, step.pk])))
    return found


def deliveries(kept: Report) -> Table:
    """Whom the report has reached, when, and how we know; with the scan of the list where one was handed in."""
    found = kept.deliveries.filter(withdrawn_at__isnull=True).select_related("person").order_by("person__sort_key")
    rows = tuple(
        (
            TableCell(each.person.full_name),
            TableCell(f"{each.sent_on:%d/%m/%Y}"),
            TableCell(each.get_proof_display(), note=each.proof_text),
            TableCell(each.paper, scan_url(kept.season, each)),
        )
        for each in found
    )
    columns = (Column("Người nhận"), Column("Ngày gửi"), Column("Căn cứ"), Column("Nhập theo bản giấy"))
    return Table(f"Đã gửi ({len(rows)})", columns, rows)

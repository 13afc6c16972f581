"""The papers written in a season, newest first, with their files."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.org import access as org_access
from kiemdiem.papers import access, queries
from kiemdiem.papers.models import Paper
from kiemdiem.papers.pages import season as shared
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

COLUMNS = (
    Column("Giấy tờ"),
    Column("Số"),
    Column("Ngày"),
    Column("Trạng thái"),
    Column("Bản Word"),
    Column("Bảng Excel"),
)
PAGE = 50
VOID = "papers.void_paper"


@login_required
@require_safe
def papers(request: HttpRequest, season_key: str) -> HttpResponse:
    """Open to whoever reads papers; lists only those of units the reader has a role over."""
    season = cycles.season(season_key)
    cycles_access.must_see(request.user, season=season, at=frame.moment_in(season))
    units = access.must_see(request.user, on=shared.today_in(season))
    found = queries.papers_of(season).filter(unit_id__in=units).order_by("-pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    voids = org_access.scope(request.user, access.ACTS[VOID], on=shared.today_in(season), act=VOID)
    columns = (*COLUMNS, Column("Việc")) if voids else COLUMNS
    whose = queries.whose(season, page)
    rows = tuple((*row_of(each, whose[each.pk]), *([void_cell(each, voids)] if voids else [])) for each in page)
    shown = Table(f"Giấy tờ đã in ({page.paginator.count})", columns, rows)
    return replies.show(
        request, "papers/papers.html", frame=shared.frame_of(season), season=season, page=page, shown=shown,
        crumbs=[Crumb("Giấy tờ")],
    )  # fmt: skip


def void_cell(paper: Paper, units: frozenset[int]) -> TableCell:
    """Where the paper is voided, for whoever may and while it stands."""
    if paper.unit_id not in units or paper.state == Paper.State.VOIDED:
        return TableCell("")
    return TableCell("Hủy", reverse("papers:void_paper", args=[paper.key]), note=paper.key)


def row_of(paper: Paper, whose: str = "") -> tuple[TableCell, ...]:
    """One paper with its files, whose it is told beside its code; a voided one says why."""
    tones = {Paper.State.VOIDED: "bad", Paper.State.DRAFT: "warn"}
    pdf = reverse("papers:file", args=[paper.key, "pdf"]) if paper.pdf_id else ""
    docx = reverse("papers:file", args=[paper.key, "docx"]) if paper.docx_id else ""
    xlsx = reverse("papers:file", args=[paper.key, "xlsx"]) if paper.xlsx_id else ""
    return (
        TableCell(paper.title, pdf, note=" · ".join(text for text in (paper.form_code, whose) if text)),
        TableCell(f"{paper.number:02d}-{paper.ledger}" if paper.number else ""),
        TableCell(phrases.day(paper.paper_on)),
        TableCell(paper.get_state_display(), tone=tones.get(paper.state, "done"), note=paper.voided_why),
        TableCell("Tải về" if docx else "", docx),
        TableCell("Tải về" if xlsx else "", xlsx),
    )

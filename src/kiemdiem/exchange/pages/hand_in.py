"""Handing an import file in for a committee; the files handed in before."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.exchange import access, commands, forms, queries, sheets
from kiemdiem.exchange.models import Upload
from kiemdiem.org import queries as org
from kiemdiem.org.days import day_of
from kiemdiem.rulebooks import queries as rulebooks
from kiemdiem.web import replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell


@login_required
def hand_in(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office of the committee."""
    unit, now = org.unit(key), today_here(request)
    access.must_do(request.user, "exchange.hand_in", unit=unit, on=now)
    books = rulebooks.titles_for([unit.pk], on=now)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = forms.HandInForm(*sent, rulebooks=books)

    def take(answers: dict[str, object]) -> Upload:
        file = answers["file"]
        return commands.hand_in(
            file.read(),
            name=file.name,
            unit=unit,
            rulebook_code=answers["rulebook_code"],
            by=request.user,
            at=moment_here(request),
        )

    if request.method == "POST" and form.carry_out(take):
        return redirect("exchange:preview", form.done.key)
    name = org.unit_name(unit, on=now)
    crumbs = [Crumb(name, reverse("org:unit", args=[key])), Crumb("Nhập từ Excel")]
    return replies.show(
        request, "exchange/hand_in.html", form=form, unit=unit, name=name, crumbs=crumbs, table=handed_in(unit),
        residence=sheets.RESIDENCE,
    )  # fmt: skip


def handed_in(unit: object) -> Table:
    """The files of the committee, each with its state."""
    rows = tuple(
        (
            TableCell(upload.file.name, reverse("exchange:preview", args=[upload.key])),
            TableCell(f"{day_of(upload.uploaded_at):%d/%m/%Y}", note=str(upload.uploaded_by)),
            TableCell("Đã nhập" if upload.applied_at else "Mới xem trước"),
        )
        for upload in queries.uploads_of(unit)[:50]
    )
    return Table("Các tệp đã gửi", (Column("Tệp"), Column("Gửi ngày"), Column("Tình trạng")), rows)

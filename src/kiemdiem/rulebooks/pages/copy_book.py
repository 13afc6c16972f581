"""Copying a rulebook to another year: the title, year, day and number of the act the copy stands for."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.core.law.content import years_later
from kiemdiem.org import queries as org
from kiemdiem.rulebooks import access, commands, forms, queries
from kiemdiem.rulebooks.models import OwnBook
from kiemdiem.rulebooks.value_forms import day_in
from kiemdiem.web import replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Crumb

TITLE = "Lập bộ quy tắc cho năm khác"


@login_required
def copy_book(request: HttpRequest, code: str, unit_key: str) -> HttpResponse:
    """Open to the officer of the committee the copy is for."""
    unit, at = org.unit(unit_key), moment_here(request)
    access.must_let(request.user, act="rulebooks.copy_book", unit=unit, at=at)
    access.must_apply(unit, code, at=at)
    identity = queries.rulebook(code).identity
    issued = day_in(identity.issued_on)
    form = forms.CopyBookForm.of(
        request,
        initial={
            "title": identity.title.replace(str(identity.year), str(identity.year + 1)),
            "year": identity.year + 1,
            "issued_on": years_later(issued, 1) if issued else None,
        },
    )

    def copy(answers: dict[str, Any]) -> OwnBook:
        return commands.copy_book(unit, source=code, as_act=commands.OwnAct(**answers), by=request.user, at=at)

    if form.carry_out(copy):
        return redirect("rulebooks:own_book", form.done.code)
    own = reverse("rulebooks:own_books")
    return replies.show(
        request, "web/act.html", form=form, title=TITLE, button="Lập bản sao", back=own,
        about=f"Từ: {identity.title} ({code}). Cho: {org.unit_name(unit, on=today_here(request))}.",
        hint="Mọi ngày trong kế hoạch được chuyển theo năm mới và phải kiểm tra lại trước khi chốt. "
        "Cách hiểu đã chọn và nội dung đã bổ sung được mang theo, phải ký lại.",
        crumbs=[Crumb("Bộ quy tắc riêng", own), Crumb(TITLE)],
    )  # fmt: skip

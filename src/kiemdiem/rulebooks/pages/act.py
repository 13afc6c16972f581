"""The act a rulebook is made from: what is attached, its own file, and the way to attach another."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.core.law.source_text import passages
from kiemdiem.rulebooks import access, commands, forms, queries
from kiemdiem.rulebooks.models import AttachedAct
from kiemdiem.rulebooks.pages import shown
from kiemdiem.web import replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import AnswerRow, Crumb


@login_required
def act(request: HttpRequest, code: str) -> HttpResponse:
    """Open to the officer of any committee."""
    reader = shown.reader_of(request, code)
    access.must_attach(request.user, on=today_here(request))
    form = forms.AttachForm.of(request)

    def attach(answers: dict[str, Any]) -> AttachedAct:
        sent = answers["act"]
        return commands.attach_act(code, name=sent.name, content=sent.read(), by=request.user, at=moment_here(request))

    if form.carry_out(attach):
        return redirect(reader.url("book"))
    title = "Đính kèm văn bản gốc"
    return replies.show(
        request, "rulebooks/act.html", form=form, title=title, about=reader.viewed.book.identity.title,
        rows=said_of(queries.attached_act(code)), button="Đính kèm", back=reader.url("book"),
        crumbs=reader.crumbs(Crumb(title)),
    )  # fmt: skip


def said_of(attached: AttachedAct | None) -> list[AnswerRow]:
    """What is attached now."""
    if attached is None:
        return []
    read = f"{len(passages(attached.text))} mục" if attached.text else "không đọc được chữ, chỉ mở được cả tệp"
    return [
        AnswerRow("Đang đính kèm", attached.file.name),
        AnswerRow("Đọc được", read),
        AnswerRow("Người đính kèm", f"{attached.attached_by}, ngày {attached.attached_at:%d/%m/%Y}"),
    ]

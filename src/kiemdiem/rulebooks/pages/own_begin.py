"""Beginning the next version of an own rulebook from the newest frozen one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.rulebooks import commands, queries
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import Crumb


@login_required
def own_begin(request: HttpRequest, code: str) -> HttpResponse:
    """Open to the officer of the committee."""
    here = own_frame.opened(request, code, act="begin_version")
    former = queries.stored(code)
    form = Form.of(request)
    if form.carry_out(lambda _: commands.begin_version(here.book, by=request.user, at=here.at)):
        return redirect(here.url("own_book"))
    title = f"Lập bản {former.number + 1}"
    return replies.show(
        request, "web/act.html", form=form, title=title, button=title, back=here.url("own_book"),
        about=f"Bắt đầu từ bản {former.number}, chốt ngày {former.frozen_at:%d/%m/%Y}.",
        hint="Bản đã chốt vẫn được áp dụng cho tới khi bản mới được chốt.", crumbs=here.crumbs(Crumb(title)),
    )  # fmt: skip

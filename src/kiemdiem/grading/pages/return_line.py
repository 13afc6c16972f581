"""Sending a result back to its cell with questions."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kiemdiem.cycles.pages import frame
from kiemdiem.grading import commands, forms, queries
from kiemdiem.grading.models import ReturnedLine
from kiemdiem.grading.pages import one, sending
from kiemdiem.web import replies

ACT = "grading.return_line"
TITLE = "Trả lại để làm rõ"


@login_required
def return_line(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Open to whoever keys the decisions of the committee."""
    opened = one.opened(request, key, subject_key, act=ACT)
    form = forms.ReturnForm.of(request, initial={"version": opened.version, "returned_on": opened.day})

    def send(answers: dict[str, Any]) -> ReturnedLine:
        body = queries.deciding_body(opened.season, subject_kind=opened.subject.kind)
        return commands.return_line(
            opened.season, opened.subject, body=body, by=request.user, at=opened.at, **answers
        )  # fmt: skip

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(opened.season, ACT, by=request.user)
    return replies.show(
        request, "web/looked_over.html", form=form, frame=frame.frame_of(opened.season), title=TITLE, button="Trả lại",
        about=opened.subject.name, said=one.standing_rows(opened), crumbs=one.way_to(opened, TITLE),
        hint="Chi bộ nhận câu hỏi ở danh sách việc; kết quả này chờ trả lời, các kết quả khác không phải chờ.",
        rows=sending.answers_of(form) if stage == sending.Stage.LOOK else [], back=opened.address,
    )  # fmt: skip

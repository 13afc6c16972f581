"""Answering the questions with which a result was sent back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import commands, forms
from kiemdiem.grading.models import ReturnedLine
from kiemdiem.grading.pages import one, sending
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import AnswerRow

ACT = "grading.answer_return"
TITLE = "Trả lời nội dung cần làm rõ"


@login_required
def answer_return(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Open to whoever keys for the cell, but for the person himself."""
    opened = one.opened(request, key, subject_key, act=ACT)
    returned = opened.result.returned
    if returned is None:
        raise refuse("Không có câu hỏi nào đang chờ trả lời về kết quả này.", todo="Xem lại ở trang kết quả.")
    form = forms.AnswerForm.of(request, initial={"version": returned.version, "answered_on": opened.day})

    def send(answers: dict[str, Any]) -> ReturnedLine:
        return commands.answer_return(returned, by=request.user, at=opened.at, **answers)

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(opened.season, ACT, by=request.user)
    asked = [
        AnswerRow("Câu hỏi", returned.questions),
        AnswerRow("Ngày trả lại", phrases.day(returned.returned_on)),
        *one.standing_rows(opened),
    ]
    return replies.show(
        request, "web/looked_over.html", form=form, frame=frame.frame_of(opened.season), title=TITLE,
        button="Gửi trả lời", about=opened.subject.name, said=asked, crumbs=one.way_to(opened, TITLE),
        rows=sending.answers_of(form) if stage == sending.Stage.LOOK else [], back=opened.address,
    )  # fmt: skip

"""Grading again what was decided: after a complaint, or when a fault was found."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kiemdiem.cycles.pages import frame
from kiemdiem.grading import commands, forms, queries
from kiemdiem.grading.models import Decision
from kiemdiem.grading.pages import one, sending
from kiemdiem.web import replies

ACT = "grading.regrade"
TITLE = "Xếp loại lại"


@login_required
def regrade(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Open to whoever keys the decisions of the committee, also after the season is closed."""
    opened = one.opened(request, key, subject_key, act=ACT)
    levels = one.levels_of(opened.book, opened.subject.kind)
    form = forms.RegradeForm.of(request, levels=levels, initial={"version": opened.version})

    def send(answers: dict[str, Any]) -> Decision:
        chosen = commands.Chosen(
            opened.subject, one.grade_of(answers["grade"]), answers["reason"], version=answers["version"]
        )
        made = commands.regrade(
            opened.season, chosen, body=queries.deciding_body(opened.season, subject_kind=opened.subject.kind),
            decided_on=answers["decided_on"], document=answers["document"], by=request.user, at=opened.at,
        )  # fmt: skip
        commands.owe_results(opened.season, [made], due_on=None, by=request.user, at=opened.at)
        return made

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(opened.season, ACT, by=request.user)
    return replies.show(
        request, "web/looked_over.html", form=form, frame=frame.frame_of(opened.season), title=TITLE,
        button="Ghi xếp loại lại", about=opened.subject.name, said=one.standing_rows(opened),
        hint="Quyết định cũ vẫn được giữ và đọc được; kết quả của người và đơn vị khác không tự thay đổi theo.",
        crumbs=one.way_to(opened, TITLE), back=opened.address,
        rows=sending.answers_of(form) if stage == sending.Stage.LOOK else [],
    )  # fmt: skip

"""Entering a decision that a higher body took, beside what was proposed here, with a scan of its document."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kiemdiem.cycles.pages import frame
from kiemdiem.grading import commands, forms, queries
from kiemdiem.grading.models import Decision
from kiemdiem.grading.pages import one, scanning, sending
from kiemdiem.org import queries as org
from kiemdiem.web import replies

ACT = "grading.record_above"
TITLE = "Ghi quyết định của cấp trên"
HINT = "Nhập đúng theo văn bản của cấp trên. Kết quả và đề nghị ở đây được giữ bên cạnh để đối chiếu."
NOBODY_ABOVE = "Chưa có cấp trên nào trong cây tổ chức. Lập tổ chức loại “Cấp ủy cấp trên” ở trang Tổ chức trước."


@login_required
def record_above(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Open to whoever keys the decisions of the committee, also after the season is closed."""
    opened = one.opened(request, key, subject_key, act=ACT)
    bodies = [(p.unit.key, p.name) for p in queries.bodies_above(opened.season, on=opened.day)]
    levels = one.levels_of(opened.book, opened.subject.kind)
    form = forms.AboveForm.of(request, levels=levels, bodies=bodies, initial={"version": opened.version})
    scanning.keep_scan(form, request, season=opened.season, at=opened.at)
    stage = sending.stage_of(request, form, act=lambda answers: recorded(opened, answers, request))
    if stage == sending.Stage.DONE:
        return sending.confirmed(opened.season, ACT, by=request.user)
    return replies.show(
        request, "web/looked_over.html", form=form, frame=frame.frame_of(opened.season), title=TITLE,
        button="Ghi quyết định", about=opened.subject.name, said=one.standing_rows(opened),
        hint=HINT if bodies else NOBODY_ABOVE,
        crumbs=one.way_to(opened, TITLE), back=opened.address,
        rows=[*sending.answers_of(form), scanning.scan_row(form)] if stage == sending.Stage.LOOK else [],
    )  # fmt: skip


def recorded(opened: one.Opened, answers: dict[str, Any], request: HttpRequest) -> Decision:
    """The decision kept."""
    chosen = commands.Chosen(
        opened.subject, one.grade_of(answers["grade"]), answers["reason"], version=answers["version"]
    )
    made = commands.record_decision_above(
        opened.season, chosen, body=org.unit(answers["body"]), decided_on=answers["decided_on"],
        document=answers["document"], scan=scanning.kept_scan(answers), by=request.user, at=opened.at,
    )  # fmt: skip
    commands.owe_results(opened.season, [made], due_on=None, by=request.user, at=opened.at)
    return made

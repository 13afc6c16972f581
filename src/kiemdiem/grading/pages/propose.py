"""The grades a body puts forward for a cell and its members, each beside what the rules gave."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms, queries
from kiemdiem.grading.models import Proposal
from kiemdiem.grading.pages import listed, sending, shown
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow

ACT = "grading.propose"
TITLE = "Ghi đề nghị"


@login_required
def propose(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to the office; the line on oneself is left to somebody else."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS[ACT], unit=unit, on=day, act=ACT)
    access.must_stand(season, act=ACT)
    lines = listed.lines_of(shown.book_of(season), listed.open_results(season, unit, by=request.user))
    bodies = queries.competent_bodies(season, "propose_grade", subject_kind="member", unit=unit)
    names = {body.key: org.unit_name(body, on=day) for body in bodies}
    form = forms.ProposeForm.of(request, lines=lines, bodies=names.items())

    def send(answers: dict[str, Any]) -> list[Proposal]:
        if not (chosen := listed.chosen(form)):
            raise refuse("Chưa ghi đề nghị nào: chưa chọn mức cho ai.", todo="Chọn mức cho ít nhất một dòng.")
        return commands.propose_grades(
            season, chosen, body=org.unit(answers["body"]), proposed_on=answers["proposed_on"],
            by=request.user, at=at,
        )  # fmt: skip

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    rows = []
    if stage == sending.Stage.LOOK:
        answers = form.cleaned_data
        body = AnswerRow("Nơi đề nghị", names[answers["body"]])
        rows = listed.rows(form, body=body, on=answers["proposed_on"])
    return replies.show(
        request, "grading/decide.html", form=form, frame=frame.frame_of(season), title=TITLE, button=TITLE,
        about=org.unit_name(unit, on=day), crumbs=listed.way_to(season, unit, on=day, title=TITLE), rows=rows,
        back=listed.back_to(season, unit), heads=[form["body"], form["proposed_on"]], is_empty=not form.lines,
        hint="Chọn mức đề nghị cho từng dòng; khác kết quả theo quy định thì ghi lý do. Đề nghị mới thay đề nghị cũ.",
    )  # fmt: skip

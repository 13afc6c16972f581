"""The decision of the competent body on a cell's results: each beside what the rules gave and what was proposed."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms, queries
from kiemdiem.grading.models import Decision
from kiemdiem.grading.pages import listed, sending, shown
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow

ACT = "grading.decide"
TITLE = "Ghi quyết định"


@login_required
def decide(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to whoever keys the body's decisions; the line on oneself is left to somebody else."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS[ACT], unit=season.unit, on=day, act=ACT)
    access.must_stand(season, act=ACT)
    lines = listed.lines_of(shown.book_of(season), listed.open_results(season, unit, by=request.user))
    form = forms.DecideForm.of(request, lines=lines)

    def send(answers: dict[str, Any]) -> list[Decision]:
        if not (chosen := listed.chosen(form)):
            raise refuse("Chưa ghi quyết định nào: chưa chọn mức cho ai.", todo="Chọn mức cho ít nhất một dòng.")
        made = commands.decide_grades(
            season, chosen, body=queries.deciding_body(season), decided_on=answers["decided_on"],
            document=answers["document"], by=request.user, at=at,
        )  # fmt: skip
        # From now on everybody decided on is to be told; the list of notices shows who has not been.
        commands.owe_results(season, made, due_on=None, by=request.user, at=at)
        return made

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    rows = []
    if stage == sending.Stage.LOOK:
        answers = form.cleaned_data
        body = AnswerRow("Nơi quyết định", org.unit_name(queries.deciding_body(season), on=day))
        rows = listed.rows(form, body=body, on=answers["decided_on"], document=answers["document"])
    return replies.show(
        request, "grading/decide.html", form=form, frame=frame.frame_of(season), title=TITLE, button=TITLE,
        about=org.unit_name(unit, on=day), crumbs=listed.way_to(season, unit, on=day, title=TITLE), rows=rows,
        back=listed.back_to(season, unit), heads=[form["decided_on"], form["document"]], is_empty=not form.lines,
        hint="Chọn mức mà tập thể đã quyết định cho từng dòng. Khác với đề nghị thì ghi lý do. "
        "Không dòng nào được chọn sẵn.",
    )  # fmt: skip

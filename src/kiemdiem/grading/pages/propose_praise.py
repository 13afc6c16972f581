"""Putting organisations forward for praise, before the body that chooses meets."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms, queries
from kiemdiem.grading.models import CommendationProposal
from kiemdiem.grading.pages import praise as shared
from kiemdiem.grading.pages import sending, shown
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

ACT = "grading.propose_commendation"
TITLE = "Đề nghị biểu dương, khen thưởng"


@login_required
def propose_praise(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office of the committee."""
    season = cycles.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS[ACT], unit=season.unit, on=day, act=ACT)
    access.must_stand(season, act=ACT)
    top = {subject.key: subject for subject in queries.units_at_top(season)}
    bodies = queries.competent_bodies(season, "propose_grade", subject_kind="cell")
    names = [(body.key, org.unit_name(body, on=day)) for body in bodies]
    units = [(subject.key, subject.name) for subject in top.values()]
    form = forms.ProposePraiseForm.of(
        request, units=units, bodies=names, initial={"version": shared.version_of(season)}
    )  # fmt: skip

    def send(answers: dict[str, Any]) -> list[CommendationProposal]:
        return commands.propose_commendation(
            season, [top[name] for name in answers["units"]], body=org.unit(answers["body"]),
            proposed_on=answers["proposed_on"], reason=answers["reason"], version=answers["version"],
            by=request.user, at=at,
        )  # fmt: skip

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    return replies.show(
        request, "grading/praise.html", form=form, frame=frame.frame_of(season), title=TITLE, button="Ghi đề nghị",
        said=shared.standing_rows(season), quotas=shown.praise_bars(season, decided_only=False), is_empty=not top,
        why_empty=shared.why_none(top, places=len(top)),
        crumbs=shown.way_to(season, Crumb(TITLE)), back=shared.back_to(season),
        rows=sending.answers_of(form) if stage == sending.Stage.LOOK else [],
        hint="Có thể đề nghị nhiều hơn tỷ lệ; nơi quyết định chọn trong tỷ lệ. Đề nghị mới thay đề nghị cũ.",
    )  # fmt: skip

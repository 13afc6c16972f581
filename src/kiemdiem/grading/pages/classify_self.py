"""The grade the party body gives itself at the sitting that scored it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import commands, forms, queries
from kiemdiem.grading.models import Decision
from kiemdiem.grading.pages import one, party_body, sending
from kiemdiem.web import replies

ACT = "grading.decide"
TITLE = "Tự phân loại Đảng bộ"


@login_required
def classify_self(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keys the decisions of the committee."""
    season = cycles.season(key)
    opened = one.opened(request, key, queries.party_body_of(season).key, act=ACT)
    queries.must_have_scale(season)
    levels = one.levels_of(opened.book, opened.subject.kind)[:-1]
    form = forms.ClassifyForm.of(request, levels=levels, initial={"version": opened.version})

    def send(answers: dict[str, Any]) -> Decision:
        chosen = commands.Chosen(opened.subject, answers["grade"], answers["reason"], version=answers["version"])
        return commands.classify_self(
            season, chosen, decided_on=answers["decided_on"], document=answers["document"], by=request.user,
            at=opened.at,
        )  # fmt: skip

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    return replies.show(
        request, "web/looked_over.html", form=form, frame=frame.frame_of(season), title=TITLE,
        button="Ghi tự phân loại", about=opened.subject.name,
        said=party_body.rows(opened.book, opened.result, on=opened.day),
        hint="Mức theo điểm của các phiếu đã chốt; quyết định khác điểm hoặc khác dự kiến thì ghi lý do.",
        crumbs=one.way_to(opened, TITLE), back=reverse("grading:party_body", args=[key]),
        rows=sending.answers_of(form) if stage == sending.Stage.LOOK else [],
    )  # fmt: skip

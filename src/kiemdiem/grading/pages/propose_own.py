"""The grade that is put forward for the party body at the sitting of the body that proposes."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import commands, forms, queries
from kiemdiem.grading.models import Proposal
from kiemdiem.grading.pages import one, sending
from kiemdiem.grading.pages.party_body import opening_words
from kiemdiem.web import replies

ACT = "grading.propose"
TITLE = "Dự kiến mức của Đảng bộ"


@login_required
def propose_own(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keys the proposals of the committee."""
    season = cycles.season(key)
    opened = one.opened(request, key, queries.party_body_of(season).key, act=ACT)
    queries.must_have_scale(season)
    levels = one.levels_of(opened.book, opened.subject.kind)[:-1]
    form = forms.ProposeOwnForm.of(request, levels=levels, initial={"version": opened.version})

    def send(answers: dict[str, Any]) -> Proposal:
        chosen = commands.Chosen(opened.subject, answers["grade"], answers["reason"], version=answers["version"])
        return commands.propose_own_grade(
            season, chosen, proposed_on=answers["proposed_on"], by=request.user, at=opened.at
        )

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    return replies.show(
        request, "web/looked_over.html", form=form, frame=frame.frame_of(season), title=TITLE, button="Ghi dự kiến",
        about=opened.subject.name, said=one.standing_rows(opened) if opened.result.verdict else [],
        hint=f"Ghi mức mà cuộc họp đã dự kiến, đúng ngày họp. {opening_words(season)}",
        crumbs=one.way_to(opened, TITLE), back=reverse("grading:party_body", args=[key]),
        rows=sending.answers_of(form) if stage == sending.Stage.LOOK else [],
    )  # fmt: skip

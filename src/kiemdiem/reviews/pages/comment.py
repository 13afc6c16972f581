"""One comment on one member, of his residence or his workplace: asked for, received, corrected."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.reviews import access, commands, forms, queries
from kiemdiem.reviews.models import Comment
from kiemdiem.reviews.pages.sources import source_of
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import AnswerRow, Crumb

KINDS = {"residence": "Nhận xét của nơi cư trú", "workplace": "Nhận xét của nơi công tác"}
STEPS: dict[str, tuple[str, str, type[Form]]] = {
    "ask": ("Ghi việc gửi phiếu lấy ý kiến", "reviews.ask_comment", forms.AskCommentForm),
    "receive": ("Ghi nhận xét đã nhận", "reviews.receive_comment", forms.ReceiveCommentForm),
    "correct": ("Đính chính nhận xét", "reviews.correct_comment", forms.CorrectCommentForm),
}


@login_required
def comment(request: HttpRequest, key: str, person_key: str, kind: str) -> HttpResponse:
    """Open to the office of the cell; the step follows from what came of the comment so far."""
    if kind not in KINDS:
        raise Http404
    season, person = cycles.season(key), org.person(person_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    cell = queries.member_of(season, person).unit
    kept = queries.comments_of(season, people=[person.pk]).filter(kind=kind).first()
    step = "ask" if kept is None else "receive" if kept.received_on is None else "correct"
    title, act, shape = STEPS[step]
    access.must_let(request.user, act=act, unit=cell, season=season, at=at)
    form = shape.of(request, initial=begin(kept) if kept else {"asked_on": day})

    def act_on(answers: dict[str, Any]) -> Comment:
        if kept is None:
            return commands.ask_comment(season, person, kind=kind, by=request.user, at=at, **answers)
        said = commands.Said(
            text=answers["text"],
            signer=answers["signer"],
            received_on=answers["received_on"],
            paper=form.source(),
        )
        version = answers["version"]
        if step == "receive":
            return commands.receive_comment(kept, said=said, version=version, by=request.user, at=at)
        reason = answers["reason"]
        return commands.correct_comment(kept, said=said, reason=reason, version=version, by=request.user, at=at)

    back = reverse("reviews:desk", args=[key, cell.key])
    if form.carry_out(act_on):
        return redirect(back)
    return replies.show(
        request, "reviews/act.html", form=form, frame=frame.frame_of(season), title=KINDS[kind], about=person.full_name,
        button=title, rows=rows(kept) if kept else [], back=back,
        sources=list(filter(None, [source_of(season, kept)])),
        crumbs=frame.way_to(season, Crumb(org.unit_name(cell, on=day), back), Crumb(KINDS[kind])),
    )  # fmt: skip


def begin(kept: Comment) -> dict[str, Any]:
    """What the form begins with."""
    return {"version": kept.version, "text": kept.text, "signer": kept.signer, "received_on": kept.received_on}


def rows(kept: Comment) -> list[AnswerRow]:
    """What is known of the comment."""
    asked = AnswerRow("Gửi phiếu", f"{kept.asked_of}, ngày {kept.asked_on:%d/%m/%Y}")
    found = [asked, AnswerRow("Mẫu", kept.form_code)]
    if kept.received_on is not None:
        found.append(AnswerRow("Nhận xét", kept.text))
        found.append(AnswerRow("Người ký", f"{kept.signer}, nhận {kept.received_on:%d/%m/%Y}"))
    return found

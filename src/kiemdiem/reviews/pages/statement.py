"""What people must state about one subject, because no machine may judge it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.reviews import access, commands, forms, queries
from kiemdiem.reviews.models import Attestation
from kiemdiem.reviews.pages.sources import source_of
from kiemdiem.reviews.queries import AttestationAsked
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb

YES_NO = ("yes", "no")


@login_required
def statement(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Open to the office of the subject's unit, never for one's own file."""
    season = cycles.season(key)
    subject = cycles.subject(season, subject_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_let(request.user, act="reviews.attest", unit=subject.unit, season=season, at=at)
    asked = queries.attestations_asked(season, subject)
    form = forms.StatementForm.of(
        request,
        entries=[(each.key, each.entry.text) for each in asked],
        levels=[level for each in asked for level in each.levels],
        initial={"stated_on": day},
    )

    def attest(answers: dict[str, Any]) -> Attestation:
        said = answers["answer"]
        stated = commands.Statement(
            entry_key=answers["entry_key"],
            holds=said != "no",
            stated_by=answers["stated_by"],
            stated_on=answers["stated_on"],
            level="" if said in YES_NO else said,
            ground=answers["ground"],
            reason=answers["reason"],
        )
        return commands.attest(season, subject, statement=stated, paper=form.source(), by=request.user, at=at)

    here = reverse("reviews:statement", args=[key, subject_key])
    if form.carry_out(attest):
        return redirect(here)
    back = reverse("reviews:desk", args=[key, subject.unit.key])
    return replies.show(
        request, "reviews/act.html", form=form, frame=frame.frame_of(season), title=f"Khẳng định về {subject.name}",
        hint="Phần mềm không tự đánh giá các nội dung này; người có trách nhiệm khẳng định và chịu trách nhiệm.",
        button="Ghi khẳng định", rows=[AnswerRow(each.entry.text, said_of(each)) for each in asked], back=back,
        sources=list(filter(None, [source_of(season, each.attestation, about=each.entry.text) for each in asked])),
        crumbs=frame.way_to(season, Crumb(org.unit_name(subject.unit, on=day), back), Crumb("Khẳng định")),
    )  # fmt: skip


def said_of(asked: AttestationAsked) -> str:
    """What was stated, by whom and when; nothing while nobody has."""
    stated = asked.attestation
    if stated is None:
        return ""
    level = dict(asked.levels).get(stated.level, "Có, đúng" if stated.holds else "Không")
    return f"{level} — {stated.stated_by}, {stated.stated_on:%d/%m/%Y}"

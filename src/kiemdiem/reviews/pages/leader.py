"""The papers about one leader beside his self-review: his own assessment, and the collective's on him."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.reviews import access, commands, forms, queries
from kiemdiem.reviews.models import LeaderPaper
from kiemdiem.reviews.pages.sources import source_of
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb, Tab


@login_required
def leader(request: HttpRequest, key: str, person_key: str) -> HttpResponse:
    """Open to the leader himself for his own assessment, and to whoever reads the papers of where he leads."""
    season, person = cycles.season(key), org.person(person_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    subject = cycles.subject_of(season, person, kind="leader")
    if subject is None:
        raise refuse("Đồng chí này không giữ chức vụ lãnh đạo, quản lý trong đợt này.", todo="Hãy chọn người khác.")
    access.must_read_person(request.user, person=person, unit=subject.unit, at=at)
    kinds = {form.key: form for form in queries.leader_forms(cycles.book_of(season))}
    if not kinds:
        raise refuse(
            "Bộ quy tắc của đợt này không có mẫu nhận xét, đánh giá riêng cho cán bộ lãnh đạo, quản lý.",
            todo="Dùng bản tự kiểm điểm của đồng chí này.",
        )
    chosen = kinds.get(request.GET.get("mau", "")) or next(iter(kinds.values()))
    kept = {paper.kind: paper for paper in queries.leader_papers_of(season, person)}
    form = forms.LeaderPaperForm.of(request, initial={"written_on": day})
    by_collective = "collective" in chosen.filled_by

    def key_paper(answers: dict[str, Any]) -> LeaderPaper:
        return commands.key_leader_paper(
            season, person, kind=chosen.key, sections={"content": answers["text"]}, written_on=answers["written_on"],
            paper=form.source(), unit=subject.unit if by_collective else None, reason=answers["reason"],
            by=request.user, at=at,
        )  # fmt: skip

    here = reverse("reviews:leader", args=[key, person_key])
    if form.carry_out(key_paper):
        return redirect(f"{here}?mau={chosen.key}")
    back = reverse("reviews:desk", args=[key, subject.unit.key])
    return replies.show(
        request, "reviews/leader.html", form=form, frame=frame.frame_of(season), person=person, chosen=chosen,
        tabs=[Tab(f"{f.title} ({f.code})", f"{here}?mau={f.key}", current=f.key == chosen.key) for f in kinds.values()],
        rows=rows(kept[chosen.key]) if chosen.key in kept else [], back=back,
        source=source_of(season, kept.get(chosen.key)),
        crumbs=frame.way_to(season, Crumb(org.unit_name(subject.unit, on=day), back), Crumb(person.full_name)),
    )  # fmt: skip


def rows(kept: LeaderPaper) -> list[AnswerRow]:
    """The paper in force."""
    return [
        AnswerRow("Nội dung", str(kept.sections.get("content", ""))),
        AnswerRow("Ngày viết", f"{kept.written_on:%d/%m/%Y}"),
        AnswerRow("Nguồn", kept.get_entered_display()),
    ]

"""Choosing organisations for praise, within the share the rules allow; and what both pages of praise show."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms, queries
from kiemdiem.grading.models import Commendation, CommendationProposal
from kiemdiem.grading.pages import sending, shown
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import AnswerRow, Crumb

ACT = "grading.commend"
TITLE = "Lựa chọn biểu dương, khen thưởng"


@login_required
def praise(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keys the decisions of the committee."""
    season = cycles.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS[ACT], unit=season.unit, on=day, act=ACT)
    access.must_stand(season, act=ACT)
    top = {subject.key: subject for subject in queries.units_decided_at_top(season)}
    form = forms.PraiseForm.of(
        request,
        units=[(subject.key, subject.name) for subject in top.values()],
        initial={"version": version_of(season)},
    )

    def send(answers: dict[str, Any]) -> list[Commendation]:
        return commands.commend(
            season, [top[name] for name in answers["units"]], body=queries.awarding_body(season),
            chosen_on=answers["chosen_on"], document=answers["document"], version=answers["version"],
            by=request.user, at=at,
        )  # fmt: skip

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    bars = shown.praise_bars(season, decided_only=True)
    why_empty = why_none(top, places=min((bar.limit for bar in bars), default=len(top)))
    return replies.show(
        request, "grading/praise.html", form=form, frame=frame.frame_of(season), title=TITLE, button="Ghi lựa chọn",
        about=org.unit_name(queries.awarding_body(season), on=day), said=standing_rows(season),
        quotas=bars, crumbs=shown.way_to(season, Crumb(TITLE)),
        back=back_to(season), rows=sending.answers_of(form) if stage == sending.Stage.LOOK else [],
        is_empty=bool(why_empty), why_empty=why_empty,
        hint="Chỉ chọn trong các chi bộ đã được quyết định ở mức cao nhất. Lựa chọn mới thay lựa chọn cũ.",
    )  # fmt: skip


def why_none(top: Collection[object], *, places: int) -> str:
    """Why nobody can be chosen: nobody at the top, or too few there for one place; empty when somebody can."""
    if not top:
        return "Chưa có chi bộ nào được quyết định ở mức cao nhất."
    return "" if places else "Số chi bộ ở mức cao nhất còn ít, tỷ lệ cho phép chưa đủ một chỗ."


def version_of(season: Season) -> int:
    """The version of the results of all cells of the season."""
    return queries.version_of(*cycles.subjects_of(season, kind="cell"))


def standing_rows(season: Season) -> list[AnswerRow]:
    """The organisations put forward and those chosen, as they stand."""
    proposed = list(CommendationProposal.objects.filter(season=season, is_current=True).select_related("subject"))
    chosen = list(Commendation.objects.filter(season=season, is_current=True).select_related("subject"))
    rows = []
    if proposed:
        last = proposed[0]
        title = f"Đã đề nghị ngày {phrases.day(last.proposed_on)}"
        rows.append(AnswerRow(title, f"{names(one.subject for one in proposed)}\n{last.reason}".strip()))
    if chosen:
        title = f"Đã chọn ngày {phrases.day(chosen[0].chosen_on)}, {chosen[0].document}"
        rows.append(AnswerRow(title, names(one.subject for one in chosen)))
    return rows


def names(subjects: Any) -> str:
    """The organisations one under another, by name."""
    found: list[SeasonSubject] = sorted(subjects, key=lambda subject: (subject.sort_key, subject.key))
    return "\n".join(subject.name for subject in found)


def back_to(season: Season) -> str:
    """The page of the season's results."""
    return reverse("grading:results", args=[season.key])

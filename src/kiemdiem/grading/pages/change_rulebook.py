"""Other rules in an open season, a gap filled or other values: first what they change, then the act of the body."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from kiemdiem.cycles import commands as seasons
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms
from kiemdiem.grading.pages import change_reading, scanning, sending, shown
from kiemdiem.grading.queries import Impact
from kiemdiem.rulebooks import queries as rulebooks
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb

ACT = "grading.change_rulebook"
TITLE = "Đổi nội dung quy tắc trong đợt đang tiến hành"
FILLING, VALUES = "bo-sung", "ban"


@login_required
def change_rulebook(request: HttpRequest, key: str, way: str, name: str, number: int) -> HttpResponse:
    """Open to the officer of the committee, while the season is open; looking at it changes nothing."""
    season = cycles.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_do(request.user, ACT, season=season, subject=None, on=day)
    access.must_stand(season, act=ACT)
    meant = change_of(way, name, number)
    form = forms.ReadingForm.of(request, initial={"version": season.version})
    scanning.keep_scan(form, request, season=season, at=at)

    def change(act: seasons.Act, version: int | None) -> Impact:
        return commands.change_rulebook(
            cycles.season(key), change=meant, act=act, version=version, by=request.user, at=at
        )

    def send(answers: dict[str, Any]) -> Impact:
        act = seasons.Act(answers["body"], answers["document"], answers["reason"], scan=scanning.kept_scan(answers))
        return change(act, answers["version"])

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    impact = form.done or commands.rehearse(lambda: change(change_reading.PREVIEW, None))
    about, said = told(season, meant)
    decides = access.may_decide(request.user, season, on=day)
    back = change_reading.back(key)
    return replies.show(
        request, "grading/change_rulebook.html", form=form, frame=frame.frame_of(season), title=TITLE,
        button="Đổi nội dung", about=about, said=said, judged=impact.judged, back=back,
        parts=change_reading.parts(shown.book_of(season), impact, to_decider=decides),
        crumbs=shown.way_to(season, Crumb("Cách hiểu của đợt", back), Crumb(TITLE)),
        rows=looked_over(form, about, impact) if stage == sending.Stage.LOOK else [],
    )  # fmt: skip


def change_of(way: str, name: str, number: int) -> seasons.Change:
    """The change an address means.

    Raises: Http404 for any other.
    """
    if way == FILLING:
        return seasons.Filling(name)
    if way == VALUES:
        return seasons.Values(name, number)
    raise Http404


def told(season: Season, change: seasons.Change) -> tuple[str, list[AnswerRow]]:
    """What is to change, and the values that become others."""
    if isinstance(change, seasons.Filling):
        gap = next(each for each in shown.book_of(season).gaps.gaps if each.key == change.gap)
        return gap.text, [AnswerRow("Nguồn", gap.source), AnswerRow("Cần cho", gap.blocks)]
    behind = season.books.latest("number")
    before = rulebooks.content_behind(behind.rulebook_code, behind.rulebook_version)
    after = rulebooks.content_behind(change.code, change.number)
    rows = [AnswerRow(where, f"{old} → {new}") for where, old, new in own_frame.differences_told(before, after)]
    return f"Bản {change.number} của {own_frame.title_of(after)}", rows


def looked_over(form: forms.ReadingForm, about: str, impact: Impact) -> list[AnswerRow]:
    """The act as it is looked over, with how much it changes."""
    return [
        AnswerRow("Nội dung mới", about),
        *sending.answers_of(form),
        scanning.scan_row(form),
        *change_reading.counted(impact),
    ]

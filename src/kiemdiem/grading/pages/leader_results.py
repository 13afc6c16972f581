"""The results of the leaders voted on before one body, and the word to their cells before these meet."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms, queries
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import Result
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb, Table

ASK = "grading.judge"


@login_required
def leader_results(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to whoever answers for the body; asking the rules to whoever keys its results."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS["grading.see_result"], unit=unit, on=day, act="grading.see_result")
    if request.method == "POST":
        access.must_judge(request.user, unit=unit, on=day)
    form = forms.JudgeForm.of(request, example="Kết quả bỏ phiếu cán bộ lãnh đạo, quản lý")
    if form.carry_out(
        lambda answers: commands.judge_leaders(season, unit, why=answers["why"], judged_on=day, by=request.user, at=at)
    ):
        return redirect("grading:leader_results", key, unit_key)
    name = org.unit_name(unit, on=day)
    found = queries.results_of(cycles.voted_at(season, unit))
    return replies.show(
        request, "grading/leader_results.html", form=form, frame=frame.frame_of(season), name=name,
        crumbs=shown.way_to(season, Crumb(f"Cán bộ lãnh đạo, quản lý – {name}")), table=table(season, found),
        may_judge=access.stands(season, act=ASK)
        and org_access.holds(request.user, access.ACTS[ASK], unit=unit, on=day, act=ASK),
        after=access.WAYS_ON["closed"] if season.state == season.State.CLOSED else "",
    )  # fmt: skip


def table(season: Season, found: list[Result]) -> Table:
    """The leaders by given name, side by side."""
    book, due = shown.book_of(season), shown.due_again(season, [result.subject for result in found])
    rows = tuple(shown.result_row(book, result, due=due.get(result.subject.pk)) for result in found)
    return Table("Cán bộ lãnh đạo, quản lý", shown.COLUMNS, rows)

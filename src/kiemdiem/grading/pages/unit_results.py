"""The results of one organisation: its members, itself, the share of the top grade, and asking the rules."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms, queries
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import DueAgain, Result
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb, Quota, Table


@login_required
def unit_results(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to whoever answers for the organisation; asking the rules to whoever keys its results."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS["grading.see_result"], unit=unit, on=day, act="grading.see_result")
    if request.method == "POST":
        access.must_judge(request.user, unit=unit, on=day)
    form = forms.JudgeForm.of(request, example="Kết quả cuộc họp chi bộ")
    if form.carry_out(
        lambda answers: commands.judge_cell(season, unit, why=answers["why"], judged_on=day, by=request.user, at=at)
    ):
        return redirect("grading:unit_results", key, unit_key)
    own = cycles.subject_of_unit(season, unit, kind="cell")
    members = queries.results_of(m for m in cycles.members_of(season, unit) if m.ended_on is None)
    book, name = shown.book_of(season), org.unit_name(unit, on=day)
    due = shown.due_again(season, [*([own] if own else []), *(result.subject for result in members)])
    return replies.show(
        request,
        "grading/unit_results.html",
        form=form,
        frame=frame.frame_of(season),
        crumbs=shown.way_to(season, Crumb(name)),
        name=name,
        own=queries.result_of(own) if own else None,
        own_said=shown.said(book, queries.result_of(own)) if own else "",
        own_url=reverse("grading:result", args=[season.key, own.key]) if own else "",
        again=shown.again_words(book, due.get(own.pk), naming=True) if own else [],
        table=table(book, members, due=due),
        quotas=quotas(book, members, to_decider=access.may_decide(request.user, season, on=day)),
        may_judge=access.stands(season, act="grading.judge")
        and org_access.holds(request.user, access.ACTS["grading.judge"], unit=unit, on=day, act="grading.judge"),
        ways=ways(season, unit, by=request.user, on=day),
        after=access.WAYS_ON["closed"] if season.state == Season.State.CLOSED else "",
    )


def ways(season: Season, unit: Unit, *, by: Account, on: date) -> list[tuple[str, str]]:
    """What the reader can do with the unit's results now, as pairs of title and address."""
    possible = [
        ("grading.propose", "propose", "Ghi đề nghị", unit),
        ("grading.decide", "decide", "Ghi quyết định", season.unit),
    ]
    return [
        (title, reverse(f"grading:{page}", args=[season.key, unit.key]))
        for act, page, title, over in possible
        if access.stands(season, act=act) and org_access.holds(by, access.ACTS[act], unit=over, on=on, act=act)
    ]


def table(book: Rulebook, members: list[Result], *, due: dict[int, DueAgain]) -> Table:
    """The members by given name: the grade in force, how far it has come, what to look at."""
    rows = tuple(shown.result_row(book, result, due=due.get(result.subject.pk)) for result in members)
    return Table("Đảng viên", shown.COLUMNS, rows)


def quotas(book: Rulebook, members: list[Result], *, to_decider: bool) -> list[Quota]:
    """The share of the top grade as the verdicts of the organisation saw it, once."""
    for result in members:
        if result.verdict is not None:
            found = shown.quota_shapes(book, result.verdict, to_decider=to_decider)
            if found:
                return found[:1]
    return []

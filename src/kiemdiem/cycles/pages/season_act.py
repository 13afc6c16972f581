"""One act on a season: pass its plan, name a supervisor, open it, move its assumed day, close it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import access, commands, forms, queries
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.web import moment as clock
from kiemdiem.web import phrases, replies
from kiemdiem.web.forms import Form, VersionedForm
from kiemdiem.web.shapes import AnswerRow, Crumb


@dataclass(frozen=True)
class Way:
    """How a page carries out one act: its title, its right, its form, its command, and what is shown before it."""

    title: str
    button: str
    act: str
    form: type[Form]
    do: Callable[[Season, dict[str, Any], Account, datetime], Any]
    hint: str = ""

    def stands(self, season: Season) -> bool:
        """Whether the act makes sense where the season stands."""
        if season.state not in access.STATES[self.act]:
            return False
        if self.act == "cycles.pass_plan":
            return season.plan.passed_on is None
        return self.act != "cycles.move_day" or season.is_demo or season.is_rehearsal


def pass_plan(season: Season, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The plan passed."""
    version = answers.pop("version")
    return commands.pass_plan(season, passing=commands.Passing(**answers), version=version, by=by, at=at)


def assign(season: Season, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The supervisor named."""
    unit, person = org.unit(answers.pop("unit_key")), org.person(answers.pop("person_key"))
    return commands.assign_supervisor(season, unit, supervisor=person, by=by, at=at, **answers)


def open_season(season: Season, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The season open."""
    return commands.open_season(season, register_on=answers["register_on"], version=answers["version"], by=by, at=at)


def close_season(season: Season, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The season closed."""
    standings = queries.standings_known(season, on=frame.today_in(season))
    return commands.close_season(season, standings=standings, version=answers["version"], by=by, at=at)


WAYS = {
    "phan-cong": Way(
        "Phân công người phụ trách chi bộ", "Phân công", "cycles.assign_supervisor", forms.SupervisorForm, assign
    ),
    "thong-qua": Way("Ghi việc thông qua kế hoạch", "Thông qua", "cycles.pass_plan", forms.PassPlanForm, pass_plan),
    "mo": Way(
        "Mở đợt kiểm điểm", "Mở đợt", "cycles.open_season", forms.OpenSeasonForm, open_season,
        "Xem lại trước khi mở. Sau khi mở, cách hiểu chỉ đổi bằng văn bản của cơ quan có thẩm quyền.",
    ),
    "ngay": Way(
        "Đổi ngày giả định", "Đổi ngày", "cycles.move_day", forms.MoveDayForm,
        lambda season, answers, by, at: commands.move_day(season, by=by, at=clock.moment(answers["to"]), **answers),
    ),
    "khep": Way(
        "Khép đợt kiểm điểm", "Khép đợt", "cycles.close_season", forms.CloseSeasonForm, close_season,
        "Sau khi khép chỉ còn ghi quyết định của cấp trên, xếp loại lại có lý do và việc thông báo.",
    ),
}  # fmt: skip


@login_required
def season_act(request: HttpRequest, key: str, way: str) -> HttpResponse:
    """Open to whoever holds a role of the act over the committee."""
    if way not in WAYS:
        raise Http404
    chosen, season = WAYS[way], queries.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_let(request.user, act=chosen.act, unit=season.unit, at=at)
    form = chosen.form.of(request, **asked_with(way, season, on=day))
    if form.carry_out(lambda answers: chosen.do(season, answers, request.user, at)):
        return redirect("cycles:season", key)
    draft = season.state == Season.State.DRAFT
    answers = {
        "mo": lambda: queries.opening_answers(season) if draft else (),
        "thong-qua": lambda: queries.plan_answers(season, on=day) if draft else (),
    }
    return replies.show(
        request,
        "cycles/act.html",
        form=form,
        frame=frame.frame_of(season),
        title=chosen.title,
        button=chosen.button,
        hint=chosen.hint,
        about=season.title,
        answers=answers.get(way, tuple)(),
        rows=opening_rows(season) if way == "mo" and draft else [],
        back=reverse("cycles:season", args=[key]),
        crumbs=frame.way_to(season, Crumb(chosen.title)),
    )


def asked_with(way: str, season: Season, *, on: date) -> dict[str, Any]:
    """What a form needs to begin."""
    begin: dict[str, Any] = {}
    if issubclass(WAYS[way].form, VersionedForm):
        row = season.plan if way == "thong-qua" else season
        begin["initial"] = {"version": row.version}
    if way == "thong-qua":
        begin["steps"] = [(s.key, f"{s.title} ({phrases.day(s.from_on)})") for s in queries.meeting_steps(season)]
    if way == "phan-cong":
        periods = org.units_under(season.unit, on=on, kind="cell")
        seats = org.seats_under(season.unit, on=on)
        begin["units"] = [(period.unit.key, period.name) for period in periods]
        people = {seat.person.key: seat.person for seat in seats}
        ordered = sorted(people.values(), key=lambda person: (person.sort_key, person.key))
        begin["people"] = [(person.key, person.full_name) for person in ordered]
    return begin


def opening_rows(season: Season) -> list[AnswerRow]:
    """What is looked over before the season opens."""
    book, plan = queries.book_of(season), season.plan
    readings = reverse("rulebooks:readings", args=[season.rulebook_code, season.unit.key])
    here = reverse("cycles:season", args=[season.key])
    differing = sum(book.reading(q.key) != q.default for q in book.interpretations.interpretations)
    return [
        AnswerRow("Bộ quy tắc", book.identity.title),
        AnswerRow("Cách hiểu khác mặc định", f"{differing} trên {len(book.interpretations.interpretations)}", readings),
        AnswerRow("Mã băm bộ quy tắc", book.sha256[:16]),
        AnswerRow("Kế hoạch", f"{plan.number} · {phrases.day(plan.passed_on)}" if plan.passed_on else "", here),
        AnswerRow("Số bước của kế hoạch", str(season.steps.count()), here),
        AnswerRow("Chi bộ đã có người phụ trách", str(queries.assignments_of(season).count()), here),
    ]

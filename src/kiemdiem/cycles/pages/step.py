"""One step of the plan: set its days, amend them, record that it was done, or take that back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import access, commands, forms, queries
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.cycles.pages import frame
from kiemdiem.org.models import Unit
from kiemdiem.web import phrases, replies
from kiemdiem.web.forms import VersionedForm
from kiemdiem.web.shapes import AnswerRow, Crumb


@dataclass(frozen=True)
class Way:
    """One act on a step: its title, right, form and command, and when it makes sense."""

    title: str
    act: str
    form: type[VersionedForm]
    do: Callable[[PlanStep, dict[str, Any], Account, datetime], Any]
    stands: Callable[[Season, PlanStep], bool]


def amend(step: PlanStep, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The plan amended in this one step."""
    days = commands.NewDays(step, answers["from_on"], answers["last_on"], version=answers["version"])
    return commands.amend_plan(
        step.season, days=[days], reason=answers["reason"], document=answers["document"], by=by, at=at
    )


# The first that makes sense now is shown first: in a draft the days are set, afterwards the step is ticked.
WAYS = {
    "ngay": Way(
        "Đặt ngày", "cycles.set_step_days", forms.StepDaysForm,
        lambda step, answers, by, at: commands.set_step_days(step, by=by, at=at, **answers),
        lambda season, step: season.plan.passed_on is None,
    ),
    "xong": Way(
        "Ghi đã thực hiện", "cycles.finish_step", forms.FinishStepForm,
        lambda step, answers, by, at: commands.finish_step(step, by=by, at=at, **answers),
        lambda season, step: step.done_on is None,
    ),
    "dieu-chinh": Way(
        "Điều chỉnh ngày", "cycles.amend_plan", forms.AmendStepForm, amend,
        lambda season, step: season.plan.passed_on is not None,
    ),
    "bo-danh-dau": Way(
        "Bỏ đánh dấu đã thực hiện", "cycles.reopen_step", forms.ReopenStepForm,
        lambda step, answers, by, at: commands.reopen_step(step, by=by, at=at, **answers),
        lambda season, step: step.done_on is not None,
    ),
}  # fmt: skip


@login_required
def step(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to whoever may do one of the acts that make sense now; `?viec=` chooses among them."""
    season = queries.season(key)
    shown = season.steps.filter(pk=pk).select_related("unit", "season").first()
    if shown is None:
        raise Http404
    at = frame.moment_in(season)
    access.must_see(request.user, season=season, at=at)
    ways = {
        slug: way
        for slug, way in WAYS.items()
        if season.state in access.STATES[way.act]
        and way.stands(season, shown)
        and access.may(request.user, act=way.act, unit=answering(way, season, shown), at=at)
    }
    wanted = request.POST.get("viec") or request.GET.get("viec") or ""
    slug = wanted if wanted in WAYS else next(iter(ways), "")
    way = WAYS.get(slug)
    if request.method == "POST":
        if way is None or slug != wanted:
            raise Http404
        access.must_let(request.user, act=way.act, unit=answering(way, season, shown), at=at)
    form = way.form.of(request, initial=begin(shown)) if way else None
    if form is not None and way is not None and form.carry_out(lambda a: way.do(shown, a, request.user, at)):
        return redirect("cycles:season", key)
    return replies.show(
        request, "cycles/step.html", form=form if slug in ways or (form and form.failed) else None, step=shown,
        frame=frame.frame_of(season), slug=slug, way=way, rows=rows(shown), season=season,
        others=[(other.title, f"?viec={name}") for name, other in ways.items() if name != slug],
        back=reverse("cycles:season", args=[key]), crumbs=frame.way_to(season, Crumb(shown.title)),
    )  # fmt: skip


def answering(way: Way, season: Season, step: PlanStep) -> Unit:
    """The unit whose people may do the act: the step's own for ticking, the committee's for the plan itself."""
    return step.unit if way.act == "cycles.finish_step" and step.unit is not None else season.unit


def begin(step: PlanStep) -> dict[str, Any]:
    """What the form begins with."""
    return {"version": step.version, "from_on": step.from_on, "last_on": step.last_on}


def rows(step: PlanStep) -> list[AnswerRow]:
    """The step in words."""
    done = f"{phrases.day(step.done_on)} {step.done_note}".strip() if step.done_on else "Chưa"
    found = [
        AnswerRow("Đơn vị", step.unit_name or "Cả Đảng bộ"),
        AnswerRow("Căn cứ", step.clause),
        AnswerRow("Thời gian", f"{phrases.day(step.from_on)} – {phrases.day(step.last_on)}"),
        AnswerRow("Đã thực hiện", done),
    ]
    told = [("Theo bản giấy", step.done_paper), ("Trình tự", step.done_mark)]
    return found + [AnswerRow(label, text) for label, text in told if text]

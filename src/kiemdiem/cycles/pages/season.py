"""One season: its state, its plan with deadlines, what the rules warn about, and what can be done now."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.cycles.pages import frame
from kiemdiem.cycles.pages.season_act import WAYS
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Column, Figure, Table, TableCell


@login_required
@require_safe
def season(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever holds a role over the committee or over a unit of the season."""
    shown = queries.season(key)
    at, day = frame.moment_in(shown), frame.today_in(shown)
    access.must_see(request.user, season=shown, at=at)
    steps = list(queries.steps_of(shown))
    prepared = shown.state == Season.State.DRAFT
    return replies.show(
        request,
        "cycles/season.html",
        frame=frame.frame_of(shown),
        crumbs=frame.way_to(shown),
        season=shown,
        plan=shown.plan,
        figures=figures(shown, steps, on=day),
        steps=table(steps, on=day),
        warnings=queries.plan_answers(shown, on=day) if prepared and shown.plan.passed_on is None else (),
        opening=queries.opening_answers(shown) if prepared else (),
        not_here=queries.units_not_here(queries.book_of(shown), queries.register_of(shown, on=day).periods)
        if prepared
        else [],
        changes=shown.plan_changes.select_related("step").order_by("number", "pk"),
        ways=ways(shown, by=request.user),
    )


def ways(season: Season, *, by: Account) -> list[tuple[str, str]]:
    """What the reader can do with the season now, as pairs of title and address."""
    at = frame.moment_in(season)
    return [
        (way.title, reverse("cycles:season_act", args=[season.key, slug]))
        for slug, way in WAYS.items()
        if way.stands(season) and access.may(by, act=way.act, unit=season.unit, at=at)
    ]


def figures(season: Season, steps: list[PlanStep], *, on: date) -> list[Figure]:
    """The season in numbers."""
    done = sum(step.done_on is not None for step in steps)
    late = sum(step.done_on is None and step.last_on < on for step in steps)
    found = [
        Figure(f"{done}/{len(steps)}", "bước đã xong"),
        Figure(str(late), "bước quá hạn", tone="bad" if late else ""),
    ]
    if season.state != Season.State.DRAFT:
        count = season.subjects.filter(kind="member", ended_on__isnull=True).count()
        found.append(Figure(str(count), "đảng viên"))
    return found


def table(steps: list[PlanStep], *, on: date) -> Table:
    """The calendar: what, by whom, from when to when, and how it stands."""
    rows = tuple(
        (
            TableCell(step.title, reverse("cycles:step", args=[step.season.key, step.pk]), note=step.clause),
            TableCell(step.unit_name or "Cả Đảng bộ"),
            TableCell(days(step), note=f"Văn bản in: {step.printed}" if step.printed else ""),
            state(step, on=on),
        )
        for step in steps
    )
    columns = (Column("Nội dung"), Column("Đơn vị"), Column("Thời gian"), Column("Trạng thái"))
    return Table("Kế hoạch", columns, rows)


def days(step: PlanStep) -> str:
    """The days of a step in words."""
    first, last = phrases.day(step.from_on), phrases.day(step.last_on)
    return first if first == last else f"{first} – {last}"


def state(step: PlanStep, *, on: date) -> TableCell:
    """How a step stands on the day."""
    if step.done_on is not None:
        late = step.done_on > step.last_on
        words = f"Đã xong {phrases.day(step.done_on)}"
        return TableCell(f"{words}, quá hạn" if late else words, tone="warn" if late else "done")
    if step.last_on < on:
        return TableCell("Quá hạn", tone="bad")
    return TableCell("Đang trong hạn", tone="busy") if step.from_on <= on else TableCell("Chưa đến", tone="quiet")

"""What is tried before a season is open: to open it at once, to pass a plan whose days do not fit."""

import datetime
from typing import Any

from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries
from kiemdiem.cycles.models import PlanStep
from kiemdiem.cycles.queries.steps import WINDOW
from kiemdiem.desk.play import opening
from kiemdiem.desk.play.stage import Stage

OFFICER = "canbotochuc"
A_DAY = datetime.timedelta(days=1)


def open_at_once(stage: Stage, _: Any) -> bool:
    """The officer opens the season before its plan is passed, its readings signed and its gaps filled."""
    today = stage.clock.now.date()
    stage.refused("cycles.open_season", stage.season.key, attempt=lambda: opening.open_now(stage, on=today))
    return True


def brief_too_early(stage: Stage, _: Any) -> bool:
    """A briefing is ticked weeks before its days: it is kept, marked as out of order, and then taken back."""
    step = PlanStep.objects.filter(season=stage.season, kind="briefing").order_by("position", "key").first()
    if step is None:
        return False
    today = stage.clock.now.date()
    answer = cycles.finish_step(step, done_on=today, version=step.version, **stage.by(OFFICER))
    stage.note("cycles.finish_step", step.key, answer=answer)
    step.refresh_from_db()
    cycles.reopen_step(step, why="Ghi nhầm ngày", version=step.version, **stage.by(OFFICER))
    return True


def pass_unsupervised(stage: Stage, _: Any) -> bool:
    """The officer passes the plan before anybody answers for the cells."""
    stage.refused("cycles.pass_plan", stage.season.key, attempt=lambda: pass_now(stage))
    return True


def pass_now(stage: Stage) -> None:
    """The plan passed as it stands."""
    opening.pass_the_plan(stage, on=stage.clock.now.date())


def pass_with_the_wrong_year(stage: Stage, _: Any) -> bool:
    """One cell's day stands in the next year."""
    step = a_cells_day(stage)
    return pass_with(stage, step, step.from_on.replace(year=step.from_on.year + 1))


def pass_outside_the_window(stage: Stage, _: Any) -> bool:
    """One cell's day stands after the days of all cells."""
    window = queries.steps_of_kind(stage.season, WINDOW).first()
    return pass_with(stage, a_cells_day(stage), window.last_on + A_DAY)


def pass_without_one_day(stage: Stage, _: Any) -> bool:
    """One cell has two days and so none."""
    step = a_cells_day(stage)
    return pass_with(stage, step, step.from_on, step.from_on + A_DAY)


def a_cells_day(stage: Stage) -> PlanStep:
    """The day of one cell in the window of all of them."""
    window = queries.steps_of_kind(stage.season, WINDOW).first()
    days = queries.meeting_steps(stage.season).filter(unit__isnull=False, from_on__gte=window.from_on)
    return next(step for step in days if step.entry_key.startswith(f"{window.entry_key}."))


def pass_with(stage: Stage, step: PlanStep, from_on: datetime.date, last_on: datetime.date | None = None) -> bool:
    """The officer passes the draft with one step on other days, and then puts it right again."""
    right = (step.from_on, step.last_on)
    set_days(stage, step, from_on, last_on or from_on)
    stage.refused("cycles.pass_plan", step.key, attempt=lambda: pass_now(stage))
    set_days(stage, step, *right)
    return True


def set_days(stage: Stage, step: PlanStep, *days: datetime.date) -> None:
    """The step of the draft on these days."""
    step.refresh_from_db()
    cycles.set_step_days(step, from_on=days[0], last_on=days[1], version=step.version, **stage.by(OFFICER))

"""The acts of the room."""

from kiemdiem.cycles.commands.open_season import open_season
from kiemdiem.cycles.commands.plans import NewDays, Passing, amend_plan, pass_plan
from kiemdiem.cycles.commands.seasons import Assumed, correct_season, draft_season, move_day
from kiemdiem.cycles.commands.steps import assign_supervisor, finish_step, reopen_step, set_step_days

__all__ = [
    "Assumed",
    "NewDays",
    "Passing",
    "amend_plan",
    "assign_supervisor",
    "correct_season",
    "draft_season",
    "finish_step",
    "move_day",
    "open_season",
    "pass_plan",
    "reopen_step",
    "set_step_days",
]

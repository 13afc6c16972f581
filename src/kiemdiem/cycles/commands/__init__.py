"""The acts of the room."""

from kiemdiem.cycles.commands.change_rulebook import (
    Act,
    Change,
    Filling,
    Reading,
    Values,
    change_reading,
    change_rulebook,
)
from kiemdiem.cycles.commands.changes import WayOut, record_change
from kiemdiem.cycles.commands.close_season import close_season
from kiemdiem.cycles.commands.open_season import open_season
from kiemdiem.cycles.commands.plans import NewDays, Passing, amend_plan, pass_plan
from kiemdiem.cycles.commands.seasons import Assumed, correct_season, draft_season, move_day
from kiemdiem.cycles.commands.steps import assign_supervisor, finish_step, reopen_step, set_step_days

__all__ = [
    "Act",
    "Assumed",
    "Change",
    "Filling",
    "NewDays",
    "Passing",
    "Reading",
    "Values",
    "WayOut",
    "amend_plan",
    "assign_supervisor",
    "change_reading",
    "change_rulebook",
    "close_season",
    "correct_season",
    "draft_season",
    "finish_step",
    "move_day",
    "open_season",
    "pass_plan",
    "record_change",
    "reopen_step",
    "set_step_days",
]

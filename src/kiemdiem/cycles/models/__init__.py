"""The tables of a season: itself, its frozen register and subjects, its plan, and what changed while it was open."""

from kiemdiem.cycles.models.change import RegisterChange
from kiemdiem.cycles.models.plan import Assignment, Plan, PlanChange, PlanStep
from kiemdiem.cycles.models.register import Place, SeasonSubject, SeasonUnit
from kiemdiem.cycles.models.season import EffectiveBook, Season

__all__ = [
    "Assignment",
    "EffectiveBook",
    "Place",
    "Plan",
    "PlanChange",
    "PlanStep",
    "RegisterChange",
    "Season",
    "SeasonSubject",
    "SeasonUnit",
]

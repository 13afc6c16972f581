"""What comes next: the nearest steps of the plan for some organisations, for whoever has nothing to do now."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season

FEW = 3


@dataclass(frozen=True)
class Coming:
    """One step of the plan still ahead: what, whose, and from which day."""

    title: str
    unit_name: str
    from_on: date


def coming(season: Season, units: frozenset[int], *, on: date) -> list[Coming]:
    """The nearest steps ahead that concern the units or the committee as a whole, by day; else the next one above."""
    ahead = PlanStep.objects.filter(season=season, done_on__isnull=True, from_on__gt=on).exclude(kind="window")
    concerned = ahead.filter(Q(unit__in=units) | Q(unit__isnull=True)).order_by("from_on", "position", "unit_name")
    near = list(concerned[:FEW]) or [cycles.next_step_above(season, after=on)]
    return [Coming(step.title, step.unit_name, step.from_on) for step in near if step is not None]

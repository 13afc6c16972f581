"""Drawing the steps of a plan from the rulebook and the units of the committee, and reading them back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import QuerySet

from kiemdiem.core import calendar
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.proceedings import PlanItem, Term
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.org.models import Unit, UnitPeriod

WINDOW, MEETING, TERM = "window", "meeting", "term"


@dataclass(frozen=True)
class StepDrawn:
    """One step as the rulebook and the units make it, not yet kept. `unit` None: owed by the committee as a whole."""

    key: str
    entry_key: str
    kind: str
    title: str
    clause: str
    rows: tuple[str, ...]
    from_on: date
    last_on: date
    unit: Unit | None = None
    unit_name: str = ""
    printed: str = ""
    follows_key: str = ""
    follows_days: int | None = None


def steps_drawn(book: Rulebook, periods: list[UnitPeriod]) -> list[StepDrawn]:
    """Every step of the plan, in the order of the rulebook; terms follow the step they count from.

    A named unit the committee does not have gets no step; `units_not_here` tells which those are.
    """
    found: list[StepDrawn] = []
    for item in book.plan.items:
        found += _of_item(item, book=book, periods=periods)
    for term in book.plan.terms:
        found += _of_term(term, steps=found)
    return found


def units_not_here(book: Rulebook, periods: list[UnitPeriod]) -> list[str]:
    """The names of the units the plan sets days for that the committee does not have, in the plan's order."""
    here = {period.unit.key for period in periods}
    names = {unit.key: unit.name for unit in book.body.units}
    missing = [key for item in book.plan.items for key in item.units if key not in here]
    return [names.get(key, key) for key in dict.fromkeys(missing)]


def _of_item(item: PlanItem, *, book: Rulebook, periods: list[UnitPeriod]) -> Iterator[StepDrawn]:
    step = StepDrawn(
        key=item.key,
        entry_key=item.key,
        kind=item.kind,
        title=item.title,
        clause=item.clause,
        rows=item.rows,
        from_on=item.from_on,
        last_on=item.until_on,
        printed=calendar.printed(item.printed_on) if item.printed_on else "",
    )
    if item.kind == WINDOW:
        yield step
        step = replace(step, kind=MEETING)
    owing = _owing(item, book=book, periods=periods)
    if not owing and not item.units and item.kind != WINDOW:
        yield step
    for period in owing:
        yield replace(step, key=f"{item.key}:{period.unit.key}", unit=period.unit, unit_name=period.name)


def _owing(item: PlanItem, *, book: Rulebook, periods: list[UnitPeriod]) -> list[UnitPeriod]:
    """The units that owe the item: those it names; for a window, those no day in it names; else all of its kinds."""
    if item.units:
        return [period for period in periods if period.unit.key in item.units]
    owing = [period for period in periods if period.kind in item.owed_by]
    if item.kind != WINDOW:
        return owing
    within = [other for other in book.plan.items if other.key.startswith(f"{item.key}.")]
    named = {key for other in within for key in other.units}
    return [period for period in owing if period.unit.key not in named]


def _of_term(term: Term, *, steps: list[StepDrawn]) -> Iterator[StepDrawn]:
    """One step for each meeting that starts the term: due so many days after it."""
    for started in steps:
        if started.unit is None or not belongs_to(started.entry_key, term.after):
            continue
        yield StepDrawn(
            key=f"{term.key}:{started.unit.key}",
            entry_key=term.key,
            kind=term.kind or TERM,
            title=term.title,
            clause=term.clause,
            rows=term.rows,
            from_on=started.last_on,
            last_on=started.last_on + timedelta(days=term.days),
            unit=started.unit,
            unit_name=started.unit_name,
            follows_key=started.key,
            follows_days=term.days,
        )


def belongs_to(entry_key: str, item_key: str) -> bool:
    """Whether an entry of the plan is the item or stands within it."""
    return entry_key == item_key or entry_key.startswith(f"{item_key}.")


def steps_of(season: Season) -> QuerySet[PlanStep]:
    """The steps of the plan by day, those of one day in the order of the plan."""
    return season.steps.select_related("unit", "done_by").order_by("from_on", "position", "unit_name", "key")


def step(season: Season, key: str) -> PlanStep | None:
    """The step of that key."""
    return season.steps.filter(key=key).select_related("unit").first()


def step_of(season: Season, entry_key: str, *, unit: Unit | None = None) -> PlanStep | None:
    """The step of one entry of the plan, of that unit, or of the committee as a whole."""
    return season.steps.filter(entry_key=entry_key, unit=unit).select_related("unit").first()


def steps_of_kind(season: Season, kind: str, *, unit: Unit | None = None) -> QuerySet[PlanStep]:
    """The steps of one kind, of one unit if named, by day."""
    found = steps_of(season).filter(kind=kind)
    return found.filter(unit=unit) if unit is not None else found


def late_steps(season: Season, *, on: date) -> QuerySet[PlanStep]:
    """The steps not done whose last day has passed."""
    return steps_of(season).filter(done_on__isnull=True, last_on__lt=on)


def due_steps(season: Season, *, on: date, within_days: int = 7) -> QuerySet[PlanStep]:
    """The steps not done that run on that day or begin within so many days."""
    horizon = on + timedelta(days=within_days)
    return steps_of(season).filter(done_on__isnull=True, last_on__gte=on, from_on__lte=horizon)


def meeting_steps(season: Season, *, unit: Unit | None = None) -> QuerySet[PlanStep]:
    """The steps that are meetings, of one unit if named, by day."""
    return steps_of_kind(season, MEETING, unit=unit)


def next_step_above(season: Season, *, after: date) -> PlanStep | None:
    """The first step that begins after the day and is owed by a body above the cells and the reviewed collectives."""
    reviewed = season.subjects.filter(kind__in=["cell", "collective"]).values("unit_id")
    above = season.steps.filter(from_on__gt=after).exclude(unit_id__in=reviewed).exclude(kind=WINDOW)
    return above.select_related("unit").order_by("from_on", "position").first()

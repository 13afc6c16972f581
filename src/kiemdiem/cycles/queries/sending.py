"""The facts of results sent on to the body above: from whom, to whom, by when, and what had to come first."""

from dataclasses import dataclass
from datetime import date

from kiemdiem.core.law.sections.proceedings import PlanItem
from kiemdiem.core.process.facts import SendResults
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.cycles.queries.planning import steps_done
from kiemdiem.cycles.queries.seasons import book_of
from kiemdiem.cycles.queries.steps import WINDOW
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit

REPORT, ABOVE = "report", "superior"


@dataclass(frozen=True)
class Sent:
    """Who in fact sent results to whom, and through whom, where that was written down; None: as the plan has it."""

    sender: Unit | None = None
    to: Unit | None = None
    via: Unit | None = None


def sending_facts(step: PlanStep, *, done_on: date, sent: Sent) -> SendResults:
    """The facts of doing a step of the plan that sends results on; without a unit the plan's own debtor sends them."""
    item = item_of(step)
    owing = item.owed_by[0] if item and item.owed_by else ""
    sender = sent.sender or step.unit
    return SendResults(
        step=step.entry_key,
        from_kind=org.unit_kind(sender, on=done_on) if sender else owing,
        to_kind=org.unit_kind(sent.to, on=done_on) if sent.to else (item.owed_to if item else None) or "",
        via_kind=org.unit_kind(sent.via, on=done_on) if sent.via else (item.via if item else None) or "",
        done_on=done_on,
        due_on=step.last_on,
        window_from_on=step.from_on,
        done=steps_done(step.season),
    )


def item_of(step: PlanStep) -> PlanItem | None:
    """The item of the rulebook's plan that a step was drawn from."""
    return next((item for item in book_of(step.season).plan.items if item.key == step.entry_key), None)


def step_up(season: Season) -> PlanStep | None:
    """The step by which the committee reports to the one above it; nothing where its plan has none."""
    keys = [item.key for item in book_of(season).plan.items if item.kind == REPORT and item.owed_to == ABOVE]
    return season.steps.filter(entry_key__in=keys).select_related("unit", "season").order_by("position", "key").first()


def steps_before(step: PlanStep) -> list[PlanStep]:
    """What the plan puts between the last meetings of its units and this step, in order; terms of units left out."""
    season = step.season
    ends = season.steps.filter(kind=WINDOW).order_by("-last_on").values_list("last_on", flat=True).first()
    found = season.steps.filter(position__lt=step.position, last_on__lte=step.last_on, follows_key="")
    if ends is not None:
        found = found.filter(from_on__gt=ends)
    return list(found.exclude(kind=WINDOW).select_related("unit").order_by("from_on", "position"))

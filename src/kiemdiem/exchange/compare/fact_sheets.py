"""The sheets of facts: links of cells, results of other bodies, discipline, awards, leave."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from kiemdiem.exchange.compare.facts import FactSheet
from kiemdiem.exchange.draft import Draft, Hands
from kiemdiem.exchange.sheets import AWARDS, DISCIPLINE, LEAVE, LINKS, OTHER_RESULTS, RESULTS
from kiemdiem.org import commands
from kiemdiem.org.days import known
from kiemdiem.org.models import Award, Discipline, Leave, OutsideResult, UnitLink
from kiemdiem.org.models.known import Known


def of_people(model: type[Known]) -> Any:
    """A reader of the facts of a table that stand, of the people the committee knows."""

    def held(draft: Draft) -> Iterable[Known]:
        people = [person.pk for person in draft.people.values()]
        return model._default_manager.filter(known(), person_id__in=people).select_related("person").order_by("pk")

    return held


def links(draft: Draft) -> Iterable[UnitLink]:
    """The links of the committee and its cells."""
    found = UnitLink.objects.filter(known(), cell_id__in=draft.scope)
    return found.select_related("cell", "linked_unit").order_by("pk")


def results(draft: Draft) -> Iterable[OutsideResult]:
    """The results of the committee's units and people other than the civil servants' grades."""
    people = [person.pk for person in draft.people.values()]
    whose = Q(unit_id__in=draft.scope) | Q(person_id__in=people)
    found = OutsideResult.objects.filter(known(), whose, kind__in=OTHER_RESULTS)
    return found.select_related("person", "unit").order_by("pk")


def link(values: dict[str, Any], hands: Hands) -> None:
    """Links the body to the cell, and ends the link where the line says until when."""
    cell, linked, until_on = values["cell"], values["linked_unit"], values.get("until_on")
    kind, from_on = values["kind"], values["from_on"]
    made = commands.link_unit(cell, linked, kind=kind, from_on=from_on, by=hands.by, at=hands.at)
    if until_on is not None:
        commands.unlink_unit(made, on=until_on, by=hands.by, at=hands.at)


def result(values: dict[str, Any], hands: Hands) -> OutsideResult:
    """Enters the result of the body or of the person."""
    rest = {name: value for name, value in values.items() if name not in ("unit", "person")}
    subject = values.get("unit") or values["person"]
    return commands.record_outside_result(subject, by=hands.by, at=hands.at, **rest)


def recorded(command: Any) -> Any:
    """A way to enter a person's fact by the command."""

    def enter(values: dict[str, Any], hands: Hands) -> Any:
        rest = {name: value for name, value in values.items() if name != "person"}
        return command(values["person"], by=hands.by, at=hands.at, **rest)

    return enter


FACT_SHEETS = (
    FactSheet(
        LINKS,
        own=("cell", "linked_unit", "from_on"),
        still=("cell", "linked_unit"),
        held=links,
        enter=link,
        end=lambda fact, on, hands: commands.unlink_unit(fact, on=on, by=hands.by, at=hands.at),
    ),
    FactSheet(RESULTS, own=("unit", "person", "kind", "year"), held=results, enter=result),
    FactSheet(
        DISCIPLINE,
        own=("person", "side", "measure", "from_on"),
        held=of_people(Discipline),
        enter=recorded(commands.record_discipline),
    ),
    FactSheet(
        AWARDS,
        own=("person", "kind", "level", "year"),
        held=of_people(Award),
        enter=recorded(commands.record_award),
        is_repeated=True,
    ),
    FactSheet(LEAVE, own=("person", "kind", "from_on"), held=of_people(Leave), enter=recorded(commands.record_leave)),
)

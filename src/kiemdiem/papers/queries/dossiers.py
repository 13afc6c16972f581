"""A dossier as it is handed in: what it owes and holds, and the step of the plan it is done with."""

from dataclasses import dataclass
from datetime import date

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.proceedings import DossierList
from kiemdiem.core.process import facts
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.meetings import queries as meetings
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.papers.queries.counter import OwedPaper, owed_papers, steps_of_dossier


@dataclass(frozen=True)
class Submitted:
    """How a dossier came in: on which day, to whom, through whom."""

    on: date
    to: Unit
    via: Unit | None = None


def dossiers_of(season: Season, unit: Unit) -> list[DossierList]:
    """The dossiers the unit owes, in the order of the act."""
    frozen = cycles.season_unit(season, unit)
    kind = frozen.kind if frozen else ""
    return [dossier for dossier in cycles.book_of(season).dossier.dossiers if kind in dossier.owed_by]


def dossier_of(season: Season, key: str, *, unit: Unit) -> DossierList:
    """The dossier of that key which the unit owes.

    Raises: Refused when it owes none such.
    """
    found = next((dossier for dossier in dossiers_of(season, unit) if dossier.key == key), None)
    if found is None:
        raise refuse("Đơn vị này không phải nộp hồ sơ này.", todo="Hãy chọn lại đơn vị hoặc hồ sơ.")
    return found


def dossier_facts(season: Season, dossier: DossierList, *, unit: Unit, submitted: Submitted) -> facts.SubmitDossier:
    """The facts of taking the dossier in as complete."""
    owed = [each for each in owed_papers(season, unit, on=submitted.on) if each.dossier.key == dossier.key]
    step = dossier_step(season, dossier, unit=unit)
    held = meetings.newest_of_unit(season, unit)
    return facts.SubmitDossier(
        dossier=dossier.key,
        from_kind=org.unit_kind(unit, on=submitted.on),
        to_kind=org.unit_kind(submitted.to, on=submitted.on),
        via_kind=org.unit_kind(submitted.via, on=submitted.on) if submitted.via else "",
        done_on=submitted.on,
        meeting_on=held.held_on if held else None,
        due_on=step.last_on if step else None,
        owed=tuple(paper_of(each) for each in owed),
        received=tuple(paper_of(each, is_here=True) for each in owed if each.received is not None),
    )


def paper_of(owed: OwedPaper, *, is_here: bool = False) -> facts.Paper:
    """One paper of a dossier as the rules name it: as owed, or as the copy that is here."""
    whose = f" — {owed.person.full_name}" if owed.person else ""
    return facts.Paper(
        item=owed.item.key,
        subject=owed.person.key if owed.person else "",
        name=f"{owed.title}{whose}",
        confirmed=owed.received.is_confirmed if is_here and owed.received else owed.item.confirmed,
    )


def dossier_step(season: Season, dossier: DossierList, *, unit: Unit) -> PlanStep | None:
    """The step of the plan that is done once the unit handed the dossier in."""
    return steps_of_dossier(season, dossier, unit=unit).first()

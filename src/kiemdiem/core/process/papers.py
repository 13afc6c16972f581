"""Which papers a dossier owes, item by item and person by person, and which are still missing."""

from dataclasses import dataclass

from kiemdiem.core.law.sections.proceedings import Dossier, DossierItem, DossierList
from kiemdiem.core.process.facts.parts import Paper
from kiemdiem.core.process.kinds.dossier_complete import missing_papers

__all__ = ["About", "dossier_of", "missing_papers", "papers_owed"]


@dataclass(frozen=True)
class About:
    """One person a dossier is about, with what decides which papers are owed on him.

    `reviewed`: handed in a self-review in this dossier's unit; `managed_by`: the kind of body that manages him.
    """

    subject: str
    name: str
    is_leader: bool = False
    reviewed: bool = True
    managed_by: tuple[str, ...] = ()
    residence_comment: bool = False
    workplace_comment: bool = False


def dossier_of(dossiers: Dossier, key: str) -> DossierList:
    """The dossier of the key.

    Raises: KeyError when there is none.
    """
    for each in dossiers.dossiers:
        if each.key == key:
            return each
    raise KeyError(key)


def papers_owed(dossier: DossierList, people: tuple[About, ...]) -> tuple[Paper, ...]:
    """Every paper the dossier owes, in the order of the act and then of the people."""
    return tuple(paper for item in dossier.items for paper in papers_of_item(item, people))


def papers_of_item(item: DossierItem, people: tuple[About, ...]) -> tuple[Paper, ...]:
    """The papers of one item: one of the unit, or one of each person it is owed on; none where there need be none."""
    if item.if_any:
        return ()
    if item.per == "unit":
        return (Paper(item=item.key, name=item.title, confirmed=item.confirmed),)
    return tuple(
        Paper(item=item.key, subject=each.subject, name=f"{item.title} — {each.name}", confirmed=item.confirmed)
        for each in people
        if is_owed_on(item, each)
    )


def is_owed_on(item: DossierItem, person: About) -> bool:
    """Whether the item is owed on this person."""
    if item.managed_by and item.managed_by not in person.managed_by:
        return False
    return {
        "unit": False,
        "member": person.reviewed,
        "leader": person.is_leader,
        "residence_comment": person.residence_comment,
        "workplace_comment": person.workplace_comment,
    }[item.per]

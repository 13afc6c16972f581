"""The counter for dossiers: which papers a unit owes, which came in, and by when the rest is due."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.proceedings import DossierItem, DossierList
from kiemdiem.core.process import papers as rules
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.meetings import queries as meetings
from kiemdiem.org.days import in_force
from kiemdiem.org.models import ManagedBy, Person, Unit
from kiemdiem.papers.models import ReceivedPaper
from kiemdiem.reviews import queries as reviews


@dataclass(frozen=True)
class OwedPaper:
    """One paper a unit owes in one dossier: on whom, by when, and the row it came in with, if it did."""

    dossier: DossierList
    item: DossierItem
    title: str
    form_key: str
    person: Person | None
    due_on: date | None
    received: ReceivedPaper | None = None

    @property
    def is_settled(self) -> bool:
        """It came in, and is confirmed where the act wants it confirmed."""
        return self.received is not None and (self.received.is_confirmed or not self.item.confirmed)

    def is_late(self, on: date) -> bool:
        """Its last day has passed and it is not settled."""
        return not self.is_settled and self.due_on is not None and self.due_on < on


def owed_papers(season: Season, unit: Unit, *, on: date) -> list[OwedPaper]:
    """Every paper the unit owes, dossier by dossier in the order of the act, then of the people by given name."""
    frozen = cycles.season_unit(season, unit)
    kind = frozen.kind if frozen else ""
    book = cycles.book_of(season)
    found: list[OwedPaper] = []
    for dossier in book.dossier.dossiers:
        if kind in dossier.owed_by:
            found += _owed_in(dossier, season=season, unit=unit, on=on)
    return found


def missing_papers(season: Season, unit: Unit, *, on: date) -> list[OwedPaper]:
    """The papers the unit owes and has not settled."""
    return [owed for owed in owed_papers(season, unit, on=on) if not owed.is_settled]


def received_paper(key: str) -> ReceivedPaper:
    """The received paper of that key.

    Raises: Refused when there is none.
    """
    found = ReceivedPaper.objects.filter(key=key).select_related("season", "unit", "person").first()
    if found is None:
        raise refuse("Không tìm thấy giấy tờ đã nhận này.", todo="Hãy chọn lại ở quầy nhận hồ sơ.")
    return found


def title_of(paper: ReceivedPaper) -> str:
    """What the received paper is, by the first dossier that owes it, and of whom."""
    dossiers = cycles.book_of(paper.season).dossier.dossiers
    titles = [item.title for dossier in dossiers for item in dossier.items if item.form == paper.form_key]
    whose = f" — {paper.person.full_name}" if paper.person else ""
    return f"{titles[0] if titles else paper.form_key}{whose}"


def received(season: Season, form_key: str, *, unit: Unit, person: Person | None) -> ReceivedPaper | None:
    """The copy of that paper which is here now: of the person wherever he handed it in, or of the unit."""
    here = ReceivedPaper.objects.filter(season=season, form_key=form_key, returned_at__isnull=True, person=person)
    return (here if person else here.filter(unit=unit)).first()


def _owed_in(dossier: DossierList, *, season: Season, unit: Unit, on: date) -> list[OwedPaper]:
    people = _people(dossier, season=season, unit=unit, on=on)
    items = {item.key: item for item in dossier.items}
    received = _received(season, unit, [person.pk for person, _ in people.values()])
    due_on = _due_on(season, dossier, unit=unit)
    found = []
    for owed in rules.papers_owed(dossier, tuple(about for _, about in people.values())):
        item = items[owed.item]
        person = people[owed.subject][0] if owed.subject else None
        came = received.get((item.form, person.pk if person else None))
        found.append(OwedPaper(dossier, item, item.title, item.form, person, due_on, came))
    return found


def _people(dossier: DossierList, *, season: Season, unit: Unit, on: date) -> dict[str, tuple[Person, rules.About]]:
    """The people a dossier of the unit is about, by their key: a cell's members, or the leaders voted on there."""
    about_members = any(item.per not in ("unit", "leader") for item in dossier.items)
    if about_members:
        return _members(season, unit, on=on)
    leaders = [subject for subject in cycles.voted_at(season, unit) if subject.person is not None]
    managed = _managers([leader.person_id for leader in leaders], on=on)
    return {
        leader.person.key: (
            leader.person,
            rules.About(leader.person.key, leader.name, is_leader=True, managed_by=managed.get(leader.person_id, ())),
        )
        for leader in leaders
    }


def _members(season: Season, cell: Unit, *, on: date) -> dict[str, tuple[Person, rules.About]]:
    wanted = {(needed.subject.person_id, needed.kind) for needed in reviews.comments_needed(season, cell, on=on)}
    return {
        member.person.key: (
            member.person,
            rules.About(
                member.person.key,
                member.name,
                reviewed=member.is_reviewed,
                residence_comment=(member.person_id, "residence") in wanted,
                workplace_comment=(member.person_id, "workplace") in wanted,
            ),
        )
        for member in cycles.members_of(season, cell, on=on)
    }


def _managers(people: Iterable[int], *, on: date) -> dict[int, tuple[str, ...]]:
    """The kinds of body that manage each of the people on the day."""
    found: dict[int, tuple[str, ...]] = {}
    rows = ManagedBy.objects.filter(in_force(on), person_id__in=list(people)).select_related("body")
    for row in rows.order_by("pk"):
        kinds = row.body.periods.order_by("pk").values_list("kind", flat=True)
        found[row.person_id] = (*found.get(row.person_id, ()), *kinds)
    return found


def _received(season: Season, unit: Unit, people: list[int]) -> dict[tuple[str, int | None], ReceivedPaper]:
    """What came in and was not given back, by form and person; a person's paper counts wherever it was handed in."""
    standing = ReceivedPaper.objects.filter(season=season, returned_at__isnull=True)
    of_people = standing.filter(person_id__in=people)
    of_unit = standing.filter(person__isnull=True, unit=unit)
    return {(each.form_key, each.person_id): each for each in (*of_people, *of_unit)}


def _due_on(season: Season, dossier: DossierList, *, unit: Unit) -> date | None:
    """The last day of a dossier: so many days after the meeting once held, else the day the plan sets for it."""
    step = steps_of_dossier(season, dossier, unit=unit).first()
    if step is None:
        return None
    held = meetings.newest_of_unit(season, unit)
    if step.follows_days is not None and held is not None and held.held_on is not None:
        return held.held_on + timedelta(days=step.follows_days)
    return step.last_on


def steps_of_dossier(season: Season, dossier: DossierList, *, unit: Unit) -> QuerySet[PlanStep]:
    """The steps of the plan by which the unit hands the dossier on, the last one first."""
    owers, plan = set(dossier.owed_by), cycles.book_of(season).plan
    entries = [*plan.terms, *plan.items]
    keys = [each.key for each in entries if each.owed_to == dossier.owed_to and owers & set(each.owed_by)]
    return season.steps.filter(unit=unit, entry_key__in=keys).order_by("-last_on", "pk")


def receipt_values(owed: list[OwedPaper]) -> dict[str, list[dict[str, object]]]:
    """What a receipt lists: the papers that came in, and those missing with their last day; like ones in one row."""
    return {
        "received": _alike(owed, _came),
        "missing": _alike(owed, lambda each: {} if each.is_settled else {"due_on": each.due_on}),
    }


def _came(each: OwedPaper) -> dict[str, object]:
    if each.received is None:
        return {}
    remark = each.received.remark if each.is_settled else "chưa có xác nhận"
    return {"received_on": each.received.received_on, "remark": remark}


def _alike(owed: list[OwedPaper], told: Callable[[OwedPaper], dict[str, object]]) -> list[dict[str, object]]:
    """One row for the papers of one kind of which the same is told, with the names of all they are about."""
    owners: dict[tuple[str, tuple[tuple[str, object], ...]], list[str]] = {}
    for each in owed:
        if facts := tuple(told(each).items()):
            names = owners.setdefault((each.title, facts), [])
            names += [each.person.full_name] if each.person else []
    return [{"title": title, "owner": ", ".join(names), **dict(facts)} for (title, facts), names in owners.items()]

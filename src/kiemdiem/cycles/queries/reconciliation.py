"""Đối chiếu đảng viên: everybody on the register on any day of the season, each in exactly one place at its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.conf import settings
from django.utils.module_loading import import_string

from kiemdiem.core.process.facts import CloseSeason, Named
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.queries.planning import steps_done
from kiemdiem.org import queries as org
from kiemdiem.org import words
from kiemdiem.org.models import Membership, Person, Unit


class Ended(StrEnum):
    """Where a member ends in a season."""

    GRADED = "graded"
    NOT_GRADED = "not_graded"
    PENDING = "pending"
    LEFT = "left"


@dataclass(frozen=True)
class Standing:
    """Where one member stands: graded, not graded (why), pending (where next), or left (why and when)."""

    ended: Ended
    why: str = ""
    where: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Line:
    """One member of the register and where he ended; `standings` has not exactly one when it does not fit."""

    person: Person
    cell: Unit
    cell_name: str
    standings: tuple[Standing, ...]

    @property
    def is_settled(self) -> bool:
        """He is in exactly one place."""
        return len(self.standings) == 1

    @property
    def standing(self) -> Standing | None:
        """The one place he is in."""
        return self.standings[0] if self.is_settled else None


def standings_known(season: Season, *, on: date) -> Mapping[str, Standing]:
    """Where members stand by what the rooms above know: by key of person, as the installation names the source."""
    if not settings.SEASON_STANDINGS:
        return {}
    found: Mapping[str, Standing] = import_string(settings.SEASON_STANDINGS)(season, on=on)
    return found


def reconciliation(season: Season, *, on: date, standings: Mapping[str, Standing]) -> list[Line]:
    """Everybody who was on the register on any day from the opening up to the day, by given name.

    `standings`: what the rooms above know of those the season grades, by key of person.
    """
    since = season.register_on or on
    memberships = org.register_over(season.unit, from_on=since, until_on=on + timedelta(days=1))
    last = {membership.person_id: membership for membership in memberships}
    subjects = {s.person_id: s for s in season.subjects.filter(kind="member")}
    cells = {membership.unit_id: membership.unit for membership in last.values()}
    names = {pk: org.unit_name(cell, on=on) for pk, cell in cells.items()}
    lines = [
        Line(
            person=membership.person,
            cell=membership.unit,
            cell_name=names[membership.unit_id],
            standings=_standings(subjects.get(pk), standings.get(membership.person.key), gone=_gone(membership, on=on)),
        )
        for pk, membership in last.items()
    ]
    return sorted(lines, key=lambda line: (line.person.sort_key, line.person.key))


def _gone(membership: Membership, *, on: date) -> Standing | None:
    """That the member left the register by the day, why and when, as the register itself tells."""
    if membership.until_on is None or membership.until_on > on:
        return None
    departure = org.departure_of(membership.person, on=on)
    why = words.DEPARTURES["moved"] if departure is None else words.DEPARTURES[departure.kind]
    where = f": {departure.to_text}" if departure is not None and departure.to_text else ""
    return Standing(Ended.LEFT, why=f"{why}{where}", on=membership.until_on)


def _standings(subject: SeasonSubject | None, above: Standing | None, *, gone: Standing | None) -> tuple[Standing, ...]:
    """The places a member is in: what this room knows itself goes before what is told from above.

    Who came and left before the season took him up is no subject of it; the register alone says that he left.
    """
    if subject is None:
        known = above or gone
        return (known,) if known is not None else ()
    if subject.ended_on is not None:
        # Graded before he left counts as graded: his result stands.
        return (
            (above,)
            if above is not None and above.ended == Ended.GRADED
            else (Standing(Ended.LEFT, why=subject.ended_why, on=subject.ended_on),)
        )
    if not subject.is_graded:
        return (Standing(Ended.NOT_GRADED, why=subject.why_not),)
    return (above,) if above is not None else ()


def facts_of_closing(season: Season, *, lines: list[Line]) -> CloseSeason:
    """The reconciliation as the rules are told it."""

    def of(ended: Ended) -> tuple[str, ...]:
        return tuple(line.person.key for line in lines for each in line.standings if each.ended == ended)

    return CloseSeason(
        register=tuple(Named(key=line.person.key, name=line.person.full_name) for line in lines),
        graded=of(Ended.GRADED),
        not_graded=of(Ended.NOT_GRADED),
        pending=of(Ended.PENDING),
        left=of(Ended.LEFT),
        done=steps_done(season),
    )

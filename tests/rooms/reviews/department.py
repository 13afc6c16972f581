"""A small department with an open season under the letter: a committee, two cells, the parties beside them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org import commands as org
from kiemdiem.org.models import Person, Unit
from kiemdiem.rulebooks import commands as rulebooks
from kiemdiem.rulebooks import queries as books
from tests.rooms.kept import kept
from tests.rooms.org.make import START, ZONE, account, give

CODE = "dl19"
DAY = date(2019, 12, 9)
NOW = datetime(2019, 12, 9, 8, 0, tzinfo=ZONE)
# Key, name, kind, parent.
BODIES = (
    ("du", "Đảng ủy Sở", "executive_committee", "db"),
    ("tc", "Bộ phận tổ chức Đảng ủy", "organisation_section", "db"),
    ("bgd", "Ban Giám đốc Sở", "agency_leadership", "db"),
    ("cd", "Ban Chấp hành Công đoàn", "union_executive", "db"),
    ("cdoan", "Ban Chấp hành Chi đoàn", "youth_union_executive", "db"),
    ("cb1", "Chi bộ 1", "cell", "db"),
    ("cb4", "Chi bộ 4", "cell", "db"),
    ("cu4", "Chi ủy Chi bộ 4", "cell_committee", "cb4"),
)
# Key, name, cell, and the seats held.
PEOPLE = (
    ("an", "Trần Văn An", "cb1", (("du", "secretary"), ("cb1", "secretary"))),
    ("binh", "Lê Thị Bình", "cb4", (("du", "deputy_secretary"), ("cu4", "secretary"), ("cb4", "secretary"))),
    ("chau", "Phạm Minh Châu", "cb4", (("cu4", "deputy_secretary"), ("cb4", "deputy_secretary"))),
    ("dung", "Hoàng Văn Dũng", "cb4", ()),
    ("en", "Đỗ Thị Én", "cb1", (("bgd", "head"),)),
)


@dataclass
class Department:
    """A department, its open season, and a clock that moves a minute with each act."""

    units: dict[str, Unit]
    people: dict[str, Person]
    officer: Account
    administrator: Account
    season: Season
    now: datetime = NOW

    def act(self) -> dict[str, object]:
        """Who and when of an act keyed by the officer."""
        self.now += timedelta(minutes=1)
        return {"by": self.officer, "at": self.now}

    def subject(self, key: str) -> SeasonSubject:
        """A subject of the season."""
        return queries.subject(self.season, key)


@kept
def department(*, reading: str = "advisory") -> Department:
    """The season open on 09/12/2019; `reading` says whether what the parties rate counts."""
    at = NOW
    administrator, officer = account("quantri", at=at), account("canbo", at=at)
    body = org.found_unit(
        "Đảng bộ Sở", kind="party_body", parent=None, from_on=START, by=administrator, at=at, key="db"
    )
    give(administrator, "administrator", body, by=administrator, at=at)
    give(officer, "officer", body, by=administrator, at=at)
    units = {"db": body}
    for key, name, kind, parent in BODIES:
        units[key] = org.found_unit(name, kind=kind, parent=units[parent], from_on=START, by=officer, at=at, key=key)
    people = {key: registered(key, name, units[cell], by=officer) for key, name, cell, _ in PEOPLE}
    for key, _, _, seats in PEOPLE:
        for unit, post in seats:
            org.give_seat(people[key], units[unit], post=post, from_on=START, by=officer, at=at)
    season = opened(units, people, reading=reading, by=officer)
    return Department(units, people, officer, administrator, season)


def registered(key: str, name: str, cell: Unit, *, by: Account) -> Person:
    """An official member of some years."""
    return org.register_person(
        name, cell=cell, from_on=START, admitted_on=date(2000, 5, 19), official_on=date(2001, 5, 19),
        birth_on=date(1975, 3, 2), id_number="", gender="female", key=key, by=by, at=NOW,
    )  # fmt: skip


def opened(units: dict[str, Unit], people: dict[str, Person], *, reading: str, by: Account) -> Season:
    """The season drafted, every cell directed by a committee member, its plan passed, its readings signed, open."""
    body = units["db"]
    rulebooks.choose_reading(body, CODE, question="assessor_weight", reading=reading, reason="Thử", by=by, at=NOW)
    season = cycles.draft_season(body, rulebook_code=CODE, key="mua-2019", by=by, at=NOW)
    for line, (cell, who) in enumerate((("cb1", "binh"), ("cb4", "an")), start=1):
        cycles.assign_supervisor(season, units[cell], supervisor=people[who], line=line, by=by, at=NOW)
    rulebooks.sign_readings(
        body, CODE, sha=books.rulebook_of(body, CODE).sha256, signer="Trần Văn An", signed_on=DAY, by=by, at=NOW
    )
    passing = cycles.Passing(meeting="Hội nghị Đảng ủy", passed_on=DAY, signer="Trần Văn An")
    cycles.pass_plan(season, passing=passing, by=by, at=NOW)
    cycles.open_season(season, register_on=DAY, by=by, at=NOW)
    return Season.objects.get(pk=season.pk)

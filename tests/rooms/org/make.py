"""A small ward for the tests of any room: a body, its leading collectives, two cells, twelve members, accounts.

Everything is made through the commands of the room, so a test may go on from here as a user would.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiemdiem.accounts.models import Account
from kiemdiem.org import commands
from kiemdiem.org.models import Person, Unit
from tests.rooms.kept import kept

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = date(2010, 1, 1)
AT = datetime(2017, 11, 1, 8, 0, tzinfo=ZONE)


@dataclass(frozen=True)
class Ward:
    """What `ward` made. `cells[0]` is residential with ten members, `cells[1]` is a school's with two.

    persons: by name — secretary, deputy, standing, chair, plain, teacher, headmaster, probationary, new, exempt,
    suspended, disciplined (all Party members) and guest (none, vice-chair of the Front).
    """

    body: Unit
    executive_committee: Unit
    peoples_committee: Unit
    front: Unit
    cells: tuple[Unit, Unit]
    persons: dict[str, Person]
    administrator: Account
    officer: Account
    clerk: Account
    secretaries: tuple[Account, Account]
    supervisor: Account
    inspector: Account
    at: datetime


def account(username: str, *, at: datetime = AT) -> Account:
    """An account without a password: nobody signs in with it, but it can act."""
    made = Account(username=username, display_name=username.capitalize(), created_at=at)
    made.set_unusable_password()
    made.save()
    return made


@kept
def ward(*, at: datetime = AT, beside: Ward | None = None) -> Ward:
    """A ward as of the moment; `beside` another one, its keys begin with x- and that one's administrator founds it."""
    prefix = "x-" if beside else ""
    administrator = account(f"{prefix}quantri", at=at)
    founder = beside.administrator if beside else administrator

    def found(name: str, kind: str, parent: Unit | None, key: str, cell_kind: str = "") -> Unit:
        by = founder if parent is None else officer
        return commands.found_unit(
            name, kind=kind, parent=parent, from_on=START, by=by, at=at, key=f"{prefix}{key}", cell_kind=cell_kind
        )

    officer = account(f"{prefix}canbo", at=at)
    body = found("Đảng bộ phường An Hòa", "party_body", None, "db")
    give(administrator, "administrator", body, by=founder, at=at)
    give(officer, "officer", body, by=administrator, at=at)
    committee = found("Ban Chấp hành Đảng bộ phường", "executive_committee", body, "bch")
    government = found("Ủy ban nhân dân phường", "peoples_committee", body, "ubnd")
    front = found("Ban Thường trực Ủy ban Mặt trận Tổ quốc phường", "front_standing_board", body, "mttq")
    cells = (
        found("Chi bộ Tổ dân phố 1", "cell", body, "cb1", "residential"),
        found("Chi bộ Trường Tiểu học số 1", "cell", body, "cb2", "school"),
    )
    persons = people(cells, by=officer, at=at)
    seats(persons, committee, government=government, cells=cells, by=officer, at=at)
    persons["guest"] = commands.register_outsider(
        "Nguyễn Thị Sen", body=front, post="vice_chair", from_on=START, by=officer, at=at, key=f"{prefix}khach"
    )
    accounts = granted(body, cells=cells, by=administrator, at=at, prefix=prefix)
    return Ward(body, committee, government, front, cells, persons, administrator, officer, at=at, **accounts)


def give(to: Account, role: str, unit: Unit, *, by: Account, at: datetime) -> None:
    """A grant without end."""
    commands.grant(to, role=role, unit=unit, from_on=START, by=by, at=at)


def granted(body: Unit, *, cells: tuple[Unit, Unit], by: Account, at: datetime, prefix: str) -> dict[str, object]:
    """The accounts of the clerk, supervisor and inspector of the ward and of the two secretaries, with grants."""
    made = {}
    for name, role in (("vanphong", "clerk"), ("kiemtra", "inspector")):
        made[role] = account(f"{prefix}{name}", at=at)
        give(made[role], role, body, by=by, at=at)
    made["supervisor"] = account(f"{prefix}theodoi", at=at)
    give(made["supervisor"], "supervisor", cells[0], by=by, at=at)
    made["secretaries"] = tuple(account(f"{prefix}bithu{number}", at=at) for number in (1, 2))
    for secretary, cell in zip(made["secretaries"], cells, strict=True):
        give(secretary, "secretary", cell, by=by, at=at)
    return made


# Key, name, day of birth, admitted on, official on, which cell.
MEMBERS = (
    ("secretary", "Trần Văn An", date(1965, 3, 2), date(1990, 5, 19), date(1991, 5, 19), 0),
    ("deputy", "Lê Thị Bình", date(1970, 7, 9), date(1995, 2, 3), date(1996, 2, 3), 0),
    ("standing", "Phạm Minh Châu", date(1968, 1, 30), date(1993, 9, 2), date(1994, 9, 2), 0),
    ("chair", "Hoàng Văn Dũng", date(1972, 12, 12), date(1998, 6, 1), date(1999, 6, 1), 0),
    ("plain", "Đỗ Thị Én", date(1980, 4, 4), date(2005, 3, 26), date(2006, 3, 26), 0),
    ("probationary", "Vũ Văn Giang", date(1990, 8, 8), date(2017, 2, 3), None, 0),
    ("new", "Bùi Thị Hạnh", date(1992, 6, 20), date(2017, 9, 2), None, 0),
    ("exempt", "Ngô Văn Ích", date(1935, 10, 10), date(1960, 1, 6), date(1961, 1, 6), 0),
    ("suspended", "Đặng Văn Khôi", date(1975, 5, 5), date(2000, 7, 7), date(2001, 7, 7), 0),
    ("disciplined", "Mai Thị Lan", date(1978, 11, 1), date(2003, 8, 19), date(2004, 8, 19), 0),
    ("headmaster", "Trương Văn Minh", date(1966, 2, 14), date(1992, 4, 30), date(1993, 4, 30), 1),
    ("teacher", "Đinh Thị Nga", date(1985, 9, 5), date(2010, 5, 1), date(2011, 5, 1), 1),
)


def people(cells: tuple[Unit, Unit], *, by: Account, at: datetime) -> dict[str, Person]:
    """The members with their standing."""
    found = {}
    for key, name, birth_on, admitted_on, official_on, cell in MEMBERS:
        found[key] = commands.register_person(
            name, cell=cells[cell], from_on=max(admitted_on, START), admitted_on=admitted_on, official_on=official_on,
            birth_on=birth_on, by=by, at=at,
        )  # fmt: skip
    commands.exempt(found["exempt"], from_on=date(2015, 1, 1), by=by, at=at)
    commands.suspend(found["suspended"], from_on=date(2017, 10, 1), by=by, at=at)
    commands.record_discipline(
        found["disciplined"], side="party", measure="reprimand", from_on=date(2017, 3, 1), until_on=date(2018, 3, 1),
        offence_on=date(2016, 12, 1), offence_unit=cells[0], by=by, at=at,
    )  # fmt: skip
    for key in ("secretary", "deputy", "standing", "chair", "headmaster", "teacher"):
        commands.record_work(found[key], kind="ccvc", from_on=START, by=by, at=at)
    return found


def seats(
    persons: dict[str, Person],
    committee: Unit,
    *,
    government: Unit,
    cells: tuple[Unit, Unit],
    by: Account,
    at: datetime,
) -> None:
    """The posts of the ward: three of the standing committee, a chair, an ordinary member, two cell secretaries."""
    for who, unit, post in (
        ("secretary", committee, "secretary"),
        ("deputy", committee, "deputy_secretary"),
        ("standing", committee, "standing_member"),
        ("chair", committee, "member"),
        ("chair", government, "chair"),
        ("headmaster", committee, "member"),
        ("standing", cells[0], "secretary"),
        ("headmaster", cells[1], "secretary"),
    ):
        commands.give_seat(persons[who], unit, post=post, from_on=date(2015, 7, 1), by=by, at=at)


def later(of: Ward, **step: int) -> datetime:
    """A moment after the ward was made: `later(ward, days=3)`."""
    return of.at + timedelta(**step)

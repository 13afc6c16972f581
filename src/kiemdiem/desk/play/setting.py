"""The ward before the season: its organisations from the rulebook's body, its fictional people, posts and accounts."""

import datetime
import random
from collections.abc import Iterator

from kiemdiem.accounts import commands as accounts
from kiemdiem.core.law.sections.proceedings import BodyUnit
from kiemdiem.desk.play.cast import Character, cast
from kiemdiem.desk.play.stage import Stage
from kiemdiem.org import commands as org

# The organisations stand since before anybody of the cast was admitted.
FOUNDED_ON = datetime.date(1945, 9, 2)
TERM_FROM = 2
OFFICE = (
    ("quantri", "Quản trị hệ thống", "administrator"),
    ("canbotochuc", "Cán bộ tổ chức", "officer"),
    ("vanphong", "Văn phòng Đảng ủy", "clerk"),
    ("vanphong2", "Văn phòng Đảng ủy (2)", "clerk"),
    ("kiemtra", "Ủy ban Kiểm tra", "inspector"),
)
LINKS = {
    "peoples_committee": "government",
    "front_standing_board": "front",
    "agency_leadership": "government",
}


def set_up(stage: Stage) -> dict[str, str]:
    """Makes the ward; the one-time passwords by user name."""
    passwords = open_office(stage)
    found_units(stage)
    stage.cast = cast(seed=stage.seed, year=stage.book.identity.year, cells=cells(stage))
    register_people(stage)
    give_posts(stage)
    link_bodies(stage)
    passwords.update(open_cells(stage))
    return passwords


def body(stage: Stage) -> list[BodyUnit]:
    """The organisations of the rulebook's body."""
    return list(stage.book.body.units)


def cells(stage: Stage) -> list[tuple[str, str]]:
    """The cells with their kind, in the order of the body."""
    return [(unit.key, unit.cell_kind) for unit in body(stage) if unit.unit_kind == "cell"]


def root(stage: Stage) -> BodyUnit:
    """The committee's own organisation."""
    return next(unit for unit in body(stage) if unit.unit_kind == "party_body")


def open_office(stage: Stage) -> dict[str, str]:
    """Opens the accounts of the office and founds the first organisation, whose founder makes the administrator."""
    wanted = [accounts.NewAccount(username=name, display_name=shown) for name, shown, _ in OFFICE]
    slips = accounts.open_accounts(wanted, by=None, at=stage.at())
    for slip in slips:
        stage.accounts[slip.account.username] = slip.account
    first = root(stage)
    stage.units[first.key] = org.found_unit(
        first.name, kind=first.unit_kind, parent=None, from_on=FOUNDED_ON, key=first.key, **stage.by("quantri")
    )
    for name, _, role in OFFICE:
        org.grant(
            stage.accounts[name], role=role, unit=stage.units[first.key], from_on=stage.clock.now.date(),
            **stage.by("quantri"),
        )  # fmt: skip
    return {slip.account.username: slip.password for slip in slips}


def found_units(stage: Stage) -> None:
    """Founds every other organisation under its parent; one above the committee stands beside it, on its own."""
    for unit in body(stage):
        if unit.key in stage.units:
            continue
        parent = stage.units.get(unit.parent or "")
        by = "canbotochuc" if parent is not None else "quantri"
        stage.units[unit.key] = org.found_unit(
            unit.name,
            kind=unit.unit_kind,
            parent=parent,
            from_on=FOUNDED_ON,
            key=unit.key,
            cell_kind=unit.cell_kind,
            **stage.by(by),
        )


def register_people(stage: Stage) -> None:
    """Enters every member of the cast with standing, work and residence."""
    for one in stage.cast:
        person = org.register_person(
            one.full_name,
            cell=stage.units[one.place],
            from_on=one.admitted_on,
            admitted_on=one.admitted_on,
            official_on=one.official_on,
            birth_on=one.birth_on,
            id_number=one.id_number,
            gender=one.gender,
            key=f"dv{one.number:04d}",
            **stage.by("canbotochuc"),
        )
        stage.people[one.number] = person
        add_traits(stage, one)


def add_traits(stage: Stage, one: Character) -> None:
    """Enters what is special about one member before the season."""
    person, year = stage.people[one.number], stage.book.identity.year
    if one.work:
        org.record_work(
            person, kind=one.work, workplace="", from_on=datetime.date(year - 5, 1, 1), **stage.by("canbotochuc")
        )
    if one.lives_in:
        org.start_membership(
            person, stage.units[one.lives_in], kind="residence", from_on=one.admitted_on, **stage.by("canbotochuc")
        )
    if one.case == "exempt":
        org.exempt(person, from_on=datetime.date(year - 2, 3, 1), **stage.by("canbotochuc"))
    if one.case == "disciplined":
        start = datetime.date(year, 4, 10)
        org.record_discipline(
            person,
            side="party",
            measure="reprimand",
            from_on=start,
            until_on=start.replace(year=year + 1),
            offence_on=datetime.date(year, 2, 20),
            offence_unit=stage.units[one.place],
            document=f"Quyết định số {one.number}-QĐ/ĐU",
            **stage.by("canbotochuc"),
        )


def give_posts(stage: Stage) -> None:
    """Fills the posts: cells choose among their own; whoever sits in an inner body sits in the wider one too."""
    chance = random.Random(stage.seed + 1)
    term = datetime.date(stage.book.identity.year - TERM_FROM, 6, 1)
    ordinary = [one for one in stage.cast if one.case == "ordinary" and one.official_on and one.official_on < term]
    chance.shuffle(ordinary)
    pool = iter(ordinary * 3)
    chosen: dict[str, list[tuple[str, Character]]] = {}
    for unit in sorted(body(stage), key=lambda unit: (len(inner_of(stage, unit)), unit.key)):
        home = home_of(stage, unit)
        if home:
            chosen[unit.key] = seats_of_cell(stage, unit, home=home, ordinary=ordinary)
            continue
        inside = [one for inner in inner_of(stage, unit) for _, one in chosen[inner.key]]
        chosen[unit.key] = seats_of_body(unit, inside=list(dict.fromkeys(inside)), pool=pool)
    for key, seats in chosen.items():
        for post, one in seats:
            org.give_seat(
                stage.people[one.number], stage.units[key], post=post, from_on=term, **stage.by("canbotochuc")
            )


def inner_of(stage: Stage, unit: BodyUnit) -> list[BodyUnit]:
    """The inner bodies of a wider one: the boards under it; of the executive committee, the standing committee."""
    if unit.unit_kind in ("party_body", "cell"):
        return []
    beside = "standing_committee" if unit.unit_kind == "executive_committee" else ""
    return [each for each in body(stage) if each.seats and (each.parent == unit.key or each.unit_kind == beside)]


def home_of(stage: Stage, unit: BodyUnit) -> str:
    """The cell whose own people hold the posts: a cell itself, or that of its committee; empty for other bodies."""
    places = {place for place, _ in cells(stage)}
    return next((place for place in (unit.key, unit.parent or "") if place in places), "")


def posts_of(unit: BodyUnit) -> Iterator[str]:
    """The posts of an organisation, each as often as it has it."""
    for seat in unit.seats:
        yield from [seat.post] * seat.count


def seats_of_cell(stage: Stage, unit: BodyUnit, *, home: str, ordinary: list[Character]) -> list[tuple[str, Character]]:
    """The officers of a cell or of its committee, from the cell's own ordinary members."""
    own = [one for one in stage.members_of(home) if one in ordinary]
    return list(zip(posts_of(unit), own, strict=False))


def seats_of_body(unit: BodyUnit, *, inside: list[Character], pool: Iterator[Character]) -> list[tuple[str, Character]]:
    """A body's officers: those of its inner bodies first, then the next ones of the pool, nobody twice."""
    waiting = list(inside)
    found: list[tuple[str, Character]] = []
    for post in posts_of(unit):
        sitting = {one.number for _, one in found}
        found.append((post, waiting.pop(0) if waiting else next(one for one in pool if one.number not in sitting)))
    return found


def link_bodies(stage: Stage) -> None:
    """Ties the government, Front and mass organisations to the residential cells; in an agency to all and to itself."""
    start = datetime.date(stage.book.identity.year, 1, 1)
    residential = [place for place, kind in cells(stage) if kind == "residential"]
    places = residential or [root(stage).key, *(place for place, _ in cells(stage))]
    for place in places:
        for key, link in linked_bodies(stage).items():
            org.link_unit(stage.units[place], stage.units[key], kind=link, from_on=start, **stage.by("canbotochuc"))


def linked_bodies(stage: Stage) -> dict[str, str]:
    """The kind of link of each body beside the cells: its mass organisations speak by their boards where they have."""
    kinds = {unit.key: unit.unit_kind for unit in body(stage)}
    boards = any(kind.endswith("_standing_board") for kind in kinds.values())
    mass = "_standing_board" if boards else "_executive"
    found = {key: LINKS.get(kind, "mass" if kind.endswith(mass) else "") for key, kind in kinds.items()}
    return {key: link for key, link in found.items() if link}


def open_cells(stage: Stage) -> dict[str, str]:
    """Opens an account for each cell's secretary."""
    places = [place for place, _ in cells(stage)]
    called = {unit.key: unit.name for unit in body(stage)}
    wanted = [
        accounts.NewAccount(username=secretary(place), display_name=f"Bí thư {called[place]}") for place in places
    ]
    slips = accounts.open_accounts(wanted, by=stage.accounts["quantri"], at=stage.at())
    for place, slip in zip(places, slips, strict=True):
        stage.accounts[slip.account.username] = slip.account
        org.grant(
            slip.account, role="secretary", unit=stage.units[place], from_on=stage.clock.now.date(),
            **stage.by("quantri"),
        )  # fmt: skip
    return {slip.account.username: slip.password for slip in slips}


def secretary(place: str) -> str:
    """The user name of a cell's secretary."""
    return "bt." + place.removeprefix("cb_").replace("_", "")

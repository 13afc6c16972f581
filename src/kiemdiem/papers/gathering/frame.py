"""What every paper of a season shares: its head, its signature, whom it goes to, the names of grades and posts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.scales import Scale
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonUnit
from kiemdiem.org import queries as org
from kiemdiem.org import words
from kiemdiem.org.models import Person, Seat, Unit

HEADS = ("secretary", "chair", "head")
WARD = ("party_body", "executive_committee", "standing_committee", "office")
PARTY = (*WARD, "cell")
BOARDS = ("Ban Thường vụ ", "Ban Thường trực ", "Ban Chấp hành ", "Thường trực ")
SIGNS = {
    "cell": "CB",
    "peoples_committee": "UBND",
    "council_standing_body": "HĐND",
    "front_standing_board": "MTTQ",
    "farmers_standing_board": "HND",
    "women_standing_board": "HPN",
    "veterans_standing_board": "HCCB",
    "youth_union_standing_board": "ĐTN",
}
COMMITTEE = "ĐU"


@dataclass(frozen=True)
class Frame:
    """One season as it stands on the day of the papers, read once for all of them."""

    season: Season
    on: date

    @cached_property
    def book(self) -> Rulebook:
        """The rulebook the season goes by."""
        return cycles.book_of(self.season)

    @cached_property
    def units(self) -> Mapping[int, SeasonUnit]:
        """The organisations of the season by id."""
        return {each.unit_id: each for each in self.season.units.select_related("unit")}

    @cached_property
    def seats(self) -> Mapping[int, list[Seat]]:
        """The seats held on the day, by id of person."""
        found: dict[int, list[Seat]] = defaultdict(list)
        for seat in org.seats_under(self.season.unit, on=self.on):
            found[seat.person_id].append(seat)
        return found

    @cached_property
    def leaders(self) -> frozenset[int]:
        """The ids of the persons who are leaders in the season."""
        return frozenset(cycles.leaders_of(self.season).values_list("person_id", flat=True))

    def name(self, unit: Unit) -> str:
        """What the organisation is called in the season."""
        found = self.units.get(unit.pk)
        return found.name if found else org.unit_name(unit, on=self.on)

    def kind(self, unit: Unit) -> str:
        """What kind of organisation it is in the season."""
        found = self.units.get(unit.pk)
        return found.kind if found else org.unit_kind(unit, on=self.on)

    def unit_of_kind(self, kind: str) -> Unit | None:
        """The first organisation of a kind."""
        return next((each.unit for each in self.units.values() if each.kind == kind), None)

    def scale(self, kind: str) -> Scale:
        """The scale on which subjects of a kind are graded."""
        return self.book.subjects.scale(self.book.subjects.subject(kind).scale or "")

    def grade(self, kind: str, code: str | None) -> str:
        """The printed name of a grade, or an empty string without one."""
        return self.scale(kind).name(code) if code else ""

    def head_of(self, unit: Unit) -> Person | None:
        """Who leads the organisation on the day; the committee is led by its standing committee's secretary."""
        led = self.unit_of_kind("standing_committee") if self.kind(unit) in WARD else None
        seats = [seat for held in self.seats.values() for seat in held if seat.unit_id == (led or unit).pk]
        heads = sorted((seat for seat in seats if seat.post in HEADS), key=lambda seat: HEADS.index(seat.post))
        return heads[0].person if heads else None


def place_of(name: str) -> str:
    """The place an organisation is named after: the last words of its name that begin with a capital."""
    found: list[str] = []
    for word in reversed(name.split()):
        if not word[0].isupper():
            break
        found.insert(0, word)
    return " ".join(found) if len(found) < len(name.split()) else ""


def issuers(season: Season, unit: Unit) -> list[int]:
    """The ids of the units whose papers go out under the same name: the committee's bodies, or the unit alone."""
    ward = list(season.units.filter(kind__in=WARD).values_list("unit_id", flat=True))
    return ward if unit.pk in ward else [unit.pk]


def committee_name(frame: Frame) -> str:
    """The committee of the season's party body, as it signs."""
    return frame.name(frame.season.unit).replace("Đảng bộ", "Đảng ủy", 1)


def head(frame: Frame, unit: Unit) -> dict[str, Any]:
    """The head of a paper of the organisation: who stands above it, its own name, place, day and year."""
    body = frame.name(frame.season.unit)
    own = frame.kind(unit) in WARD
    name = committee_name(frame) if own else frame.name(unit)
    above = frame.book.identity.superior if own else body
    return {
        "superior": above.upper(), "organ": name.upper(), "organ_name": name, "place": place_of(body),
        "paper_on": frame.on, "year": frame.season.year,
    }  # fmt: skip


def symbol(frame: Frame, unit: Unit, *, ledger: str) -> dict[str, Any]:
    """The sign after the number: the type of paper and who issues it."""
    return {"symbol": f"{ledger}/{SIGNS.get(frame.kind(unit), COMMITTEE)}"}


def signed(frame: Frame, unit: Unit, *, body: str = "") -> dict[str, Any]:
    """Who signs for the organisation: on whose behalf, as what, and the name."""
    own = frame.kind(unit) in WARD
    name = body or (committee_name(frame) if own else frame.name(unit))
    chief = frame.head_of(unit)
    seats = [seat for seat in frame.seats[chief.pk] if seat.post in HEADS] if chief else []
    here = [seat for seat in seats if seat.unit_id == unit.pk] or seats
    position = words.POSTS[here[0].post].upper() if here else ""
    return {
        "authority": f"T/M {_shortly(name).upper()}", "position": position, "signer": chief.full_name if chief else "",
    }  # fmt: skip


def _shortly(name: str) -> str:
    """The name as it is signed: the committee, the cell or the board without its place."""
    shorts = (*(board.strip() for board in BOARDS[:3]), "Đảng ủy", "Chi bộ")
    return next((short for short in shorts if name.lower().startswith(short.lower())), name)


def recipients(frame: Frame, unit: Unit, *, also: tuple[str, ...] = ()) -> dict[str, Any]:
    """Whom a paper of the organisation goes to: who stands above, those named, its own archive."""
    standing = frame.unit_of_kind("standing_committee")
    above = [frame.name(standing)] if standing and frame.kind(unit) not in WARD else []
    if not above:
        above = [each.title for each in frame.book.notices.recipients if each.for_report][:1]
    return {"recipients": [*above, *also, f"Lưu {_archive(frame, unit)}"]}


def _archive(frame: Frame, unit: Unit) -> str:
    name = committee_name(frame) if frame.kind(unit) in WARD else frame.name(unit)
    return "chi bộ" if frame.kind(unit) == "cell" else _shortly(name)


def post_text(frame: Frame, seat: Seat) -> str:
    """A post as it is written after a name."""
    name = frame.name(seat.unit)
    if seat.post != "member":
        name = next((name.removeprefix(board) for board in BOARDS if name.startswith(board)), name)
    return f"{words.POSTS.get(seat.post, seat.post)} {name}"


def posts(frame: Frame, person: Person, *, party: bool) -> str:
    """The posts of a person on the Party's side, or on the others'."""
    seats = [seat for seat in frame.seats.get(person.pk, ()) if (frame.kind(seat.unit) in PARTY) == party]
    seats.sort(key=lambda seat: (seat.post not in HEADS, seat.post in ("standing_member", "member")))
    return "; ".join(post_text(frame, seat) for seat in seats)


def person_values(frame: Frame, person: Person) -> dict[str, Any]:
    """The particulars of a person; what the register does not know stays open for the hand."""
    works = org.works_of(person, on=frame.on)
    places = [work.workplace or words.WORK_KINDS.get(work.kind, "") for work in works]
    return {
        "full_name": person.full_name,
        "birth_on": person.birth_on,
        "admitted_on": person.admitted_on,
        "official_on": person.official_on,
        "party_post": posts(frame, person, party=True) or "Đảng viên",
        "other_post": posts(frame, person, party=False) or "Không",
        "work_unit": "; ".join(place for place in places if place) or None,
    }

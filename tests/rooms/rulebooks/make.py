"""A committee with a rulebook of its own, in work or frozen."""

from dataclasses import dataclass
from datetime import date

from kiemdiem.rulebooks import commands, queries
from kiemdiem.rulebooks.models import BookVersion, OwnBook
from tests.rooms.kept import kept
from tests.rooms.org import make as org

SOURCE, OWN = "hx17", "hx17_2018"
NEXT = commands.OwnAct(title="Kiểm điểm năm 2018", year=2018, issued_on=date(2018, 11, 15), number="20")


@dataclass(frozen=True)
class Kept:
    """The ward and its own book."""

    ward: org.Ward
    book: OwnBook

    @property
    def version(self) -> BookVersion:
        """The version in work as it stands now."""
        return queries.in_work(self.book)

    def act(self) -> dict:
        """Who acts, and when."""
        return {"by": self.ward.officer, "at": self.ward.at}


@kept
def copied() -> Kept:
    """The plan copied to the next year; its days wait to be looked at."""
    ward = org.ward()
    return Kept(ward, commands.copy_book(ward.body, source=SOURCE, as_act=NEXT, by=ward.officer, at=ward.at))


@kept
def looked_over() -> Kept:
    """The copy with every day looked at."""
    made = copied()
    places = [(change.file, change.place) for change in queries.to_check(made.version)]
    commands.check_places(made.version, places, **made.act())
    return made


@kept
def frozen() -> Kept:
    """The copy frozen as it is."""
    made = looked_over()
    commands.freeze_version(made.version, reason="Kế hoạch năm 2018", **made.act())
    return made


def change(made: Kept, file: str, place: str, value: object, **more: object) -> list:
    """One value of the version in work changed."""
    return commands.change_values(made.version, [commands.Value(file, place, value)], **made.act(), **more)

"""What a played season carries from act to act: its clock, its people and accounts, and what was refused on the way."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles.models import Season
from kiemdiem.desk.play.cast import Character
from kiemdiem.org.models import Person, Unit

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass
class Clock:
    """The assumed moment of the play; it only goes forward, a second with each act."""

    now: datetime.datetime

    def tick(self) -> datetime.datetime:
        """The next second."""
        self.now += datetime.timedelta(seconds=1)
        return self.now

    def forward_to(self, day: datetime.date, *, hour: int = 8) -> None:
        """Goes to an hour of a day, unless it is later already."""
        wanted = datetime.datetime.combine(day, datetime.time(hour), ZONE)
        self.now = max(self.now, wanted)


@dataclass(frozen=True)
class Refusal:
    """One act that the rules turned down on the way: which act, whose, and the sentence the person reads."""

    act: str
    about: str
    clause: str
    rows: tuple[str, ...]
    sentence: str


@dataclass
class Stage:
    """The ward as it is played.

    Shape: `units` by the key of the rulebook's body, `people` by the number of the character, `accounts` by user name;
        `leave` is told each stage that is over, and of which organisation, so that its papers can be written.
    """

    book: Rulebook
    seed: int
    clock: Clock
    season: Season | None = None
    units: dict[str, Unit] = field(default_factory=dict)
    cast: tuple[Character, ...] = ()
    people: dict[int, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    say: Callable[[str], None] = lambda _: None
    leave: Callable[..., None] = lambda moment, unit=None: None

    def by(self, name: str) -> dict[str, object]:
        """Who and when of an act keyed by the account."""
        return {"by": self.accounts[name], "at": self.clock.tick()}

    def at(self) -> datetime.datetime:
        """The moment of an act that needs no account."""
        return self.clock.tick()

    def members_of(self, place: str) -> list[Character]:
        """The characters of a cell, in the order of their numbers."""
        return [one for one in self.cast if one.place == place]

    def character_of(self, person: Person) -> Character:
        """The character behind a person."""
        return next(one for one in self.cast if self.people[one.number].pk == person.pk)

    def refused(self, act: str, about: str, *, attempt: Callable[[], object]) -> None:
        """Tries what the rules must turn down and notes how they did.

        Raises: AssertionError when the act went through: then the gate is broken, and the play must not go on.
        """
        try:
            attempt()
        except Refused as refusal:
            answer = refusal.answer
            self.refusals.append(Refusal(act, about, answer.clause, answer.rows, answer.sentence()))
            return
        raise AssertionError(f"{act} was not refused: {about}")

"""What a played season carries from act to act: its clock, its people and accounts, and what was refused on the way."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, Refused
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.process import gates
from kiemdiem.cycles.models import Season
from kiemdiem.desk.play.cast import Character
from kiemdiem.meetings.queries import HOLDING_KINDS
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
    """What one gate said against an act that somebody tried, or told him beside it.

    `kind`: the gate `refused` the act, or would have `held` one person's line only; it `warned`, or `marked` as out of
    order what already happened. `gate` is empty where the room itself said no.
    """

    act: str
    about: str
    by: str
    kind: str
    gate: str
    answer: Answer


@dataclass
class Stage:
    """The ward as it is played.

    Shape: `units` by the key of the rulebook's body, `people` by the number of the character, `accounts` by user name;
        `leave` is told each moment that is reached, and of what, so that papers are written and attempts are made;
        `sample`: the gaps are filled with fictional content, even where the rulebook lets a season open without.
    """

    book: Rulebook
    seed: int
    clock: Clock
    sample: bool = False
    season: Season | None = None
    units: dict[str, Unit] = field(default_factory=dict)
    cast: tuple[Character, ...] = ()
    people: dict[int, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    acting: str = ""
    say: Callable[[str], None] = lambda _: None
    leave: Callable[..., None] = lambda moment, unit=None: None

    def by(self, name: str) -> dict[str, object]:
        """Who and when of an act keyed by the account."""
        self.acting = name
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
        """Tries what the rules must turn down and notes how they did, and what else they told beside it.

        Raises: AssertionError when the act went through: then the gate is broken, and the play must not go on.
        """
        try:
            attempt()
        except Refused as refusal:
            self.note(act, about, answer=refusal.answer)
            return
        raise AssertionError(f"{act} was not refused: {about}")

    def note(self, act: str, about: str, *, answer: Answer) -> None:
        """Notes what an answer and those beside it said; beside it only gates not heard before."""
        for each in (answer, *(one for one in answer.also if set(one.gates) & self.unheard())):
            for gate in each.gates or ("",):
                self.refusals.append(Refusal(act, about, self.acting, self.kind_of(each, gate), gate, each))

    def kind_of(self, answer: Answer, gate: str) -> str:
        """What an answer did to the act: refused it, held a line of it, marked it as out of order, or warned."""
        if answer.allowed:
            return "marked" if answer.out_of_order else "warned"
        kinds = {each.key: each.kind for each in self.book.process.gates}
        return "held" if kinds.get(gate) in HOLDING_KINDS else "refused"

    def unheard(self, act: str = "", *, kind: str = "") -> frozenset[str]:
        """The gates of the rulebook, or of one act and kind of them, that no attempt ran into yet."""
        heard = {each.gate for each in self.refusals}
        return frozenset(
            gate.key
            for gate in self.book.process.gates
            if gate.key not in heard and act in ("", gate.act) and kind in ("", gate.kind)
        )

    def would_say(self, facts: object) -> frozenset[str]:
        """The gates not heard yet that would speak to an act of these facts, if one refuses it; nothing is done."""
        answer = gates.may(self.book, facts)
        if answer.allowed:
            return frozenset()
        return frozenset(gate for each in (answer, *answer.also) for gate in each.gates) & self.unheard()

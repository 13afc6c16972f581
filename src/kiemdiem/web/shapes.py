"""What the components of pages are made from. A page turns what it read into these; the templates only print them."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Crumb:
    """One step of the way to this page; the last one has no address."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Tab:
    """One view among several of the same thing."""

    label: str
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Step:
    """One step that must be done in order: state is done, current, waiting, blocked or skipped (web/phrases.py).

    `why` says why it cannot be done yet and what to do; `mark` is set when it was done out of order.
    """

    title: str
    state: str
    note: str = ""
    why: str = ""
    url: str = ""
    done_on: date | None = None
    mark: str = ""


@dataclass(frozen=True)
class Task:
    """One thing to do: without an address it cannot start yet, and `why` says why."""

    title: str
    state: str
    url: str = ""
    about: str = ""
    due_on: date | None = None
    why: str = ""


@dataclass(frozen=True)
class TaskGroup:
    """Tasks of one part of the season."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class AnswerRow:
    """One answer to look over before it is sent; an empty value is shown as not yet entered."""

    label: str
    value: str
    change_url: str = ""


@dataclass(frozen=True)
class FindingLine:
    """One condition of a result: state is met, not_met or unknown; numbers are (name, figure) pairs."""

    state: str
    text: str
    clause: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    source: str = ""
    clause_url: str = ""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    label: str
    is_number: bool = False


@dataclass(frozen=True)
class TableCell:
    """One value of a table, with a link or a tag when it has one; tone as in web/components/README.md."""

    text: str
    url: str = ""
    tone: str = ""
    note: str = ""


@dataclass(frozen=True)
class Table:
    """A table: on a phone each row becomes a card headed by its first value."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    total: tuple[TableCell, ...] = ()


@dataclass(frozen=True)
class Bar:
    """One bar of a chart, or one part of a stacked bar."""

    label: str
    value: int
    tone: str = "red"
    shown: str = ""
    url: str = ""


@dataclass(frozen=True)
class Quota:
    """How much of a capped share is used: `limit` is the largest number that keeps the rule."""

    label: str
    taken: int
    limit: int
    ground: str = ""
    clause: str = ""
    bases: tuple[tuple[str, int, int], ...] = field(default=())
    tie: str = ""

    @property
    def over(self) -> int:
        """By how many the share is exceeded; negative when there is room."""
        return self.taken - self.limit


@dataclass(frozen=True)
class TallyBox:
    """One figure of a tally line: the name of its input, what it counts, and what was typed."""

    name: str
    label: str
    value: str = ""


@dataclass(frozen=True)
class TallyLine:
    """One line of a tally sheet; `total` is the sum of its figures, `fault` what does not add up."""

    title: str
    boxes: tuple[TallyBox, ...]
    note: str = ""
    total: int = 0
    fault: str = ""


@dataclass(frozen=True)
class TallySheet:
    """What one teller keys: every line must add up to the valid slips."""

    caption: str
    heads: tuple[str, ...]
    lines: tuple[TallyLine, ...]
    valid_slips: int

    @property
    def complete(self) -> int:
        """How many lines add up; none before the valid slips are known."""
        return sum(line.total == self.valid_slips for line in self.lines) if self.valid_slips else 0


@dataclass(frozen=True)
class Figure:
    """One number that sums a page up, with the page behind it."""

    number: str
    label: str
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Stage:
    """How far a result had got on one day: state is a word of STANDINGS in web/phrases.py."""

    state: str
    words: str = ""
    on: date | None = None
    by: str = ""


@dataclass(frozen=True)
class BoardRow:
    """How far one unit has got: its steps in order as (title, state) with the states of `Step`, and what is late."""

    name: str
    steps: tuple[tuple[str, str], ...]
    state: str
    url: str = ""
    note: str = ""
    due_on: date | None = None
    why: str = ""

    @property
    def done(self) -> int:
        """How many steps are behind."""
        return sum(state == "done" for _, state in self.steps)

    @property
    def total(self) -> int:
        """How many steps apply."""
        return sum(state != "skipped" for _, state in self.steps)

    @property
    def now(self) -> str:
        """The step the unit is at, or nothing when all are behind."""
        return next((title for title, state in self.steps if state not in ("done", "skipped")), "")


@dataclass(frozen=True)
class VotesNeeded:
    """How many votes one grade needs of how many, and whether those present can still reach it."""

    grade: str
    needed: int
    of: int
    ground: str = ""
    within_reach: bool = True


@dataclass(frozen=True)
class Paper:
    """One paper that is owed: the name of its box, where else it counts, and the day it came in."""

    name: str
    title: str
    owed_to: str = ""
    received_on: date | None = None
    due_on: date | None = None
    ticked: bool = False


@dataclass(frozen=True)
class Difference:
    """One figure that two entries give differently."""

    place: str
    first: str
    second: str

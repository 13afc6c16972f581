"""The small things facts are made of: somebody, a meeting on the plan, a line on a slip, one count of a round."""

from collections.abc import Mapping
from datetime import date

from kiemdiem.core.process.facts.shape import facts


@facts
class Named:
    """Somebody or something by its key, with the name to be printed."""

    key: str
    name: str


@facts
class Planned:
    """A meeting of one unit on one day; `printed_on` is the day as the source prints it, where it differs."""

    unit: str
    name: str
    on: date
    kind: str = ""
    printed_on: date | None = None


@facts
class Step:
    """One item of the plan, from its first day to its last, both included; `deadline` says that its end binds."""

    key: str
    title: str
    from_on: date
    until_on: date
    deadline: bool = False


@facts
class Supervision:
    """One supervisor answering for one unit."""

    supervisor: str
    name: str
    unit: str


@facts
class LeaderInCell:
    """A leader whose result from elsewhere his cell must know; `result_on` is when it arrives, None while unknown."""

    person: str
    name: str
    cell: str
    result_on: date | None = None


@facts
class Group:
    """One group whose attendance a meeting asks for: how many were convened and how many are present."""

    key: str
    name: str
    convened: int
    present: int


@facts
class Voter:
    """One person offered a slip: standing is `official`, `probationary`, `exempt`, `guest`, `non_party` …"""

    person: str
    name: str
    standing: str
    present: bool = True


@facts
class SlipLine:
    """One subject on a slip: posts held (as `unit_kind.post`), units led (by key), whether the review is done.

    `done_steps`: the steps of the review gone through about it.
    """

    subject: str
    name: str
    posts: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    review_done: bool = True
    done_steps: tuple[str, ...] = ()


@facts
class Tally:
    """What one teller counted on one line: votes by grade, unmarked, and marked in a way that voids the line."""

    subject: str
    votes: Mapping[str, int]
    blank: int = 0
    line_invalid: int = 0


@facts
class Count:
    """One whole count of a round."""

    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    lines: tuple[Tally, ...] = ()


@facts
class Needed:
    """The votes one grade needs in a round."""

    grade: str
    votes: int


@facts
class ScalePart:
    """One part of a score scale and its maximum in whole points."""

    key: str
    name: str
    most: int


@facts
class Paper:
    """One paper of a dossier: which item of the checklist, about whom (empty: about the unit)."""

    item: str
    subject: str = ""
    name: str = ""
    confirmed: bool = True

"""The facts of a meeting: opening it, going through its steps, concluding a line, closing it."""

from datetime import date

from kiemdiem.core.process.facts.parts import Group, LeaderInCell, Named, Planned
from kiemdiem.core.process.facts.shape import facts


@facts
class OpenMeeting:
    """A meeting about to begin; `kind` is `review`, or what else the body meets for.

    `stand_ins` are those who may chair when the head is absent, the standing deputy first; `opinions_from` the
    kinds of units whose opinion has come in; `done` what the season has behind it; `leaders` those whose result
    the meeting must know; `civil_grades_missing` cadres and civil servants not yet graded by their agency;
    `suggested` says that points to review were given to the body, `working_group` who was sent to direct it.
    """

    unit: str
    unit_kind: str
    kind: str = "review"
    meeting_on: date
    head: Named
    head_present: bool
    chair: Named | None
    stand_ins: tuple[Named, ...] = ()
    groups: tuple[Group, ...] = ()
    sent_on: date | None = None
    waiver_reason: str = ""
    opinions_from: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    leaders: tuple[LeaderInCell, ...] = ()
    civil_grades_missing: tuple[Named, ...] = ()
    suggested: bool = False
    working_group: tuple[Named, ...] = ()


@facts
class AdvanceStep:
    """The next step of the meeting's method.

    `owed_steps` are the steps of the method in order, as `steps_of` gives them; `about` is the person reviewed,
    empty for a collective; `other_chairs` counts those present who could chair in the chair's place.
    """

    step: str
    owed_steps: tuple[Named, ...]
    done_steps: tuple[str, ...] = ()
    unit_kind: str = ""
    chair: str = ""
    about: str = ""
    other_chairs: int = 0
    others_before: tuple[Named, ...] = ()


@facts
class ConcludeLine:
    """The conclusion on one reviewed person or collective; a refusal holds this line and nothing else."""

    subject: str
    owed_steps: tuple[Named, ...]
    done_steps: tuple[str, ...] = ()
    conclusion: str = ""
    contributions: int = 0
    degree: str = ""
    effect: str = ""
    is_collective: bool = False
    is_leader: bool = False
    cell_kind: str = ""
    lives_in_cell: bool | None = None
    work_kinds: tuple[str, ...] = ()
    residence_comment: bool = False
    workplace_comment: bool = False


@facts
class CloseMeeting:
    """A meeting about to be closed.

    `open_points` are points of a sitting's business not done; `open_lines` are subjects neither concluded nor held;
    `carried` those held or absent, each with a named place to go next in `carried_to`; `rounds_open` rounds not locked
    or void; `minutes_met` how long its sessions lasted, None while an hour is not known.
    """

    unit_kind: str = ""
    kind: str = "review"
    suggested: bool = False
    minutes_met: int | None = None
    sessions_met: int = 0
    minutes: str = ""
    minutes_words: int = 0
    open_points: tuple[Named, ...] = ()
    open_lines: tuple[Named, ...] = ()
    carried: tuple[Named, ...] = ()
    carried_to: tuple[str, ...] = ()
    rounds_open: tuple[Named, ...] = ()
    rounds_unannounced: tuple[Named, ...] = ()


@facts
class HoldSupplementary:
    """A supplementary meeting for the held and the absent: whom it takes, and earlier meetings that missed them."""

    meeting_on: date
    about: tuple[Named, ...]
    present: tuple[str, ...] = ()
    missed: tuple[Planned, ...] = ()

"""The facts of a ballot: handing out slips, the second round, locking a count, announcing, a repeat, a score slip."""

from collections.abc import Mapping

from kiemdiem.core.process.facts.parts import Count, Named, SlipLine, Voter
from kiemdiem.core.process.facts.shape import facts


@facts
class IssueSlips:
    """Slips about to be handed out for one round.

    `place` is the unit in whose meeting the round is held, `place_kind` its kind, `options` the grades printed
    open to be marked, `enrolled` the official members the interpretation may count instead of those present.
    """

    ballot: str
    number: int
    place: str
    place_kind: str
    roll_taken: bool
    voters: tuple[Voter, ...]
    lines: tuple[SlipLine, ...]
    options: tuple[str, ...]
    enrolled: int
    secret: bool = True
    tellers: int = 2


@facts
class OpenRound:
    """A further round about to be opened: who stands in it, and who reached the good grade before."""

    number: int
    done: tuple[str, ...] = ()
    candidates: tuple[Named, ...] = ()
    good: tuple[str, ...] = ()
    fresh_slips: bool = True


@facts
class LockCount:
    """Two counts of one round; the second is None until it is keyed. `slip_options` are the grades open on the slip."""

    number: int
    slip_options: tuple[str, ...]
    subjects: tuple[Named, ...]
    first: Count
    second: Count | None = None


@facts
class AnnounceRound:
    """A round's result read out to the meeting."""

    done: tuple[str, ...] = ()


@facts
class RepeatVote:
    """A vote on chosen lines taken once more; `repeats` is how often that already happened in this meeting."""

    reason: str = ""
    repeats: int = 0
    undecided: tuple[Named, ...] = ()
    chosen: tuple[Named, ...] = ()


@facts
class KeyScoreSlip:
    """One score slip: points of each part in hundredths (None: left empty), and the total as written.

    Units: hundredths of a point.
    """

    scale: str
    parts: Mapping[str, int | None]
    written_total: int | None = None
    scorer_standing: str = "official"

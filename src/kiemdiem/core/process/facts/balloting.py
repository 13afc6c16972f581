"""The facts of a ballot: handing out slips, the second round, locking a count, announcing, a repeat, a score slip."""

from collections.abc import Mapping

from kiemdiem.core.process.facts.parts import Count, Named, Needed, ScalePart, SlipLine, Voter
from kiemdiem.core.process.facts.shape import facts


@facts
class IssueSlips:
    """Slips about to be handed out for one round.

    `place` is the unit in whose meeting the round is held, `place_kind` its kind, `options` the grades printed
    open to be marked, `enrolled` the official members of the body, `needed` the votes each grade needs.
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
    needed: tuple[Needed, ...] = ()


@facts
class OpenRound:
    """A further round of a ballot about to be opened: who stands in it, and who reached the good grade before."""

    ballot: str
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
    """One score slip about a kind of subject: the scale, points by part (None: left empty), the total as written.

    `empty_part`: an empty part makes the slip `invalid`, or counts as `zero`.
    Units: hundredths of a point; the scale's maxima in whole points.
    """

    subject_kind: str
    scale: tuple[ScalePart, ...]
    parts: Mapping[str, int | None]
    written_total: int | None = None
    empty_part: str = "invalid"
    scorer_standing: str = "official"

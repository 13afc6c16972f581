"""Who votes on what, in which rounds, with which marks, counted how (`ballots.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section
from kiemdiem.core.law.kinds.condition import Fraction

Denominator = Literal["enrolled", "present", "returned", "valid"]
Combination = Literal["mean", "median", "sum", "mean_to_half"]


class Option(Entry):
    """One box on the slip: the grade it stands for and the fact its votes become.

    `needed`: what must be exceeded for this box, where it is not what the round needs.
    """

    grade: str
    votes: Key
    needed: Fraction | None = None


class Candidates(Frozen):
    """Only those whom another round gave a grade stand in this round."""

    round: Key
    grade: str


class Round(Entry):
    """One round of a ballot.

    `invalid_marks`: boxes printed on the slip whose marking makes that line invalid in this round.
    `slips`: fresh ones, or those of the round before handed out again.
    `after`: the round that must be counted and announced first.
    `needed` of the `denominator` must be exceeded for an option to win.
    """

    number: Annotated[int, Field(ge=1)]
    options: tuple[Option, ...]
    invalid_marks: tuple[str, ...] = ()
    candidates: Candidates | None = None
    after: Key | None = None
    slips: Literal["fresh", "reused"] = "fresh"
    needed: Fraction
    denominator: Denominator
    enrolled: Key = "enrolled"
    present: Key = "present"
    returned: Key | None = None
    valid: Key | None = None

    def option(self, grade: str) -> Option:
        """The box of a grade.

        Raises: KeyError when the round has none.
        """
        for option in self.options:
            if option.grade == grade:
                return option
        raise KeyError(grade)


class Ballot(Entry):
    """A vote on subjects of one kind, held where they are reviewed or at the sitting that names it.

    `held_by`: instead at the reviews of these kinds of unit, on the organisation each of them belongs to; `by_first`:
    only by the first of these kinds that the organisation has.
    `unit_kinds`: only on those of these kinds of unit.
    """

    subject: Key
    held_by: tuple[Key, ...] = ()
    by_first: bool = False
    unit_kinds: tuple[Key, ...] = ()
    secret: bool
    form: str
    own_line: Literal["votes", "left_out"] = "votes"
    voters: tuple[str, ...] = ("official",)
    non_voters: tuple[str, ...] = ()
    no_majority: Literal["repeat", "cumulative", "plurality"] = "repeat"
    rounds: tuple[Round, ...]

    def round(self, key: str) -> Round:
        """The round of the key.

        Raises: KeyError when there is none.
        """
        for one in self.rounds:
            if one.key == key:
                return one
        raise KeyError(key)


class ScorePart(Entry):
    """One part of a score slip: the item scored and the most it can get, in whole points."""

    item: str
    most: Annotated[int, Field(gt=0)]


class ScoreSlip(Entry):
    """A slip on which each voter scores a unit; `combine`: how slips make the unit's points.

    `empty_part`: a part left blank makes the slip invalid, or counts as no points.
    `held_by`: at the reviews of these kinds of unit, on the organisation each belongs to; else at its own review.
    """

    subject: Key
    held_by: tuple[Key, ...] = ()
    form: str
    voters: tuple[str, ...]
    total: Annotated[int, Field(gt=0)]
    parts: tuple[ScorePart, ...]
    combine: Combination
    fact: Key
    empty_part: Literal["invalid", "zero"] = "invalid"

    @model_validator(mode="after")
    def parts_make_total(self) -> "ScoreSlip":
        """The parts add up to the total.

        Raises: ValueError when they do not.
        """
        found = sum(part.most for part in self.parts)
        if found != self.total:
            raise ValueError(
                f"các phần cộng lại {found} điểm, không phải {self.total} → sửa 'total' hoặc 'most' của các phần"
            )
        return self


class Ballots(Section):
    """Ballots and score slips."""

    ballots: tuple[Ballot, ...] = ()
    score_slips: tuple[ScoreSlip, ...] = ()

    def ballot(self, key: str) -> Ballot:
        """The ballot of the key.

        Raises: KeyError when there is none.
        """
        for ballot in self.ballots:
            if ballot.key == key:
                return ballot
        raise KeyError(key)

    def score_slip(self, subject: str) -> ScoreSlip | None:
        """The score slip of a subject, if the rulebook has one."""
        return next((slip for slip in self.score_slips if slip.subject == subject), None)


SECTIONS: dict[str, type[Section]] = {"ballots.yaml": Ballots}

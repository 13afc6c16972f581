"""The result of a locked round: votes per box, the number they are measured by, what each line won."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiemdiem.ballots.models import Count, Line, Round, ScoreSlip, Tally
from kiemdiem.ballots.queries import counts, definition
from kiemdiem.core import decimals, majority
from kiemdiem.core.counting import Mean


@dataclass(frozen=True)
class Result:
    """One line of one locked round. Shape: `votes` and `needed` per box by its grade, in the order of the slip."""

    round: Round
    line: Line
    votes: Mapping[str, int]
    blank: int
    spoiled: int
    denominator: int
    denominator_name: str
    needed: Mapping[str, int]
    winner: str | None
    convened: int
    present: int
    issued: int
    returned: int
    valid: int

    def percent(self, grade: str) -> str:
        """The votes for a grade as a percentage of the named denominator, cut to two decimals."""
        return decimals.percent(self.votes[grade], whole=self.denominator)


def results_of(round_: Round) -> list[Result]:
    """The results of a locked round in the order of the slip; nothing before it is locked."""
    part = definition.definition_of(round_)
    if round_.state != Round.State.LOCKED or part is None:
        return []
    official = Tally.objects.filter(count__round=round_, count__attempt=round_.official_attempt, count__part=1)
    tallies = {tally.line_id: tally for tally in official}
    return [_result(round_, line, tally=tallies[line.pk], part=part) for line in counts.lines_of(round_)]


def _result(round_: Round, line: Line, *, tally: Tally, part: definition.Part) -> Result:
    options = counts.options_of(round_)
    votes = {option.key: tally.marks[number] for number, option in enumerate(options)}
    base = definition.base_of(round_, convened=line.convened, definition=part) or 0
    return Result(
        round=round_,
        line=line,
        votes=votes,
        blank=tally.blank,
        spoiled=tally.line_invalid,
        denominator=base,
        denominator_name=definition.DENOMINATORS[part.round.denominator],
        needed={grade: majority.needed(base, fraction=share) for grade, share in part.fractions.items()},
        winner=majority.winner(votes, base=base, fractions=part.fractions, rule=part.ballot.no_majority),
        convened=line.convened,
        present=round_.present,
        issued=round_.issued or 0,
        returned=round_.returned or 0,
        valid=round_.valid or 0,
    )


def needs_of(round_: Round) -> tuple[majority.Need, ...]:
    """For each box: the votes needed and whether those present can still give them; before any slip goes out.

    Where the number is known only after counting, the votes needed of all those present.
    """
    part = definition.definition_of(round_)
    if part is None:
        return ()
    base = definition.base_of(round_, convened=round_.convened, definition=part)
    base = round_.present if base is None else base
    return majority.needs(part.fractions, base=base, present=round_.present)


def undecided(round_: Round) -> list[Line]:
    """The lines of a locked round that won no grade."""
    return [result.line for result in results_of(round_) if result.winner is None]


def mean_of(round_: Round) -> Mean:
    """The mean of a locked round of score slips, as the pair of sum and slips."""
    slips = official_slips(round_)
    return Mean(sum(slip.total for slip in slips), len(slips))


def official_slips(round_: Round) -> list[ScoreSlip]:
    """The valid score slips of the official count, in no order that means anything."""
    if round_.state != Round.State.LOCKED:
        return []
    found = ScoreSlip.objects.filter(
        count__round=round_, count__attempt=round_.official_attempt, count__part=1, is_valid=True
    )
    return list(found.order_by("id"))


def figures_of(round_: Round) -> dict[str, object]:
    """The official figures of a round as they are kept beside a correction: the round's own and each line's."""
    official = Count.objects.filter(round=round_, attempt=round_.official_attempt, part=1).first()
    tallies = Tally.objects.filter(count=official).select_related("line").order_by("line__position") if official else []
    return {
        "issued": round_.issued,
        "returned": round_.returned,
        "valid": round_.valid,
        "invalid": round_.invalid,
        "lines": {str(t.line): [*t.marks[: len(round_.options)], t.blank, t.line_invalid] for t in tallies},
    }

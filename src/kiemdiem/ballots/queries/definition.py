"""What the rulebook says a round is: its boxes, its candidates, how many votes are needed and of which number."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiemdiem.ballots.models import Round
from kiemdiem.ballots.queries.counts import Option
from kiemdiem.core.counting import ScoredSlip
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections import ballots as law
from kiemdiem.core.process import facts, score
from kiemdiem.core.process.facts import ScalePart
from kiemdiem.cycles import queries as cycles


@dataclass(frozen=True)
class Part:
    """One round of a ballot as the rulebook defines it, with the boxes as they are printed."""

    ballot: law.Ballot
    round: law.Round
    options: tuple[Option, ...]

    @property
    def fractions(self) -> dict[str, str]:
        """What each grade must exceed, by grade, in the order of the slip."""
        return {option.grade: option.needed or self.round.needed for option in self.round.options}

    @property
    def key(self) -> str:
        """The ballot's key."""
        return self.ballot.key


def book_of(round_: Round) -> Rulebook:
    """The effective rulebook of the round's season."""
    return cycles.book_of(round_.season)


def part_of(book: Rulebook, ballot_key: str, *, number: int) -> Part | None:
    """The round of that number of the ballot, or nothing when the ballot has no such round."""
    ballot = next((each for each in book.ballots.ballots if each.key == ballot_key), None)
    found = next((each for each in ballot.rounds if each.number == number), None) if ballot else None
    if ballot is None or found is None:
        return None
    return Part(ballot=ballot, round=found, options=options_in(book, ballot, round_=found))


def options_in(book: Rulebook, ballot: law.Ballot, *, round_: law.Round) -> tuple[Option, ...]:
    """The boxes open in a round, named by the scale of its subject."""
    scale_key = next((each.scale for each in book.subjects.subjects if each.key == ballot.subject), None)
    scale = book.subjects.scale(scale_key) if scale_key else None
    shorts = {level.code: (level.name, level.short) for level in scale.levels} if scale else {}
    return tuple(
        Option(
            key=option.grade,
            name=shorts.get(option.grade, (option.text, ""))[0],
            short=shorts.get(option.grade, ("", ""))[1],
        )
        for option in round_.options
    )


def score_slip_of(book: Rulebook, key: str) -> law.ScoreSlip | None:
    """The score slip of that key."""
    return next((each for each in book.ballots.score_slips if each.key == key), None)


def parts_in(slip: law.ScoreSlip) -> tuple[Option, ...]:
    """The parts of a score slip as they are printed, with their most points in hundredths."""
    return tuple(Option(key=part.item, name=part.text, maximum=part.most * 100) for part in slip.parts)


def definition_of(round_: Round) -> Part | None:
    """The rulebook's definition of the round; nothing for score slips."""
    return part_of(book_of(round_), round_.ballot_key, number=round_.number)


def base_of(round_: Round, *, convened: int, definition: Part) -> int | None:
    """The number votes are measured against: those convened, present, or the slips returned or valid once counted."""
    figures: Mapping[str, int | None] = {
        "enrolled": convened,
        "present": round_.present,
        "returned": round_.returned,
        "valid": round_.valid,
    }
    return figures[definition.round.denominator]


DENOMINATORS = {
    "enrolled": "số người có quyền bỏ phiếu được triệu tập",
    "present": "số người có quyền bỏ phiếu có mặt",
    "returned": "số phiếu thu về",
    "valid": "số phiếu hợp lệ",
}


def score_facts(round_: Round, slip: ScoredSlip) -> facts.KeyScoreSlip:
    """The facts of taking in one score slip, by the rulebook's scale and reading of empty parts."""
    law_slip = score_slip_of(book_of(round_), round_.ballot_key)
    options = [Option(**option) for option in round_.options]
    return facts.KeyScoreSlip(
        subject_kind=law_slip.subject if law_slip else "",
        scale=tuple(ScalePart(key=each.key, name=each.name, most=each.maximum // 100) for each in options),
        parts=dict(zip([each.key for each in options], slip.parts, strict=True)),
        written_total=slip.written_total,
        empty_part=law_slip.empty_part if law_slip else "invalid",
    )


def score_of(round_: Round, slip: ScoredSlip) -> score.Scored:
    """How a score slip counts: its parts beat a written total; one that the tellers hold invalid counts for nothing."""
    if slip.spoiled:
        return score.Scored(0, False)
    asked = score_facts(round_, slip)
    return score.score(asked.scale, asked.parts, written_total=asked.written_total, empty_part=asked.empty_part)

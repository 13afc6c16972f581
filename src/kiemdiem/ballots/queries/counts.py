"""Reads of the counts of a round: which pair is being keyed, whether the two agree, what is locked."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiemdiem.ballots.models import Count, Line, Recount, Round, ScoreSlip, Tally
from kiemdiem.core import counting


@dataclass(frozen=True)
class Option:
    """One box on the slip: the key of its grade and how it is printed."""

    key: str
    name: str
    short: str = ""
    maximum: int = 0


def options_of(round_: Round) -> tuple[Option, ...]:
    """The boxes open on the slips of the round, in their printed order; for score slips, its parts."""
    return tuple(Option(**option) for option in round_.options)


def lines_of(round_: Round) -> list[Line]:
    """The lines of the slip in their printed order."""
    return list(
        Line.objects.filter(round=round_).select_related("subject__person", "subject__unit").order_by("position")
    )


def counts_of(round_: Round, *, attempt: int | None = None) -> list[Count]:
    """The counts keyed in one attempt, by default the newest."""
    which = round_.counted_attempt if attempt is None else attempt
    return list(Count.objects.filter(round=round_, attempt=which).order_by("part"))


def sheet_of(count: Count) -> counting.Sheet:
    """A count as the sheet it was keyed from."""
    options = len(options_of(count.round))
    lines = {
        tally.line.position: counting.Marks(tally.marks[:options], tally.blank, tally.line_invalid)
        for tally in Tally.objects.filter(count=count).select_related("line").order_by("line__position")
    }
    return counting.Sheet(count.returned, count.valid, count.invalid, lines)


def slips_of(count: Count) -> list[counting.ScoredSlip]:
    """The score slips of a count, in no order that means anything."""
    found = ScoreSlip.objects.filter(count=count).order_by("id")
    return [counting.ScoredSlip(tuple(slip.parts), slip.written_total, spoiled=not slip.is_valid) for slip in found]


def lines_to_count(round_: Round) -> list[Line]:
    """The lines the present attempt keys: all of them, or those a recount was ordered for."""
    lines = lines_of(round_)
    recount = Recount.objects.filter(round=round_, attempt=round_.counted_attempt).first()
    if recount is None or not recount.lines:
        return lines
    return [line for line in lines if line.position in recount.lines]


def differences_of(round_: Round) -> tuple[counting.Difference, ...]:
    """Where the two counts of the present attempt differ; nothing while one is missing.

    Nobody sees the figures of one count before the other is keyed.
    """
    counts = counts_of(round_)
    if len(counts) < 2:
        return ()
    names = [option.name for option in options_of(round_)] if not round_.is_scored else []
    return counting.differences(sheet_of(counts[0]), sheet_of(counts[1]), names=names)


def slip_differences_of(round_: Round) -> tuple[tuple[counting.ScoredSlip, int, int], ...]:
    """The score slips on which the two counts differ; nothing while one is missing."""
    counts = counts_of(round_)
    if len(counts) < 2 or not round_.is_scored:
        return ()
    return counting.slip_differences(slips_of(counts[0]), slips_of(counts[1]))


def lines_at_odds(found: Sequence[counting.Difference]) -> list[int]:
    """The lines to count again: those that differ, or all (an empty list) when the round's own figures differ."""
    positions = sorted({each.position for each in found})
    return [] if 0 in positions else positions


def recounts_of(round_: Round) -> list[Recount]:
    """Every recount and correction of the round, in order."""
    return list(Recount.objects.filter(round=round_).order_by("attempt"))

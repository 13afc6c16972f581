"""The card of votes needed for each grade, shown before slips go out."""

from kiemdiem.ballots import queries
from kiemdiem.ballots.models import Round
from kiemdiem.web.shapes import VotesNeeded


def needs_of(round_: Round) -> list[VotesNeeded]:
    """The card of votes needed, before slips go out."""
    part = queries.definition_of(round_)
    names = {option.key: option.name for option in queries.options_of(round_)}
    if part is None:
        return []
    base = {"enrolled": round_.convened}.get(part.round.denominator, round_.present)
    of = queries.DENOMINATORS[part.round.denominator]
    grounds = {grade: f"Trên {share} {of}" for grade, share in part.fractions.items()}
    return [
        VotesNeeded(names[need.grade], need.votes, base, ground=grounds[need.grade], within_reach=need.in_reach)
        for need in queries.needs_of(round_)
    ]

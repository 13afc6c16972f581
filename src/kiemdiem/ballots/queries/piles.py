"""Reads of the score slips a hand has keyed so far."""

from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.ballots.models import Round, ScorePile, Teller
from kiemdiem.core.counting import ScoredSlip


def pile_of(round_: Round, *, teller: Teller | None, by: Account | None) -> ScorePile | None:
    """The pile of this hand in the present attempt; nobody reads another hand's."""
    found = ScorePile.objects.filter(round=round_, attempt=round_.counted_attempt)
    return found.filter(teller=teller, clerk=None if teller else by).first()


def slips_in(pile: ScorePile) -> list[ScoredSlip]:
    """The slips of a pile, in the shuffled order they are kept in."""
    return [ScoredSlip(tuple(each["parts"]), each["written_total"], spoiled=each["spoiled"]) for each in pile.slips]


def kept_slip(slip: ScoredSlip) -> dict[str, Any]:
    """A slip as a pile keeps it."""
    return {"parts": list(slip.parts), "written_total": slip.written_total, "spoiled": slip.spoiled}

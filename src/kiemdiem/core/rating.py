"""One level out of several: the own one, and those of the parties that rate beside it."""

from collections.abc import Mapping

from kiemdiem.core.scales import Scale

OWN = "own"


def level_in_force(
    scale: Scale, own: str | None, *, others: Mapping[str, str], weights: Mapping[str, int]
) -> str | None:
    """The own level where nobody else counts, else the mean of those that count; none while one of them is missing.

    Rounding: to the lower of two levels, never up.
    """
    if not weights:
        return own
    given = {**others, **({OWN: own} if own is not None else {})}
    if not set(weights) <= set(given):
        return None
    total = sum(weights.values())
    return scale.code(sum(weight * scale.rank(given[party]) for party, weight in weights.items()) // total)

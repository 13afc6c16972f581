"""The rulebook the clause tests are about: as shipped, with its gaps filled for play, and under other readings."""

import pytest

from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf

KEPT = {}


@pytest.fixture
def bd20():
    """The rulebook under its default readings, no gap filled."""
    return shelf.rulebook("bd20")


@pytest.fixture
def under(bd20):
    """The rulebook with the fictional fillings, under other readings given as question=reading; settled once each."""
    if KEPT.get("book") is not bd20:  # the knock-out puts another book on the shelf
        KEPT.clear()
        KEPT["book"] = bd20

    def chosen(**readings):
        key = tuple(sorted(readings.items()))
        if key not in KEPT:
            KEPT[key] = loader.effective(bd20, readings=readings, gaps=shelf.sample_gaps("bd20"))
        return KEPT[key]

    return chosen


@pytest.fixture
def filled(under):
    """The rulebook under its default readings with the fictional fillings."""
    return under()

"""The rulebook the clause tests are about: as shipped, with its gaps filled for play, and under other readings."""

import pytest

from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf


@pytest.fixture
def dn18():
    """The rulebook under its default readings, no gap filled."""
    return shelf.rulebook("dn18")


@pytest.fixture
def under(dn18):
    """The rulebook with the fictional fillings, under other readings given as question=reading."""

    def chosen(**readings):
        return loader.effective(dn18, readings=readings, gaps=shelf.sample_gaps("dn18"))

    return chosen


@pytest.fixture
def filled(under):
    """The rulebook under its default readings with the fictional fillings."""
    return under()

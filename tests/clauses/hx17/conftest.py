"""The rulebook the clause tests are about, and the same book under other readings."""

import pytest

from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf


@pytest.fixture
def hx17():
    """The rulebook under its default readings."""
    return shelf.rulebook("hx17")


@pytest.fixture
def under(hx17):
    """The rulebook under other readings, given as question=reading."""

    def chosen(**readings):
        return loader.effective(hx17, readings=readings)

    return chosen

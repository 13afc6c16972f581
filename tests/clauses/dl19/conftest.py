"""The rulebook the clause tests are about, and the same book under other readings."""

import pytest

from kiemdiem.core.law import loader
from kiemdiem.rulebooks import shelf


@pytest.fixture
def dl19():
    """The rulebook under its default readings."""
    return shelf.rulebook("dl19")


@pytest.fixture
def under(dl19):
    """The rulebook under other readings, given as question=reading."""

    def chosen(**readings):
        return loader.effective(dl19, readings=readings)

    return chosen

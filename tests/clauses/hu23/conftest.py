"""The rulebook the clause tests are about: as shipped, with its gaps filled for play, waived, and under readings."""

import json
from functools import lru_cache

import pytest

from kiemdiem.core.law import loader
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.rulebooks import shelf

WAIVED = {"waived": {"body": "Ban Thường vụ Huyện ủy", "document": "05-QĐ/HU", "issued_on": "2023-12-01"}}


class Same:
    """A rulebook told apart by which object it is, so that what was made of it can be kept for the next test."""

    def __init__(self, book: Rulebook):
        self.book = book

    def __hash__(self) -> int:
        return id(self.book)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.book is other.book


@lru_cache(maxsize=64)
def settled(same, readings, gaps):
    """The rulebook under readings and fillings written as JSON."""
    return loader.effective(same.book, readings=json.loads(readings), gaps=json.loads(gaps))


def effective(book, gaps, **readings):
    """The rulebook under readings and fillings, made once for all tests that ask for it."""
    return settled(Same(book), json.dumps(readings), json.dumps(gaps))


@pytest.fixture
def hu23():
    """The rulebook under its default readings, no gap filled."""
    return shelf.rulebook("hu23")


@pytest.fixture
def under(hu23):
    """The rulebook with the fictional fillings, under other readings given as question=reading."""

    def chosen(**readings):
        return effective(hu23, shelf.sample_gaps("hu23"), **readings)

    return chosen


@pytest.fixture
def filled(under):
    """The rulebook under its default readings with the fictional fillings."""
    return under()


@pytest.fixture
def waiving(hu23):
    """The rulebook with the fictional fillings, the gaps named being waived."""

    def chosen(*gaps):
        return effective(hu23, {**shelf.sample_gaps("hu23"), **dict.fromkeys(gaps, WAIVED)})

    return chosen

"""Comparing each sheet with the register: units first, then people, posts and grades."""

from datetime import date

from kiemdiem.exchange.compare import grades, people, seats, units
from kiemdiem.exchange.draft import Draft, begun
from kiemdiem.exchange.reading import Contents
from kiemdiem.org.models import Unit


def compared(
    body: Unit, contents: Contents, *, answers: dict[str, str], levels: dict[str, frozenset[str]], on: date
) -> Draft:
    """What taking the file over would do to the committee. `levels`: the grade codes each name may stand for."""
    draft = begun(body, contents, answers=answers, on=on)
    units.compare(draft)
    people.compare(draft)
    seats.compare(draft)
    grades.compare(draft, levels=levels)
    return draft

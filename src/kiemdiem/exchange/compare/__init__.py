"""Comparing each sheet with the register: units first, then people, posts, grades and all other facts."""

from datetime import date

from kiemdiem.exchange.compare import facts, grades, people, seats, units
from kiemdiem.exchange.compare.fact_sheets import FACT_SHEETS
from kiemdiem.exchange.draft import Draft, begun
from kiemdiem.exchange.reading import Contents, Line
from kiemdiem.exchange.sheets import RESULTS
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
    if RESULTS in contents.lines:
        contents.lines[RESULTS] = coded(draft, levels=levels)
    for sheet in FACT_SHEETS:
        facts.compare(draft, sheet)
    return draft


def coded(draft: Draft, *, levels: dict[str, frozenset[str]]) -> list[Line]:
    """The lines of other bodies' results with the codes of the grades they name; the rest goes to the faults."""
    found = [(line, grades.code_of(draft, line, levels=levels)) for line in draft.contents.lines[RESULTS]]
    return [Line(line.sheet, line.number, line.row.model_copy(update={"grade": code})) for line, code in found if code]

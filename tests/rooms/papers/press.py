"""The forms of the ward's rulebook, drawn with their sample values."""

from dataclasses import replace
from datetime import date
from functools import cache

from kiemdiem.papers import catalogue, filling, layouts
from kiemdiem.papers.drawn import Marks, Sheet, Terms
from kiemdiem.rulebooks import queries as rulebooks
from tests.rooms.papers import sample_more

CODE = "hx17"
LAYOUT = layouts.layout_for(date(2017, 12, 1), "party")
FORMS = {form.key: form for form in catalogue.papers_of(CODE).forms}


@cache
def terms(**marks: bool) -> Terms:
    """The content items of the rulebook, and marks."""
    return Terms(catalogue.contents_of(rulebooks.rulebook(CODE)), Marks(**marks))


@cache
def samples() -> dict[str, dict]:
    """Sample values by form key, every content item written."""
    prompts = [prompt for items in terms().contents.values() for prompt in items]
    keys = [key for prompt in prompts for key in (prompt.key, *(part.key for part in prompt.parts))]
    return sample_more.every_form(keys)


def drawn(key: str, *, layout=LAYOUT, marks: Terms | None = None, **values) -> Sheet:
    """A form drawn with its sample values, some of them changed."""
    return filling.filled(FORMS[key], samples()[key] | values, layout=layout, terms=marks or terms())


def bare(sheet: Sheet, paper: str) -> Sheet:
    """The sheet without page breaks and what stands outside its text, on another size of paper."""
    pieces = tuple(piece for piece in sheet.pieces if piece.kind != "break")
    return replace(sheet, running="", code="", footing="", paper=paper, pieces=pieces)

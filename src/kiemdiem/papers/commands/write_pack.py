"""Writing a print-out of several papers: one black-and-white PDF, each paper on pages of its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.org.models import Unit
from kiemdiem.papers import access, catalogue, filling, layouts, queries
from kiemdiem.papers.commands.write_papers import kept
from kiemdiem.papers.drawn import Marks, Sheet, Terms
from kiemdiem.papers.layouts import Layout
from kiemdiem.papers.models import Paper
from kiemdiem.papers.ordered import Part
from kiemdiem.papers.writers.pdf import written_pdf

COVER = "pack_cover"
FAMILY = "party"


def write_pack(
    season: Season, pack_key: str, *, parts: Sequence[Part], cover: Mapping[str, Any], unit: Unit, on: date,
    by: Account, at: datetime, sample: bool = False,
) -> Paper:  # fmt: skip
    """The print-out of the pack's forms in its order; after a cover that counts the copies, where the pack has one.

    Raises: Refused when the account may not print for the unit or a form lacks a field; nothing is written then.
    """
    access.must_let(by, "papers.write_pack", unit=unit, at=at)
    pack = catalogue.pack(season.rulebook_code, pack_key)
    layout = layouts.layout_for(on, FAMILY)
    ordered = [part for key in pack.forms for part in parts if part.form_key == key]
    front = [_cover(season, ordered, cover=cover)] if COVER in pack.forms else []
    marks = Marks(demo=season.is_demo, sample=sample)
    terms = Terms(queries.contents_of(season), marks)
    sheets = _sheets(season, [*front, *ordered], layout=layout, terms=terms)
    about = f"unit:{unit.key}"
    with journal.act("papers.write_pack", by=by, at=at, about=about, season=season.key) as act:
        key = f"{season.key}-{Paper.objects.filter(season=season).count() + 1:05d}"
        content = written_pdf(sheets, layout, title=pack.text, tagged=False)
        pdf = kept(content, name=f"{key}-{pack.key}.pdf", by=by, at=at, season=season)
        act.details = {"paper": key, "sheets": len(sheets)}
        return Paper.objects.create(
            key=key, season=season, unit=unit, form_key=pack.key, title=pack.text, about=about, paper_on=on,
            layout=layout.edition, state=Paper.State.ISSUED, pdf=pdf, written_at=at, written_by=by,
        )  # fmt: skip


def _cover(season: Season, parts: Sequence[Part], *, cover: Mapping[str, Any]) -> Part:
    """The cover, with the copies of every part."""
    code = season.rulebook_code
    copies: Counter[str] = Counter()
    for part in parts:
        copies[catalogue.form(code, part.form_key).text] += part.copies
    listed = [{"title": title, "copies": count} for title, count in copies.items()]
    return Part(COVER, {**cover, "contents_of": listed})


def _sheets(season: Season, parts: Sequence[Part], *, layout: Layout, terms: Terms) -> list[Sheet]:
    """Every part as often as copies are needed."""
    code = season.rulebook_code
    return [
        sheet
        for part in parts
        for sheet in [filling.filled(catalogue.form(code, part.form_key), part.values, layout=layout, terms=terms)]
        * part.copies
    ]

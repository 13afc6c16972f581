"""Writing papers: filled, numbered, drawn by the writers and kept, all of them or none."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.sections.papers import Form
from kiemdiem.cycles.models import Season
from kiemdiem.files import commands as files
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import commands as journal
from kiemdiem.papers import access, catalogue, filling, layouts, queries
from kiemdiem.papers.drawn import Marks, Sheet, Terms
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.layouts import Layout
from kiemdiem.papers.models import Paper
from kiemdiem.papers.ordered import Order
from kiemdiem.papers.writers.docx import written_docx
from kiemdiem.papers.writers.pdf import written_pdf
from kiemdiem.papers.writers.xlsx import written_xlsx

WRITERS: dict[str, Callable[[Sheet, Layout, str], bytes]] = {
    "docx": lambda sheet, layout, title: written_docx(sheet, layout, title=title),
    "pdf": lambda sheet, layout, title: written_pdf([sheet], layout, title=title),
}


def write_paper(season: Season, order: Order, *, by: Account, at: datetime) -> Paper:
    """The paper, numbered and kept.

    Raises: Refused when the account may not write it or a field is missing; nothing is written then.
    """
    return write_papers(season, [order], by=by, at=at)[0]


def write_papers(season: Season, orders: Sequence[Order], *, by: Account, at: datetime) -> list[Paper]:
    """The papers in the order of the orders, all numbered and kept, or none.

    Raises: Refused as `write_paper`.
    """
    for unit in {order.unit.pk: order.unit for order in orders}.values():
        access.must_let(by, "papers.write_papers", unit=unit, at=at)
    contents = queries.contents_of(season)
    with journal.act("papers.write_papers", by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        papers = [_written(season, order, contents=contents, by=by, at=at) for order in orders]
        act.details = {"papers": [paper.key for paper in papers]}
    return papers


def _written(season: Season, order: Order, *, contents: Mapping[str, Any], by: Account, at: datetime) -> Paper:
    form = catalogue.form(season.rulebook_code, order.form_key)
    layout = layouts.layout_for(order.paper_on, form.family)
    number = _number(season, form, order)
    values = {**order.values, "number": number} if number else order.values
    marks = Marks(demo=season.is_demo, sample=order.sample, draft=order.draft)
    sheet = filling.filled(form, values, layout=layout, terms=Terms(contents, marks))
    key = f"{season.key}-{Paper.objects.filter(season=season).count() + 1:05d}"
    paper = Paper(
        key=key, season=season, unit=order.unit, form_key=form.key, form_code=form.code, title=form.text,
        about=order.about, ledger=form.ledger, term=order.term, number=number, paper_on=order.paper_on,
        layout=layout.edition, state=Paper.State.DRAFT if order.draft else Paper.State.ISSUED,
        written_at=at, written_by=by,
    )  # fmt: skip
    for suffix in order.formats:
        content = WRITERS[suffix](sheet, layout, form.text)
        setattr(paper, suffix, kept(content, name=f"{key}-{form.key}.{suffix}", by=by, at=at, season=season))
    if order.tables:
        paper.xlsx = kept(written_xlsx(order.tables), name=f"{key}-{form.key}.xlsx", by=by, at=at, season=season)
    paper.save(force_insert=True)
    return paper


def _number(season: Season, form: Form, order: Order) -> int | None:
    """The next number of the ledger of this type in this term; a draft takes none, nor does a form without ledger.

    What goes out in the committee's name is one series, whichever of its bodies it comes from.
    """
    if order.draft or not form.ledger:
        return None
    issuers = frames.issuers(season, order.unit)
    taken = Paper.objects.filter(unit__in=issuers, ledger=form.ledger, term=order.term)
    return (taken.aggregate(last=Max("number"))["last"] or 0) + 1


def kept(content: bytes, *, name: str, by: Account, at: datetime, season: Season) -> StoredFile:
    """The written file in the store of contents."""
    return files.keep_file(content, name=name, by=by, at=at, season=season.key)

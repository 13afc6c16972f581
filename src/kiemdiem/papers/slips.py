"""Slips that hand out accounts, drawn when they are made and kept nowhere: whoever loses his gets a new one."""

from collections.abc import Iterable
from datetime import date

from kiemdiem.cycles.models import Season
from kiemdiem.papers import catalogue, filling, layouts
from kiemdiem.papers.drawn import Marks, Terms
from kiemdiem.papers.gathering import office
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.gathering.office import Slip
from kiemdiem.papers.writers.pdf import written_pdf

FORM = "account_slips"


def written_slips(season: Season, slips: Iterable[Slip], *, on: date, address: str) -> bytes:
    """One black-and-white PDF of the slips, each with a line to cut along, for the site at the address."""
    form = catalogue.form(season.rulebook_code, FORM)
    layout = layouts.layout_for(on, form.family)
    values = office.account_slips_values(Frame(season, on), slips, address=address)
    sheet = filling.filled(form, values, layout=layout, terms=Terms({}, Marks(demo=season.is_demo)))
    return written_pdf([sheet], layout, title=form.text)

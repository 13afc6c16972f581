"""The receipt of a unit's dossiers: what came in, what is missing and until when."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.papers import access, queries
from kiemdiem.papers.commands.write_papers import write_paper
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.models import Paper
from kiemdiem.papers.ordered import Order

FORM = "dossier_receipt"


def write_receipt(season: Season, unit: Unit, *, giver: str, on: date, by: Account, at: datetime) -> Paper:
    """The receipt as a paper, with every dossier the unit owes.

    Raises: Refused when nothing came in yet.
    """
    access.must_let(by, "papers.receive_paper", unit=unit, at=at)
    owed = queries.owed_papers(season, unit, on=on)
    listed = queries.receipt_values(owed)
    if not listed["received"]:
        raise refuse("Chưa in được giấy biên nhận: chưa nhận giấy tờ nào.", todo="Nhận giấy tờ trước rồi in lại.")
    names = [each.title for each in dict.fromkeys(each.dossier for each in owed)]
    values = {
        **frames.head(frames.Frame(season, on), season.unit),
        "dossier": "; ".join(names),
        "giver": giver,
        "giver_unit": org.unit_name(unit, on=on),
        "receiver": by.display_name,
        **listed,
    }
    return write_paper(season, Order(FORM, values, unit, on, about=f"unit:{unit.key}", formats=("pdf",)), by=by, at=at)

"""Taking in everything one person brings to the counter at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.org.models import Person, Unit
from kiemdiem.papers import access
from kiemdiem.papers.commands.receive_paper import Handed, receive_paper
from kiemdiem.papers.models import ReceivedPaper


def receive_papers(
    season: Season,
    brought: Sequence[tuple[str, Person | None, bool]],
    *,
    unit: Unit,
    handed: Handed,
    by: Account,
    at: datetime,
) -> list[ReceivedPaper]:
    """Every paper brought (form, person, confirmed), received together; when one cannot be taken in, none is.

    Raises: Refused as `receive_paper`, and when nothing was brought.
    """
    access.must_let(by, "papers.receive_paper", unit=unit, at=at)
    if not brought:
        raise refuse("Chưa nhận được gì: chưa đánh dấu giấy tờ nào.", todo="Đánh dấu những giấy tờ vừa nộp.")
    about = f"unit:{unit.key}"
    with journal.act("papers.receive_papers", by=by, at=at, about=about, season=season.key) as act:
        received = [
            receive_paper(
                season, form_key, unit=unit, person=person, handed=replace(handed, is_confirmed=confirmed), by=by, at=at
            )
            for form_key, person, confirmed in brought
        ]
        act.happened_on = handed.received_on
        act.details = {"received": [each.key for each in received]}
    return received

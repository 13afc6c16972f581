"""The act that ends a season."""

from collections.abc import Mapping
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, must
from kiemdiem.core.process import gates
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of


def close_season(
    season: Season,
    *,
    standings: Mapping[str, queries.Standing],
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Answer:
    """The season closed: only what comes later by its nature is still taken in, as each room's access says.

    `standings`: where each member of the register ended, by key of person, as the rooms above know it.
    Raises: Refused while a member is nowhere, in two places or still pending, and where another gate says no.
    """
    name = "cycles.close_season"
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, at=at)
        access.must_stand(kept, act=name)
        lines = queries.reconciliation(kept, on=day_of(at), standings=standings)
        answer = must(gates.may(queries.book_of(kept), queries.facts_of_closing(kept, lines=lines)))
        kept.state, kept.closed_at, kept.closed_by = Season.State.CLOSED, at, by
        kept.save(update_fields=["state", "closed_at", "closed_by"])
        act.rows, act.details = answer.rows, {"register": len(lines), "warning": answer.warning}
        return answer

"""The long work of this room, as jobs do it: writing many papers at once."""

from datetime import datetime
from typing import Any

from django.db import transaction

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.jobs.commands import Turn
from kiemdiem.org import queries as org
from kiemdiem.papers import batches
from kiemdiem.papers.batches import Asked


def write_batch(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Writes a batch for each of the organisations named; those that cannot be written yet are told, not written.

    One organisation's papers are written whole or not at all, and the last one's together with the end of the job.
    """
    season, by = cycles.season(facts["season"]), Account.objects.get(pk=facts["by"])
    day = datetime.fromisoformat(facts["on"]).date()
    written: list[str] = []
    units = [org.unit(key) for key in facts["units"]]
    for done, unit in enumerate(units, start=1):
        asked = Asked(season, unit, day)
        at = datetime.fromisoformat(facts["at"]) if season.as_of else turn.now()
        with transaction.atomic():
            written += [paper.key for paper in batches.batch_of(asked, facts["what"]).write(asked, by=by, at=at)]
            if done == len(units):
                turn.finish({"papers": written})
        if done < len(units):
            turn.tell(done, len(units))
    return {"papers": written}

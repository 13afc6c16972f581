"""Taking a unit's dossier in as a whole."""

from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, must, refuse
from kiemdiem.core.process import gates
from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import commands as cycles_commands
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.org import days
from kiemdiem.org.models import Unit
from kiemdiem.papers import access, queries


def submit_dossier(
    season: Season, unit: Unit, *, dossier: str, submitted: queries.Submitted, by: Account, at: datetime
) -> Answer:
    """The dossier as handed in on that day, and the step of the plan done with it; the answer tells if it was late.

    Raises: Refused while a paper of it is missing or not confirmed, or when it went to or through somebody else.
    """
    about = f"unit:{unit.key}"
    with journal.act("papers.submit_dossier", by=by, at=at, about=about, season=season.key) as act:
        access.must_let(by, "papers.submit_dossier", unit=unit, at=at)
        cycles_access.must_be_open(season)
        if submitted.on > days.day_of(at):
            raise refuse("Chưa ghi được: ngày nộp chưa đến.", todo="Hãy nhập ngày nộp trên thực tế.")
        owed = queries.dossier_of(season, dossier, unit=unit)
        asked = queries.dossier_facts(season, owed, unit=unit, submitted=submitted)
        answer = must(gates.may(cycles.book_of(season), asked, recording=submitted.on < days.day_of(at)))
        step = queries.dossier_step(season, owed, unit=unit)
        if step is not None and step.done_on is None:
            sent = cycles.Sent(sender=unit, to=submitted.to, via=submitted.via)
            told = owed.title if submitted.on < days.day_of(at) else ""
            cycles_commands.finish_step(
                step, done_on=submitted.on, note=owed.title, paper=told, sent=sent, by=by, at=at
            )
        act.happened_on, act.rows = submitted.on, (*owed.rows, *answer.rows)
        act.details = {"dossier": dossier, "to": submitted.to.key, "warning": answer.warning}
        return answer

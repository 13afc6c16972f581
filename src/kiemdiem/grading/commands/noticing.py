"""Who is to be told of a result: the person, and the cell of a leader whose ballot was held elsewhere."""

from collections.abc import Iterable
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.sections.proceedings import Notice as NoticeRule
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import access
from kiemdiem.grading.models import Decision
from kiemdiem.journal import commands as journal
from kiemdiem.notices import commands as notices
from kiemdiem.notices.models import Notice
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit

RESULT = "result"


def owe_leader_results(season: Season, body: Unit, *, by: Account, at: datetime) -> list[Notice]:
    """The notices owed to the cells of the leaders voted on before a body, as the rulebook says whose."""
    held_on = at.date()
    kind = org.unit_kind(body, on=held_on)
    made = []
    with journal.act("grading.owe_leader_results", by=by, at=at, about=f"unit:{body.key}", season=season.key) as act:
        access.must_stand(season, act="grading.owe_leader_results")
        for rule in cycles.book_of(season).notices.notices:
            if kind in rule.owed_by and rule.leaders_only:
                made += [_owed(season, rule, leader, by=by, at=at) for leader in _leaders(season, body, rule, held_on)]
        act.details = {"count": len(made)}
    return made


def _leaders(season: Season, body: Unit, rule: NoticeRule, on: date) -> Iterable[SeasonSubject]:
    """The leaders voted on before the body, but for those whose post the rule leaves out."""
    for leader in cycles.voted_at(season, body).filter(kind="leader"):
        posts = {f"{org.unit_kind(seat.unit, on=on)}.{seat.post}" for seat in org.seats_of(leader.person, on=on)}
        if not posts & set(rule.except_posts):
            yield leader


def _owed(season: Season, rule: NoticeRule, leader: SeasonSubject, *, by: Account, at: datetime) -> Notice:
    cell = org.cell_of(leader.person, on=at.date()) or leader.unit
    wording = notices.Wording(kind=rule.key, about=f"subject:{leader.key}", title=rule.title, rows=rule.rows)
    return notices.owe_notice(wording, to=cell, under=cell, due_on=rule.due_on, season=season.key, by=by, at=at)


def owe_results(
    season: Season, decisions: Iterable[Decision], *, due_on: date | None, by: Account, at: datetime
) -> list[Notice]:
    """The notices owed to everybody and every organisation a decision is about, by the day set for it.

    Whoever was told of an earlier grade is told of the later one again.
    """
    made = []
    with journal.act("grading.owe_results", by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        access.must_stand(season, act="grading.owe_results")
        for decision in decisions:
            subject = decision.subject
            again = decision.number > 1
            wording = notices.Wording(
                kind=f"{RESULT}_{decision.number}" if again else RESULT,
                about=f"subject:{subject.key}",
                title=f"Thông báo kết quả {'xếp loại lại' if again else 'đánh giá, xếp loại'} chất lượng",
            )
            made.append(
                notices.owe_notice(
                    wording, to=subject.person or subject.unit, under=subject.unit, due_on=due_on, season=season.key,
                    by=by, at=at,
                )
            )  # fmt: skip
        act.details = {"count": len(made)}
    return made

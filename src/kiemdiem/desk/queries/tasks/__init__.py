"""What one account has to do now in one season: by what it may do, over the organisations it answers for."""

from datetime import date

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.desk.queries.acts import ACTS
from kiemdiem.desk.queries.tasks import cell, count, follow, member, office, rights
from kiemdiem.desk.queries.tasks.todo import Asking, Source, Todo
from kiemdiem.org import access

# What is asked of whoever may do the act; the roles stand where the room declares the act. Some questions are for one
# of these roles alone: who follows or inspects sees what the others already have before them.
SOURCES: tuple[tuple[str, Source, frozenset[str]], ...] = (
    ("cycles.open_season", office.of_season, frozenset()),
    ("cycles.finish_step", office.of_steps, frozenset()),
    ("cycles.record_change", office.of_changes, frozenset()),
    ("reviews.see", cell.of_self_reviews, frozenset({"officer", "clerk", "secretary"})),
    ("meetings.plan_meeting", cell.of_calls, frozenset()),
    ("meetings.open_meeting", cell.of_waiting_calls, frozenset({"secretary"})),
    ("meetings.open_meeting", cell.of_meetings, frozenset()),
    ("meetings.answer_mark", office.of_marks, frozenset()),
    ("reviews.answer_mark", office.of_prepared_marks, frozenset()),
    ("ballots.key_count", count.of_counts, frozenset()),
    ("ballots.key_count", count.of_waiting_counts, frozenset({"teller"})),
    ("grading.answer_return", cell.of_returns, frozenset()),
    ("grading.decide", office.of_decisions, frozenset()),
    ("notices.give_notices", office.of_notices, frozenset()),
    ("papers.receive_paper", office.of_dossiers, frozenset()),
    ("reviews.see", follow.of_followed, frozenset({"supervisor"})),
    ("meetings.see", follow.of_attended, frozenset({"assessor"})),
    ("desk.inspect_result", follow.of_inspected, frozenset({"inspector"})),
    ("reviews.write_self_review", member.of_own_review, frozenset()),
    ("reviews.key_leader_paper", member.of_own_assessment, frozenset()),
    ("org.grant", rights.of_grants, frozenset()),
    ("desk.renew_slips", rights.of_slips, frozenset()),
)

__all__ = ["SOURCES", "Todo", "stand_ins", "todos_of"]
stand_ins = rights.stand_ins


def todos_of(season: Season, by: Account, *, on: date) -> list[Todo]:
    """Everything the account has to do now, what is due first standing first."""
    asking = Asking(season, by, on)
    found: list[Todo] = []
    for act, source, only in SOURCES:
        units = access.scope(by, only or ACTS[act], on=on, act=act)
        if units:
            found += source(asking, units)
    return sorted(set(found), key=lambda todo: (todo.due_on or date.max, todo.part, todo.title))

"""Who may judge, propose, decide and see results, and in which season; nobody keys the decision on himself."""

from collections.abc import Mapping
from datetime import date

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org import access
from kiemdiem.org.models import Unit

KEYERS = frozenset({"officer", "clerk"})
CELL_KEYERS = KEYERS | {"secretary"}

ACTS: dict[str, frozenset[str]] = {
    "grading.judge": CELL_KEYERS,
    "grading.propose": KEYERS,
    "grading.decide": KEYERS,
    "grading.regrade": KEYERS,
    "grading.record_above": KEYERS,
    "grading.return_line": KEYERS,
    "grading.answer_return": CELL_KEYERS,
    "grading.propose_commendation": KEYERS,
    "grading.commend": KEYERS,
    "grading.change_reading": frozenset({"officer"}),
    "grading.simulate": frozenset({"officer"}),
    "grading.change_rulebook": frozenset({"officer"}),
    "grading.see_readings": KEYERS | {"inspector"},
    "grading.see_quotas": KEYERS | {"inspector"},
    "grading.see_result": CELL_KEYERS | {"supervisor", "inspector"},
}

OPEN = frozenset({"open"})
AFTERWARDS = frozenset({"open", "closed"})
# In which season each act may be done. A closed season keeps what was decided: it takes in only what comes later by
# its nature, the decision of a higher body, a new grading of one already decided, and the notices of both.
STATES: Mapping[str, frozenset[str]] = {
    "grading.judge": OPEN,
    "grading.propose": OPEN,
    "grading.decide": OPEN,
    "grading.regrade": AFTERWARDS,
    "grading.record_above": AFTERWARDS,
    "grading.return_line": OPEN,
    "grading.answer_return": OPEN,
    "grading.propose_commendation": OPEN,
    "grading.commend": OPEN,
    "grading.owe_leader_results": OPEN,
    "grading.change_reading": OPEN,
    "grading.change_rulebook": OPEN,
    "grading.owe_results": AFTERWARDS,
}
WAYS_ON: Mapping[str, str] = {
    "draft": "Việc này làm sau khi đợt kiểm điểm được mở.",
    "closed": (
        "Sau khi khép chỉ còn ghi quyết định của cấp trên, xếp loại lại người hoặc tổ chức đã có quyết định (ghi rõ "
        "lý do, văn bản) và ghi việc thông báo."
    ),
}


def stands(season: Season, *, act: str) -> bool:
    """Whether the season's state allows the act; looking is always allowed."""
    return act not in STATES or season.state in STATES[act]


def must_stand(season: Season, *, act: str) -> None:
    """Passes when the season's state allows the act.

    Raises: Refused, naming the state and what can still be done.
    """
    # The state now, not as a page read it: another person may have closed the season since.
    state = Season.State(Season.objects.values_list("state", flat=True).get(pk=season.pk))
    if state not in STATES[act]:
        raise refuse(f"Chưa ghi được: đợt kiểm điểm ở trạng thái “{state.label}”.", todo=WAYS_ON[state])


def must_let(by: Account, act: str, *, season: Season, subject: SeasonSubject | None, on: date) -> None:
    """Passes when the account may do the act on the subject's organisation, whoever the subject is.

    Raises: Refused.
    """
    access.must_hold(by, ACTS[act], unit=subject.unit if subject else season.unit, on=on, act=act)


def must_do(by: Account, act: str, *, season: Season, subject: SeasonSubject | None, on: date) -> None:
    """Passes when the account may do the act on the subject's organisation, and the subject is not he himself.

    Raises: Refused.
    """
    must_let(by, act, season=season, subject=subject, on=on)
    if subject is not None and subject.person is not None:
        access.must_not_be_own(by, subject.person)


def may_do(by: Account, act: str, *, season: Season, subject: SeasonSubject | None, on: date) -> bool:
    """Whether the account may do the act on the subject now, in the state the season is in."""
    if not stands(season, act=act):
        return False
    if subject is not None and subject.person is not None and access.is_own_file(by, subject.person):
        return False
    return access.holds(by, ACTS[act], unit=subject.unit if subject else season.unit, on=on, act=act)


def must_judge(by: Account, *, unit: Unit, on: date) -> None:
    """Passes when the account may have the results of the unit worked out: the rules decide nothing about anybody.

    Raises: Refused.
    """
    access.must_hold(by, ACTS["grading.judge"], unit=unit, on=on, act="grading.judge")


def may_decide(by: Account, season: Season, *, on: date) -> bool:
    """Whether the account keys the decisions of the season's committee."""
    return access.holds(by, ACTS["grading.decide"], unit=season.unit, on=on, act="grading.decide")


def may_see(by: Account, subject: SeasonSubject, *, on: date) -> bool:
    """Whether the account may see the subject's result: its own, or that of an organisation it answers for."""
    if subject.person is not None and access.is_own_file(by, subject.person):
        return True
    return access.holds(by, ACTS["grading.see_result"], unit=subject.unit, on=on, act="grading.see_result")

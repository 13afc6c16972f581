"""Who may judge, propose, decide and see results; nobody keys the decision on himself."""

from datetime import date

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org import access
from kiemdiem.org.models import Unit

KEYERS = frozenset({"officer", "clerk"})
CELL_KEYERS = KEYERS | {"secretary"}

ACTS: dict[str, frozenset[str]] = {
    "grading.judge": CELL_KEYERS,
    "grading.propose": KEYERS,
    "grading.decide": KEYERS,
    "grading.return_line": KEYERS,
    "grading.answer_return": CELL_KEYERS,
    "grading.commend": KEYERS,
    "grading.see_result": CELL_KEYERS | {"supervisor", "inspector"},
}


def must_do(by: Account, act: str, *, season: Season, subject: SeasonSubject | None, on: date) -> None:
    """Passes when the account may do the act on the subject's organisation, and the subject is not he himself.

    Raises: Refused.
    """
    unit = subject.unit if subject else season.unit
    access.must_hold(by, ACTS[act], unit=unit, on=on, act=act)
    if subject is not None and subject.person is not None:
        access.must_not_be_own(by, subject.person)


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

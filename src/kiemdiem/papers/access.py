"""Who may write, void, print and take in papers."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.org import access as org_access
from kiemdiem.org import days
from kiemdiem.org.models import Unit

OFFICE = frozenset({"officer", "clerk"})
WRITERS = frozenset({"officer", "clerk", "secretary"})
READERS = frozenset({"officer", "clerk", "secretary", "supervisor", "inspector"})

ACTS: dict[str, frozenset[str]] = {
    "papers.write_papers": WRITERS,
    "papers.write_pack": WRITERS,
    "papers.void_paper": OFFICE,
    "papers.receive_paper": OFFICE,
    "papers.return_paper": OFFICE,
    "papers.submit_dossier": OFFICE,
    "papers.see": READERS,
}


def must_see(by: Account, *, on: date) -> frozenset[int]:
    """The ids of the units whose papers the account may see on the day.

    Raises: Refused when there are none.
    """
    units = org_access.scope(by, ACTS["papers.see"], on=on, act="papers.see")
    if not units:
        raise refuse(
            f"Tài khoản “{by.display_name}” chưa được xem giấy tờ của đơn vị nào.",
            todo="Đề nghị người quản trị cấp quyền.",
        )
    return units


def must_let(by: Account, act: str, *, unit: Unit, at: datetime) -> None:
    """Nothing, when the account may do this act for the unit that day.

    Raises: Refused when no grant of the account covers it.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=days.day_of(at), act=act)


def may(by: Account, act: str, *, unit: Unit, at: datetime) -> bool:
    """Whether the account may do this act for the unit that day."""
    return org_access.holds(by, ACTS[act], unit=unit, on=days.day_of(at), act=act)


def may_take(by: Account, unit: Unit, *, on: date) -> bool:
    """Whether the account takes in the unit's papers on the day."""
    act = "papers.receive_paper"
    return org_access.holds(by, ACTS[act], unit=unit, on=on, act=act)

"""Who may write, void, print and take in papers."""

from datetime import datetime

from kiemdiem.accounts.models import Account
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
    "papers.see": READERS,
}


def must_let(by: Account, act: str, *, unit: Unit, at: datetime) -> None:
    """Nothing, when the account may do this act for the unit that day.

    Raises: Refused when no grant of the account covers it.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=days.day_of(at), act=act)

"""Who may record notices: an officer or a clerk over all under them, a secretary over his own unit."""

from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.org import access as org_access
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Unit

ACTS: dict[str, frozenset[str]] = {
    "notices.owe_notice": frozenset({"officer", "clerk", "secretary"}),
    "notices.give_notice": frozenset({"officer", "clerk", "secretary"}),
    "notices.give_notices": frozenset({"officer", "clerk", "secretary"}),
    "notices.withdraw_notice": frozenset({"officer"}),
}


def must_let(by: Account, *, act: str, unit: Unit, at: datetime) -> None:
    """Passes when the account may do the act for that unit.

    Raises: Refused otherwise.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=day_of(at), act=act)

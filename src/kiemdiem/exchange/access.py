"""Who may import into a committee and see its import files: its own office."""

from datetime import date

from kiemdiem.accounts.models import Account
from kiemdiem.org import access as org_access
from kiemdiem.org.models import Unit

OFFICE = frozenset({"officer", "clerk"})

ACTS: dict[str, frozenset[str]] = {
    "exchange.hand_in": OFFICE,
    "exchange.answer": OFFICE,
    "exchange.apply": OFFICE,
    "exchange.see": OFFICE,
}


def must_do(by: Account, act: str, *, unit: Unit, on: date) -> None:
    """Passes when the account may do that act of this room at the committee on the day.

    Raises: Refused.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=on, act=act)

"""Who may choose readings, fill gaps and have them signed: the officer of the committee."""

from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.org import access as org_access
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Unit

OFFICER = frozenset({"officer"})

ACTS: dict[str, frozenset[str]] = {
    "rulebooks.choose_reading": OFFICER,
    "rulebooks.fill_gap": OFFICER,
    "rulebooks.sign_readings": OFFICER,
}


def must_let(by: Account, *, act: str, unit: Unit, at: datetime) -> None:
    """Passes when the account may do the act for that committee.

    Raises: Refused otherwise.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=day_of(at), act=act)


def may(by: Account, *, act: str, unit: Unit, at: datetime) -> bool:
    """Whether the account may do the act for that committee."""
    return org_access.holds(by, ACTS[act], unit=unit, on=day_of(at), act=act)


def committees_of(by: Account, *, at: datetime) -> frozenset[int]:
    """The ids of the units whose books the account keeps."""
    return org_access.scope(by, OFFICER, on=day_of(at), act="rulebooks.choose_reading")

"""Reads of accounts: who there is, under which free name, and whether a name is locked at a place."""

import re
from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from kiemdiem.accounts.models import Account, WrongTries
from kiemdiem.core.names import search_key

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")
ANY_NAME = ""  # the row that counts wrong passwords of a place under whatever name


def accounts() -> QuerySet[Account]:
    """Every account, by user name."""
    return Account.objects.order_by("username")


def expired_at(account: Account, *, at: datetime) -> datetime | None:
    """When the account's one-time password ended unused, if it did."""
    ends = account.one_time_until
    return ends if account.must_change_password and ends is not None and ends <= at else None


def username_for(display_name: str, *, taken: set[str]) -> str:
    """A free user name made of the person's own: given name, then initials, then a number when it is taken."""
    *before, given = re.findall(r"[a-z0-9]+", search_key(display_name)) or ["taikhoan"]
    stem = (given + "".join(word[0] for word in before))[:50].ljust(3, "0")
    return next(name for name in _numbered(stem) if name not in taken and not _is_taken(name))


def locked_until(username: str, *, address: str, at: datetime) -> datetime | None:
    """Until when nobody can sign in under this name from this place, if that is so."""
    rows = WrongTries.objects.filter(
        username__in=[folded(username), ANY_NAME], address_hash=address_hash(address), locked_until__gt=at
    )
    return max((row.locked_until for row in rows if row.locked_until), default=None)


def folded(username: str) -> str:
    """The user name as accounts keep it."""
    return username.strip().lower()[:60]


def address_hash(address: str) -> str:
    """A place without its address: only this installation can tell that it is the same place again."""
    return salted_hmac("accounts.address", address, algorithm="sha256").hexdigest()


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}{number}"
        number += 1


def _is_taken(username: str) -> bool:
    return Account.objects.filter(username=username).exists()

"""Entries and accounts for tests of the journal."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiemdiem.accounts.models import Account
from kiemdiem.journal import commands

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2017, 12, 1, 8, 0, tzinfo=ZONE)


def account(username: str = "lan") -> Account:
    """An account that may sign in."""
    return Account.objects.create(username=username, display_name="Nguyễn Thị Lan", created_at=MORNING)


def entries(count: int, *, season: str = "") -> None:
    """That many acts, one after the other, at the same moment."""
    by = account()
    for number in range(count):
        with commands.act("tests.note", by=by, at=MORNING, about=f"thing:{number}", season=season) as act:
            act.details = {"number": number}

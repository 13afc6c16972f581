"""Accounts for tests: opened through the command, with a password of their own."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiemdiem.accounts import commands
from kiemdiem.accounts.commands import NewAccount, Slip
from kiemdiem.accounts.models import Account

MORNING = datetime(2017, 12, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OWN = "lúa chín đồng xa"
HERE = "192.168.1.7"


def slip(display_name: str = "Nguyễn Thị Lan", *, username: str = "lan") -> Slip:
    """The slip of a new account, its one-time password not used yet."""
    return commands.open_accounts([NewAccount(display_name, username)], by=None, at=MORNING)[0]


def account(display_name: str = "Nguyễn Thị Lan", *, username: str = "lan") -> Account:
    """An account whose owner has chosen the password `OWN`."""
    made = slip(display_name, username=username)
    return commands.change_password(made.account, old=made.password, new=OWN, address=HERE, at=MORNING)

"""The acts of this room: opening and closing accounts, passwords, signing in."""

from kiemdiem.accounts.commands.open import (
    NewAccount,
    OneTime,
    Slip,
    deactivate_account,
    one_time,
    open_accounts,
    reactivate_account,
    reset_password,
)
from kiemdiem.accounts.commands.prove import change_password, sign_in

__all__ = [
    "NewAccount",
    "OneTime",
    "Slip",
    "change_password",
    "deactivate_account",
    "one_time",
    "open_accounts",
    "reactivate_account",
    "reset_password",
    "sign_in",
]

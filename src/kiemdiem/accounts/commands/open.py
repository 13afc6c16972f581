"""Opening accounts in bulk, giving new one-time passwords, closing accounts."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.hashers import make_password

from kiemdiem.accounts import queries
from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks

# No sign that is read as another on paper: no 0 and o, no 1, i and l.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class NewAccount:
    """An account to open; without a user name it gets one made of the person's name."""

    display_name: str
    username: str = ""


@dataclass(frozen=True)
class OneTime:
    """A password that is used once, with what is kept of it."""

    password: str = field(repr=False)
    hashed: str = field(repr=False)


@dataclass(frozen=True)
class Slip:
    """What is printed for one person and shown once: nobody can read the password afterwards."""

    account: Account
    password: str = field(repr=False)

    @property
    def username(self) -> str:
        """The user name to type."""
        return self.account.username


def one_time(count: int) -> list[OneTime]:
    """So many new one-time passwords, hashed: slow on purpose, so an act asks for them before it takes its turn."""
    passwords = [one_time_password() for _ in range(count)]
    return [OneTime(password, make_password(password)) for password in passwords]


def open_accounts(
    wanted: Sequence[NewAccount],
    *,
    by: Account | None,
    at: datetime,
    passwords: Sequence[OneTime] = (),
    until: datetime | None = None,
) -> list[Slip]:
    """The slips of the new accounts, in the order asked for; all are opened, or none.

    `passwords`: those made beforehand by `one_time`; `until`: the moment from which an unused one opens nothing.
    Raises: Refused for a name that is empty, malformed, taken or asked for twice.
    """
    named = _named(wanted)
    made = list(passwords) or one_time(len(named))
    with journal.act("accounts.open_accounts", by=by, at=at) as act:
        _must_be_free([new.username for new in named])
        opened = Account.objects.bulk_create(
            Account(
                username=new.username,
                display_name=new.display_name,
                password=each.hashed,
                must_change_password=True,
                one_time_until=until,
                created_at=at,
                created_by=by,
            )
            for new, each in zip(named, made, strict=True)
        )
        act.details = {"usernames": [account.username for account in opened]}
    return [Slip(account, each.password) for account, each in zip(opened, made, strict=True)]


def reset_password(
    account_id: int,
    *,
    by: Account | None,
    at: datetime,
    version: int | None = None,
    password: OneTime | None = None,
    until: datetime | None = None,
) -> Slip:
    """The slip with a new one-time password; whoever was signed in with the old one is signed out.

    `password`: one made beforehand by `one_time`; `until`: the moment from which an unused one opens nothing.
    Raises: Refused for an account that is closed, or that somebody changed since it was shown.
    """
    made = password or one_time(1)[0]
    with journal.act("accounts.reset_password", by=by, at=at, about=f"account:{account_id}"):
        account = locks.hold(Account, account_id, version=version)
        if not account.is_active:
            raise refuse(
                f"Chưa đặt lại mật khẩu: tài khoản {account.username} đã khóa.",
                todo="Hãy mở lại tài khoản trước.",
            )
        account.password, account.must_change_password = made.hashed, True
        account.one_time_until = until
        account.save()
    return Slip(account, made.password)


def deactivate_account(account_id: int, *, by: Account | None, at: datetime, version: int | None = None) -> Account:
    """The account, closed: nobody can sign in with it any more; what it keyed stays under its name.

    Raises: Refused when it is one's own.
    """
    if by is not None and by.pk == account_id:
        raise refuse(
            "Không tự khóa tài khoản của mình được.",
            todo="Hãy nhờ một người quản trị khác.",
        )
    return _switch(account_id, on=False, act="accounts.deactivate_account", by=by, at=at, version=version)


def reactivate_account(account_id: int, *, by: Account | None, at: datetime, version: int | None = None) -> Account:
    """The account, open again with the password it had."""
    return _switch(account_id, on=True, act="accounts.reactivate_account", by=by, at=at, version=version)


def one_time_password() -> str:
    """Twelve signs that are easy to type from paper: about 59 bits of chance."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(4)) for _ in range(3))


def _switch(account_id: int, *, on: bool, act: str, by: Account | None, at: datetime, version: int | None) -> Account:
    with journal.act(act, by=by, at=at, about=f"account:{account_id}"):
        account = locks.hold(Account, account_id, version=version)
        account.is_active = on
        account.save()
    return account


def _named(wanted: Sequence[NewAccount]) -> list[NewAccount]:
    """The accounts with a written-out name and user name each."""
    taken = {queries.folded(new.username) for new in wanted if new.username}
    named = []
    for new in wanted:
        display_name = nfc(new.display_name)
        if not display_name or len(display_name) > 120:
            raise refuse("Chưa mở tài khoản: họ tên trống hoặc dài quá 120 ký tự.", todo="Hãy nhập lại họ tên.")
        username = queries.folded(new.username) or queries.username_for(display_name, taken=taken)
        taken.add(username)
        named.append(NewAccount(display_name, username))
    _must_be_well_formed([new.username for new in named])
    return named


def _must_be_well_formed(usernames: list[str]) -> None:
    for username in usernames:
        if not queries.USERNAME.fullmatch(username):
            raise refuse(
                f"Chưa mở tài khoản: tên đăng nhập “{username}” không dùng được.",
                todo="Tên đăng nhập có 3–60 ký tự: chữ không dấu, chữ số, dấu chấm, gạch nối.",
            )
        if usernames.count(username) > 1:
            raise refuse(f"Chưa mở tài khoản: tên đăng nhập “{username}” có hai lần.", todo="Hãy sửa một tên.")


def _must_be_free(usernames: list[str]) -> None:
    taken = Account.objects.filter(username__in=usernames).order_by("username").values_list("username", flat=True)
    if names := ", ".join(taken):
        raise refuse(f"Chưa mở tài khoản: đã có tên đăng nhập {names}.", todo="Hãy chọn tên khác.")

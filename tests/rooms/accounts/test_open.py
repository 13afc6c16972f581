"""Accounts are opened in bulk, all or none, each with a password that is shown once."""

import re

import pytest

from kiemdiem.accounts import commands
from kiemdiem.accounts.commands import NewAccount
from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.journal.models import Entry

from .make import HERE, MORNING, OWN, account, slip

pytestmark = pytest.mark.django_db


def opened(*names: str) -> list[str]:
    slips = commands.open_accounts([NewAccount(name) for name in names], by=None, at=MORNING)
    return [slip.username for slip in slips]


def test_user_names_are_made_of_peoples_names():
    assert opened("Nguyễn Thị Lan", "Đỗ Văn Đức", "Lê Thị Lan", "Nguyễn Thế Lan") == [
        "lannt",
        "ducdv",
        "lanlt",
        "lannt2",
    ]
    assert opened("Nguyễn Thị Lan", "Y", "!") == ["lannt3", "y00", "taikhoan"]


def test_a_slip_opens_the_account_it_names():
    made = slip()

    assert re.fullmatch(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", made.password)
    assert commands.sign_in("LAN ", made.password, address=HERE, at=MORNING) == made.account
    assert (made.account.must_change_password, made.account.created_at) == (True, MORNING)


def test_a_password_is_kept_nowhere_as_it_is():
    made = slip()
    row = Account.objects.values().get()
    entry = Entry.objects.values().get()

    assert (made.password in repr(row), made.password in repr(entry), made.password in repr(made)) == (False,) * 3
    assert entry["details"] == {"usernames": ["lan"]}


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ([NewAccount("  ")], "Chưa mở tài khoản: họ tên trống hoặc dài quá 120 ký tự."),
        ([NewAccount("A" * 121)], "Chưa mở tài khoản: họ tên trống hoặc dài quá 120 ký tự."),
        ([NewAccount("A", "b c")], "Chưa mở tài khoản: tên đăng nhập “b c” không dùng được."),
        ([NewAccount("A", "bé")], "Chưa mở tài khoản: tên đăng nhập “bé” không dùng được."),
        ([NewAccount("A", "ba")], "Chưa mở tài khoản: tên đăng nhập “ba” không dùng được."),
        ([NewAccount("A", "abc"), NewAccount("B", "ABC")], "Chưa mở tài khoản: tên đăng nhập “abc” có hai lần."),
        ([NewAccount("B", "moi"), NewAccount("A", "lan")], "Chưa mở tài khoản: đã có tên đăng nhập lan."),
    ],
)
def test_one_wrong_name_opens_none(wanted, sentence):
    slip()
    with pytest.raises(Refused) as refused:
        commands.open_accounts(wanted, by=None, at=MORNING)

    assert refused.value.answer.what == sentence
    assert [a.username for a in Account.objects.all()] == ["lan"]


def test_a_reset_ends_the_old_password():
    before = account()
    made = commands.reset_password(before.pk, by=None, at=MORNING, version=before.version)

    with pytest.raises(Refused):
        commands.sign_in("lan", OWN, address=HERE, at=MORNING)
    assert commands.sign_in("lan", made.password, address=HERE, at=MORNING).must_change_password is True


def test_a_reset_of_a_stale_page_is_refused():
    before = account()
    with pytest.raises(Refused, match="có người vừa sửa"):
        commands.reset_password(before.pk, by=None, at=MORNING, version=before.version - 1)


def test_a_closed_account_lets_nobody_in_until_it_is_opened_again():
    closed = commands.deactivate_account(account().pk, by=None, at=MORNING)
    with pytest.raises(Refused, match="chưa đúng"):
        commands.sign_in("lan", OWN, address=HERE, at=MORNING)
    with pytest.raises(Refused, match="đã khóa"):
        commands.reset_password(closed.pk, by=None, at=MORNING)
    commands.reactivate_account(closed.pk, by=None, at=MORNING)

    assert commands.sign_in("lan", OWN, address=HERE, at=MORNING) == closed


def test_nobody_closes_his_own_account():
    own = account()
    with pytest.raises(Refused, match="Không tự khóa"):
        commands.deactivate_account(own.pk, by=own, at=MORNING)

    assert Account.objects.get().is_active is True


def test_every_act_is_in_the_journal():
    own, other = account(), account("Trần Nam", username="nam")
    commands.deactivate_account(other.pk, by=own, at=MORNING)
    commands.reactivate_account(other.pk, by=own, at=MORNING)
    commands.reset_password(other.pk, by=own, at=MORNING)

    assert [(e.act, e.about, e.keyed_by) for e in Entry.objects.filter(keyed_by=own.pk)] == [
        ("accounts.change_password", f"account:{own.pk}", own.pk),
        ("accounts.deactivate_account", f"account:{other.pk}", own.pk),
        ("accounts.reactivate_account", f"account:{other.pk}", own.pk),
        ("accounts.reset_password", f"account:{other.pk}", own.pk),
    ]

"""The operator's own commands: what they print, and how they end."""

import pytest
from django.core.management import CommandError, call_command

from kiemdiem.accounts import commands
from kiemdiem.accounts.models import Account
from kiemdiem.web.moment import moment

from .make import HERE, MORNING, account, slip

pytestmark = pytest.mark.django_db


def printed(capsys, *words: str) -> list[list[str]]:
    call_command("accounts", *words)
    return [line.split() for line in capsys.readouterr().out.splitlines()]


def test_opening_prints_slips_that_work(capsys):
    first, second, _ = printed(capsys, "open", "Nguyễn Thị Lan", "Trần Nam")

    assert (first[0], first[2:], second[0]) == ("lannt", ["Nguyễn", "Thị", "Lan"], "namt")
    assert commands.sign_in("namt", second[1], address=HERE, at=moment()).display_name == "Trần Nam"


def test_reset_prints_new_passwords_for_those_named(capsys):
    account(), account("Trần Nam", username="nam")
    line, _ = printed(capsys, "reset", "NAM")

    assert commands.sign_in("nam", line[1], address=HERE, at=moment()).must_change_password is True
    assert Account.objects.get(username="lan").must_change_password is False


def test_reset_of_all_leaves_closed_accounts_alone(capsys):
    account(), account("Trần Nam", username="nam")
    commands.deactivate_account(Account.objects.get(username="lan").pk, by=None, at=MORNING)

    assert [line[0] for line in printed(capsys, "reset", "--all")] == ["nam", "Mật"]


def test_the_list_tells_who_still_has_a_one_time_password(capsys):
    slip()

    assert printed(capsys, "list") == ["lan Nguyễn Thị Lan đang mở, chưa đổi mật khẩu dùng một lần".split()]


def test_closing_and_opening_again(capsys):
    account()
    printed(capsys, "deactivate", "lan")
    assert Account.objects.get().is_active is False
    printed(capsys, "reactivate", "lan")

    assert Account.objects.get().is_active is True


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["reset"], 2),
        (["reset", "--all", "lan"], 2),
        (["reset", "khong-co"], 2),
        (["open", "A B", "C D", "--username", "abc"], 2),
        (["open", "A B", "--username", "a"], 1),
        (["open", " "], 1),
    ],
)
def test_wrong_use_ends_with_its_code(words, code):
    with pytest.raises(CommandError) as stopped:
        call_command("accounts", *words)

    assert (stopped.value.returncode, Account.objects.count()) == (code, 0)

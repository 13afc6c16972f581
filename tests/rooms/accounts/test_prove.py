"""Guessing a password is slow, and a chosen one must be worth choosing."""

from datetime import timedelta

import pytest

from kiemdiem.accounts import commands
from kiemdiem.accounts.models import WrongTries
from kiemdiem.core.answer import Refused

from .make import HERE, MORNING, OWN, account

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=15)
LAN = commands.NewAccount("Nguyễn Thị Lan", "lan")


def guess(times: int, *, username: str = "lan", address: str = HERE) -> None:
    for _ in range(times):
        with pytest.raises(Refused, match="chưa đúng"):
            commands.sign_in(username, "sai", address=address, at=MORNING)


def sign_in(*, address: str = HERE, at=MORNING) -> str:
    try:
        return commands.sign_in("lan", OWN, address=address, at=at).username
    except Refused as refused:
        return refused.answer.what


def test_the_fifth_wrong_password_locks_the_name_at_this_place():
    account()
    guess(4)
    assert sign_in() == "lan"
    guess(5)

    assert sign_in() == "Tạm khóa đăng nhập vì nhập sai mật khẩu nhiều lần."
    assert sign_in(address="192.168.1.8") == "lan"


def test_a_lock_ends_after_a_quarter_of_an_hour():
    account()
    guess(5)

    assert sign_in(at=MORNING + LATER - timedelta(seconds=1)) == "Tạm khóa đăng nhập vì nhập sai mật khẩu nhiều lần."
    assert sign_in(at=MORNING + LATER) == "lan"


def test_other_names_go_on_from_a_locked_place_until_it_guesses_at_many():
    account()
    guess(5, username="nam")
    assert sign_in() == "lan"
    for number in range(9):
        guess(5, username=f"ten{number}")

    assert sign_in() == "Tạm khóa đăng nhập vì nhập sai mật khẩu nhiều lần."


def test_a_name_that_does_not_exist_is_answered_alike():
    account()
    answers = []
    for username in ("lan", "khong-co"):
        with pytest.raises(Refused) as refused:
            commands.sign_in(username, "sai", address=HERE, at=MORNING)
        answers.append(refused.value.answer.sentence())

    assert answers[0] == answers[1]


def test_old_tries_are_forgotten_and_no_address_is_kept():
    guess(1)
    assert HERE not in repr(list(WrongTries.objects.values()))
    with pytest.raises(Refused):
        commands.sign_in("nam", "sai", address="10.0.0.1", at=MORNING + LATER)

    assert sorted(w.username for w in WrongTries.objects.all()) == ["", "nam"]


def change(new: str, *, old: str = OWN) -> str:
    own = account()
    try:
        return commands.change_password(own, old=old, new=new, address=HERE, at=MORNING).username
    except Refused as refused:
        return refused.answer.why


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (OWN, "Mật khẩu mới trùng mật khẩu đang dùng."),
        ("Nguyễn Thị Lan", "Mật khẩu mới trùng tên đăng nhập hoặc họ tên."),
        ("1234567", "Mật khẩu mới quá ngắn. Mật khẩu mới quá dễ đoán."),
        ("password1", "Mật khẩu mới quá dễ đoán."),
        ("mười sáu", "lan"),
    ],
)
def test_a_chosen_password_must_be_worth_choosing(new, why):
    assert change(new) == why


def test_the_password_in_use_must_be_known():
    assert change("đủ dài rồi", old="sai") == "Tên đăng nhập hoặc mật khẩu chưa đúng."


def test_a_chosen_password_uses_the_one_time_one_up():
    assert account().must_change_password is False


def test_an_unused_one_time_password_ends_and_a_new_slip_opens_the_account_again():
    days = timedelta(days=30)
    (made,) = commands.open_accounts(
        [commands.NewAccount("Nguyễn Thị Lan", "lan")], by=None, at=MORNING, until=MORNING + days
    )
    before, after = MORNING + days - timedelta(seconds=1), MORNING + days
    assert commands.sign_in("lan", made.password, address=HERE, at=before) == made.account
    with pytest.raises(Refused, match="Mật khẩu này chỉ dùng được đến 08:00 ngày 31/12/2017"):
        commands.sign_in("lan", made.password, address=HERE, at=after)
    renewed = commands.reset_password(made.account.pk, by=None, at=after, until=after + timedelta(days=30))

    assert commands.sign_in("lan", renewed.password, address=HERE, at=after) == made.account


def test_a_chosen_password_does_not_end():
    days = timedelta(days=1)
    (made,) = commands.open_accounts(
        [commands.NewAccount("Nguyễn Thị Lan", "lan")], by=None, at=MORNING, until=MORNING + days
    )
    commands.change_password(made.account, old=made.password, new=OWN, address=HERE, at=MORNING)

    assert sign_in(at=MORNING + timedelta(days=400)) == "lan"

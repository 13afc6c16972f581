"""Proving who one is: signing in against guessing, and choosing one's own password."""

from datetime import datetime, timedelta

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from kiemdiem.accounts import queries
from kiemdiem.accounts.models import Account, WrongTries
from kiemdiem.core.answer import Refused, refuse
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks

MOST_TRIES = 5
# A whole office may sit behind one address, so a place is locked much later than a name at a place.
MOST_FROM_PLACE = 50
# Django's own words for these are only partly Vietnamese.
WEAK = {
    "password_too_short": "Mật khẩu mới quá ngắn.",
    "password_too_common": "Mật khẩu mới quá dễ đoán.",
    "": "Mật khẩu mới chưa đủ mạnh.",
}
COUNTED_FOR = timedelta(minutes=15)
LOCKED_FOR = timedelta(minutes=15)


def sign_in(username: str, password: str, *, address: str, at: datetime) -> Account:
    """The account whose password this is.

    Raises: Refused when it is not, when the account is closed, when a one-time password was left unused too long, or
    while the name is locked at this place; the sentence does not tell which names exist.
    """
    _must_not_be_locked(username, address=address, at=at)
    account = authenticate(username=username, password=password)
    if not isinstance(account, Account):
        raise _wrong_password(username, address=address, at=at, what="Chưa đăng nhập được.")
    WrongTries.objects.filter(username=queries.folded(username), address_hash=queries.address_hash(address)).delete()
    ended = queries.expired_at(account, at=at)
    if ended is not None:
        raise refuse(
            "Chưa đăng nhập được: mật khẩu dùng một lần đã hết hạn.",
            why=f"Mật khẩu này chỉ dùng được đến {ended.astimezone(journal.ZONE):%H:%M ngày %d/%m/%Y}.",
            todo="Đề nghị văn phòng cấp ủy cấp phiếu mới.",
        )
    return account


def change_password(account: Account, *, old: str, new: str, address: str, at: datetime) -> Account:
    """The account with the password its owner chose; the one-time password is used up.

    Raises: Refused when the old one is wrong, or the new one is the same, too short or too common.
    """
    _must_not_be_locked(account.username, address=address, at=at)
    if not account.check_password(old):
        raise _wrong_password(account.username, address=address, at=at, what="Chưa đổi mật khẩu.")
    _must_be_good(new, old=old, account=account)
    with journal.act("accounts.change_password", by=account, at=at, about=f"account:{account.pk}"):
        held = locks.hold(Account, account.pk, version=None)
        held.set_password(new)
        held.must_change_password, held.one_time_until = False, None
        held.save()
    return held


def _must_be_good(new: str, *, old: str, account: Account) -> None:
    what = "Chưa đổi mật khẩu."
    if new == old:
        raise refuse(what, why="Mật khẩu mới trùng mật khẩu đang dùng.", todo="Hãy chọn mật khẩu khác.")
    if queries.folded(new) in {account.username, queries.folded(account.display_name)}:
        raise refuse(what, why="Mật khẩu mới trùng tên đăng nhập hoặc họ tên.", todo="Hãy chọn mật khẩu khác.")
    try:
        validate_password(new, user=account)
    except ValidationError as fault:
        why = " ".join(WEAK.get(one.code or "", WEAK[""]) for one in fault.error_list)
        raise refuse(what, why=why, todo="Hãy chọn mật khẩu khác, dài từ 8 ký tự và khó đoán.") from fault


def _must_not_be_locked(username: str, *, address: str, at: datetime) -> None:
    until = queries.locked_until(username, address=address, at=at)
    if until is not None:
        raise refuse(
            "Tạm khóa đăng nhập vì nhập sai mật khẩu nhiều lần.",
            why=f"Khóa đến {until.astimezone(journal.ZONE):%H:%M ngày %d/%m/%Y}.",
            todo="Hãy chờ hết giờ khóa, hoặc nhờ người quản trị đặt lại mật khẩu rồi thử lại từ máy khác.",
            until=until.isoformat(),
        )


def _wrong_password(username: str, *, address: str, at: datetime, what: str) -> Refused:
    """Counts the try — for the name at this place and for the place — and gives the refusal to raise."""
    place = queries.address_hash(address)
    with transaction.atomic():
        # What nobody needs any more is forgotten, so that no trace of wrong tries is kept.
        WrongTries.objects.filter(counted_until__lte=at).delete()
        for name, most in ((queries.folded(username), MOST_TRIES), (queries.ANY_NAME, MOST_FROM_PLACE)):
            _count(name, place=place, most=most, at=at)
    return refuse(
        what,
        why="Tên đăng nhập hoặc mật khẩu chưa đúng.",
        todo=f"Hãy nhập lại; sai {MOST_TRIES} lần thì phải chờ 15 phút. Nếu quên, nhờ người quản trị đặt lại mật khẩu.",
    )


def _count(name: str, *, place: str, most: int, at: datetime) -> None:
    row, _ = WrongTries.objects.get_or_create(
        username=name, address_hash=place, defaults={"counted_until": at + COUNTED_FOR}
    )
    tries = WrongTries.objects.filter(pk=row.pk)
    tries.update(count=F("count") + 1)
    tries.filter(count__gte=most).update(locked_until=at + LOCKED_FOR, counted_until=at + LOCKED_FOR)

"""Accounts for everybody of an organisation at once, each on a slip with a one-time password shown once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiemdiem.accounts import commands as accounts
from kiemdiem.accounts.commands import NewAccount, OneTime, Slip
from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.desk import access, queries
from kiemdiem.desk.queries.holders import ENDED, NONE, UNUSED, Holder
from kiemdiem.journal import commands as journal
from kiemdiem.org import access as org_access
from kiemdiem.org import commands as org
from kiemdiem.org import words
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Unit
from kiemdiem.papers.gathering import office

SLIP_DAYS = timedelta(days=30)
MEMBER = "member"


@dataclass(frozen=True)
class Given:
    """One slip to be printed: whose, of which organisation, and until when it opens the account."""

    holder: Holder
    slip: Slip
    until: datetime

    def slip_words(self) -> office.Slip:
        """What the printed slip says."""
        day = self.until.astimezone(journal.ZONE)
        return office.Slip(
            self.holder.person.full_name, words.ROLES[MEMBER], self.holder.unit_name, self.slip.username,
            self.slip.password, until=f"{day:%d/%m/%Y}",
        )  # fmt: skip


def open_unit_accounts(unit: Unit, *, until: datetime, by: Account, at: datetime) -> list[Given]:
    """A member's account for everybody on the register of the unit who has none, by given name; all or none.

    Raises: Refused when everybody has one, or the account may not open any there.
    """
    act = "desk.open_accounts"
    org_access.must_hold(by, access.ACTS[act], unit=unit, on=day_of(at), act=act)
    passwords = accounts.one_time(len(_without(unit, at=at)))
    with journal.act(act, by=by, at=at, about=f"unit:{unit.key}") as told:
        wanted = _without(unit, at=at)
        if not wanted:
            raise refuse(
                "Chưa mở tài khoản nào: mọi đảng viên ở đây đã có tài khoản.", todo="Chỉ cấp lại phiếu nếu cần."
            )
        if len(wanted) != len(passwords):
            raise refuse("Danh sách đảng viên vừa thay đổi.", todo="Hãy tải lại trang rồi làm lại.")
        named = [NewAccount(holder.person.full_name) for holder in wanted]
        slips = accounts.open_accounts(named, by=by, at=at, passwords=passwords, until=until)
        for holder, slip in zip(wanted, slips, strict=True):
            org.tie_account(holder.person, slip.account, by=by, at=at)
            org.grant(slip.account, role=MEMBER, unit=holder.unit, from_on=day_of(at), by=by, at=at)
        told.details = {"usernames": [slip.username for slip in slips]}
    return [Given(holder, slip, until) for holder, slip in zip(wanted, slips, strict=True)]


def renew_slips(unit: Unit, usernames: Sequence[str], *, until: datetime, by: Account, at: datetime) -> list[Given]:
    """New slips for accounts of the unit whose one-time password was never used, ended or lost; all or none.

    Raises: Refused for somebody of another unit, and for whoever has chosen his own password.
    """
    act = "desk.renew_slips"
    org_access.must_hold(by, access.ACTS[act], unit=unit, on=day_of(at), act=act)
    passwords = accounts.one_time(len(usernames))
    with journal.act(act, by=by, at=at, about=f"unit:{unit.key}") as told:
        chosen = _chosen(unit, usernames, at=at)
        given = [
            Given(holder, _renewed(holder, password, until=until, by=by, at=at), until)
            for holder, password in zip(chosen, passwords, strict=True)
        ]
        told.details = {"usernames": [each.slip.username for each in given]}
    return given


def _without(unit: Unit, *, at: datetime) -> list[Holder]:
    return [holder for holder in queries.holders_of(unit, on=day_of(at)) if holder.state == NONE]


def _chosen(unit: Unit, usernames: Sequence[str], *, at: datetime) -> list[Holder]:
    """The holders of these accounts, in the order of the register."""
    unused = [each for each in queries.holders_of(unit, on=day_of(at)) if each.state in (UNUSED, ENDED)]
    found = [each for each in unused if each.account is not None and each.account.username in usernames]
    if not usernames or len(found) != len(set(usernames)):
        raise refuse(
            "Chưa cấp lại phiếu: chỉ cấp lại cho đảng viên của đơn vị này chưa dùng phiếu.",
            todo="Chọn lại trong danh sách; ai đã đổi mật khẩu mà quên thì dùng lệnh đặt lại mật khẩu.",
        )
    return found


def _renewed(holder: Holder, password: OneTime, *, until: datetime, by: Account, at: datetime) -> Slip:
    assert holder.account is not None
    return accounts.reset_password(holder.account.pk, by=by, at=at, password=password, until=until)

"""Who may read a committee's book, and who chooses, fills and has signed: the officer of the committee."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.org import access as org_access
from kiemdiem.org import tree
from kiemdiem.org.days import day_of
from kiemdiem.org.models import ROLES, Unit
from kiemdiem.rulebooks.models import OwnBook

OFFICER = frozenset({"officer"})

ACTS: dict[str, frozenset[str]] = {
    "rulebooks.attach_act": OFFICER,
    "rulebooks.choose_reading": OFFICER,
    "rulebooks.fill_gap": OFFICER,
    "rulebooks.sign_readings": OFFICER,
    "rulebooks.copy_book": OFFICER,
    "rulebooks.change_values": OFFICER,
    "rulebooks.check_places": OFFICER,
    "rulebooks.import_files": OFFICER,
    "rulebooks.freeze_version": OFFICER,
    "rulebooks.begin_version": OFFICER,
    "rulebooks.read": frozenset(ROLES),
}


def must_let(by: Account, *, act: str, unit: Unit, at: datetime) -> None:
    """Passes when the account may do the act for that committee.

    Raises: Refused otherwise.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=day_of(at), act=act)


def may(by: Account, *, act: str, unit: Unit, at: datetime) -> bool:
    """Whether the account may do the act for that committee."""
    return org_access.holds(by, ACTS[act], unit=unit, on=day_of(at), act=act)


def committees_of(by: Account, *, on: date) -> frozenset[int]:
    """The ids of the units in whose name the account may read the readings chosen."""
    return org_access.scope(by, ACTS["rulebooks.read"], on=on, act="rulebooks.read")


def must_apply(unit: Unit, code: str, *, at: datetime) -> None:
    """Passes when the committee may go by the book: a shipped one, its own, or one of a committee above it.

    Raises: Refused otherwise.
    """
    kept = OwnBook.objects.filter(code=code).first()
    if kept is not None and kept.unit_id not in tree.ancestors(unit, on=day_of(at)):
        raise refuse(
            f"Bộ quy tắc “{code}” là của cấp ủy khác.", todo="Hãy chọn bộ quy tắc của cấp ủy mình hoặc của cấp trên."
        )


def must_read(by: Account, *, on: date) -> None:
    """Passes when the account holds any role anywhere.

    Raises: Refused otherwise.
    """
    if not committees_of(by, on=on):
        raise refuse(
            f"Tài khoản “{by.display_name}” chưa được giao đơn vị nào.", todo="Đề nghị người quản trị cấp quyền."
        )


def may_attach(by: Account, *, on: date) -> bool:
    """Whether the account may attach the act of a book: the officer of any committee."""
    return bool(org_access.scope(by, ACTS["rulebooks.attach_act"], on=on, act="rulebooks.attach_act"))


def must_attach(by: Account, *, on: date) -> None:
    """Passes when the account may attach the act of a book.

    Raises: Refused otherwise.
    """
    if not may_attach(by, on=on):
        raise refuse(
            f"Tài khoản “{by.display_name}” không được đính kèm văn bản.", todo="Nhờ cán bộ tổ chức của cấp ủy."
        )

"""Acts on rights: grant a role over a part of the tree, take it back, let somebody stand in for named acts and days."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Q

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.journal import commands as journal_commands
from kiemdiem.org import access, tree
from kiemdiem.org.commands import entries
from kiemdiem.org.days import day_of
from kiemdiem.org.models import ROLES, Grant, Unit


def grant(
    account: Account,
    *,
    role: str,
    unit: Unit,
    from_on: date,
    by: Account,
    at: datetime,
    until_on: date | None = None,
    acts: Iterable[str] = (),
) -> Grant:
    """The role of the account over the unit and all under it, from the day on; for named acts only when given.

    Whoever sets a new tree up makes its first administrator, himself if need be; after that nobody grants to himself.
    Raises: Refused.
    """
    entries.must_be_one_of(role, ROLES, what="Vai trò")
    entries.must_have_order(from_on, until_on)
    with journal_commands.act("org.grant", by=by, at=at, about=f"account:{account.username}") as act:
        must_grant(account, role=role, unit=unit, by=by, at=at)
        must_be_new(account, role=role, unit=unit, from_on=from_on, until_on=until_on)
        act.happened_on, act.details = from_on, {"role": role, "unit": unit.key}
        return Grant.objects.create(
            account=account,
            role=role,
            unit=unit,
            from_on=from_on,
            until_on=until_on,
            acts=sorted(acts),
            granted_at=at,
            granted_by=by,
        )


def must_grant(account: Account, *, role: str, unit: Unit, by: Account, at: datetime) -> None:
    """Passes when `by` may give the account the role over the unit.

    Raises: Refused.
    """
    day = day_of(at)
    if is_untended(unit, on=day):
        # Nobody answers for the tree yet: the account that founds it makes the first administrator.
        if role == "administrator" and may_tend(by, on=day):
            return
        raise refuse(
            "Cây tổ chức này chưa có người quản trị.", todo="Hãy cấp quyền quản trị trước, rồi mới cấp các quyền khác."
        )
    # A member's role opens nothing but his own papers, so the office may give it while it opens accounts in bulk.
    access.must_do(by, "org.grant_member" if role == "member" else "org.grant", unit=unit, on=day)
    must_be_another(account, by=by)


def must_be_another(account: Account, *, by: Account) -> None:
    """Passes when the account that gets a right is not the one that gives it.

    Raises: Refused.
    """
    if account.pk == by.pk:
        raise refuse("Không ai tự cấp quyền cho mình.", todo="Nhờ một người có quyền khác cấp.")


def is_untended(unit: Unit, *, on: date) -> bool:
    """Whether nobody was ever granted anything over the unit or above it."""
    return not Grant.objects.filter(unit_id__in=tree.ancestors(unit, on=on)).exists()


def may_tend(by: Account, *, on: date) -> bool:
    """Whether the account may make the first administrator of a tree: the very first, or an administrator elsewhere."""
    return not Grant.objects.exists() or bool(access.scope(by, access.ADMINISTRATOR, on=on, act="org.grant"))


def must_be_new(account: Account, *, role: str, unit: Unit, from_on: date, until_on: date | None) -> None:
    """Passes when the account does not hold the same role over the same unit on one of the days.

    Raises: Refused.
    """
    later = Q(until_on__isnull=True) | Q(until_on__gt=from_on)
    earlier = Q(from_on__lt=until_on) if until_on else Q()
    same = Grant.objects.filter(later, earlier, account=account, role=role, unit=unit, revoked_at=None)
    if same.filter(stands_in_for=None).exists():
        raise refuse("Tài khoản đã có quyền này trong thời gian đó.", todo="Không cần cấp thêm.")


def revoke(given: Grant, *, reason: str, by: Account, at: datetime) -> None:
    """The grant taken back at once; whoever handed his own function over may take it back himself.

    Raises: Refused when it was taken back already, or would leave the tree without an administrator.
    """
    why = entries.must_be_reason(reason)
    with journal_commands.act("org.revoke", by=by, at=at, about=f"account:{given.account.username}") as act:
        day = day_of(at)
        if given.stands_in_for_id != by.pk:
            access.must_do(by, "org.revoke", unit=given.unit, on=day)
        others = access.granted(day).filter(role="administrator", account__is_active=True).exclude(pk=given.pk)
        if given.role == "administrator" and not others.filter(unit_id__in=tree.ancestors(given.unit, on=day)).exists():
            raise refuse(
                "Chưa thu hồi được: đây là người quản trị cuối cùng.",
                todo="Hãy cấp quyền quản trị cho người khác trước.",
            )
        if not Grant.objects.filter(pk=given.pk, revoked_at=None).update(revoked_at=at, revoked_by=by, reason=why):
            raise refuse("Quyền này đã được thu hồi trước đó.", todo="Hãy tải lại trang.")
        act.details = {"role": given.role, "unit": given.unit.key, "reason": why}


def stand_in(
    holder: Account,
    *,
    account: Account,
    role: str,
    unit: Unit,
    acts: Iterable[str],
    from_on: date,
    until_on: date,
    by: Account,
    at: datetime,
    reason: str = "",
) -> Grant:
    """The account stands in for the holder of a role, for the named acts and days, under its own name.

    The holder may hand over himself; so may an administrator or officer, but not to himself, and what an administrator
    holds only another administrator.
    Raises: Refused when the holder lacks the role on one of the days, for a role held in person, or no act is named.
    """
    entries.must_have_order(from_on, until_on)
    if role in access.IN_PERSON:
        raise refuse(
            f"Vai trò {access.labels([role])} giao đích danh, không giao làm thay.",
            todo="Đề nghị người quản trị cấp quyền cho người khác.",
        )
    named = sorted(set(acts))
    if not named:
        raise refuse("Chưa nêu việc nào được làm thay.", todo="Hãy chọn ít nhất một việc.")
    if holder.pk == account.pk:
        raise refuse("Không ai làm thay chính mình.", todo="Hãy chọn tài khoản khác.")
    with journal_commands.act("org.stand_in", by=by, at=at, about=f"account:{account.username}") as act:
        if by.pk != holder.pk:
            wanted = "org.grant" if role == "administrator" else "org.stand_in"
            access.must_do(by, wanted, unit=unit, on=day_of(at))
            must_be_another(account, by=by)
        must_last(holder, role=role, unit=unit, from_on=from_on, until_on=until_on)
        act.happened_on = from_on
        act.details = {"for": holder.username, "role": role, "unit": unit.key, "acts": named, "until": str(until_on)}
        return Grant.objects.create(
            account=account,
            role=role,
            unit=unit,
            from_on=from_on,
            until_on=until_on,
            stands_in_for=holder,
            acts=named,
            granted_at=at,
            granted_by=by,
            reason=reason,
        )


def must_last(holder: Account, *, role: str, unit: Unit, from_on: date, until_on: date) -> None:
    """Passes when the holder himself has the whole role over the unit on the first and the last day.

    Raises: Refused.
    """
    for day in (from_on, until_on - timedelta(days=1)):
        held = access.granted(day).filter(account=holder, role=role, stands_in_for=None)
        above = held.filter(unit_id__in=tree.ancestors(unit, on=day))
        if not any(not given.acts for given in above):
            raise refuse(
                f"Đồng chí {holder.display_name} không giữ vai trò {access.labels([role])} vào ngày {day:%d/%m/%Y}.",
                todo="Chỉ giao được phần việc mình đang giữ; hãy chọn lại vai trò, nơi hoặc ngày.",
            )

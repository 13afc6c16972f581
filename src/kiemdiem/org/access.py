"""Who may: roles over a part of the tree on a day, stand-ins for named acts, nobody alone on his own file."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.org import tree, words
from kiemdiem.org.homes import homes_of
from kiemdiem.org.models import Grant, Person, Unit, UnitPeriod

OFFICE = frozenset({"officer", "clerk"})
OFFICER = frozenset({"officer"})
ADMINISTRATOR = frozenset({"administrator"})
READERS = frozenset({"officer", "clerk", "secretary", "supervisor", "inspector"})

# Roles somebody is named for in person; nobody stands in for these.
IN_PERSON = frozenset({"assessor", "inspector", "member", "teller"})
ACTS: dict[str, frozenset[str]] = {
    "org.found_unit": OFFICER | ADMINISTRATOR,
    "org.rename_unit": OFFICER,
    "org.move_unit": OFFICER,
    "org.merge_units": OFFICER,
    "org.split_unit": OFFICER,
    "org.dissolve_unit": OFFICER,
    "org.link_unit": OFFICE,
    "org.unlink_unit": OFFICE,
    "org.register_person": OFFICE,
    "org.register_outsider": OFFICE,
    "org.admit_person": OFFICE,
    "org.correct_person": OFFICE,
    "org.tie_account": ADMINISTRATOR | OFFICER,
    "org.make_official": OFFICE,
    "org.move_membership": OFFICE,
    "org.start_membership": OFFICE,
    "org.end_membership": OFFICE,
    "org.give_seat": OFFICE,
    "org.end_seat": OFFICE,
    "org.suspend": OFFICE,
    "org.exempt": OFFICE,
    "org.end_standing": OFFICE,
    "org.record_discipline": OFFICE,
    "org.record_outside_result": OFFICE,
    "org.record_award": OFFICE,
    "org.record_work": OFFICE,
    "org.record_leave": OFFICE,
    "org.record_managing_body": OFFICE,
    "org.record_departure": OFFICE,
    "org.record_death": OFFICE,
    "org.correct_fact": OFFICE,
    "org.withdraw_fact": OFFICE,
    "org.grant": ADMINISTRATOR,
    "org.grant_member": ADMINISTRATOR | OFFICER,
    "org.revoke": ADMINISTRATOR,
    "org.stand_in": ADMINISTRATOR | OFFICER,
    "org.see_unit": READERS | ADMINISTRATOR,
    "org.see_person": READERS,
}


def grants_of(account: Account, *, on: date, act: str = "") -> list[Grant]:
    """The grants of an account in force on the day; those for named acts only when the act is among them."""
    return [grant for grant in granted(on).filter(account=account) if not grant.acts or act in grant.acts]


def granted(on: date) -> QuerySet[Grant]:
    """Every grant in force on the day."""
    ends = Q(until_on__isnull=True) | Q(until_on__gt=on)
    return Grant.objects.filter(ends, from_on__lte=on, revoked_at__isnull=True)


def roles_of(account: Account, *, unit: Unit, on: date, act: str = "") -> frozenset[str]:
    """The roles an account holds over the unit on the day."""
    if not account.is_active:
        return frozenset()
    grants = grants_of(account, on=on, act=act)
    if not grants:
        return frozenset()
    above = frozenset(tree.ancestors(unit, on=on))
    return frozenset(grant.role for grant in grants if grant.unit_id in above)


def holds(by: Account, roles: Iterable[str], *, unit: Unit, on: date, act: str = "") -> bool:
    """Whether the account holds one of the roles over the unit on the day, for that act."""
    return not roles_of(by, unit=unit, on=on, act=act).isdisjoint(roles)


def must_hold(by: Account, roles: Iterable[str], *, unit: Unit, on: date, act: str = "") -> None:
    """Passes when the account holds one of the roles over the unit on the day.

    Raises: Refused, naming the roles that would do and the unit.
    """
    wanted = sorted(roles)
    if holds(by, wanted, unit=unit, on=on, act=act):
        return
    raise refuse(
        f"Tài khoản “{by.display_name}” chưa được làm việc này ở {name_of(unit, on=on)}.",
        why=f"Việc này dành cho: {labels(wanted)}.",
        todo="Đề nghị người quản trị cấp quyền, hoặc nhờ người đang giữ quyền thực hiện.",
    )


def must_do(by: Account, act: str, *, unit: Unit, on: date) -> None:
    """Passes when the account may do that act of this room at the unit on the day.

    Raises: Refused.
    """
    must_hold(by, ACTS[act], unit=unit, on=on, act=act)


def must_do_on(by: Account, act: str, *, person: Person, on: date) -> None:
    """Passes when the account may do the act on the person at one of the units that answer for him; never on itself.

    Raises: Refused.
    """
    must_not_be_own(by, person)
    homes = homes_of(person, on=on)
    if any(holds(by, ACTS[act], unit=home, on=on, act=act) for home in homes):
        return
    if homes:
        must_do(by, act, unit=homes[0], on=on)
    raise refuse(
        f"Đồng chí {person.full_name} chưa thuộc tổ chức nào nên chưa ai có quyền nhập hồ sơ.",
        todo="Hãy ghi nơi sinh hoạt hoặc chức vụ của người này trước.",
    )


def may_do_on(by: Account, act: str, *, person: Person, on: date) -> bool:
    """Whether the account may do the act on the person."""
    homes = homes_of(person, on=on)
    return not is_own_file(by, person) and any(holds(by, ACTS[act], unit=home, on=on, act=act) for home in homes)


def may_see_person(by: Account, person: Person, *, on: date) -> bool:
    """Whether the account may open the person's file: it is his own, or one of the units answers for him."""
    act = "org.see_person"
    homes = homes_of(person, on=on)
    return is_own_file(by, person) or any(holds(by, ACTS[act], unit=home, on=on, act=act) for home in homes)


def must_see_person(by: Account, person: Person, *, on: date) -> None:
    """Passes when the account may open the person's file.

    Raises: Refused, without telling who the person is.
    """
    if not may_see_person(by, person, on=on):
        raise refuse(
            "Tài khoản này không xem được hồ sơ này.",
            why="Hồ sơ chỉ mở cho chính người đó và cho người có nhiệm vụ ở nơi người đó sinh hoạt, công tác.",
            todo="Nếu cần cho công việc, đề nghị người quản trị cấp quyền.",
        )


def scope(by: Account, roles: Iterable[str], *, on: date, act: str = "") -> frozenset[int]:
    """The ids of all units over which the account holds one of the roles on the day."""
    if not by.is_active:
        return frozenset()
    wanted = frozenset(roles)
    roots = {grant.unit_id for grant in grants_of(by, on=on, act=act) if grant.role in wanted}
    return frozenset(tree.answered_for(roots, on=on))


def must_have_scope(by: Account, act: str, *, on: date) -> frozenset[int]:
    """The ids of the units where the account may do the act of this room on the day.

    Raises: Refused when there are none.
    """
    units = scope(by, ACTS[act], on=on, act=act)
    if not units:
        raise refuse(
            f"Tài khoản “{by.display_name}” chưa được giao đơn vị nào.",
            why=f"Trang này dành cho: {labels(sorted(ACTS[act]))}.",
            todo="Đề nghị người quản trị cấp quyền.",
        )
    return units


def accounts_that_may(roles: Iterable[str], *, unit: Unit, on: date, act: str = "") -> list[Account]:
    """The active accounts that hold one of the roles over the unit on the day, by user name."""
    above = tree.ancestors(unit, on=on)
    grants = granted(on).filter(unit_id__in=above, role__in=list(roles), account__is_active=True)
    found = {grant.account for grant in grants.select_related("account") if not grant.acts or act in grant.acts}
    return sorted(found, key=lambda account: account.username)


def somebody_may(roles: Iterable[str], *, unit: Unit, on: date, act: str = "", about: Person | None = None) -> bool:
    """Whether anybody may do the act at the unit on the day; on a person's file, somebody other than himself."""
    found = accounts_that_may(roles, unit=unit, on=on, act=act)
    return any(about is None or not is_own_file(account, about) for account in found)


def is_own_file(by: Account, person: Person) -> bool:
    """Whether the account belongs to the person."""
    return person.account_id is not None and person.account_id == by.pk


def must_not_be_own(by: Account, person: Person) -> None:
    """Passes when the file is somebody else's.

    Raises: Refused when the account would act alone on its own person's file.
    """
    if is_own_file(by, person):
        raise refuse(
            f"Đồng chí {person.full_name} không tự mình nhập hoặc quyết định hồ sơ của chính mình.",
            todo="Nhờ một người khác có quyền ở đơn vị này nhập phần của Đồng chí.",
        )


def name_of(unit: Unit, *, on: date) -> str:
    """What the unit is called on the day, or was last called before, or will first be called."""
    periods = UnitPeriod.objects.filter(unit=unit, superseded_at__isnull=True)
    period = periods.filter(from_on__lte=on).order_by("-from_on").first() or periods.order_by("from_on").first()
    return period.name if period else unit.key


def labels(roles: Iterable[str]) -> str:
    """The roles in words, for a sentence."""
    return ", ".join(words.ROLES.get(role, role) for role in roles)

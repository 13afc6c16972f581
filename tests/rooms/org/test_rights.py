"""Who may: over which part of the tree, on which days, for which acts."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.org import access, commands, queries
from kiemdiem.org.models import Grant
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 1)


@pytest.fixture
def ward():
    return make.ward()


def rename(ward, unit, *, by, days=0):
    """Tries an act only an officer may do."""
    commands.rename_unit(unit, "Tên khác", on=date(2017, 12, 1), by=by, at=make.later(ward, days=days))


def test_a_role_reaches_down_the_tree_and_not_up(ward):
    assert access.holds(ward.officer, {"officer"}, unit=ward.cells[0], on=DAY)
    assert not access.holds(ward.secretaries[0], {"secretary"}, unit=ward.body, on=DAY)
    assert not access.holds(ward.secretaries[0], {"secretary"}, unit=ward.cells[1], on=DAY)


def test_the_scope_of_a_role_is_its_subtree(ward):
    cells = {cell.pk for cell in ward.cells}
    assert access.scope(ward.secretaries[1], {"secretary"}, on=DAY) == {ward.cells[1].pk}
    assert access.scope(ward.officer, {"officer"}, on=DAY) == {
        ward.body.pk, ward.executive_committee.pk, ward.peoples_committee.pk, ward.front.pk, *cells
    }  # fmt: skip
    assert access.scope(ward.officer, {"inspector"}, on=DAY) == frozenset()


def test_a_stranger_is_refused_with_who_may_and_what_to_do(ward):
    with pytest.raises(Refused) as refused:
        rename(ward, ward.cells[0], by=ward.secretaries[0])
    answer = refused.value.answer
    assert answer.what == "Tài khoản “Bithu1” chưa được làm việc này ở Chi bộ Tổ dân phố 1."
    assert answer.why == "Việc này dành cho: Cán bộ tổ chức."


def test_a_second_ward_is_out_of_reach(ward):
    other = make.ward(beside=ward)
    with pytest.raises(Refused):
        rename(ward, other.cells[0], by=ward.officer)
    with pytest.raises(Refused):
        commands.move_membership(
            other.persons["plain"], ward.cells[0], on=date(2017, 12, 1), by=ward.officer, at=ward.at
        )
    with pytest.raises(Refused):
        commands.grant(ward.officer, role="officer", unit=other.body, from_on=DAY, by=ward.administrator, at=ward.at)


def test_a_grant_ends_on_its_day(ward):
    guest = make.account("tamthoi")
    commands.grant(
        guest, role="officer", unit=ward.body, from_on=DAY, until_on=date(2017, 11, 3), by=ward.administrator,
        at=ward.at,
    )  # fmt: skip
    held = [access.holds(guest, {"officer"}, unit=ward.body, on=date(2017, 11, day)) for day in (1, 2, 3)]
    assert held == [True, True, False]


def test_a_locked_account_holds_nothing(ward):
    ward.officer.is_active = False
    ward.officer.save()
    assert not access.holds(ward.officer, {"officer"}, unit=ward.body, on=DAY)
    assert access.scope(ward.officer, {"officer"}, on=DAY) == frozenset()


def test_a_revoked_grant_holds_no_more_and_is_revoked_once(ward):
    given = Grant.objects.get(account=ward.clerk)
    commands.revoke(given, reason="Chuyển công tác", by=ward.administrator, at=ward.at)
    assert not access.holds(ward.clerk, {"clerk"}, unit=ward.body, on=DAY)
    with pytest.raises(Refused, match="đã được thu hồi"):
        commands.revoke(given, reason="Lần nữa", by=ward.administrator, at=ward.at)


def test_the_last_administrator_stays(ward):
    with pytest.raises(Refused, match="cuối cùng"):
        commands.revoke(Grant.objects.get(role="administrator"), reason="Nghỉ", by=ward.administrator, at=ward.at)


def test_nobody_grants_to_himself_and_only_administrators_grant(ward):
    with pytest.raises(Refused, match="tự cấp quyền"):
        commands.grant(
            ward.administrator, role="officer", unit=ward.body, from_on=DAY, by=ward.administrator, at=ward.at
        )
    with pytest.raises(Refused, match="Quản trị hệ thống"):
        commands.grant(ward.clerk, role="officer", unit=ward.body, from_on=DAY, by=ward.officer, at=ward.at)


def stand_in(ward, *, acts, by, until_on=date(2017, 11, 4)):
    """The clerk stands in for the officer from the second of November."""
    return commands.stand_in(
        ward.officer, account=ward.clerk, role="officer", unit=ward.body, acts=acts, from_on=date(2017, 11, 2),
        until_on=until_on, by=by, at=ward.at,
    )  # fmt: skip


def test_a_stand_in_may_only_the_named_acts_on_the_named_days(ward):
    stand_in(ward, acts=["org.rename_unit"], by=ward.officer)
    held = [
        access.holds(ward.clerk, {"officer"}, unit=ward.cells[0], on=date(2017, 11, day), act=act)
        for day, act in ((1, "org.rename_unit"), (2, "org.rename_unit"), (3, "org.rename_unit"), (4, "org.rename_unit"))
    ]
    assert held == [False, True, True, False]
    assert not access.holds(ward.clerk, {"officer"}, unit=ward.cells[0], on=date(2017, 11, 2), act="org.move_unit")
    rename(ward, ward.cells[0], by=ward.clerk, days=1)
    assert queries.history_of(ward.cells[0]).last().known_by == ward.clerk


def test_only_what_is_held_can_be_handed_over(ward):
    with pytest.raises(Refused, match="không giữ vai trò"):
        commands.stand_in(
            ward.secretaries[0], account=ward.clerk, role="officer", unit=ward.body, acts=["org.rename_unit"],
            from_on=DAY, until_on=date(2017, 11, 4), by=ward.secretaries[0], at=ward.at,
        )  # fmt: skip
    with pytest.raises(Refused, match="việc nào"):
        stand_in(ward, acts=[], by=ward.officer)
    with pytest.raises(Refused):
        stand_in(ward, acts=["org.rename_unit"], by=ward.secretaries[0])


@pytest.mark.parametrize(("role", "refused"), [("inspector", True), ("supervisor", False)])
def test_a_role_held_in_person_is_not_handed_over_even_by_its_holder(ward, role, refused):
    holder = ward.inspector if refused else ward.supervisor
    unit = holder.grants.get().unit
    told = {"account": ward.clerk, "unit": unit, "from_on": DAY, "until_on": date(2017, 11, 4), "at": ward.at}
    if refused:
        with pytest.raises(Refused, match="giao đích danh"):
            commands.stand_in(holder, role=role, acts=["desk.inspect_result"], by=holder, **told)
    else:
        commands.stand_in(holder, role=role, acts=["cycles.finish_step"], by=holder, **told)
    assert ward.clerk.grants.filter(stands_in_for=holder).count() == (not refused)


def test_nobody_who_arranges_takes_a_function_himself_or_hands_on_the_administrators(ward):
    days = {"from_on": DAY, "until_on": date(2017, 11, 4), "by": ward.officer, "at": ward.at}
    with pytest.raises(Refused, match="tự cấp quyền"):
        commands.stand_in(
            ward.clerk, account=ward.officer, role="clerk", unit=ward.body, acts=["exchange.apply"], **days
        )
    with pytest.raises(Refused, match="Quản trị hệ thống"):
        commands.stand_in(
            ward.administrator, account=ward.clerk, role="administrator", unit=ward.body, acts=["org.grant"], **days
        )
    assert Grant.objects.filter(stands_in_for__isnull=False).count() == 0


def test_nobody_keys_his_own_file_and_somebody_else_may(ward):
    mine = ward.persons["deputy"]
    commands.tie_account(mine, ward.clerk, by=ward.officer, at=ward.at)
    mine.refresh_from_db()
    with pytest.raises(Refused, match="chính mình"):
        commands.record_award(mine, year=2017, kind="certificate_of_merit", level="province", by=ward.clerk, at=ward.at)
    roles, act = access.ACTS["org.record_award"], "org.record_award"
    assert access.somebody_may(roles, unit=ward.cells[0], on=DAY, act=act, about=mine)
    assert access.accounts_that_may(roles, unit=ward.cells[0], on=DAY, act=act) == [ward.officer, ward.clerk]


def test_when_only_the_person_himself_is_left_nobody_may(ward):
    mine = ward.persons["deputy"]
    commands.tie_account(mine, ward.clerk, by=ward.officer, at=ward.at)
    mine.refresh_from_db()
    assert not access.somebody_may({"clerk"}, unit=ward.cells[0], on=DAY, about=mine)

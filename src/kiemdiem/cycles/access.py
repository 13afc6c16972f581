"""Who may run a season, and which way its state may go."""

from collections.abc import Mapping
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.notices import access as notice_access
from kiemdiem.org import access as org_access
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Unit

OFFICER = frozenset({"officer"})
OFFICE = frozenset({"officer", "clerk"})
FOLLOWERS = frozenset({"officer", "clerk", "secretary", "supervisor"})
READERS = frozenset({"officer", "clerk", "secretary", "supervisor", "inspector", "teller", "member"})
# A member and a teller follow the plan; who stands how is for those who answer for the people.
ANSWERING = READERS - {"member", "teller"}

ACTS: dict[str, frozenset[str]] = {
    "cycles.draft_season": OFFICER,
    "cycles.correct_season": OFFICER,
    "cycles.set_step_days": OFFICER,
    "cycles.assign_supervisor": OFFICER,
    "cycles.pass_plan": OFFICER,
    "cycles.amend_plan": OFFICER,
    "cycles.finish_step": FOLLOWERS,
    "cycles.reopen_step": OFFICER,
    "cycles.open_season": OFFICER,
    "cycles.move_day": OFFICER,
    "cycles.change_reading": OFFICER,
    "cycles.change_rulebook": OFFICER,
    "cycles.record_change": OFFICE,
    "cycles.close_season": OFFICER,
    "cycles.see_season": READERS,
    "cycles.see_people": ANSWERING,
}

# From which state each act may be done; the state it leads to where it moves the season.
STATES: Mapping[str, frozenset[str]] = {
    "cycles.correct_season": frozenset({"draft"}),
    "cycles.set_step_days": frozenset({"draft"}),
    "cycles.assign_supervisor": frozenset({"draft", "open"}),
    "cycles.pass_plan": frozenset({"draft"}),
    "cycles.amend_plan": frozenset({"draft", "open"}),
    "cycles.finish_step": frozenset({"draft", "open"}),
    "cycles.reopen_step": frozenset({"draft", "open"}),
    "cycles.open_season": frozenset({"draft"}),
    "cycles.move_day": frozenset({"draft", "open"}),
    "cycles.change_reading": frozenset({"open"}),
    "cycles.change_rulebook": frozenset({"open"}),
    "cycles.record_change": frozenset({"open"}),
    "cycles.close_season": frozenset({"open"}),
}
TRANSITIONS: Mapping[str, tuple[str, str]] = {
    "cycles.open_season": ("draft", "open"),
    "cycles.close_season": ("open", "closed"),
}


def must_let(by: Account, *, act: str, unit: Unit, at: datetime) -> None:
    """Passes when the account may do the act for that unit.

    Raises: Refused otherwise.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=day_of(at), act=act)


def must_stand(season: Season, *, act: str) -> None:
    """Passes when the season's state allows the act.

    Raises: Refused, saying in which state the season is.
    """
    if season.state not in STATES[act]:
        allowed = ", ".join(Season.State(state).label.lower() for state in Season.State.values if state in STATES[act])
        raise refuse(
            f"Không làm được việc này: đợt kiểm điểm ở trạng thái “{season.get_state_display()}”.",
            todo=f"Việc này chỉ làm khi đợt kiểm điểm {allowed}.",
        )


def must_be_open(season: Season) -> None:
    """Passes when the season is open; every act of the rooms above asks this first.

    Raises: Refused otherwise.
    """
    if season.state != Season.State.OPEN:
        raise refuse(
            f"Không ghi được: đợt kiểm điểm ở trạng thái “{season.get_state_display()}”.",
            todo="Chỉ ghi được trong đợt kiểm điểm đang tiến hành.",
        )


def may_see(by: Account, *, season: Season, at: datetime) -> bool:
    """Whether the account may look at the season: it holds any role over the committee or over a unit under it."""
    scope = org_access.scope(by, ACTS["cycles.see_season"], on=day_of(at), act="cycles.see_season")
    if season.unit_id in scope:
        return True
    return season.units.filter(unit_id__in=scope).exists()


def must_see(by: Account, *, season: Season, at: datetime) -> None:
    """Passes when the account may look at the season.

    Raises: Refused otherwise.
    """
    if not may_see(by, season=season, at=at):
        raise refuse(
            f"Tài khoản “{by.display_name}” không có phần việc trong đợt kiểm điểm này.",
            todo="Đề nghị người quản trị cấp quyền.",
        )


def must_see_some(by: Account, *, at: datetime) -> frozenset[int]:
    """The ids of the units over which the account may look at seasons.

    Raises: Refused when there are none.
    """
    return _must_see(by, "cycles.see_season", at=at)


def must_see_people(by: Account, *, at: datetime) -> frozenset[int]:
    """The ids of the units whose people's standing the account may look at.

    Raises: Refused when there are none.
    """
    return _must_see(by, "cycles.see_people", at=at)


def _must_see(by: Account, act: str, *, at: datetime) -> frozenset[int]:
    scope = org_access.scope(by, ACTS[act], on=day_of(at), act=act)
    if not scope:
        raise refuse(
            f"Tài khoản “{by.display_name}” chưa được giao đơn vị nào.", todo="Đề nghị người quản trị cấp quyền."
        )
    return scope


def committees_to_begin(by: Account, *, at: datetime) -> frozenset[int]:
    """The ids of the units for which the account may draft a season."""
    return org_access.scope(by, ACTS["cycles.draft_season"], on=day_of(at), act="cycles.draft_season")


def may(by: Account, *, act: str, unit: Unit, at: datetime) -> bool:
    """Whether the account may do the act for that unit."""
    return org_access.holds(by, ACTS[act], unit=unit, on=day_of(at), act=act)


def scope_to_give(by: Account, *, at: datetime) -> frozenset[int]:
    """The ids of the units whose notices the account may record as given."""
    act = "notices.give_notice"
    return org_access.scope(by, notice_access.ACTS[act], on=day_of(at), act=act)

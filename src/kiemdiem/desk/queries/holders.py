"""The members of an organisation and their accounts: who has none, whose slip is unused, whose ended unused."""

from dataclasses import dataclass
from datetime import date

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Unit

NONE, UNUSED, ENDED, USED, CLOSED = "none", "unused", "ended", "used", "closed"


@dataclass(frozen=True)
class Holder:
    """One member, his own cell, and how his account stands; `until` is the last day of an unused slip."""

    person: Person
    unit: Unit
    unit_name: str
    state: str
    until: date | None = None

    @property
    def account(self) -> Account | None:
        """The account, when he has one."""
        return self.person.account


def season_over(unit: Unit) -> Season:
    """The newest season of the committee that answers for the unit; its forms print the slips.

    Raises: Refused while the committee has none.
    """
    found = cycles.seasons_within(frozenset({unit.pk})).first()
    if found is None:
        raise refuse(
            "Đơn vị này chưa thuộc đợt kiểm điểm nào nên chưa có mẫu phiếu.", todo="Hãy lập đợt kiểm điểm trước."
        )
    return found


def holders_of(unit: Unit, *, on: date) -> list[Holder]:
    """Everybody on the register of the unit on the day, by given name."""
    members = org.register(unit, on=on).select_related("person__account", "unit")
    living = [each for each in members if each.person.died_on is None]
    names = {each.unit_id: org.unit_name(each.unit, on=on) for each in {each.unit_id: each for each in living}.values()}
    found = []
    for each in living:
        state, until = state_of(each.person.account, on=on)
        found.append(Holder(each.person, each.unit, names[each.unit_id], state, until))
    return found


def state_of(account: Account | None, *, on: date) -> tuple[str, date | None]:
    """How an account stands on the day, and the last day of its unused slip."""
    if account is None:
        return NONE, None
    if not account.is_active:
        return CLOSED, None
    if not account.must_change_password:
        return USED, None
    until = account.one_time_until.astimezone(journal.ZONE).date() if account.one_time_until else None
    return (ENDED if until is not None and until <= on else UNUSED), until

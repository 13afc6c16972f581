"""Accounts of the roles that the small ward does not have: a member's own, a teller's, an assessor's."""

from datetime import date

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import PlanStep
from kiemdiem.desk import queries
from kiemdiem.org import commands as org
from kiemdiem.org import queries as org_queries
from kiemdiem.org.models import Grant, Unit
from tests.rooms.meetings.make import Scene
from tests.rooms.org import make

SINCE = date(2017, 11, 1)


def holder(scene: Scene, role: str, *, unit: Unit | None = None, name: str = "") -> Account:
    """An account with the role over the unit (the residential cell)."""
    made = make.account(name or f"mot-{role}")
    org.grant(made, role=role, unit=unit or scene.cell, from_on=SINCE, by=scene.ward.administrator, at=scene.at())
    return made


def member(scene: Scene, person: str = "plain") -> Account:
    """The account of a member's own, with his role in his cell."""
    made = holder(scene, "member", name=f"dv-{person}")
    org.tie_account(scene.person(person), made, by=scene.ward.officer, at=scene.at())
    scene.person(person).refresh_from_db()
    return made


def rehearsed(scene: Scene) -> Scene:
    """The scene with its season's assumed day set to the day it has come to, so that pages stand on it."""
    day = scene.now.date()
    type(scene.season).objects.filter(pk=scene.season.pk).update(is_rehearsal=True, as_of=day)
    scene.season.refresh_from_db()
    return scene


def todos(scene: Scene, account: Account, *, part: str = "") -> list[tuple[str, str]]:
    """What the account has to do, each with the reason why not yet; of one part if named."""
    found = queries.todos_of(scene.season, account, on=scene.now.date())
    return [(todo.title, todo.why) for todo in found if not part or todo.part == part]


def revoked(scene: Scene, account: Account) -> None:
    """Every role of the account taken back."""
    for given in Grant.objects.filter(account=account, revoked_at=None):
        org.revoke(given, reason="Thôi việc", by=scene.ward.administrator, at=scene.at())


def step(scene: Scene, *, on: date) -> PlanStep:
    """The plan's meeting of the residential cell on a day."""
    name = org_queries.unit_name(scene.cell, on=on)
    return PlanStep.objects.create(
        season=scene.season, key="hop.cb1", entry_key="hop", kind="meeting", title="Chi bộ họp", position=1,
        unit=scene.cell, unit_name=name, from_on=on, last_on=on,
    )  # fmt: skip

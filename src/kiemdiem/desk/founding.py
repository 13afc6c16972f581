"""The first start of an installation: a real committee with its office, or the demonstration half-way through."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from kiemdiem.accounts import commands as accounts
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.proceedings import Plan
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.desk import demo
from kiemdiem.desk.play import season as play
from kiemdiem.desk.play import setting
from kiemdiem.org import commands as org
from kiemdiem.rulebooks import shelf

OFFICE = (
    ("quantri", "Quản trị hệ thống", "administrator"),
    ("canbo", "Cán bộ tổ chức", "officer"),
    ("vanphong", "Văn phòng cấp ủy", "clerk"),
)
ROLES = {
    "administrator": "quản trị hệ thống",
    "officer": "cán bộ tổ chức: lập và theo dõi đợt",
    "clerk": "văn phòng: nhập liệu",
    "inspector": "kiểm tra: chỉ xem",
    "secretary": "bí thư chi bộ",
    "supervisor": "cấp ủy viên theo dõi chi bộ",
    "teller": "tổ kiểm phiếu",
    "member": "đảng viên",
    "assessor": "đại biểu được mời tham gia ý kiến",
}


@dataclass(frozen=True)
class Opened:
    """One account of the first start, with its one-time password and what it is for."""

    username: str
    password: str
    role: str


def is_demo() -> bool:
    """Whether this installation holds the demonstration and nothing else."""
    return Season.objects.filter(is_demo=True).exists()


def found_committee(
    name: str, superior: str, *, rulebook_code: str, at: datetime.datetime, since: datetime.date | None = None
) -> list[Opened]:
    """A new committee with its superior, an office of three accounts, and a drafted season; all of it or nothing.

    `since`: the day from which the committee stands and its office answers for it, so that its people, cells and
    past seasons can be entered with their true days; the day of the start where none is given.
    Raises: Refused for an empty name, or a day to come.
    """
    if not name.strip():
        raise refuse("Chưa lập được Đảng bộ: chưa có tên.", todo="Hãy nhập tên đầy đủ, ví dụ “Đảng bộ phường …”.")
    stands_from = since or at.date()
    if stands_from > at.date():
        raise refuse("Chưa lập được Đảng bộ: ngày thành lập chưa đến.", todo="Hãy nhập ngày thành lập trên thực tế.")
    with transaction.atomic():
        wanted = [accounts.NewAccount(username=user, display_name=shown) for user, shown, _ in OFFICE]
        slips = accounts.open_accounts(wanted, by=None, at=at)
        administrator, officer = slips[0].account, slips[1].account
        unit = org.found_unit(name, kind="party_body", parent=None, from_on=stands_from, by=administrator, at=at)
        for slip, (_, _, role) in zip(slips, OFFICE, strict=True):
            org.grant(slip.account, role=role, unit=unit, from_on=stands_from, by=administrator, at=at)
        if superior.strip():
            org.found_unit(superior, kind="superior", parent=None, from_on=stands_from, by=administrator, at=at)
        cycles.draft_season(unit, rulebook_code=rulebook_code, by=officer, at=at)
    return [
        Opened(slip.account.username, slip.password, ROLES[role])
        for slip, (_, _, role) in zip(slips, OFFICE, strict=True)
    ]


def found_demo(code: str, *, seed: int, at: datetime.datetime) -> list[Opened]:
    """The demonstration: the rulebook's own ward with fictional people, on the morning of its cells' first day.

    One account for each role is told; any of them gets a new password by `accounts reset`.
    """
    book = shelf.rulebook(code)
    played = play.play(code, seed=seed, until=middle_of(book.plan))
    roles = {user: ROLES[role] for user, _, role in setting.OFFICE if not user.endswith("2")}
    cell = demo.call_cells(played.stage)[0]
    roles[demo.secretary_of(played.stage, cell)] = ROLES["secretary"]
    passwords = played.passwords | demo.open_players(played.stage, cell)
    roles |= {one.username: ROLES[one.role] for one in demo.players_of(played.stage, cell)}
    return [Opened(user, passwords[user], role) for user, role in roles.items()]


def middle_of(plan: Plan) -> datetime.date:
    """The day half the plan's meetings lie before: the first day of the window in which cells meet."""
    windows = [item for item in plan.items if item.kind == "window"]
    return windows[0].from_on

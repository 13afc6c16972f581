"""What the demonstration has beyond the played season: cells called to their meetings, an account for each role."""

from dataclasses import dataclass

from kiemdiem.accounts import commands as accounts
from kiemdiem.core.answer import Refused
from kiemdiem.cycles import queries as cycles
from kiemdiem.desk.play import cells, setting, sittings
from kiemdiem.desk.play.stage import Stage
from kiemdiem.grading.models import Verdict
from kiemdiem.org import commands as org
from kiemdiem.org.models import Person, Unit


@dataclass(frozen=True)
class Player:
    """One account to be opened: its name, whose own it is, and the role over some units."""

    username: str
    shown: str
    role: str
    units: tuple[Unit, ...]
    person: Person | None = None


def call_cells(stage: Stage) -> list[Unit]:
    """The cells whose meeting the office could fix to its day, in the order of their days.

    A day on which the same supervisor sits elsewhere is refused; that cell stays on the office's list.
    """
    called = []
    for on, cell in cells.days(stage):
        try:
            sittings.plan(stage, cell, on=on)
        except Refused:
            continue
        called.append(cell)
    return called


def open_players(stage: Stage, cell: Unit) -> dict[str, str]:
    """The one-time passwords of the accounts opened for the roles the play itself needs no account for."""
    players = players_of(stage, cell)
    wanted = [accounts.NewAccount(username=one.username, display_name=one.shown) for one in players]
    slips = accounts.open_accounts(wanted, by=stage.accounts["quantri"], at=stage.at())
    for one, slip in zip(players, slips, strict=True):
        stage.accounts[one.username] = slip.account
        if one.person is not None:
            org.tie_account(one.person, slip.account, **stage.by("canbotochuc"))
        for unit in one.units:
            org.grant(slip.account, role=one.role, unit=unit, from_on=stage.clock.now.date(), **stage.by("quantri"))
    return {slip.username: slip.password for slip in slips}


def players_of(stage: Stage, cell: Unit) -> list[Player]:
    """Who plays which role: the cell's own supervisor, tellers and guests of its meeting, a member with a result."""
    watcher = cycles.supervisor_of(stage.season, cell)
    watched = cycles.assignments_of(stage.season).filter(supervisor=watcher)
    member = member_with_result(stage)
    home = cycles.subject_of(stage.season, member)
    assert watcher is not None and home is not None
    bodies = [unit.unit for unit in cycles.units_of_kind(stage.season, "executive_committee")]
    return [
        Player("theodoi", watcher.full_name, "supervisor", tuple(one.unit for one in watched), watcher),
        Player("kiemphieu", "Tổ kiểm phiếu", "teller", (cell,)),
        Player("dangvien", member.full_name, "member", (home.unit,), member),
        Player("thamgia", "Đại biểu được mời", "assessor", (cell, *bodies)),
    ]


def member_with_result(stage: Stage) -> Person:
    """A member on whom a leading body has already voted, so that his first page has a result."""
    found = Verdict.objects.filter(season=stage.season, is_current=True, outcome="graded", subject__kind="leader")
    return found.select_related("subject__person").order_by("subject__key")[0].subject.person


def secretary_of(stage: Stage, cell: Unit) -> str:
    """The user name of the cell's secretary."""
    return next(setting.secretary(place) for place, _ in setting.cells(stage) if stage.units[place].pk == cell.pk)

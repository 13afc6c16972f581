"""The whole season, day by day as its plan has it, up to its end or to a day in the middle."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from kiemdiem.desk.play import (
    attempts,
    bodies,
    cells,
    changes,
    deciding,
    opening,
    preparation,
    printing,
    setting,
    sittings,
    taking,
)
from kiemdiem.desk.play.stage import ZONE, Clock, Stage
from kiemdiem.rulebooks import shelf

A_DAY = datetime.timedelta(days=1)
BEFORE = datetime.timedelta(days=15)
JUDGED_ABOVE = datetime.timedelta(days=15)


@dataclass
class Played:
    """What a play leaves: its stage and the one-time passwords by user name."""

    stage: Stage
    passwords: dict[str, str] = field(default_factory=dict)


def play(
    code: str,
    *,
    seed: int,
    until: datetime.date | None = None,
    say: Callable[[str], None] = lambda _: None,
    with_papers: bool = False,
    tried: bool = False,
    sample: bool = False,
) -> Played:
    """The season of a rulebook played to its end, or to the morning of a day in the middle.

    `sample`: the gaps are filled with fictional content even where the rulebook lets a season open without.
    `tried`: on the way people also try what the rules must turn down, once for each gate of the rulebook.
    """
    book = shelf.rulebook(code)
    issued_on = datetime.date.fromisoformat(book.identity.issued_on)
    start = datetime.datetime.combine(issued_on - BEFORE, datetime.time(8), ZONE)
    stage = Stage(book=book, seed=seed, clock=Clock(start), sample=sample, say=say)
    say("Lập tổ chức, đảng viên, tài khoản")
    if with_papers:
        printing.prints(stage)
    if tried:
        attempts.tries(stage)
    played = Played(stage, setting.set_up(stage))
    say("Thông qua kế hoạch, mở đợt")
    opening.open_the_season(stage)
    run(stage, until=until)
    return played


def run(stage: Stage, *, until: datetime.date | None = None) -> None:
    """An open season taken to its end, or to the morning of a day in the middle."""
    stage.leave("opened")
    deciding.confer(stage)
    stage.say("Chuẩn bị: báo cáo, bản kiểm điểm, nhận xét, góp ý")
    preparation.prepare(stage)
    stage.leave("prepared")
    for day, what, step in calendar(stage):
        if until is not None and day >= until:
            opening.move_to(stage, until)
            preparation.finish_past(stage)
            return
        opening.move_to(stage, day)
        preparation.finish_past(stage)
        stage.say(f"{day:%d/%m/%Y} {what}")
        step()


def calendar(stage: Stage) -> list[tuple[datetime.date, str, Callable[[], object]]]:
    """Everything still to do, in the order of its days; on one day the leading bodies come before the cells."""
    before = bodies.conferences(stage)
    planned = bodies.plan_all(stage)
    stage.leave("planned")
    changes.happen(stage, on=stage.clock.now.date())
    todo: list[tuple[datetime.date, int, str, Callable[[], object]]] = []
    for on, unit, kind in before:
        todo.append(
            (on, 0, unit.key, lambda u=unit, k=kind: deciding.adjourned(stage, deciding.opened(stage, u, kind=k)))
        )
    for unit, meeting in planned.items():
        todo.append((meeting.planned_on, 0, unit.key, lambda m=meeting: hold_body(stage, m)))
    for on, cell in cells.days(stage):
        todo.append((on, 1, cell.key, lambda c=cell, d=on: hold_cell(stage, c, on=d)))
        todo.append((on + cells.SUPPLEMENT_AFTER, 2, cell.key, lambda c=cell: supplement(stage, c)))
    for day, what, step in closing(stage):
        todo.append((day, 3, what, step))
    todo.sort(key=lambda item: item[:2])
    return [(day, what, step) for day, _, what, step in todo]


def hold_body(stage: Stage, meeting: sittings.Meeting) -> None:
    """One leading body's review."""
    bodies.read_opinions(stage, meeting)
    bodies.hold(stage, meeting)
    stage.leave("body_held", meeting.unit)


def hold_cell(stage: Stage, cell: sittings.Unit, *, on: datetime.date) -> None:
    """One cell's review."""
    preparation.finish_own(stage, cell)
    cells.hold(stage, cell, on=on)
    stage.leave("cell_held", cell)


def supplement(stage: Stage, cell: sittings.Unit) -> None:
    """The supplementary meeting of a cell, for those who were away."""
    meeting = sittings.queries.newest_of_unit(stage.season, cell)
    if meeting is not None and cells.supplement(stage, meeting) is not None:
        stage.leave("cell_held", cell)
    deciding.propose_members(stage, cell)
    stage.leave("handed_in", cell)


def closing(stage: Stage) -> list[tuple[datetime.date, str, Callable[[], object]]]:
    """The steps of the committee after its cells: proposals, decisions, praise, what the committee above decides."""
    decide_on = last_meeting(stage, "executive_committee")
    propose_on = last_meeting(stage, "standing_committee", otherwise=decide_on - A_DAY)
    report_on = last_day(stage)
    steps = [
        (propose_on - A_DAY, "Văn phòng tổng hợp", lambda: stage.leave("aggregated")),
        (propose_on, "Ban Thường vụ họp dự kiến", lambda: deciding.propose(stage)),
        (decide_on, "Ban Chấp hành họp quyết định, tự phân loại", lambda: decide(stage)),
        (decide_on + A_DAY, "Thông báo kết quả", lambda: tell(stage)),
        (report_on, "Báo cáo lên cấp trên", lambda: deciding.report(stage)),
    ]
    if taking.settled_by(stage, taking.ABOVE):
        steps.append((report_on + JUDGED_ABOVE, "Cấp trên quyết định", lambda: take_from_above(stage)))
    return [*steps, (steps[-1][0] + A_DAY, "Khép đợt", lambda: bodies.close(stage))]


def take_from_above(stage: Stage) -> None:
    """What the committee above decided, entered and told."""
    taking.take_from_above(stage)
    bodies.tell(stage, from_above=True)


def decide(stage: Stage) -> None:
    """The decisions, each kind of subject by a document of its own, and the party body's own grade."""
    deciding.decide(stage)
    stage.leave("decided")


def tell(stage: Stage) -> None:
    """Everybody told his result."""
    bodies.tell(stage)
    stage.leave("told")


def last_meeting(stage: Stage, kind: str, *, otherwise: datetime.date = datetime.date.max) -> datetime.date:
    """The day of the last meeting the plan has for the one body of a kind; another day where it has none."""
    units = [stage.units[unit.key] for unit in setting.body(stage) if unit.unit_kind == kind]
    last = stage.season.steps.filter(kind="meeting", unit__in=units).order_by("-last_on").first()
    return last.last_on if last is not None else otherwise


def last_day(stage: Stage) -> datetime.date:
    """The last day of the plan."""
    return max(stage.season.steps.values_list("last_on", flat=True))

"""What is tried when a box is open: a sheet that does not add up, marks without a box, two counts that differ."""

from dataclasses import replace

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Teller
from kiemdiem.core.counting import Marks, ScoredSlip, Sheet
from kiemdiem.desk.play.stage import Stage
from kiemdiem.desk.play.votes import Box, fresh

CLERK = "vanphong"


def key(stage: Stage, box: Box, sheet: Sheet, *, hand: Teller, slips: tuple[ScoredSlip, ...] = ()) -> commands.Outcome:
    """What became of a sheet keyed by a teller."""
    now = fresh(box.round)
    return commands.key_count(now, sheet, slips=slips, attempt=now.counted_attempt, teller=hand, at=stage.at())


def refuse_sheet(stage: Stage, box: Box, sheet: Sheet, *, slips: tuple[ScoredSlip, ...] = ()) -> None:
    """The first teller keys a sheet the rules do not take."""
    stage.acting = "kiemphieu"
    stage.refused(
        "ballots.key_count", box.round.key, attempt=lambda: key(stage, box, sheet, hand=box.tellers[0], slips=slips)
    )


def with_first(box: Box, marks: Marks) -> Sheet:
    """The sheet with other marks on its first line."""
    return replace(box.sheet, lines={**box.sheet.lines, 1: marks})


def lose_a_slip(stage: Stage, box: Box) -> bool:
    """One line of the sheet is a mark short."""
    first = box.sheet.lines.get(1)
    if first is None or not first.blank + max(first.votes):
        return False
    most = max(first.votes)
    fewer = list(first.votes)
    fewer[fewer.index(most)] = most + 1
    refuse_sheet(stage, box, with_first(box, replace(first, votes=tuple(fewer))))
    return True


def count_marks_without_a_box(stage: Stage, box: Box) -> bool:
    """A mark beside the boxes of the round is counted as a vote."""
    first = box.sheet.lines.get(1)
    closed = len(queries.grades_of(stage.season, box.round.ballot_key)) - len(first.votes) if first else 0
    if first is None or not first.votes[0] or closed < 1:
        return False
    moved = (first.votes[0] - 1, *first.votes[1:], 1)
    refuse_sheet(stage, box, with_first(box, replace(first, votes=moved)))
    return True


def count_differently(stage: Stage, box: Box) -> bool:
    """The two tellers count one line differently; both sheets stay, and the round is counted again."""
    first = box.sheet.lines.get(1)
    if first is None or not first.votes[0]:
        return False
    one, two = box.tellers
    key(stage, box, box.sheet, hand=one)
    other = replace(first, votes=(first.votes[0] - 1, *first.votes[1:]), blank=first.blank + 1)
    outcome = key(stage, box, with_first(box, other), hand=two)
    stage.acting = "kiemphieu"
    stage.note("ballots.key_count", box.round.key, answer=outcome.answer)
    now = fresh(box.round)
    commands.order_recount(
        now, reason="Hai bản kiểm phiếu lệch nhau một dòng", whole=True, version=now.version, **stage.by(CLERK)
    )
    return True


def give_too_many_points(stage: Stage, box: Box) -> bool:
    """A part of a score slip gets more points than it has."""
    if not box.slips:
        return False
    first, *others = box.slips
    most = queries.options_of(box.round)[0].maximum
    over = replace(first, parts=(most + 100, *first.parts[1:]))
    refuse_sheet(stage, box, box.sheet, slips=(over, *others))
    return True

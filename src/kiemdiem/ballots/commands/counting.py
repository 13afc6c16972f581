"""Keying the two counts of a round; when they agree the round is locked."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access, queries
from kiemdiem.ballots.commands import locking
from kiemdiem.ballots.models import Count, Line, Round, ScorePile, ScoreSlip, Tally, Teller
from kiemdiem.core import counting
from kiemdiem.core.answer import ALLOWED, Answer, Refused, refuse
from kiemdiem.files import commands as files
from kiemdiem.journal import commands as journal
from kiemdiem.reviews.commands import Scan


@dataclass(frozen=True)
class Outcome:
    """What became of a keyed count: waiting for the other, locked, differing, or equal but not to be locked."""

    state: str
    differences: tuple[counting.Difference, ...] = ()
    answer: Answer | None = None


class SheetFaulty(Refused):
    """A sheet that does not balance: nothing was kept; `faults` name the lines, `ground` is what the rulebook says."""

    def __init__(self, faults: tuple[counting.Fault, ...], ground: Answer = ALLOWED):
        super().__init__(
            replace(
                ALLOWED if ground.allowed else ground,
                allowed=False,
                what="Chưa lưu bản kiểm phiếu: có dòng chưa khớp.",
                why=" ".join(f.text if f.position == 0 else f"Dòng {f.position}: {f.text}" for f in faults),
                todo="Hãy kiểm lại các dòng đã nêu rồi lưu lại.",
            )
        )
        self.faults = faults


def key_count(
    round_: Round,
    sheet: counting.Sheet,
    *,
    attempt: int,
    at: datetime,
    by: Account | None = None,
    teller: Teller | None = None,
    slips: Sequence[counting.ScoredSlip] = (),
    scan: Scan | None = None,
) -> Outcome:
    """The outcome of one more count of the round: a teller's own sheet, or one keying of the signed sheet.

    `attempt` is the attempt the sheet was opened for. On score slips `sheet` carries only the slips given back, and the
    hand's pile is gone once it is a count. `scan`: of the signed sheet, where that is what was keyed.
    Raises: SheetFaulty when it does not balance; Refused when this hand keyed the other count already.
    """
    keyer = access.hand_of(teller) if teller else by
    with journal.act(
        "ballots.key_count", by=keyer, at=at, about=f"round:{round_.key}", season=round_.season.key
    ) as act:
        round_ = Round.objects.select_related("season", "meeting__unit").get(pk=round_.pk)
        access.must_count(round_, teller=teller, by=by, at=at)
        access.must_stand(round_, "ballots.key_count")
        part = free_part(round_, attempt=attempt, teller=teller, by=by)
        sheet = _settled(round_, sheet, slips=slips)
        count = Count.objects.create(
            round=round_,
            attempt=attempt,
            part=part,
            teller=teller,
            clerk=None if teller else by,
            returned=sheet.returned,
            valid=sheet.valid,
            invalid=sheet.invalid,
            scan=files.keep_file(scan.content, name=scan.name, by=by, at=at) if scan else None,
        )
        _keep_lines(count, sheet)
        _keep_slips(count, slips)
        ScorePile.objects.filter(round=round_, attempt=attempt, teller=teller, clerk=None if teller else by).delete()
        outcome = _compared(round_, keyer=keyer, by=by, at=at)
        act.details = {"attempt": attempt, "part": part, "outcome": outcome.state}
        act.happened_on = round_.held_on
    return outcome


def free_part(round_: Round, *, attempt: int, teller: Teller | None, by: Account | None) -> int:
    """Whether this is the first or the second count; never twice by one person."""
    if attempt != round_.counted_attempt or attempt == round_.official_attempt:
        raise refuse("Chưa lưu: lần kiểm phiếu này đã kết thúc sau khi Đồng chí mở trang.", todo="Hãy tải lại trang.")
    counts = queries.counts_of(round_)
    if len(counts) == 2:
        raise refuse("Chưa lưu: đã có đủ hai bản kiểm phiếu của lần này.", todo="Hãy xem trang đối chiếu.")
    for count in counts:
        if _same_person(count, teller=teller, by=by):
            raise refuse(
                "Chưa lưu: một người không được nhập cả hai bản kiểm phiếu.",
                todo="Nhờ người thứ hai nhập bản còn lại từ mẫu trống.",
            )
    return len(counts) + 1


def _same_person(count: Count, *, teller: Teller | None, by: Account | None) -> bool:
    """Whether a count was keyed by this teller or account, or by the same person under the other."""
    accounts = {count.clerk_id, count.teller.person.account_id if count.teller else None} - {None}
    mine = {by.pk if by else None, teller.person.account_id if teller else None} - {None}
    return bool(accounts & mine) or (teller is not None and count.teller_id == teller.pk)


def _settled(round_: Round, sheet: counting.Sheet, *, slips: Sequence[counting.ScoredSlip]) -> counting.Sheet:
    """The whole sheet: with the lines of the last attempt where only some are recounted, or the figures of the slips.

    Raises: SheetFaulty.
    """
    if round_.is_scored:
        return _scored_sheet(round_, sheet, slips=slips)
    wanted = queries.lines_to_count(round_)
    lines = queries.lines_of(round_)
    if len(wanted) < len(lines):
        last = queries.sheet_of(queries.counts_of(round_, attempt=round_.counted_attempt - 1)[0])
        if (last.returned, last.valid, last.invalid) != (sheet.returned, sheet.valid, sheet.invalid):
            raise refuse(
                "Chưa lưu: số phiếu của cả vòng khác lần kiểm trước.",
                why="Lần này chỉ kiểm lại các dòng lệch nhau.",
                todo="Hãy đề nghị kiểm lại toàn bộ các dòng.",
            )
        kept = {
            position: marks for position, marks in last.lines.items() if position not in {w.position for w in wanted}
        }
        sheet = counting.Sheet(sheet.returned, sheet.valid, sheet.invalid, {**kept, **sheet.lines})
    faults = counting.faults_of(
        sheet, positions=[line.position for line in lines], options=len(queries.options_of(round_))
    )
    if faults:
        raise SheetFaulty(faults, queries.may(round_, queries.sheet_facts(round_, sheet)))
    return sheet


def _scored_sheet(round_: Round, sheet: counting.Sheet, *, slips: Sequence[counting.ScoredSlip]) -> counting.Sheet:
    if len(slips) != sheet.returned:
        raise SheetFaulty(
            (counting.Fault(0, f"Đã nhập {len(slips)} phiếu điểm, khác số phiếu thu về {sheet.returned}."),)
        )
    parts = len(queries.options_of(round_))
    if any(len(slip.parts) != parts for slip in slips):
        raise SheetFaulty((counting.Fault(0, f"Mỗi phiếu điểm phải có {parts} phần."),))
    faults = [fault for number, slip in enumerate(slips, start=1) for fault in slip_faults(round_, slip, number=number)]
    if faults:
        raise SheetFaulty(tuple(faults), _ground_of(round_, slips))
    valid = sum(not slip.spoiled for slip in slips)
    return counting.Sheet(sheet.returned, valid, sheet.returned - valid, {})


def slip_faults(round_: Round, slip: counting.ScoredSlip, *, number: int = 0) -> list[counting.Fault]:
    """What keeps a slip from being counted as valid; the tellers then put it right, or hold it invalid."""
    if slip.spoiled:
        return []
    answer = queries.may(round_, queries.score_facts(round_, slip))
    wrong = queries.score_of(round_, slip).wrong if answer.allowed else (answer.why,)
    todo = answer.todo or "Hãy sửa số, hoặc đếm là phiếu không hợp lệ."
    return [counting.Fault(number, f"{text.rstrip('.')}. {todo}") for text in wrong]


def _ground_of(round_: Round, slips: Sequence[counting.ScoredSlip]) -> Answer:
    """What the rulebook says to the first slip it does not take."""
    said = (queries.may(round_, queries.score_facts(round_, slip)) for slip in slips if not slip.spoiled)
    return next((answer for answer in said if not answer.allowed), ALLOWED)


def _keep_lines(count: Count, sheet: counting.Sheet) -> None:
    lines = {line.position: line for line in Line.objects.filter(round=count.round)} if sheet.lines else {}
    Tally.objects.bulk_create(
        Tally(
            count=count,
            line=lines[position],
            **{f"votes_{number}": votes for number, votes in enumerate(marks.votes, start=1)},
            blank=marks.blank,
            line_invalid=marks.spoiled,
            valid_slips=sheet.valid,
        )
        for position, marks in sorted(sheet.lines.items())
    )


def _keep_slips(count: Count, slips: Sequence[counting.ScoredSlip]) -> None:
    """Written in shuffled order in one go, so that neither keys nor places in the table tell who handed in what."""
    maximum = sum(option.maximum for option in queries.options_of(count.round))
    pile = [
        ScoreSlip(
            count=count,
            parts=list(slip.parts),
            written_total=slip.written_total,
            total=scored.points,
            maximum=maximum,
            is_valid=scored.valid,
        )
        for slip, scored in ((slip, queries.score_of(count.round, slip)) for slip in slips)
    ]
    random.SystemRandom().shuffle(pile)
    ScoreSlip.objects.bulk_create(pile)


def _compared(round_: Round, *, keyer: object, by: Account | None, at: datetime) -> Outcome:
    counts = queries.counts_of(round_)
    if len(counts) < 2:
        return Outcome("waiting")
    found = queries.differences_of(round_)
    if found or queries.slip_differences_of(round_):
        return Outcome("differs", differences=found, answer=locking.may_lock(round_, counts[0]))
    answer = locking.lock(round_, counts[0], by=by, at=at)
    return Outcome("locked" if answer.allowed else "unbalanced", answer=answer)

"""Laying a round down: its roll, its lines, the boxes on its slips."""

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import queries
from kiemdiem.ballots.models import Line, Round, RoundVoter
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import same_name_key
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.meetings import commands as meetings
from kiemdiem.meetings import queries as meeting_queries
from kiemdiem.meetings.models import Attendance, Meeting


def chosen_of(possible: Sequence[SeasonSubject], subjects: Collection[SeasonSubject] | None) -> list[SeasonSubject]:
    """The lines of the slip: all that are possible, or fewer by choice, in the order of the meeting.

    Raises: Refused for somebody who may not stand on this slip.
    """
    if subjects is None:
        return list(possible)
    allowed = {subject.pk for subject in possible}
    wrong = [subject.name for subject in subjects if subject.pk not in allowed]
    if wrong:
        raise refuse(
            f"Không đưa vào phiếu được: {'; '.join(wrong)}.",
            why="Chưa hoàn thành kiểm điểm ở đây, không thuộc diện bỏ phiếu tại đây, hoặc chưa đạt ở lần trước.",
            todo="Hãy bỏ các dòng này khỏi phiếu.",
        )
    wanted = {subject.pk for subject in subjects}
    return [subject for subject in possible if subject.pk in wanted]


@dataclass(frozen=True)
class Wanted:
    """Which round is to be laid down, and which earlier one it follows, repeats or takes the place of."""

    meeting: Meeting
    ballot_key: str
    number: int
    entry: str
    follows: Round | None = None
    repeats: Round | None = None
    replaces: Round | None = None
    reason: str = ""
    fresh_slips: bool = True

    @property
    def mark(self) -> str:
        """What the title says of a round held again."""
        return " – bỏ phiếu lại" if self.repeats else " – vòng mới" if self.replaces else ""


def draft(
    wanted: Wanted, subjects: Sequence[SeasonSubject], *, present: Collection[int], by: Account, at: datetime
) -> Round:
    """The round as it is kept, with its roll and its lines.

    Raises: Refused while the meeting is not open, another round of it stands, or there is nothing to vote on.
    """
    _must_be_open(wanted)
    if not subjects:
        raise refuse("Không có dòng nào để đưa vào phiếu.", todo="Hãy kết luận phần kiểm điểm của ít nhất một người.")
    meeting = wanted.meeting
    shape = queries.shape_of(meeting.season, wanted.ballot_key, number=wanted.number)
    voters = _voters(meeting, present, standings=shape.voters)
    round_ = Round(
        season=meeting.season, meeting=meeting, ballot_key=wanted.ballot_key, number=wanted.number,
        title=shape.title + wanted.mark, is_scored=shape.is_scored, options=[asdict(each) for each in shape.options],
        entry=wanted.entry, follows=wanted.follows, repeats=wanted.repeats, replaces=wanted.replaces,
        reason=wanted.reason, fresh_slips=wanted.fresh_slips,
        convened=len(voters), present=sum(here for _, here in voters),
        held_on=meeting_queries.sitting_on(meeting), prepared_at=at, prepared_by=by,
    )  # fmt: skip
    same = Round.objects.filter(meeting=meeting, ballot_key=wanted.ballot_key, number=wanted.number)
    round_.attempt = same.count() + 1
    round_.key = key_of(meeting, wanted.ballot_key, number=wanted.number, attempt=round_.attempt)
    round_.save(force_insert=True)
    RoundVoter.objects.bulk_create(
        RoundVoter(round=round_, person=each.person, printed_name=each.printed_name, present=here)
        for each, here in voters
    )
    _print_lines(round_, subjects, leaves_own=shape.own_line_left_out)
    meetings.note_vote(meeting, key=round_.key, title=round_.title)
    return round_


def unusual_facts(
    wanted: Wanted,
    standing: Sequence[SeasonSubject],
    *,
    possible: Sequence[SeasonSubject],
    present: Collection[int],
    slips: queries.Slips,
) -> list[Any]:
    """What the rules must be asked before a round is laid down otherwise than they have it: nothing on the usual way.

    Shape: facts of slips for somebody without a vote, about somebody who does not stand here, or of another kind.
    """
    meeting = wanted.meeting
    shape = queries.shape_of(meeting.season, wanted.ballot_key, number=wanted.number)
    voting = {each.person_id for each in queries.voters_for(meeting, shape.voters)}
    barred = set(present) - voting
    strays = {subject.pk for subject in standing} - {subject.pk for subject in possible}
    round_ = Round(
        season=meeting.season, meeting=meeting, ballot_key=wanted.ballot_key, number=wanted.number,
        convened=len(voting), held_on=meeting_queries.sitting_on(meeting),
    )  # fmt: skip
    if shape.is_scored:
        roll = [each for each in meeting_queries.roll_of(meeting) if each.person_id in barred]
        return [queries.scorer_facts(round_, each) for each in roll]
    if not (barred or strays or not slips.are_usual):
        return []
    return [queries.laying_facts(round_, standing, present=present, slips=slips)]


def _must_be_open(wanted: Wanted) -> None:
    if wanted.meeting.state != Meeting.State.OPEN:
        raise refuse("Chưa chuẩn bị được vòng bỏ phiếu: cuộc họp chưa khai mạc hoặc đã kết thúc.")
    same = Round.objects.filter(meeting=wanted.meeting, ballot_key=wanted.ballot_key, number=wanted.number)
    if wanted.repeats is None and same.exclude(state=Round.State.VOID).exists():
        raise refuse("Vòng bỏ phiếu này đã có trong cuộc họp.", todo="Hãy mở vòng đó, hoặc hủy nếu phải làm lại.")


def _voters(meeting: Meeting, present: Collection[int], *, standings: Collection[str]) -> list[tuple[Attendance, bool]]:
    """The voters of the meeting's roll, each in the room or not, with others of those standings who fill these slips.

    Raises: Refused when somebody without a vote here is counted among them.
    """
    voters = queries.voters_for(meeting, standings)
    barred = set(present) - {each.person_id for each in voters}
    if barred:
        others = Attendance.objects.filter(meeting=meeting, person_id__in=barred).values_list("printed_name", flat=True)
        names = "; ".join(sorted(others)) or "người không có trong danh sách dự họp"
        raise refuse(
            f"Không có quyền bỏ phiếu tại cuộc họp này: {names}.",
            todo="Họ vẫn được dự và phát biểu; hãy bỏ khỏi danh sách phát phiếu.",
        )
    return [(each, each.person_id in present) for each in voters]


def _print_lines(round_: Round, subjects: Sequence[SeasonSubject], *, leaves_own: bool) -> None:
    """Each line once, the birth year beside names that are the same."""
    times = Counter(same_name_key(subject.name) for subject in subjects)
    voting = set(RoundVoter.objects.filter(round=round_).values_list("person_id", flat=True))
    Line.objects.bulk_create(
        Line(
            round=round_,
            subject=subject,
            position=position,
            printed_name=subject.name,
            birth_year=_birth_year(subject) if times[same_name_key(subject.name)] > 1 else None,
            convened=round_.convened - (leaves_own and subject.person_id in voting),
        )
        for position, subject in enumerate(subjects, start=1)
    )


def _birth_year(subject: SeasonSubject) -> int | None:
    return subject.person.birth_on.year if subject.person and subject.person.birth_on else None


def key_of(meeting: Meeting, ballot_key: str, *, number: int, attempt: int) -> str:
    """The key of a round: the same whenever the same season is played again."""
    digest = hashlib.sha256(f"{meeting.key}\n{ballot_key}\n{number}\n{attempt}".encode()).hexdigest()
    return f"phieu-{digest[:12]}"

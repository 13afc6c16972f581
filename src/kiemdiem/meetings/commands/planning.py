"""Fixing the day of a meeting, moving it, and planning the supplementary one."""

import hashlib
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import ALLOWED, Answer, must, refuse
from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.commands import marking, plan_day
from kiemdiem.meetings.commands.paper import place_source
from kiemdiem.meetings.models import Meeting, MeetingMove
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.reviews.commands import FromPaper


def plan_meeting(
    season: Season,
    unit: Unit,
    *,
    on: date,
    by: Account,
    at: datetime,
    kind: str = queries.REVIEW,
    title: str = "",
    place: str = "",
    waiver_reason: str = "",
    paper: FromPaper | None = None,
) -> Meeting:
    """The review of the unit, or a sitting of a kind the rulebook gives it, fixed to its day.

    `paper`: it already took place and is keyed from there; what broke the plan's order is marked, not refused.
    Raises: Refused when the unit holds no such meeting, has an unfinished one, the day breaks a rule of the plan, or
    a day already past has no paper.
    """
    with journal.act("meetings.plan_meeting", by=by, at=at, about=f"unit:{unit.key}", season=season.key) as act:
        access.must_let(by, act="meetings.plan_meeting", unit=unit, at=at)
        cycles_access.must_be_open(season)
        name = _title_of(season, unit, kind=kind, on=on)
        _must_have_none_open(season, unit, kind=kind, on=on)
        step = queries.step_for(season, unit, on=on, kind=kind)
        meeting = Meeting(
            key=key_of(season, unit, kind=kind),
            season=season,
            unit=unit,
            kind=kind,
            title=title or name,
            step_key=step.key if step else "",
            place=place,
            planned_on=on,
            planned_at=at,
            planned_by=by,
        )
        place_source(meeting, paper, day=on, by=by, at=at)
        meeting.save(force_insert=True)
        asked = queries.schedule_facts(season, unit, on=on, kind=kind, waiver_reason=waiver_reason, registered_at=at)
        passed = marking.pass_gate(meeting, asked, by=by, at=at)
        plan_day.follow_day(meeting, on)
        act.rows = passed.rows
        act.details = {
            "meeting": meeting.key, "planned_on": on.isoformat(), "warning": passed.warning, "paper": meeting.paper,
        }  # fmt: skip
    return meeting


def _title_of(season: Season, unit: Unit, *, kind: str, on: date) -> str:
    """What the meeting is called.

    Raises: Refused for a kind of sitting that is not the unit's.
    """
    name = org.unit_name(unit, on=on)
    if kind == queries.REVIEW:
        return f"Họp kiểm điểm – {name}"
    sitting = queries.sitting_of(season, kind)
    if sitting is None or sitting not in queries.sittings_by(season, unit):
        raise refuse(
            f"Chưa ấn định được: {name} không tổ chức loại họp này theo quy định.",
            why=f"“{sitting.title}” ({sitting.clause}) do tổ chức khác họp." if sitting else "",
            todo="Hãy chọn lại tổ chức hoặc loại họp.",
        )
    return f"{sitting.title} – {name}"


def _must_have_none_open(season: Season, unit: Unit, *, kind: str, on: date) -> None:
    last = queries.newest_of_unit(season, unit, kind=kind)
    if last and last.state != Meeting.State.CLOSED:
        raise refuse(
            f"{org.unit_name(unit, on=on)} đã có cuộc họp chưa kết thúc trong đợt này.",
            todo="Hãy dời ngày cuộc họp đó thay vì lập cuộc họp mới.",
        )


def plan_supplement(meeting: Meeting, *, on: date, by: Account, at: datetime, place: str = "") -> Meeting:
    """The supplementary meeting for those held or absent at a closed meeting, with its own roll, rounds and minutes.

    Raises: Refused while the meeting is not closed, or when nobody is held.
    """
    root = meeting.supplementary_to or meeting
    with journal.act(
        "meetings.plan_supplement", by=by, at=at, about=f"meeting:{root.key}", season=root.season.key
    ) as act:
        access.must_let(by, act="meetings.plan_supplement", unit=root.unit, at=at)
        cycles_access.must_be_open(root.season)
        last = queries.newest_of_unit(root.season, root.unit, kind=root.kind)
        if last is None or last.state != Meeting.State.CLOSED:
            raise refuse("Chưa lập được họp bổ sung: cuộc họp trước chưa kết thúc.")
        held = queries.held_lines(root.season, unit=root.unit)
        if not held:
            raise refuse("Không có ai vắng mặt hoặc được tạm giữ để họp bổ sung.")
        supplement = Meeting.objects.create(
            key=key_of(root.season, root.unit, kind=root.kind),
            season=root.season,
            unit=root.unit,
            kind=root.kind,
            title=f"Họp bổ sung – {org.unit_name(root.unit, on=on)}",
            place=place,
            supplementary_to=root,
            planned_on=on,
            planned_at=at,
            planned_by=by,
        )
        act.details = {"meeting": supplement.key, "about": [line.subject.key for line in held]}
    return supplement


def move_meeting(
    meeting: Meeting,
    to_on: date | None,
    *,
    reason: str,
    version: int,
    by: Account,
    at: datetime,
    waiver_reason: str = "",
) -> MeetingMove:
    """The move of a planned or broken-off meeting to another day; the old day stays, its terms follow the new one.

    `to_on` None puts it off until a day is found.
    Raises: Refused without a reason, or when the new day breaks lead time, clashes, or the next step above.
    """
    with journal.act(
        "meetings.move_meeting", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.move_meeting", unit=meeting.unit, at=at)
        cycles_access.must_be_open(meeting.season)
        access.must_stand(meeting, "meetings.move_meeting")
        asked = queries.may_move(meeting, to_on, reason=reason, waiver_reason=waiver_reason) if to_on else ALLOWED
        answer = must(asked)
        move = MeetingMove.objects.create(
            meeting=meeting,
            from_on=meeting.held_on or meeting.planned_on,
            to_on=to_on,
            reason=_needed(reason),
            warnings=answer.warning,
            moved_at=at,
            moved_by=by,
        )
        _put_on(meeting, to_on)
        _tell(act, move, answer=answer)
    return move


def _put_on(meeting: Meeting, day: date | None) -> None:
    if meeting.state != Meeting.State.BROKEN_OFF:
        meeting.state = Meeting.State.PLANNED if day else Meeting.State.MOVED
    meeting.planned_on = day
    if day:
        plan_day.follow_day(meeting, day)
    meeting.save(update_fields=["planned_on", "state"])


def _needed(reason: str) -> str:
    if not reason.strip():
        raise refuse("Chưa dời được ngày họp: chưa ghi lý do.", todo="Hãy ghi rõ lý do dời hoặc họp tiếp.")
    return reason.strip()


def _tell(act: journal.Act, move: MeetingMove, *, answer: Answer) -> None:
    act.rows = answer.rows
    act.details = {
        "from_on": move.from_on.isoformat() if move.from_on else "",
        "to_on": move.to_on.isoformat() if move.to_on else "",
        "reason": move.reason,
        "warning": answer.warning,
    }


def key_of(season: Season, unit: Unit, *, kind: str) -> str:
    """The key of the unit's next meeting of that kind: the same whenever the same season is played again."""
    count = Meeting.objects.filter(season=season, unit=unit, kind=kind).count()
    digest = hashlib.sha256(f"{season.key}\n{unit.key}\n{kind}\n{count + 1}".encode()).hexdigest()
    return f"hop-{digest[:12]}"

"""Who may act on a meeting, and what its state allows."""

from collections.abc import Mapping
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import access as org_access
from kiemdiem.org import days

PLANNERS = frozenset({"officer", "clerk"})
KEEPERS = frozenset({"officer", "clerk", "secretary"})
READERS = frozenset({"officer", "clerk", "secretary", "supervisor", "inspector", "teller", "assessor"})

ACTS: dict[str, frozenset[str]] = {
    "meetings.plan_meeting": PLANNERS,
    "meetings.plan_supplement": KEEPERS,
    "meetings.move_meeting": KEEPERS,
    "meetings.draw_roll": KEEPERS,
    "meetings.invite_guest": KEEPERS,
    "meetings.take_roll": KEEPERS,
    "meetings.open_meeting": KEEPERS,
    "meetings.resume_meeting": KEEPERS,
    "meetings.complete_step": KEEPERS,
    "meetings.write_entry": KEEPERS,
    "meetings.correct_entry": KEEPERS,
    "meetings.hold_line": KEEPERS,
    "meetings.release_line": KEEPERS,
    "meetings.conclude_line": KEEPERS,
    "meetings.break_off_meeting": KEEPERS,
    "meetings.close_meeting": KEEPERS,
    "meetings.sign_minutes": KEEPERS,
    "meetings.answer_mark": PLANNERS,
    "meetings.see": READERS,
    "meetings.see_votes": KEEPERS | {"inspector"},
}

State = Meeting.State
# Which states an act may begin in, and the state it leaves the meeting in (None: unchanged).
TRANSITIONS: Mapping[str, tuple[frozenset[str], str | None]] = {
    "meetings.move_meeting": (frozenset({State.PLANNED, State.MOVED, State.BROKEN_OFF}), None),
    "meetings.draw_roll": (frozenset({State.PLANNED, State.MOVED}), None),
    "meetings.invite_guest": (frozenset({State.PLANNED, State.MOVED, State.OPEN}), None),
    "meetings.take_roll": (frozenset({State.PLANNED, State.MOVED, State.BROKEN_OFF}), None),
    "meetings.open_meeting": (frozenset({State.PLANNED, State.MOVED}), State.OPEN),
    "meetings.resume_meeting": (frozenset({State.BROKEN_OFF}), State.OPEN),
    "meetings.complete_step": (frozenset({State.OPEN}), None),
    "meetings.write_entry": (frozenset({State.OPEN}), None),
    "meetings.correct_entry": (frozenset({State.OPEN}), None),
    "meetings.hold_line": (frozenset({State.OPEN}), None),
    "meetings.release_line": (frozenset({State.OPEN}), None),
    "meetings.conclude_line": (frozenset({State.OPEN}), None),
    "meetings.break_off_meeting": (frozenset({State.OPEN}), State.BROKEN_OFF),
    "meetings.close_meeting": (frozenset({State.OPEN}), State.CLOSED),
    "meetings.sign_minutes": (frozenset({State.CLOSED}), None),
}


def must_let(by: Account, *, act: str, unit: object, at: datetime) -> None:
    """Nothing, when the account may do this act on the unit that day.

    Raises: Refused when no grant of the account covers it.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=days.day_of(at), act=act)


def must_stand(meeting: Meeting, act: str) -> str:
    """The state the act leaves the meeting in.

    Raises: Refused when the meeting stands where the act makes no sense.
    """
    begins_in, ends_in = TRANSITIONS[act]
    if meeting.state not in begins_in:
        raise refuse(
            f"Chưa làm được: cuộc họp đang ở trạng thái “{meeting.get_state_display()}”.",
            todo=TODO_IN_STATE[meeting.state],
        )
    return ends_in or meeting.state


TODO_IN_STATE = {
    State.PLANNED: "Hãy điểm danh và khai mạc cuộc họp trước.",
    State.MOVED: "Hãy ấn định ngày họp mới trước.",
    State.OPEN: "Việc này chỉ làm trước khi khai mạc hoặc sau khi kết thúc cuộc họp.",
    State.BROKEN_OFF: "Hãy ấn định ngày họp tiếp trước.",
    State.CLOSED: "Cuộc họp đã kết thúc; nội dung còn lại đưa vào cuộc họp bổ sung.",
}

"""The acts of the room."""

from kiemdiem.meetings.commands.business import complete_point
from kiemdiem.meetings.commands.lines import complete_step, conclude_line, hold_line, release_line
from kiemdiem.meetings.commands.minutes import answer_mark, correct_entry, note_vote, sign_minutes, write_entry
from kiemdiem.meetings.commands.opening import break_off_meeting, close_meeting, open_meeting, resume_meeting
from kiemdiem.meetings.commands.planning import move_meeting, plan_meeting, plan_supplement
from kiemdiem.meetings.commands.roll import draw_roll, invite_guest, take_roll

__all__ = [
    "answer_mark",
    "break_off_meeting",
    "close_meeting",
    "complete_point",
    "complete_step",
    "conclude_line",
    "correct_entry",
    "draw_roll",
    "hold_line",
    "invite_guest",
    "move_meeting",
    "note_vote",
    "open_meeting",
    "plan_meeting",
    "plan_supplement",
    "release_line",
    "resume_meeting",
    "sign_minutes",
    "take_roll",
    "write_entry",
]

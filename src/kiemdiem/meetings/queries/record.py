"""A meeting as its minutes tell it: the record papers and pages print."""

from dataclasses import dataclass
from datetime import date, time

from kiemdiem.meetings.models import (
    Attendance,
    Meeting,
    MeetingMove,
    MinutesEntry,
    MinutesSignature,
    OrderMark,
    ReviewLine,
    VoteNote,
)
from kiemdiem.meetings.queries.lines import lines_of, prior_lines
from kiemdiem.meetings.queries.meetings import HeadCount, entries_of, head_count, roll_of


@dataclass(frozen=True)
class LineRecord:
    """One line as the minutes tell it: who chaired it, what was said, what was concluded, or why it was held."""

    line: ReviewLine
    chair: str
    entries: tuple[MinutesEntry, ...]
    prior: tuple[ReviewLine, ...]


@dataclass(frozen=True)
class MeetingRecord:
    """The whole meeting for its minutes."""

    meeting: Meeting
    held_on: date | None
    began: time | None
    ended: time | None
    chair: str
    secretary: str
    count: HeadCount
    roll: tuple[Attendance, ...]
    moves: tuple[MeetingMove, ...]
    lines: tuple[LineRecord, ...]
    general: tuple[MinutesEntry, ...]
    votes: tuple[VoteNote, ...]
    marks: tuple[OrderMark, ...]
    signatures: tuple[MinutesSignature, ...]


def meeting_record(meeting: Meeting) -> MeetingRecord:
    """The meeting with its roll, lines, entries, rounds, marks and signatures, in the order of the minutes."""
    entries = entries_of(meeting)
    return MeetingRecord(
        meeting=meeting,
        held_on=meeting.held_on,
        began=meeting.began,
        ended=meeting.ended,
        chair=meeting.chair.full_name if meeting.chair else "",
        secretary=meeting.secretary.full_name if meeting.secretary else "",
        count=head_count(meeting),
        roll=tuple(roll_of(meeting)),
        moves=tuple(meeting.moves.order_by("id")),
        lines=tuple(_line_record(line, entries) for line in lines_of(meeting)),
        general=tuple(entry for entry in entries if entry.line_id is None),
        votes=tuple(meeting.votes.order_by("id")),
        marks=tuple(meeting.marks.select_related("line").order_by("id")),
        signatures=tuple(meeting.signatures.select_related("person").order_by("part")),
    )


def _line_record(line: ReviewLine, entries: list[MinutesEntry]) -> LineRecord:
    return LineRecord(
        line=line,
        chair=line.chair.full_name if line.chair else "",
        entries=tuple(entry for entry in entries if entry.line_id == line.pk),
        prior=tuple(prior_lines(line)),
    )


def minutes_text(meeting: Meeting) -> str:
    """The text of the minutes as it is signed: one line for each thing that stands in them."""
    record = meeting_record(meeting)
    count = record.count
    found = [meeting.title, f"{record.held_on}", record.chair, record.secretary, f"{count.present}/{count.convened}"]
    for each in record.lines:
        line = each.line
        found.append(f"{line.printed_name}|{line.state}|{line.hold_why}|{line.degree}|{line.effect}|{line.conclusion}")
        found += [f"{entry.kind}|{entry.text}" for entry in each.entries]
    found += [f"{entry.kind}|{entry.text}" for entry in record.general]
    found.append(meeting.conclusion)
    return "\n".join(found)

"""What a change of the register touches at meetings: rolls already taken, reviews held or to come, signed minutes."""

from collections.abc import Iterator

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.meetings.models import Attendance, Meeting, ReviewLine

AHEAD = (Meeting.State.PLANNED, Meeting.State.MOVED)
# A review that was held stands: its person may leave or stay where he was reviewed, and is not reviewed again.
HELD = (("end", "Giữ nguyên phần đã kiểm điểm"), ("keep", "Giữ nguyên"), ("stay", "Giữ ở nơi đã kiểm điểm"))
TO_COME = (
    ("end", "Bỏ khỏi chương trình"),
    ("add", "Thêm vào chương trình"),
    ("follow", "Kiểm điểm ở chi bộ mới"),
    ("stay", "Kiểm điểm ở chi bộ cũ"),
    ("keep", "Giữ trong chương trình"),
)
TAKEN = (
    ("end", "Danh sách đã điểm danh giữ nguyên"),
    ("add", "Có mặt từ cuộc họp sau"),
    ("follow", "Danh sách đã điểm danh giữ nguyên"),
    ("stay", "Danh sách đã điểm danh giữ nguyên"),
    ("keep", "Danh sách đã điểm danh giữ nguyên; lần bỏ phiếu sau lấy danh sách mới"),
)


def touched_by(season: Season, change: cycles.Change) -> Iterator[cycles.Touched]:
    """The roll entries and the review lines of those the change is about, or of everybody in a merged cell."""
    roll = Attendance.objects.filter(meeting__season=season).select_related("meeting")
    lines = ReviewLine.objects.filter(meeting__season=season).select_related("meeting", "subject")
    people = cycles.people_of(season, change)
    if people is not None:
        roll, lines = roll.filter(person_id__in=people), lines.filter(subject__person_id__in=people)
    else:
        roll, lines = roll.filter(meeting__unit=change.unit), lines.filter(meeting__unit=change.unit)
    for entry in roll.order_by("meeting_id", "id"):
        ahead = entry.meeting.state in AHEAD
        title = f"Danh sách dự họp: {entry.meeting.title}, {entry.printed_name}"
        yield cycles.Touched("roll", f"{entry.meeting.key}:{entry.pk}", title, TO_COME if ahead else TAKEN, not ahead)
    for line in lines.order_by("meeting_id", "position"):
        held = line.state == ReviewLine.State.DONE
        title = f"Phần kiểm điểm: {line.printed_name}, {line.meeting.title}"
        yield cycles.Touched("line", f"{line.meeting.key}:{line.subject.key}", title, HELD if held else TO_COME, held)

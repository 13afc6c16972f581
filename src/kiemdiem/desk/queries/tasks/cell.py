"""What is to do for the organisations under review: self-reviews, meetings, results sent back."""

from collections.abc import Iterator
from datetime import date

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season, SeasonSubject
from kiemdiem.desk.queries.tasks.todo import SOON, Asking, Todo
from kiemdiem.grading.models import ReturnedLine
from kiemdiem.meetings.models import Meeting
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import SelfReview

RUNNING = (Meeting.State.OPEN, Meeting.State.BROKEN_OFF)
OFFICE_FIXES = "Văn phòng cấp ủy chưa ấn định cuộc họp."


def of_self_reviews(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The cells whose members have not all handed in their self-review."""
    season = asking.season
    for unit in cycles.cells_of(season).filter(unit_id__in=units):
        members = cycles.members_of(season, unit.unit, on=asking.on).filter(is_reviewed=True)
        handed = SelfReview.objects.filter(season=season, person__in=members.values("person")).exclude(state="draft")
        missing = members.count() - handed.count()
        if missing > 0:
            due = review_due(season, members[0], default=asking.soon)
            title = f"Thu bản tự kiểm điểm – {unit.name}: còn {missing} người"
            yield Todo("Chuẩn bị", title, "reviews:desk", (season.key, unit.unit.key), due_on=due, count=missing)


def review_due(season: Season, member: SeasonSubject, *, default: date) -> date:
    """The plan's last day for the self-reviews of the member's cell; the default when the plan has none."""
    review = next((form.key for form in cycles.book_of(season).forms.forms if form.paper == "review"), "")
    return reviews.due_on(season, member, form=review, default=default)


def of_meetings(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The meetings to be held or finished."""
    held = Meeting.objects.filter(season=asking.season, unit__in=units).exclude(state=Meeting.State.MOVED)
    for meeting in held.exclude(state=Meeting.State.CLOSED).order_by("planned_on", "pk"):
        title = f"Họp tiếp: {meeting.title}" if meeting.state in RUNNING else meeting.title
        yield Todo("Hội nghị", title, "meetings:meeting", (meeting.key,), due_on=meeting.planned_on)


def of_calls(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The meetings of the plan near in time that nobody fixed yet."""
    for step in unfixed(asking, units):
        title = f"Ấn định cuộc họp: {step.unit_name}"
        yield Todo("Hội nghị", title, "meetings:plan_meeting", (asking.season.key,), due_on=step.from_on)


def of_waiting_calls(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The same meetings for those who hold them and wait for the office to fix them."""
    for step in unfixed(asking, units):
        yield Todo("Hội nghị", f"Họp: {step.unit_name}", due_on=step.from_on, why=OFFICE_FIXES)


def unfixed(asking: Asking, units: frozenset[int]) -> list[PlanStep]:
    """The meetings of the plan within a week before or after the day that no meeting stands for."""
    season = asking.season
    fixed = Meeting.objects.filter(season=season, unit__in=units).exclude(state=Meeting.State.MOVED)
    steps = cycles.meeting_steps(season).filter(unit__in=units, done_on__isnull=True)
    steps = steps.exclude(key__in=fixed.values_list("step_key", flat=True))
    return list(steps.filter(from_on__gte=asking.on - SOON, from_on__lte=asking.soon))


def of_returns(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The results sent back with questions."""
    season = asking.season
    open_lines = ReturnedLine.objects.filter(season=season, is_current=True, answered_on__isnull=True)
    for line in open_lines.filter(subject__unit__in=units).select_related("subject"):
        title = f"Trả lời nội dung cấp trên nêu: {line.subject.name}"
        yield Todo("Kết quả", title, "grading:result", (season.key, line.subject.key))

"""What one account has to do now in one season: by its roles, over the organisations it answers for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.grading import queries as grading
from kiemdiem.grading.models import ReturnedLine
from kiemdiem.meetings.models import Meeting, OrderMark
from kiemdiem.notices.models import Notice
from kiemdiem.org import access
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import SelfReview

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Todo:
    """One thing to do: where (the name and arguments of a page), by when, or why it cannot be done yet."""

    part: str
    title: str
    page: str = ""
    about: tuple[str, ...] = ()
    due_on: date | None = None
    why: str = ""
    count: int = 0


class Source(Protocol):
    """What is to do in a season for the organisations of some roles."""

    def __call__(self, season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
        """The things to do on the day."""


def todos_of(season: Season, by: Account, *, on: date) -> list[Todo]:
    """Everything the account has to do now, what is due first standing first."""
    found: list[Todo] = []
    for roles, source in SOURCES:
        units = access.scope(by, roles, on=on)
        if units:
            found += source(season, units, on=on)
    return sorted(found, key=lambda todo: (todo.due_on or date.max, todo.part, todo.title))


def of_season(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """What the officer owes the season itself: the plan, the opening."""
    if season.unit_id not in units or season.state != Season.State.DRAFT:
        return
    here = ("cycles:season", (season.key,))
    if season.plan.passed_on is None:
        yield Todo("Kế hoạch", "Thông qua kế hoạch", *here)
    refusal = next((a for a in cycles.opening_answers(season) if not a.allowed), None)
    yield Todo("Kế hoạch", "Mở đợt kiểm điểm", *here, why=refusal.why if refusal else "")


def of_steps(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """The steps of the plan that are due within a week or late."""
    if season.state != Season.State.OPEN:
        return
    steps = PlanStep.objects.filter(season=season, done_on__isnull=True, from_on__lte=on + SOON).exclude(kind="meeting")
    for step in steps.filter(unit__in=units).order_by("last_on", "position")[:30]:
        title = f"{step.title} – {step.unit_name}" if step.unit_name else step.title
        yield Todo("Kế hoạch", title, "cycles:step", (season.key, str(step.pk)), due_on=step.last_on)


def of_self_reviews(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """The cells whose members have not all handed in their self-review."""
    for unit in cycles.cells_of(season).filter(unit_id__in=units):
        members = cycles.members_of(season, unit.unit, on=on).filter(is_reviewed=True)
        handed = SelfReview.objects.filter(season=season, person__in=members.values("person")).exclude(state="draft")
        missing = members.count() - handed.count()
        if missing:
            due = reviews.due_on(season, members[0], form="review", default=on + SOON)
            title = f"Thu bản tự kiểm điểm – {unit.name}: còn {missing} người"
            yield Todo("Chuẩn bị", title, "reviews:desk", (season.key, unit.unit.key), due_on=due, count=missing)


def of_meetings(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """The meetings to be fixed, held or finished."""
    held = Meeting.objects.filter(season=season, unit__in=units).exclude(state="moved")
    for meeting in held.exclude(state="closed").order_by("planned_on", "pk"):
        verb = "Tiếp tục họp" if meeting.state in ("open", "broken_off") else "Họp"
        yield Todo(
            "Hội nghị", f"{verb}: {meeting.title}", "meetings:meeting", (meeting.key,), due_on=meeting.planned_on
        )
    fixed = set(held.values_list("unit_id", flat=True))
    steps = PlanStep.objects.filter(season=season, kind="meeting", unit__in=units - fixed, done_on__isnull=True)
    for step in steps.filter(from_on__gte=on - SOON, from_on__lte=on + SOON).order_by("from_on"):
        title = f"Ấn định cuộc họp: {step.unit_name}"
        yield Todo("Hội nghị", title, "meetings:plan_meeting", (season.key,), due_on=step.from_on)


def of_marks(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """The records out of order that wait for the body that may accept them."""
    for mark in OrderMark.objects.filter(meeting__season=season, accepting_unit__in=units, answer="open"):
        title = f"Xem xét việc sai trình tự: {mark.meeting.title}"
        yield Todo("Hội nghị", title, "meetings:answer_mark", (mark.meeting.key, str(mark.pk)))


def of_returns(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """The results sent back with questions."""
    open_lines = ReturnedLine.objects.filter(season=season, is_current=True, answered_on__isnull=True)
    for line in open_lines.filter(subject__unit__in=units).select_related("subject"):
        title = f"Trả lời nội dung cấp trên nêu: {line.subject.name}"
        yield Todo("Kết quả", title, "grading:result", (season.key, line.subject.key))


def of_decisions(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """The cells with results that wait for the committee's decision."""
    if season.unit_id not in units:
        return
    for unit in cycles.cells_of(season):
        members = cycles.members_of(season, unit.unit).filter(ended_on__isnull=True, is_graded=True)
        waiting = sum(1 for r in grading.results_of(members) if r.decision is None and r.grade)
        if waiting:
            title = f"Ghi quyết định công nhận – {unit.name}: {waiting} người"
            yield Todo("Kết quả", title, "grading:decide", (season.key, unit.unit.key), count=waiting)


def of_notices(season: Season, units: frozenset[int], *, on: date) -> Iterator[Todo]:
    """The notices still to be given, counted by their day."""
    owed = Notice.objects.filter(season=season.key, under__in=units, given_on__isnull=True, withdrawn_at__isnull=True)
    days = sorted(set(owed.values_list("due_on", flat=True)), key=lambda day: day or date.max)
    for day in days:
        count = owed.filter(due_on=day).count()
        yield Todo(
            "Thông báo", f"Gửi thông báo kết quả: {count}", "cycles:season", (season.key,), due_on=day, count=count
        )


OFFICER = frozenset({"officer"})
OFFICE = frozenset({"officer", "clerk"})
CELL = frozenset({"secretary"})
FOLLOWERS = frozenset({"officer", "clerk", "secretary", "supervisor"})
SOURCES: tuple[tuple[frozenset[str], Source], ...] = (
    (OFFICER, of_season),
    (OFFICE | CELL, of_steps),
    (FOLLOWERS, of_self_reviews),
    (OFFICE | CELL, of_meetings),
    (OFFICE, of_marks),
    (OFFICE | CELL, of_returns),
    (OFFICE, of_decisions),
    (OFFICE | CELL, of_notices),
)

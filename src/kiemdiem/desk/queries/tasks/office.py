"""What the office has to do: the season itself, decisions, notices, dossiers, what the register shows."""

from collections.abc import Iterator

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.desk.queries.acts import ACTS
from kiemdiem.desk.queries.tasks.todo import MEETING, Asking, Todo
from kiemdiem.grading import queries as grading
from kiemdiem.meetings.models import Meeting, OrderMark
from kiemdiem.notices.models import Notice
from kiemdiem.org import access
from kiemdiem.org import queries as org
from kiemdiem.papers import queries as papers
from kiemdiem.reviews import queries as reviews

MOST_STEPS = 30


def of_season(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """What the officer owes the season itself: the plan, the opening."""
    season = asking.season
    if season.unit_id not in units or season.state != Season.State.DRAFT:
        return
    here = ("cycles:season", (season.key,))
    if season.plan.passed_on is None:
        yield Todo("Kế hoạch", "Thông qua kế hoạch", *here)
    refusal = next((a for a in cycles.opening_answers(season) if not a.allowed), None)
    yield Todo("Kế hoạch", "Mở đợt kiểm điểm", *here, why=refusal.why if refusal else "")


def of_steps(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The steps of the plan that are due within a week or late; a term only once what it counts from has come.

    The step of a report leads to the report while that is to be written, and only then to where the step is ticked.
    """
    season = asking.season
    if season.state != Season.State.OPEN:
        return
    steps = PlanStep.objects.filter(season=season, done_on__isnull=True, from_on__lte=asking.soon)
    begun = steps.exclude(kind=MEETING).exclude(follows_days__isnull=False, from_on__gt=asking.on)
    near = begun.filter(unit__in=units).order_by("last_on", "position")
    read = access.scope(asking.by, ACTS["reviews.see"], on=asking.on, act="reviews.see")
    for step in near.select_related("unit")[:MOST_STEPS]:
        title = f"{step.title} – {step.unit_name}" if step.unit_name else step.title
        yield Todo("Kế hoạch", title, *place_of(step, season, read=read), due_on=step.last_on)


def place_of(step: PlanStep, season: Season, *, read: frozenset[int]) -> tuple[str, tuple[str, ...]]:
    """Where a step of the plan is worked on: its report while that is unwritten and may be read, else its own page."""
    if step.unit_id in read and reviews.is_unwritten(season, step.unit, kind=step.entry_key):
        return "reviews:report", (season.key, step.unit.key, step.entry_key)
    return "cycles:step", (season.key, str(step.pk))


def of_changes(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """How many changes of the register the season has not taken up."""
    season = asking.season
    if season.unit_id not in units or season.state != Season.State.OPEN:
        return
    unseen = cycles.unseen_changes(season, on=asking.on)
    if unseen:
        title = f"Ghi thay đổi trong danh sách đảng viên: {len(unseen)} trường hợp"
        yield Todo("Danh sách", title, "cycles:change", (season.key,), count=len(unseen))


def of_decisions(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The cells with results that wait for the committee's decision."""
    season = asking.season
    if season.unit_id not in units:
        return
    for unit in cycles.cells_of(season):
        members = cycles.members_of(season, unit.unit).filter(ended_on__isnull=True, is_graded=True)
        waiting = sum(1 for r in grading.results_of(members) if r.decision is None and r.grade)
        if waiting:
            title = f"Ghi quyết định công nhận – {unit.name}: {waiting} người"
            yield Todo("Kết quả", title, "grading:decide", (season.key, unit.unit.key), count=waiting)


def of_marks(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The records out of order that wait for the body that may accept them."""
    marks = OrderMark.objects.filter(meeting__season=asking.season, accepting_unit__in=units, answer="open")
    for mark in marks.select_related("meeting"):
        title = f"Xem xét việc sai trình tự: {mark.meeting.title}"
        yield Todo("Hội nghị", title, "meetings:answer_mark", (mark.meeting.key, str(mark.pk)))


def of_prepared_marks(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """What was prepared out of order and waits for the body that may accept it."""
    for mark in reviews.waiting_marks(asking.season, units=units):
        about = mark.report.unit if mark.report else mark.self_review.person
        name = org.unit_name(about, on=asking.on) if mark.report else about.full_name
        title = f"Xem xét việc sai trình tự khi chuẩn bị: {name}"
        yield Todo("Chuẩn bị", title, "reviews:answer_mark", (asking.season.key, str(mark.pk)))


def of_notices(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The notices still to be given, counted by their day."""
    season = asking.season
    owed = Notice.objects.filter(season=season.key, under__in=units, given_on__isnull=True, withdrawn_at__isnull=True)
    days = sorted(set(owed.values_list("due_on", flat=True)), key=lambda day: (day is None, day))
    for day in days:
        count = owed.filter(due_on=day).count()
        title = f"Gửi thông báo kết quả: {count}"
        yield Todo("Thông báo", title, "cycles:notices", (season.key,), due_on=day, count=count)


def of_dossiers(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The organisations whose meeting is over and whose dossier is not whole, with its last day."""
    season = asking.season
    over = Meeting.objects.filter(season=season, unit__in=units, state=Meeting.State.CLOSED, supplementary_to=None)
    for unit in {meeting.unit_id: meeting.unit for meeting in over.select_related("unit")}.values():
        missing = papers.missing_papers(season, unit, on=asking.on)
        if missing:
            frozen = cycles.season_unit(season, unit)
            days = [each.due_on for each in missing if each.due_on]
            title = f"Nhận hồ sơ – {frozen.name if frozen else unit.key}: còn thiếu {len(missing)} giấy tờ"
            here = ("papers:counter_unit", (season.key, unit.key))
            yield Todo("Hồ sơ", title, *here, due_on=min(days, default=None), count=len(missing))

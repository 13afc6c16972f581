"""What is to see for those who follow, attend or inspect: each cell's step, the meetings ahead, what departs."""

from collections.abc import Iterator

from kiemdiem.ballots.models import Round
from kiemdiem.cycles.models import Season
from kiemdiem.desk.queries.board import board_of
from kiemdiem.desk.queries.tasks.todo import Asking, Todo
from kiemdiem.grading.models import Decision
from kiemdiem.meetings.models import Meeting, OrderMark


def of_followed(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """Each cell at its step: what it is at, the day it meets, and what of the plan is late there."""
    season = asking.season
    if season.state != Season.State.OPEN:
        return
    for cell in board_of(season, units, on=asking.on):
        now = next((title for title, state in cell.states if state == "current"), "")
        if not now:
            continue
        late = f"; quá hạn: {', '.join(cell.late)}" if cell.late else ""
        here = ("reviews:desk", (season.key, cell.unit.unit.key))
        yield Todo("Chi bộ được phân công", f"{cell.unit.name}: {now}{late}", *here, due_on=cell.due_on)


def of_attended(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The meetings near in time at which an invited body speaks and is heard."""
    held = Meeting.objects.filter(season=asking.season, unit__in=units, planned_on__lte=asking.soon)
    ahead = held.exclude(state__in=[Meeting.State.CLOSED, Meeting.State.MOVED])
    for meeting in ahead.order_by("planned_on", "pk"):
        title = f"Dự họp, tham gia ý kiến: {meeting.title}"
        yield Todo("Hội nghị được mời", title, "meetings:meeting", (meeting.key,), due_on=meeting.planned_on)


def of_inspected(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """What an inspector looks at first: grades that depart from the rules, rounds declared void, order not kept."""
    season, part = asking.season, "Nên xem"
    departing = Decision.objects.filter(season=season, subject__unit__in=units, is_current=True, departs=True)
    for decision in departing.select_related("subject"):
        title = f"Quyết định khác kết quả xét: {decision.subject.name}"
        yield Todo(part, title, "desk:result_file", (season.key, decision.subject.key))
    for each in Round.objects.filter(meeting__unit__in=units, season=season, state=Round.State.VOID):
        yield Todo(part, f"Vòng phiếu bị hủy: {each.title} – {each.meeting.title}", "ballots:round", (each.key,))
    for mark in OrderMark.objects.filter(meeting__season=season, meeting__unit__in=units).select_related("meeting"):
        title = f"Sai trình tự ({mark.get_answer_display().lower()}): {mark.meeting.title}"
        yield Todo(part, title, "meetings:meeting", (mark.meeting.key,))

"""What is to do for those who count: the rounds whose box is open, and the meetings at which they will count."""

from collections.abc import Iterator

from kiemdiem.ballots import access
from kiemdiem.ballots.models import Round
from kiemdiem.desk.queries.tasks.todo import Asking, Todo
from kiemdiem.meetings.models import Meeting

PART = "Kiểm phiếu"
NO_ROUND = "Chưa có vòng bỏ phiếu: cuộc họp chưa đến bước bỏ phiếu."


def of_counts(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The rounds whose slips are being counted: by the tellers' numbers, or from the signed sheet."""
    rounds = Round.objects.filter(season=asking.season, meeting__unit__in=units, state=Round.State.COUNTING)
    for each in rounds.select_related("meeting").order_by("held_on", "pk"):
        title = f"Nhập bản kiểm phiếu: {each.title} – {each.meeting.title}"
        by_number = each.entry == Round.Entry.TELLERS
        page, key = ("ballots:enter_pin", each.meeting.key) if by_number else ("ballots:count", each.key)
        yield Todo(PART, title, page, (key,), due_on=each.held_on)


def of_waiting_counts(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The rounds not yet to be counted, and the meetings near in time that have none, each with the reason."""
    rounds = Round.objects.filter(season=asking.season, meeting__unit__in=units).select_related("meeting")
    waiting = rounds.filter(state__in=[Round.State.PREPARED, Round.State.ISSUED])
    for each in waiting.order_by("held_on", "pk"):
        why = access.TODO_IN_STATE[each.state]
        yield Todo(PART, f"Kiểm phiếu: {each.title} – {each.meeting.title}", due_on=each.held_on, why=why)
    meetings = Meeting.objects.filter(season=asking.season, unit__in=units, planned_on__lte=asking.soon)
    ahead = meetings.exclude(state__in=[Meeting.State.CLOSED, Meeting.State.MOVED])
    for meeting in ahead.exclude(pk__in=rounds.values("meeting")).order_by("planned_on", "pk"):
        yield Todo(PART, f"Kiểm phiếu: {meeting.title}", due_on=meeting.planned_on, why=NO_ROUND)

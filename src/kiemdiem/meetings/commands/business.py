"""Going through the business of a sitting that reviews nobody, point by point."""

from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.commands import marking
from kiemdiem.meetings.models import AgendaPoint, Meeting, MinutesEntry


def complete_point(
    point: AgendaPoint,
    *,
    version: int,
    by: Account,
    at: datetime,
    text: str = "",
    kind: str = MinutesEntry.Kind.NOTE,
    speaker: str = "",
) -> AgendaPoint:
    """The point of business done, with what the minutes say about it.

    `version` is that of the meeting. Raises: Refused for a point out of its order, or of a meeting not open.
    """
    meeting = point.meeting
    with journal.act(
        "meetings.complete_step", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.complete_step", unit=meeting.unit, at=at)
        access.must_stand(meeting, "meetings.complete_step")
        point = AgendaPoint.objects.select_related("meeting__season", "meeting__unit", "meeting__chair").get(
            pk=point.pk, line__isnull=True
        )
        if point.done_at:
            raise refuse("Nội dung này đã ghi là xong.", todo="Hãy ghi thêm ý kiến vào biên bản nếu cần.")
        passed = marking.pass_gate(meeting, queries.point_facts(point), by=by, at=at)
        point.done_at, point.done_by = at, by
        point.save(update_fields=["done_at", "done_by"])
        if nfc(text):
            MinutesEntry.objects.create(
                meeting=meeting, point=point, kind=kind, text=nfc(text), speaker=nfc(speaker),
                written_at=at, written_by=by,
            )  # fmt: skip
        act.rows, act.happened_on = passed.rows, queries.sitting_on(meeting)
        act.details = {"step": point.step, "warning": passed.warning}
    return point

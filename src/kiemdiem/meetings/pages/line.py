"""One line of a meeting: its steps in order, what was said, and what can be done with it now."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.meetings import access, queries
from kiemdiem.meetings.models import Meeting, MinutesEntry, ReviewLine
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb, Step


@login_required
@require_safe
def line(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to whoever has a reading role over the unit."""
    meeting = queries.meeting(key)
    access.must_let(request.user, act="meetings.see", unit=meeting.unit, at=shared.moment_in(meeting.season))
    shown = get_object_or_404(
        ReviewLine.objects.select_related("subject__person", "chair", "meeting__season"), pk=pk, meeting=meeting
    )
    day = queries.sitting_on(meeting)
    person = shown.subject.person
    may_keep = org_access.holds(
        request.user,
        access.KEEPERS,
        unit=meeting.unit,
        on=shared.today_in(meeting.season),
        act="meetings.conclude_line",
    )
    return replies.show(
        request,
        "meetings/line.html",
        frame=shared.frame_of(meeting.season),
        crumbs=shared.way_to(meeting, Crumb(shown.printed_name)),
        meeting=meeting,
        line=shown,
        steps=steps_of(shown),
        entries=[entry for entry in queries.entries_of(meeting) if entry.line_id == shown.pk],
        prior=queries.prior_lines(shown),
        comments=queries.received_comments(meeting.season, person, by_day=day) if person else [],
        ways=ways_of(meeting, shown) if may_keep else [],
        marks=shown.marks.order_by("id"),
        corrections=MinutesEntry.objects.filter(line=shown, replaced_by__isnull=False).select_related("replaced_by"),
    )


def ways_of(meeting: Meeting, line: ReviewLine) -> list[tuple[str, str]]:
    """What can be done with the line as it stands now."""
    if meeting.state != Meeting.State.OPEN:
        return []
    slugs = {
        ReviewLine.State.WAITING: ("buoc-tiep", "y-kien", "ket-luan", "tam-giu"),
        ReviewLine.State.DONE: ("y-kien",),
        ReviewLine.State.HELD: ("tiep-tuc",),
        ReviewLine.State.ABSENT: ("tiep-tuc",),
    }[line.state]
    if line.steps.filter(done_at__isnull=True).count() == 0:
        slugs = tuple(slug for slug in slugs if slug != "buoc-tiep")
    return [(TITLES[slug], reverse("meetings:line_act", args=[meeting.key, line.pk, slug])) for slug in slugs]


TITLES = {
    "buoc-tiep": "Thực hiện bước tiếp theo",
    "y-kien": "Ghi ý kiến vào biên bản",
    "ket-luan": "Kết luận phần này",
    "tam-giu": "Tạm giữ phần này",
    "tiep-tuc": "Tiếp tục phần này",
}


def steps_of(line: ReviewLine) -> list[Step]:
    """The steps of the method, each with its clause; the first one not done is the present one."""
    found, current = [], False
    marked = {mark.act for mark in line.marks.all()}
    for point in line.steps.order_by("position"):
        state = (
            "done" if point.done_at else "waiting" if current or line.state != ReviewLine.State.WAITING else "current"
        )
        current = current or state == "current"
        mark = "Sai trình tự" if point.done_at and "advance_step" in marked else ""
        found.append(Step(point.title, state, note=point.clause, mark=mark))
    return found

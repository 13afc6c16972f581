"""The scan of the paper a meeting was keyed from."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.files import queries as files
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies


@login_required
@require_safe
def scan(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever may see the meeting's votes: minutes on paper tell them."""
    meeting = queries.meeting(key)
    access.must_let(request.user, act="meetings.see_votes", unit=meeting.unit, at=shared.moment_in(meeting.season))
    if meeting.scan is None:
        raise Http404
    return replies.show_scan(meeting.scan, files.content_of(meeting.scan), title=meeting.key)

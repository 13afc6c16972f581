"""The scan of one signed tally sheet, read by whoever may see the ballots once the round is over."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.ballots import access, queries
from kiemdiem.files import queries as files
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies


@login_required
@require_safe
def scan(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to whoever may see the ballots of the unit; before that nobody reads one count by another's paper."""
    round_ = queries.round_of(key)
    access.must_let(request.user, act="ballots.see", unit=round_.meeting.unit, at=shared.moment_in(round_.season))
    count = next((each for each in queries.settled_counts(round_) if each.pk == pk and each.scan_id), None)
    if count is None:
        raise Http404
    return replies.show_scan(count.scan, files.content_of(count.scan), title=f"{key}-{pk}")

"""The scan of the document by which a reading changed."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.files import queries as files
from kiemdiem.grading import access
from kiemdiem.web import replies


@login_required
@require_safe
def reading_scan(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Open to whoever sees the readings of the season."""
    season = cycles.season(key)
    access.must_do(request.user, "grading.see_readings", season=season, subject=None, on=frame.today_in(season))
    change = cycles.books_of(season).filter(number=number).select_related("scan").first()
    if change is None or change.scan is None:
        raise Http404
    return replies.show_scan(change.scan, files.content_of(change.scan), title=f"{season.key}-cach-hieu-{number}")

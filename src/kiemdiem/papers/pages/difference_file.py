"""The differences of two rulebooks as a Word file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.files.types import MEDIA_TYPES
from kiemdiem.grading.pages import comparing
from kiemdiem.papers.compared import compared_sheet
from kiemdiem.papers.layouts import layout_for
from kiemdiem.papers.writers.docx import written_docx
from kiemdiem.web.frame import today_here

TITLE = "So sánh hai bộ quy tắc"


@login_required
@require_safe
def difference_file(request: HttpRequest) -> HttpResponse:
    """Open to whoever sees the two on the screen."""
    day = today_here(request)
    found = comparing.offered_to(request.user, on=day)
    keys = (request.GET.get(comparing.BEFORE, ""), request.GET.get(comparing.AFTER, ""))
    sides = comparing.compared(*(comparing.chosen(found, key) for key in keys))
    layout = layout_for(day, "party")
    titles = (sides.before.title, sides.after.title)
    sheet = compared_sheet(sides.told, titles=titles, readings=sides.readings, on=day, layout=layout)
    headers = {"Content-Disposition": 'attachment; filename="so-sanh-quy-tac.docx"', "Cache-Control": "no-store"}
    written = written_docx(sheet, layout, title=TITLE)
    return HttpResponse(written, content_type=MEDIA_TYPES[".docx"], headers=headers)

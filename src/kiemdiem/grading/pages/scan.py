"""The scan of the document of a decision."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.files import queries as files
from kiemdiem.grading import access
from kiemdiem.grading.models import Decision
from kiemdiem.web import replies


@login_required
@require_safe
def scan(request: HttpRequest, key: str, subject_key: str, number: int) -> HttpResponse:
    """Open to whoever may see the result the decision is about."""
    season = cycles.season(key)
    subject = cycles.subject(season, subject_key)
    if not access.may_see(request.user, subject, on=frame.today_in(season)):
        raise refuse("Chưa xem được văn bản này.", todo="Nhờ bí thư chi bộ hoặc văn phòng cấp ủy.")
    decision = Decision.objects.filter(subject=subject, number=number).select_related("scan").first()
    if decision is None or decision.scan is None:
        raise Http404
    return replies.show_scan(decision.scan, files.content_of(decision.scan), title=f"{subject.key}-{number}")

"""The import file to download: empty, or filled with the committee's register of today."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.exchange import access
from kiemdiem.exchange import template as template_file
from kiemdiem.org import queries as org
from kiemdiem.web.frame import today_here

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def template(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office of the committee."""
    unit, now = org.unit(key), today_here(request)
    access.must_do(request.user, "exchange.see", unit=unit, on=now)
    is_filled = request.GET.get("dien") == "1"
    content = template_file.written(unit, on=now) if is_filled else template_file.written()
    name = "du-lieu-hien-co.xlsx" if is_filled else "mau-nhap.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=XLSX, headers=headers)

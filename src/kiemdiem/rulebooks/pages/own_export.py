"""One version of an own rulebook as YAML files in one archive."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.core.answer import refuse
from kiemdiem.rulebooks import packed, queries
from kiemdiem.rulebooks.pages import own_frame


@login_required
@require_safe
def own_export(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Open to whoever holds a role over the committee."""
    here = own_frame.opened(request, code)
    version = next((each for each in queries.versions(here.book) if each.number == number), None)
    if version is None:
        raise refuse(f"Bộ quy tắc này không có bản {number}.", todo="Hãy chọn trong danh sách các bản.")
    content = packed.packed(queries.content_of(version))
    name = f"{code}-ban-{number}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/zip", headers=headers)

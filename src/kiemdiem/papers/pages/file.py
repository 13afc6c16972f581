"""One file of a paper."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.files import queries as files
from kiemdiem.papers import access, queries
from kiemdiem.papers.pages import season as shared


@login_required
@require_safe
def file(request: HttpRequest, key: str, suffix: str) -> HttpResponse:
    """Open to whoever reads the papers of the unit that issued it, and of one's own to whom it is about."""
    paper = queries.paper(key)
    if not queries.is_own(paper, request.user):
        access.must_let(request.user, "papers.see", unit=paper.unit, at=shared.moment_in(paper.season))
    stored = {"pdf": paper.pdf, "docx": paper.docx, "xlsx": paper.xlsx}.get(suffix)
    if stored is None:
        raise Http404
    # A name in plain letters: some machines of a committee still cannot read others in a download.
    name = f"{paper.key}-{paper.form_key}.{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(files.content_of(stored), content_type=stored.media_type, headers=headers)

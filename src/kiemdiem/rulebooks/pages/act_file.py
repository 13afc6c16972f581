"""The file of the act a rulebook is made from."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.files import queries as files
from kiemdiem.rulebooks import access, queries
from kiemdiem.web import replies
from kiemdiem.web.frame import today_here


@login_required
@require_safe
def act_file(request: HttpRequest, code: str) -> HttpResponse:
    """Open to whoever holds any role somewhere: the act is public among them."""
    access.must_read(request.user, on=today_here(request))
    attached = queries.attached_act(code)
    if attached is None:
        raise Http404
    return replies.show_scan(attached.file, files.content_of(attached.file), title=f"van-ban-{code}")

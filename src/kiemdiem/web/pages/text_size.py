"""Larger text, on the reader's own device, without JavaScript."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kiemdiem.web import frame

A_YEAR = 365 * 24 * 3600


@require_POST
def text_size(request: HttpRequest) -> HttpResponse:
    """Back to the page it was asked from, with larger or ordinary text from now on. Open to everybody."""
    answer = HttpResponseRedirect(safe_address(request))
    if request.POST.get("size") == frame.LARGE_TEXT:
        answer.set_cookie(
            frame.LARGE_TEXT_COOKIE,
            frame.LARGE_TEXT,
            max_age=A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    else:
        answer.delete_cookie(frame.LARGE_TEXT_COOKIE)
    return answer


def safe_address(request: HttpRequest) -> str:
    """The address to go back to when it lies on this very site, else the front page."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if own else "/"

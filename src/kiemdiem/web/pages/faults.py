"""What is said when a page cannot be shown: refused, not found, a form that is too old, a fault of ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from kiemdiem.core.answer import Answer


def refused(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The page of a refusal that no form took up: 403 for looking, 422 for acting. Open to everybody."""
    status = 403 if request.method in ("GET", "HEAD") else 422
    return render(request, "web/refused.html", {"answer": answer}, status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was opened in another sign-in or too long ago; nothing was written. Open to everybody."""
    return render(request, "web/stale_form.html", status=403)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """This account may not see the page. Open to everybody."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page. Open to everybody."""
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be read. Open to everybody."""
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of the program; what the person had typed was not saved. Open to everybody."""
    # Without the request: what stands above every other page may be the very thing that failed.
    return HttpResponse(render_to_string("500.html"), status=500)

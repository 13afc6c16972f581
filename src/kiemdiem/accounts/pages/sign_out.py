"""Signing out: by the button only, so that no link on another page can do it."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Back to signing in, with nothing left of the visit."""
    logout(request)
    return redirect("accounts:sign_in")

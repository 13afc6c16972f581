"""Choosing one's own password, and the door that leads there first while the password is a one-time one."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from kiemdiem.accounts import commands
from kiemdiem.accounts.forms import ChangePasswordForm
from kiemdiem.web import replies
from kiemdiem.web.moment import moment


@login_required
@sensitive_post_parameters("old", "new", "again")
@never_cache
def change_password(request: HttpRequest) -> HttpResponse:
    """The form; then a word that the new password holds."""
    form = ChangePasswordForm(request.POST if request.method == "POST" else None)
    address = request.META.get("REMOTE_ADDR", "")
    if request.method == "POST" and form.carry_out(
        lambda answers: commands.change_password(
            request.user, old=answers["old"], new=answers["new"], address=address, at=moment()
        )
    ):
        update_session_auth_hash(request, form.done)
        return redirect(f"{reverse('accounts:change_password')}?xong=1")
    done = request.method == "GET" and request.GET.get("xong") == "1" and not request.user.must_change_password
    return replies.show(request, "accounts/change_password.html", form=form, done=done)


class FirstPassword:
    """Lets nobody past with a one-time password: every page leads to choosing one's own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page asked for, or the one where the password is chosen."""
        if request.user.is_authenticated and request.user.must_change_password and not _may_pass(request.path):
            return redirect("accounts:change_password")
        return self.get_response(request)


def _may_pass(path: str) -> bool:
    open_pages = {reverse(name) for name in ("accounts:change_password", "accounts:sign_out", "web:text_size")}
    return path in open_pages or path.startswith(settings.STATIC_URL)

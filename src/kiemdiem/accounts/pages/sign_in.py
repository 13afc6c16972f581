"""Signing in."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from kiemdiem.accounts import commands
from kiemdiem.accounts.forms import SignInForm
from kiemdiem.web import replies
from kiemdiem.web.moment import moment

BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters("password")
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; then the page that was asked for, or that of one's own password while it is a one-time one."""
    onward = _onward(request)
    if request.method != "POST":
        return redirect(onward) if request.user.is_authenticated else _show(request, SignInForm(), onward)
    form = SignInForm(request.POST)
    address = request.META.get("REMOTE_ADDR", "")
    if not form.carry_out(lambda answers: commands.sign_in(**answers, address=address, at=moment())):
        return _show(request, form, onward)
    login(request, form.done, backend=BACKEND)
    return redirect("accounts:change_password" if form.done.must_change_password else onward)


def _show(request: HttpRequest, form: SignInForm, onward: str) -> HttpResponse:
    return replies.show(request, "accounts/sign_in.html", form=form, next=onward)


def _onward(request: HttpRequest) -> str:
    """The page asked for before, if it is one of this site; never a foreign address."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    secure = request.is_secure()
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=secure)
    return asked if ours else settings.LOGIN_REDIRECT_URL

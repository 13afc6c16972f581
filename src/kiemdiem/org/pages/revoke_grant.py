"""A role taken back."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.org import access, commands, forms, queries, words
from kiemdiem.web import replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Crumb


@login_required
def revoke_grant(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to administrators over the unit."""
    unit, now = queries.unit(key), today_here(request)
    access.must_do(request.user, "org.revoke", unit=unit, on=now)
    given = queries.grants_at(unit).filter(pk=pk).first()
    if given is None:
        raise Http404
    form = forms.RevokeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.carry_out(
        lambda answers: commands.revoke(given, by=request.user, at=moment_here(request), **answers)
    ):
        return redirect("org:rights", key)
    crumbs = [
        Crumb("Tổ chức", reverse("org:units")),
        Crumb(queries.unit_name(unit, on=now), reverse("org:unit", args=[key])),
        Crumb("Quyền", reverse("org:rights", args=[key])),
        Crumb("Thu hồi"),
    ]
    role = words.ROLES.get(given.role, given.role)
    return replies.show(request, "org/revoke_grant.html", form=form, given=given, role=role, crumbs=crumbs)

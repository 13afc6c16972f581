"""A function handed over, taken back before its last day."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.desk import forms, queries
from kiemdiem.org import access, commands, words
from kiemdiem.org import queries as org
from kiemdiem.web import phrases, replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Crumb


@login_required
def end_stand_in(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to whoever handed it over and to those who take rights back there."""
    unit, now = org.unit(key), today_here(request)
    given = next((grant for grant in queries.handed_at(unit) if grant.pk == pk), None)
    if given is None or given.stands_in_for_id != request.user.pk:
        access.must_do(request.user, "org.revoke", unit=unit, on=now)
    if given is None:
        raise Http404
    form = forms.EndForm.of(request)
    if form.carry_out(lambda answers: commands.revoke(given, by=request.user, at=moment_here(request), **answers)):
        return redirect("desk:home")
    days = f"{phrases.day(given.from_on)} – trước {phrases.day(given.until_on)}"
    return replies.show(
        request, "web/act.html", form=form, title="Thu hồi việc làm thay", button="Thu hồi", back=reverse("desk:home"),
        about=f"{given.account} thay {given.stands_in_for}, {words.ROLES[given.role]}, {days}",
        crumbs=[Crumb("Việc của tôi", reverse("desk:home")), Crumb("Thu hồi việc làm thay")],
    )  # fmt: skip

"""One entry put right: other values in its place, or none, with a reason."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.org import access, commands, forms, queries
from kiemdiem.org.models.known import Known
from kiemdiem.org.pages.person import said
from kiemdiem.web import replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Crumb


@login_required
def correct_fact(request: HttpRequest, key: str, table: str, pk: int) -> HttpResponse:
    """Open to whoever may key the person's file, and not to himself."""
    person, now = queries.person(key), today_here(request)
    access.must_do_on(request.user, "org.correct_fact", person=person, on=now)
    fact = queries.fact_of(person, table=table, pk=pk)
    if fact is None:
        raise Http404
    has = {field.name for field in fact._meta.concrete_fields}
    form = forms.CorrectFactForm(
        request.POST if request.method == "POST" else None,
        has=has,
        initial={name: getattr(fact, name) for name in has if name != "reason"},
    )

    def put_right(answers: dict[str, object]) -> Known | None:
        reason, withdraws = str(answers.pop("reason")), answers.pop("withdraws")
        if withdraws:
            return commands.withdraw_fact(fact, reason=reason, by=request.user, at=moment_here(request))
        return commands.correct_fact(fact, reason=reason, by=request.user, at=moment_here(request), **answers)

    if request.method == "POST" and form.carry_out(put_right):
        return redirect("org:person", key)
    crumbs = [
        Crumb("Tìm người", reverse("org:people")),
        Crumb(person.full_name, reverse("org:person", args=[key])),
        Crumb("Đính chính"),
    ]
    return replies.show(request, "org/correct_fact.html", form=form, person=person, said=said(fact), crumbs=crumbs)

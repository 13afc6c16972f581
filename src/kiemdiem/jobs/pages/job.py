"""How far one's own job is, and stopping it. With JavaScript the page renews its progress by itself."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache

from kiemdiem.jobs import commands, queries
from kiemdiem.jobs.models import Job
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.moment import moment

TEMPLATE = "jobs/job.html"


@login_required
@never_cache
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """The job's progress; whoever queued it sees it, nobody else knows of it."""
    found = get_object_or_404(Job, pk=pk, queued_by=request.user)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.carry_out(lambda _: commands.cancel_job(pk, by=request.user, at=moment())):
        return redirect("jobs:job", pk=pk)
    template = f"{TEMPLATE}#progress" if request.htmx else TEMPLATE
    return replies.show(request, template, form=form, job=found, progress=queries.progress_of(found))
